import { expect, test } from 'vitest';
import type { GradedSubject, GradeSheet } from './grade-sheet';
import { reportedPeriodMarks } from './plan-period-marks';

const periods = [
  { id: 1, kind: 'quarter', number: 1, startsOn: '2026-09-01', endsOn: '2026-10-23' },
  { id: 9, kind: 'year', number: 1, startsOn: '2026-09-01', endsOn: '2027-05-26' },
] as const;
const names = { pupils: new Map([['Абрамов Илья', 5]]), subjects: new Map([['Алгебра', 3]]) };

function sheetWith(more: Partial<GradedSubject>): GradeSheet {
  const subject: GradedSubject = {
    subject: 'Алгебра',
    periods: [{ period: '1 Четверть', average: null, weightedAverage: null, mark: '4' }],
    yearMark: '5',
    examMark: null,
    stateExamMark: null,
    finalMark: null,
    ...more,
  };
  const pupils = [{ name: 'Абрамов Илья', subjects: [subject] }];
  return { school: '', schoolYear: undefined, className: '8А', pupils };
}

test('marks of the quarter and the year come under our ids', () => {
  const { marks, untaken } = reportedPeriodMarks(sheetWith({}), undefined, periods, names);
  expect(
    marks.map(({ pupilId, subjectId, period, text }) => [pupilId, subjectId, period.id, text]),
  ).toEqual([
    [5, 3, 1, '4'],
    [5, 3, 9, '5'],
  ]);
  expect(untaken).toEqual([]);
});

test.each<[Partial<GradedSubject>, RegExp]>([
  [{ examMark: '4' }, /за экзамены не загружены/],
  [{ stateExamMark: '4' }, /за экзамены не загружены/],
  [{ finalMark: '5' }, /Итоговые отметки не загружены/],
  [
    { periods: [{ period: '3 Триместр', average: null, weightedAverage: null, mark: '4' }] },
    /такого периода у класса нет/,
  ],
])('what has no place in the journal is told: %o', (more, sentence) => {
  const { untaken } = reportedPeriodMarks(sheetWith(more), undefined, periods, names);
  expect(untaken.join('; ')).toMatch(sentence);
});
