import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayLoad, homeworkNorm, type DueTask } from './day-load';
import {
  homeworkProblem,
  NO_DETAILS,
  NO_HOMEWORK,
  sameHomework,
  type LessonHomework,
} from './homework';

const lesson = { homeworkAllowed: true, date: '2026-11-18', yearEndsOn: '2027-05-31' } as const;
const task = { ...NO_DETAILS, text: 'Карточка 4', groupId: null, pupilIds: [1] };

test('homework is due after its lesson and within the year; some grades have none', () => {
  const due = (dueOn: `${number}-${number}-${number}`): LessonHomework => ({
    forAll: { ...NO_DETAILS, dueOn },
    tasks: [],
  });
  expect(homeworkProblem(NO_HOMEWORK, lesson)).toBeUndefined();
  expect(homeworkProblem(due('2026-11-20'), lesson)).toBeUndefined();
  expect(homeworkProblem(due('2026-11-18'), lesson)).toBe('dates');
  expect(homeworkProblem(due('2027-06-01'), lesson)).toBe('dates');
  const own = { forAll: NO_DETAILS, tasks: [{ ...task, dueOn: '2026-11-17' }] } as const;
  expect(homeworkProblem(own, lesson)).toBe('dates');
  expect(homeworkProblem(NO_HOMEWORK, { ...lesson, homeworkAllowed: false })).toBe(
    'noHomeworkInThisGrade',
  );
});

test('any difference in whom, what, when, how or how long is a difference', () => {
  const one: LessonHomework = { forAll: NO_DETAILS, tasks: [task] };
  expect(sameHomework(one, { forAll: { ...NO_DETAILS }, tasks: [{ ...task }] })).toBe(true);
  for (const change of [
    { text: 'Карточка 5' },
    { groupId: 3 },
    { pupilIds: [1, 2] },
    { dueOn: '2026-11-20' },
    { minutes: 15 },
    { manner: 'oral' },
    { materials: 'карта.pdf' },
  ] as const) {
    expect(sameHomework(one, { ...one, tasks: [{ ...task, ...change }] })).toBe(false);
  }
  expect(sameHomework(one, { ...one, tasks: [] })).toBe(false);
});

test('norms by grade (СанПиН 1.2.3685-21, table 6.6)', () => {
  expect([1, 2, 3, 4, 5, 6, 8, 9, 11].map(homeworkNorm)).toEqual([
    0, 90, 90, 120, 120, 150, 150, 210, 210,
  ]);
});

const tasks = fc.array(
  fc.record({
    subjectId: fc.integer({ min: 1, max: 4 }),
    minutes: fc.option(fc.integer({ min: 1, max: 60 })),
    pupilIds: fc.array(fc.integer({ min: 1, max: 5 })).map((ids) => new Set(ids)),
  }),
  { maxLength: 12 },
);

test('the load of a day is that of the pupil who has most', () => {
  fc.assert(
    fc.property(tasks, (due) => {
      const pupils = [1, 2, 3, 4, 5];
      const load = dayLoad(pupils, due);
      const of = (pupil: number) =>
        due
          .filter(({ pupilIds }) => pupilIds.has(pupil))
          .reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
      expect(load.minutes).toBe(Math.max(...pupils.map(of)));
      expect(load.subjects.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(load.minutes);
    }),
  );
});

test('two groups at once do not add up; what nobody estimated is counted apart', () => {
  const due: DueTask[] = [
    { subjectId: 1, minutes: 30, pupilIds: new Set([1, 2]) },
    { subjectId: 2, minutes: 20, pupilIds: new Set([1]) },
    { subjectId: 2, minutes: 25, pupilIds: new Set([2]) },
    { subjectId: 3, minutes: null, pupilIds: new Set([1, 2]) },
  ];
  expect(dayLoad([1, 2], due)).toEqual({
    minutes: 55,
    subjects: [
      { subjectId: 1, minutes: 30 },
      { subjectId: 2, minutes: 25 },
    ],
    unknown: 1,
  });
  expect(dayLoad([], due)).toEqual({ minutes: 0, subjects: [], unknown: 0 });
});
