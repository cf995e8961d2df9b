import fc from 'fast-check';
import { expect, test } from 'vitest';
import { PRESETS } from '../regulation/presets/index';
import type { ReadinessFacts } from './facts';
import { READINESS_STATES, readinessOf, type ReadinessItem } from './readiness';
import { SECTION_KEYS, sectionDue, sectionFacts, type ReadinessSection } from './sections';
import { amountWords, missingWords } from './words';

const CLASS = {
  id: 1,
  name: '5-А',
  grade: 5,
  shift: 1,
  studyDays: 5,
  led: false,
  pupils: 0,
  subjects: 0,
  marked: true,
};
const LETTERS = ['А', 'Б', 'В'];

/** A year in which everything is there. */
const ready = fc
  .record({
    grades: fc.uniqueArray(fc.integer({ min: 1, max: 11 }), { minLength: 1, maxLength: 4 }),
    letters: fc.integer({ min: 1, max: 3 }),
    studyDays: fc.constantFrom(5, 6),
    pupils: fc.integer({ min: 1, max: 30 }),
    subjects: fc.integer({ min: 1, max: 5 }),
    wholeWeek: fc.boolean(),
    groups: fc.integer({ min: 0, max: 3 }),
    individual: fc.integer({ min: 0, max: 2 }),
  })
  .map((size): ReadinessFacts => {
    const everyGrade = { gradeFrom: 1, gradeTo: 12 };
    const classes = size.grades.flatMap((grade, at) =>
      LETTERS.slice(0, size.letters).map((letter, index) => ({
        id: at * 3 + index + 1,
        name: `${grade}-${letter}`,
        grade,
        shift: 1,
        studyDays: size.studyDays,
        led: true,
        pupils: size.pupils,
        subjects: size.subjects,
        marked: grade > 1,
      })),
    );
    const names = Array.from({ length: size.subjects }, (_, index) => `предмет ${index + 1}`);
    const bell = { ...everyGrade, shift: 1, onDate: false, bells: 7 };
    const lessons = classes.flatMap(({ id, name }) =>
      names.map((subject) => ({ id, name: `${name}, ${subject}` })),
    );
    return {
      profile: { address: 'ул. Садовая, 1', phone: '2-22-22' },
      periods: [{ kind: 'quarter', ...everyGrade }],
      holidays: [everyGrade],
      bells: size.wholeWeek
        ? [{ ...bell, weekday: null }]
        : Array.from({ length: 6 }, (_, index) => ({ ...bell, weekday: index + 1 })),
      rooms: 20,
      staff: {
        director: true,
        deputy: true,
        teachers: 10,
        subjects: names.map((name) => ({ name, taught: true })),
      },
      classes,
      groups: Array.from({ length: size.groups }, (_, index) => ({
        name: `деление ${index}`,
        pupils: size.pupils,
        left: 0,
      })),
      individual: Array.from({ length: size.individual }, (_, index) => ({
        name: `ученик ${index}`,
        subjects: 3,
        untaught: 0,
      })),
      load: lessons.map(({ name }) => ({ name, given: true })),
      accounts: [{ name: 'Абрамова И. С.', open: true }],
      pages: lessons.map(({ id, name }) => ({
        name,
        classIds: [id],
        teachers: ['Абрамова И. С.'],
        hours: 2,
        placed: 2,
        planFilled: true,
      })),
      controlled: new Set(classes.map(({ id }) => id)),
    };
  });

const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);
const changed = <T>(list: readonly T[], at: number, change: Partial<T>): T[] =>
  list.map((one, index) => (index === at ? { ...one, ...change } : one));
