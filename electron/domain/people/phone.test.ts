import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEmail } from './email';
import { parsePhone, phoneTail } from './phone';

test.each([
  ['8 (900) 123-45-67', '+7 900 123-45-67'],
  ['+79001234567', '+7 900 123-45-67'],
  ['9001234567', '+7 900 123-45-67'],
  ['2-34-56', '2-34-56'],
  ['+375 29 123-45-67', '+375 29 123-45-67'],
])('%s', (text, kept) => expect(parsePhone(text)).toBe(kept));

test.each(['900123456', 'позвонить бабушке', '+9', '+7 900 123', '1234', '900-123-45-67-8'])(
  '«%s» is no number',
  (text) => expect(parsePhone(text)).toBeUndefined(),
);

test('what is kept is kept again as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[+\d() –-]{0,18}$/), (text) => {
      const kept = parsePhone(text) ?? '2-34-56';
      expect(parsePhone(kept)).toBe(kept);
    }),
  );
});

test('the tail shows four digits and no more', () => {
  expect(phoneTail('+7 900 123-45-67')).toBe('4567');
});

test('an address has one @ between a name and a domain', () => {
  expect(['a@b.ru', 'мама@школа.рф'].every(isEmail)).toBe(true);
  expect(['a@b', '@b.ru', 'a@@b.ru', 'a b@c.ru', 'a@b.', ''].some(isEmail)).toBe(false);
});
