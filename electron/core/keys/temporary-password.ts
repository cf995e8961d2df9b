import { randomInt } from 'node:crypto';

/**
 * A password for the first log-in: fifteen digits in groups of three, 49 bits. Digits and the dash
 * are typed alike on the Russian and the English layout and cannot be misread.
 */
export function newTemporaryPassword(): string {
  const group = () => String(randomInt(1000)).padStart(3, '0');
  return [group(), group(), group(), group(), group()].join('-');
}