/** Takes a fact away that a section rests on; what it asks for stays. */
const REMOVALS: Readonly<Record<string, (facts: ReadinessFacts, at: number) => ReadinessFacts>> = {
  address: (facts) => ({ ...facts, profile: { ...facts.profile, address: '' } }),
  phone: (facts) => ({ ...facts, profile: { ...facts.profile, phone: '' } }),
  period: (facts, at) => ({ ...facts, periods: without(facts.periods, at) }),
  holiday: (facts, at) => ({ ...facts, holidays: without(facts.holidays, at) }),
  bell: (facts, at) => ({ ...facts, bells: without(facts.bells, at) }),
  bells: (facts, at) => ({ ...facts, bells: changed(facts.bells, at, { bells: 0 }) }),
  room: (facts) => ({ ...facts, rooms: Math.max(0, facts.rooms - 10) }),
  director: (facts) => ({ ...facts, staff: { ...facts.staff, director: false } }),
  deputy: (facts) => ({ ...facts, staff: { ...facts.staff, deputy: false } }),
  subjectTeacher: (facts, at) => ({
    ...facts,
    staff: { ...facts.staff, subjects: changed(facts.staff.subjects, at, { taught: false }) },
  }),
  leader: (facts, at) => ({ ...facts, classes: changed(facts.classes, at, { led: false }) }),
  pupils: (facts, at) => ({ ...facts, classes: changed(facts.classes, at, { pupils: 0 }) }),
  curriculum: (facts, at) => ({ ...facts, classes: changed(facts.classes, at, { subjects: 0 }) }),
  placing: (facts, at) => ({ ...facts, groups: changed(facts.groups, at, { left: 1 }) }),
  ownTeacher: (facts, at) => ({
    ...facts,
    individual: changed(facts.individual, at, { untaught: 1 }),
  }),
  load: (facts, at) => ({ ...facts, load: changed(facts.load, at, { given: false }) }),
  allLoad: (facts) => ({ ...facts, load: [], pages: [], accounts: [] }),
  account: (facts, at) => ({ ...facts, accounts: changed(facts.accounts, at, { open: false }) }),
  hour: (facts, at) => ({ ...facts, pages: changed(facts.pages, at, { placed: 1 }) }),
  plan: (facts, at) => ({ ...facts, pages: changed(facts.pages, at, { planFilled: false }) }),
  control: (facts, at) => ({
    ...facts,
    controlled: new Set(without([...facts.controlled], at)),
  }),
};
/** The section each of them leaves not done. */
const TOUCHED: Readonly<Record<keyof typeof REMOVALS, ReadinessSection>> = {
  address: 'profile',
  phone: 'profile',
  period: 'periods',
  holiday: 'holidays',
  bell: 'bells',
  bells: 'bells',
  director: 'staff',
  deputy: 'staff',
  subjectTeacher: 'staff',
  leader: 'classes',
  pupils: 'pupils',
  curriculum: 'subjects',
  load: 'load',
  allLoad: 'plans',
  account: 'accounts',
  hour: 'timetable',
  plan: 'plans',
};

const rank = ({ state }: ReadinessItem) => READINESS_STATES.indexOf(state);
const itemOf = (facts: ReadinessFacts, section: ReadinessSection) =>
  readinessOf(facts).find((one) => one.section === section)!;

test('where all facts are there, every section is done', () => {
  fc.assert(
    fc.property(ready, (facts) => {
      for (const item of readinessOf(facts)) {
        expect(item).toMatchObject({ state: 'done', missing: [], after: null, have: item.total });
      }
    }),
  );
});

test('a fact that is taken away never makes more done, and its section is done no more', () => {
  const removals = fc.array(
    fc.tuple(fc.constantFrom(...Object.keys(REMOVALS)), fc.integer({ min: 0, max: 12 })),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(ready, removals, (whole, list) => {
      let facts = whole;
      for (const [name, at] of list) {
        const before = readinessOf(facts);
        facts = REMOVALS[name]!(facts, at);
        for (const [index, item] of readinessOf(facts).entries()) {
          expect(rank(item)).toBeLessThanOrEqual(rank(before[index]!));
          expect(item.have).toBeLessThanOrEqual(Math.max(1, before[index]!.have));
        }
      }
    }),
  );
  fc.assert(
    fc.property(ready, fc.constantFrom(...Object.keys(TOUCHED)), (whole, name) => {
      expect(itemOf(REMOVALS[name]!(whole, 0), TOUCHED[name]!).state).not.toBe('done');
    }),
  );
});

