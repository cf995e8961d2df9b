import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parsePhone } from '../../people/phone';
import { readParentText, relationOfWord } from './parent-text';

const person = fc.record({
  name: fc.constantFrom(
    'Ёлкина-Лугова Мария Петровна',
    'Щукин Пётр Ильич',
    'Мамедов Али Гасан оглы',
  ),
  word: fc.constantFrom('', 'мать', 'Отец', 'опекун', 'бабушка'),
  phone: fc.constantFrom('', '8 900 123-45-67', '+7(900)765-43-21', '89001234567'),
  email: fc.constantFrom('', 'a.b@example.org'),
  work: fc.constantFrom('', 'ООО «Луч»', 'школа № 0'),
  order: fc.constantFrom('before', 'after', 'brackets', 'colon'),
});

test('parents told in words in one cell are read back, whatever parts them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(person, { selector: ({ name }) => name, minLength: 1, maxLength: 3 }),
      fc.constantFrom('; ', '\n', ' / ', ';\n'),
      (people, between) => {
        const cell = people
          .map(({ name, word, phone, email, work, order }) => {
            const called = {
              before: `${word} ${name}`,
              after: `${name}, ${word}`,
              brackets: word === '' ? name : `${name} (${word})`,
              colon: word === '' ? name : `${word}: ${name}`,
            }[order].trim();
            return [called.replace(/, $/u, ''), phone, email, work]
              .filter((part) => part !== '' && part !== ',')
              .join(', ');
          })
          .join(between);
        expect(
          readParentText(cell).map((piece) => ({
            name: piece.name,
            relation: piece.relation,
            phones: piece.phones.map(parsePhone),
            emails: piece.emails,
            rest: piece.rest,
          })),
        ).toEqual(
          people.map(({ name, word, phone, email, work }) => ({
            name,
            relation: relationOfWord(word) ?? null,
            phones: phone === '' ? [] : [parsePhone(phone)],
            emails: email === '' ? [] : [email],
            rest: [...(word === 'бабушка' ? [word] : []), ...(work === '' ? [] : [work])],
          })),
        );
      },
    ),
    { numRuns: 500 },
  );
});

test('anything at all is read without an end that does not come', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      for (const { name, rest } of readParentText(text)) {
        expect(name.length + rest.length).toBeLessThanOrEqual(600);
      }
    }),
    { numRuns: 1_000 },
  );
});
