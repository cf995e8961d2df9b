/** Numbers up to this one were given without a check sum. */
const LAST_UNCHECKED = 1_001_998;

const digitsOf = (text: string): string => text.replaceAll(/[\s–-]/g, '');

/** The two check digits of the nine digits of a SNILS (приказ Пенсионного фонда, п. «контрольное число»). */
export function snilsCheckDigits(nine: string): string {
  const sum = Array.from(nine).reduce((all, digit, index) => all + Number(digit) * (9 - index), 0);
  return String((sum % 101) % 100).padStart(2, '0');
}

/** «112-233-445 95» of a SNILS however it is written; undefined where it is none or was mistyped. */
export function parseSnils(text: string): string | undefined {
  const digits = digitsOf(text);
  if (!/^\d{11}$/.test(digits)) return undefined;
  const [nine, check] = [digits.slice(0, 9), digits.slice(9)];
  if (Number(nine) === 0) return undefined;
  if (Number(nine) > LAST_UNCHECKED && snilsCheckDigits(nine) !== check) return undefined;
  return `${nine.slice(0, 3)}-${nine.slice(3, 6)}-${nine.slice(6)} ${check}`;
}
