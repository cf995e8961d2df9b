import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseSnils, snilsCheckDigits } from './snils';

test.each([
  ['112-233-445 95', '112-233-445 95'],
  ['11223344595', '112-233-445 95'],
  ['087-654-303 00', '087-654-303 00'],
  ['001-001-998 11', '001-001-998 11'],
])('%s is a SNILS', (text, tidy) => expect(parseSnils(text)).toBe(tidy));

test.each(['112-233-445 96', '1122334459', '000-000-000 00', 'СНИЛС', '', '112-233-44595x'])(
  '«%s» is none',
  (text) => expect(parseSnils(text)).toBeUndefined(),
);

test('a number with its check digits is one, and any one wrong digit of the check is told', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1_001_999, max: 999_999_999 }),
      fc.integer({ min: 1, max: 99 }),
      (number, off) => {
        const nine = String(number).padStart(9, '0');
        const check = snilsCheckDigits(nine);
        expect(parseSnils(nine + check)?.replaceAll(/\D/g, '')).toBe(nine + check);
        const wrong = String((Number(check) + off) % 100).padStart(2, '0');
        expect(parseSnils(nine + wrong)).toBeUndefined();
      },
    ),
  );
});
