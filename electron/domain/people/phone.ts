/**
 * A telephone number as it is kept: «+7 900 123-45-67» of a Russian one however it is written, a
 * short city number and a foreign one as they are typed; undefined where it is no number.
 */
export function parsePhone(text: string): string | undefined {
  const plain = text.trim().replaceAll(/\s+/g, ' ');
  if (!/^\+?[\d\s()–-]+$/.test(plain)) return undefined;
  const digits = plain.replaceAll(/\D/g, '');
  const foreign = plain.startsWith('+') && !digits.startsWith('7');
  if (foreign) return digits.length >= 8 && digits.length <= 15 ? plain : undefined;
  const ten = /^[78]?(\d{10})$/.exec(digits)?.[1];
  if (ten !== undefined && !(digits.length === 10 && plain.startsWith('+'))) {
    return `+7 ${ten.slice(0, 3)} ${ten.slice(3, 6)}-${ten.slice(6, 8)}-${ten.slice(8)}`;
  }
  return digits.length >= 5 && digits.length <= 7 && !plain.startsWith('+') ? plain : undefined;
}

/** The last four digits, to tell namesakes apart without showing the number. */
export const phoneTail = (phone: string): string => phone.replaceAll(/\D/g, '').slice(-4);
