import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchClasses } from './match-classes';
import { matchSubjects } from './match-subjects';
import { matchPeople } from './match-people';
import type { MatchedName } from './name-match';

const idsOf = (matched: MatchedName<number> | undefined): number[] => {
  if (matched?.match.kind === 'exact') return [matched.match.id];
  if (matched?.match.kind !== 'likely') return [];
  return matched.match.candidates.map((candidate) => candidate.id);
};
const kindOf = (matched: readonly MatchedName<number>[]) => matched.map(({ match }) => match.kind);

const teacher = fc.record({
  last: fc.constantFrom('Лаптева', 'Ёлкина', 'Иванова-Петрова', 'Щукин', 'Лаптев', 'Ан'),
  first: fc.constantFrom('Ольга', 'Олег', 'Анна', 'Ян', 'Ёла'),
  middle: fc.constantFrom('Сергеевна', 'Петрович', 'Мамед кызы', ''),
});
const staff = fc
  .array(teacher, { minLength: 1, maxLength: 8 })
  .map((people) => people.map((person, id) => ({ ...person, id })));

describe('people', () => {
  test('everybody is found by the own initials and the own full name', () => {
    fc.assert(
      fc.property(staff, (people) => {
        for (const { id, last, first, middle } of people) {
          const initial = (name: string) => (name === '' ? '' : `${name.charAt(0)}.`);
          const forms = [
            `${last} ${initial(first)} ${initial(middle)}`,
            `${last} ${initial(first)}${initial(middle)}`,
            `${initial(first)}${initial(middle)} ${last}`,
            `${last} ${first} ${middle}`,
            `${last} ${first} ${middle}`.toUpperCase().replaceAll('Ё', 'Е'),
          ];
          for (const matched of matchPeople(forms, people)) {
            expect(idsOf(matched)).toContain(id);
            // Whoever else is as good has the same initials.
            const best = matched.match.kind === 'likely' ? matched.match.candidates[0]?.score : 1;
            expect(best).toBe(1);
          }
        }
      }),
    );
  });

  test('the order of ours and of the names does not matter', () => {
    fc.assert(
      fc.property(staff, (people) => {
        const names = people.map(({ last, first }) => `${last} ${first.charAt(0)}.`);
        const matched = matchPeople(names, people);
        const turned = matchPeople(names.toReversed(), people.toReversed());
        expect(turned.toReversed()).toEqual(matched);
      }),
    );
  });

  test('sure, likely and unknown', () => {
    const people = [
      { id: 1, last: 'Лаптева', first: 'Ольга', middle: 'Сергеевна' },
      { id: 2, last: 'Лаптева', first: 'Ирина', middle: 'Петровна' },
      { id: 3, last: 'Ёлкина', first: 'Анна', middle: 'Ивановна' },
    ];
    const names = [
      'Ёлкина Анна',
      'Лаптева О.',
      'Лаптева О. С.',
      'Лаптева',
      'Лаптева О. П.',
      'Елкина А.И.',
      'Ёлкино А. И.',
      'Зуева О. С.',
    ];
    const matched = matchPeople(names, people);
    expect(kindOf(matched).join()).toBe('exact,likely,exact,likely,likely,exact,likely,none');
    expect(matched.map(idsOf)).toEqual([[3], [1, 2], [1], [2, 1], [2, 1], [3], [3], []]);
  });
});

const subjects = [
  { id: 1, name: 'Физическая культура', shortName: 'ФК' },
  { id: 2, name: 'Алгебра', shortName: '' },
  { id: 3, name: 'Математика', shortName: '' },
  { id: 4, name: 'Иностранный язык (английский)', shortName: 'Англ.' },
  { id: 5, name: 'Изобразительное искусство', shortName: '' },
  { id: 6, name: 'Труд (технология)', shortName: '' },
  { id: 7, name: 'Ёмкое чтение', shortName: '' },
  { id: 8, name: 'Практикум по физике', shortName: '' },
];

describe('subjects', () => {
  test.each([
    ['физкультура', 1],
    ['ФК', 1],
    ['Математика (алгебра)', 2],
    ['Математика', 3],
    ['Английский язык', 4],
    ['ИЗО', 5],
    ['Технология', 6],
    ['емкое  чтение', 7],
  ])('%s is sure', (name, id) => {
    expect(matchSubjects([name], subjects)).toEqual([{ name, match: { kind: 'exact', id } }]);
  });

  test.each([
    ['Практ. по физ.', 8],
    ['Практикум по физеке', 8],
    ['Ин. яз.', 4],
    ['Технологияя', 6],
  ])('%s is likely', (name, id) => {
    const [matched] = matchSubjects([name], subjects);
    expect(matched?.match.kind).toBe('likely');
    expect(idsOf(matched)[0]).toBe(id);
  });

  test('nobody knows it; two of ours mean it; an empty name', () => {
    expect(kindOf(matchSubjects(['Шахматы', ''], subjects))).toEqual(['none', 'none']);
    const two = [
      { id: 1, name: 'ОБЖ', shortName: '' },
      { id: 2, name: 'Основы безопасности и защиты Родины', shortName: '' },
    ];
    expect(kindOf(matchSubjects(['ОБЗР', 'ОБЖ'], two))).toEqual(['likely', 'exact']);
  });

  test('every subject is sure of its own name, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(subjects, { minLength: 1 }), (some) => {
        const names = some.map((subject) => subject.name.toUpperCase());
        expect(matchSubjects(names, some).map(idsOf)).toEqual(some.map((subject) => [subject.id]));
        const other = ['Ин. яз.', 'Мат.', 'Искусство'];
        expect(matchSubjects(other, some)).toEqual(matchSubjects(other, some.toReversed()));
      }),
    );
  });
});

test('classes', () => {
  const classes = [
    { id: 1, name: '8-А' },
    { id: 2, name: '8-Б' },
    { id: 3, name: '10-А' },
    { id: 4, name: 'Хор' },
  ];
  const names = ['8А', '8 "а"', 'хор', '8А 1 группа', '8', '9А', ''];
  const matched = matchClasses(names, classes);
  expect(kindOf(matched)).toEqual(['exact', 'exact', 'exact', 'likely', 'likely', 'none', 'none']);
  expect(matched.map(idsOf)).toEqual([[1], [1], [4], [1], [1, 2], [], []]);
});
