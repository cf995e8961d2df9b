import { expect, test } from 'vitest';
import { personName } from './names';
import { randomOf } from './random';

const random = randomOf('names');
const people = Array.from({ length: 4000 }, (_, index) => {
  const sex = index % 2 === 0 ? ('male' as const) : ('female' as const);
  return { sex, ...personName(random, sex, index % 3 === 0 ? 'adult' : 'child') };
});

const FORMS = {
  female: {
    foreign: /(?:[оеё]в|ин|ый|ий|(?<!Ц)ой)$/,
    patronymic: /^(?:[А-ЯЁ][а-яё]+(?:овна|евна|ична))?$/,
  },
  male: {
    foreign: /(?:ова|ева|ёва|ина|ая)$/,
    patronymic: /^(?:[А-ЯЁ][а-яё]+(?:ович|евич|ич))?$/,
  },
};

test('surnames and patronymics have the form of the sex', () => {
  for (const { sex, lastName, middleName } of people) {
    expect(lastName).not.toMatch(FORMS[sex].foreign);
    expect(middleName).toMatch(FORMS[sex].patronymic);
  }
});

test('there are Ё, hyphens, unchanging surnames, and people without a patronymic', () => {
  const has = (test: (person: (typeof people)[number]) => boolean) => people.some(test);
  expect(has(({ lastName }) => lastName.includes('ё'))).toBe(true);
  expect(has(({ firstName }) => firstName === 'Пётр')).toBe(true);
  expect(has(({ lastName }) => lastName.includes('-'))).toBe(true);
  expect(has(({ lastName, sex }) => sex === 'female' && lastName === 'Ким')).toBe(true);
  expect(has(({ middleName }) => middleName === '')).toBe(true);
  expect(has(({ middleName }) => middleName === 'Ильинична')).toBe(true);
});
