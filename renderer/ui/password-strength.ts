import { isWeakPassword } from '#domain/people/password-rule';

export type Strength = 'weak' | 'fair' | 'good';

const LONG_ENOUGH = 14;
const VARIED = 9;

/** A hint, no rule: length counts most, then how many different signs there are. */
export function passwordStrength(password: string, login: string): Strength {
  if (isWeakPassword(password, login)) return 'weak';
  const varied = new Set(password.toLowerCase()).size >= VARIED;
  return password.length >= LONG_ENOUGH && varied ? 'good' : 'fair';
}