test('what is there and what is missing make up what is asked for', () => {
  fc.assert(
    fc.property(ready, fc.constantFrom(...Object.keys(REMOVALS)), (whole, name) => {
      for (const item of readinessOf(REMOVALS[name]!(whole, 0))) {
        expect(item.have + item.missing.length).toBe(item.total);
        if (item.state === 'done') expect([item.missing, item.after]).toEqual([[], null]);
        else expect(item.missing.length > 0 || item.after !== null).toBe(true);
      }
    }),
  );
});

test('of an empty journal nothing is done, and what waits names what comes first', () => {
  const empty: ReadinessFacts = {
    profile: { address: '', phone: '' },
    periods: [{ kind: 'year', gradeFrom: 1, gradeTo: 12 }],
    holidays: [],
    bells: [],
    rooms: 0,
    staff: { director: false, deputy: false, teachers: 0, subjects: [] },
    classes: [],
    groups: [],
    individual: [],
    load: [],
    accounts: [],
    pages: [],
    controlled: new Set(),
  };
  for (const { state } of readinessOf(empty)) expect(state).toBe('missing');
  // A class that nobody teaches anything has no timetable, though no hour of it is missing.
  const named = { ...empty, classes: [CLASS] };
  expect(itemOf(named, 'timetable')).toMatchObject({ state: 'missing', missing: ['5-А'] });
  expect(itemOf(empty, 'individual').after).toBe('pupils');
  expect(missingWords(itemOf(empty, 'plans'), 3)).toBe('Сначала — «Нагрузка учителей»');
  expect(missingWords(itemOf(empty, 'classes'), 3)).toBe('классы');
  expect(amountWords(itemOf(empty, 'classes'))).toBe('нет');
  expect(amountWords(itemOf(empty, 'plans'))).toBe('');
  const begun = { ...empty, periods: [{ kind: 'quarter', gradeFrom: 1, gradeTo: 9 }] } as const;
  expect(amountWords(itemOf(begun, 'periods'))).toBe('есть');
});

test('names and numbers are said as people say them', () => {
  const item: ReadinessItem = {
    section: 'classes',
    state: 'partly',
    have: 12,
    total: 16,
    whole: false,
    missing: ['1-А', '2-Б', '8-А', '8-Б'],
    after: null,
  };
  expect(amountWords(item)).toBe('12 из 16 классов');
  expect(amountWords({ ...item, have: 20, total: 21 })).toBe('20 из 21 класса');
  expect(amountWords({ ...item, state: 'done', have: 0, total: 0 })).toBe('не требуется');
  expect(missingWords(item, 2)).toBe('1-А; 2-Б и ещё 2');
  expect(missingWords(item, 4)).toBe('1-А; 2-Б; 8-А; 8-Б');
});

test('each section has its term of the regulation and its clauses', () => {
  const year = { startsOn: '2026-09-01', endsOn: '2027-05-26' } as const;
  const periods = [{ startsOn: '2026-09-01', endsOn: '2026-10-25' }] as const;
  for (const section of SECTION_KEYS) {
    const found = sectionDue(section, PRESETS.elzh, year, periods);
    expect(found.clauses).toEqual(expect.arrayContaining([...sectionFacts(section).clauses]));
    expect(found.due! <= '2026-09-05').toBe(true);
  }
  expect(sectionDue('timetable', PRESETS.elzh, year, periods).due).toBe('2026-09-05');
  expect(sectionDue('load', PRESETS.kia, year, periods).due).toBe('2026-08-20');
  expect(sectionDue('plans', PRESETS.tip, year, periods).due).toBe('2026-08-30');
  expect(sectionDue('plans', PRESETS.tip, year, []).due).toBeNull();
});
