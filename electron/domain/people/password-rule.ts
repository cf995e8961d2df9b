/** Shortest password a person may choose. */
export const SHORTEST_PASSWORD = 8;

/**
 * Whether the password is too easy to guess: short, the login itself, one repeated character or
 * a run along the keyboard or the digits.
 */
export function isWeakPassword(password: string, login: string): boolean {
  const text = password.toLowerCase();
  if (text.length < SHORTEST_PASSWORD) return true;
  if (login !== '' && text.includes(login.toLowerCase())) return true;
  if (new Set(text).size < 4) return true;
  const runs = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];
  const russian = ['абвгдежзийклмнопрстуфхцчшщъыьэюя', 'йцукенгшщзхъфывапролджэячсмитьбю'];
  return [...runs, ...russian, 'qwertyuiop', 'йцукенгшщзхъ'].some((run) => run.includes(text));
}
