/** Who works with the journal; one person may hold several roles. */
export const ROLES = [
  'administrator',
  'director',
  'deputy',
  'classTeacher',
  'teacher',
  'secretary',
] as const;
export type Role = (typeof ROLES)[number];

/** The person behind a call: what the rules of rights look at. */
export type Actor = {
  readonly accountId: number;
  readonly staffId: number;
  readonly roles: readonly Role[];
};

export const hasRole = (actor: Pick<Actor, 'roles'>, ...roles: readonly Role[]): boolean =>
  roles.some((role) => actor.roles.includes(role));
