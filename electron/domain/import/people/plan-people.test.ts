import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatClassName, parseClassName } from '../../people/class-name';
import type { PupilRow } from './person-row';
import { planPupils, planStaff, type KnownPupil } from './plan-people';
import { textKey } from '../text-key';

const NO_CONTACTS: PupilRow['contacts'] = {
  snils: '',
  phone: '',
  email: '',
  address: '',
  registeredAddress: '',
  citizenship: '',
  previousSchool: '',
  educationForm: null,
};

const name = fc.record({
  last: fc.constantFrom('Ёлкин', 'Щукин'),
  first: fc.constantFrom('Ян', 'Лев'),
  middle: fc.constantFrom('', 'Ильич'),
});
const born = fc.constantFrom('2012-09-05', '2012-09-06', null);
const classText = fc.constantFrom('8-А', '8-Б', '1-А');
const snils = fc.constantFrom('', '', '112-233-445 95', '087-654-303 00');

const rows = fc.array(fc.record({ name, born, classText, snils }), { maxLength: 6 }).map((list) =>
  list.map((one, index): PupilRow => ({
    key: `r${index}`,
    rowNumber: index,
    name: one.name,
    className: parseClassName(one.classText) ?? null,
    birthDate: one.born,
    sex: null,
    personalFile: '',
    contacts: { ...NO_CONTACTS, snils: one.snils },
    parents: [],
    unusable: [],
  })),
);
const known = fc
  .array(fc.record({ name, born, classText: fc.oneof(classText, fc.constant('')), snils }), {
    maxLength: 6,
  })
  .map((list) =>
    list.map((one, index): KnownPupil => ({
      ...NO_CONTACTS,
      id: index + 1,
      lastName: one.name.last,
      firstName: one.name.first,
      middleName: one.name.middle,
      sex: null,
      birthDate: one.born,
      personalFile: '',
      snils: one.snils,
      educationForm: 'fullTime',
      note: '',
      className: one.classText,
    })),
  );

test('nobody is guessed: who is taken for ours has papers, a birth date or a class in common', () => {
  fc.assert(
    fc.property(rows, known, (list, pupils) => {
      const decisions = planPupils(list, pupils);
      const taken = decisions.flatMap((decision) => ('id' in decision ? [decision.id] : []));
      expect(new Set(taken).size).toBe(taken.length);
      for (const [index, decision] of decisions.entries()) {
        const row = list[index] as PupilRow;
        if (decision.kind === 'asks') expect(decision.asked?.length).toBeGreaterThan(0);
        if (!('id' in decision)) continue;
        const one = pupils.find(({ id }) => id === decision.id) as KnownPupil;
        const papers = row.contacts.snils !== '' && row.contacts.snils === one.snils;
        const date = row.birthDate !== null && row.birthDate === one.birthDate;
        const sameClass =
          (row.birthDate === null || one.birthDate === null) &&
          row.className !== null &&
          formatClassName(row.className) === one.className;
        expect(papers || date || sameClass).toBe(true);
        expect(textKey(row.name.first) === textKey(one.firstName) || papers).toBe(true);
        expect(decision.kind).toBe(one.className === '' ? 'joins' : 'exists');
      }
    }),
    { numRuns: 500 },
  );
});

test('an answer is obeyed only where the row asks, and only for those it asks about', () => {
  fc.assert(
    fc.property(
      rows,
      known,
      fc.constantFrom('new', 'skip', '1', '3', '99'),
      (list, pupils, said) => {
        const first = planPupils(list, pupils);
        const answers = Object.fromEntries(list.map(({ key }) => [key, said]));
        const second = planPupils(list, pupils, answers);
        for (const [index, decision] of second.entries()) {
          const before = first[index];
          if (before?.kind === 'exists' || before?.kind === 'joins') {
            expect(decision).toEqual(before);
          } else if (said === 'skip') expect(decision.kind).toBe('skipped');
          else if (before?.kind === 'new') expect(decision.kind).toBe('new');
          else if (said === 'new') expect(decision.kind).toBe('new');
          else if (before?.asked?.includes(Number(said)) === true) {
            expect('id' in decision && decision.id).toBe(Number(said));
          } else expect(decision.kind).toBe('asks');
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('staff: a whole name is known once, initials and namesakes ask', () => {
  const person = (id: number, lastName: string, firstName: string, middleName: string) => {
    return { id, lastName, firstName, middleName, position: 'учитель', phone: '', email: '' };
  };
  const ours = [
    person(1, 'Дроздова', 'Ольга', 'Сергеевна'),
    person(2, 'Синицын', 'Пётр', 'Ильич'),
    person(3, 'Синицын', 'Пётр', 'Ильич'),
  ];
  const row = (rowNumber: number, last: string, first: string, middle: string) => ({
    rowNumber,
    name: { last, first, middle },
    birthDate: null,
    sex: null,
    position: '',
    roles: [],
    classTeacherOf: null,
    subjects: [],
    phone: '',
    email: '',
    unusable: [],
  });
  const list = [
    row(2, 'ДРОЗДОВА', 'Ольга', 'Сергеевна'),
    row(3, 'Дроздова', 'О.', 'С.'),
    row(4, 'Синицын', 'Петр', 'Ильич'),
    row(5, 'Дроздова', 'Ольга', 'Ильинична'),
  ];
  expect(planStaff(list, ours)).toEqual([
    { kind: 'exists', id: 1, where: 'учитель' },
    { kind: 'asks', asked: [1] },
    { kind: 'asks', asked: [2, 3] },
    { kind: 'new' },
  ]);
  expect(planStaff(list, ours, { r3: '1', r4: 'new' }).map(({ kind }) => kind)).toEqual([
    'exists',
    'exists',
    'new',
    'new',
  ]);
});
