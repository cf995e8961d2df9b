const key = (accountId: number): string => `school-journal:address:${accountId}`;

/** Where this person was in the program when it was closed; undefined at the first time. */
export const lastAddress = (accountId: number): string | undefined =>
  localStorage.getItem(key(accountId)) ?? undefined;

export const rememberAddress = (accountId: number, address: string): void =>
  localStorage.setItem(key(accountId), address);
