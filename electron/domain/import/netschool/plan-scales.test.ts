import { expect, test } from 'vitest';
import type { Assessment } from '../../marks/assessment';
import { PRESETS } from '../../regulation/presets/index';
import { TEN_POINTS } from '../../marks/testing/scales';
import type { AttendanceReport } from './attendance-report';
import { planMarks, type MarksGround } from './plan-marks';
import { planPeriodMarks, type KnownPeriod } from './plan-period-marks';

const TEN: Assessment = { grading: 'marks', scale: TEN_POINTS };
const IN_FIVE: Assessment = { grading: 'marks', scale: { ...TEN_POINTS, periodsInFive: true } };
const CREDIT: Assessment = { grading: 'credit', scale: TEN_POINTS };
const period: KnownPeriod = {
  id: 7,
  kind: 'quarter',
  number: 1,
  startsOn: '2026-09-01',
  endsOn: '2026-10-25',
};

/** What of these period marks would be written in a subject assessed so. */
function taken(assessment: Assessment, ...texts: readonly string[]) {
  const { write, problems } = planPeriodMarks(
    texts.map((text, index) => ({
      pupil: `Ученик ${index}`,
      pupilId: index + 1,
      subjectId: 3,
      period,
      text,
    })),
    {
      grade: 8,
      regulation: PRESETS.tip,
      subjects: new Map([[3, { ...assessment, name: 'Физика' }]]),
      present: new Map(),
    },
  );
  return [write.map(({ value }) => value).join(' '), problems.length] as const;
}

test('period marks are taken by the scale that periods are marked by', () => {
  expect(taken(TEN, '9', '10', '11', 'н/а', 'зач')).toEqual(['9 10 н/а', 2]);
  expect(taken(IN_FIVE, '9', '5', 'осв')).toEqual(['5 осв', 1]);
  expect(taken(CREDIT, '5', 'зач', 'незач')).toEqual(['зач незач', 1]);
});

test('lessons’ marks of the scale are taken, others become a remark and lose nothing', () => {
  const report: AttendanceReport = {
    school: '',
    schoolYear: undefined,
    className: '8-А',
    period: undefined,
    problems: [],
    pupils: [
      {
        name: 'Абрамов Илья',
        subjects: [
          {
            subject: '3',
            cells: [
              { date: '2026-09-10', row: 1, column: 1, works: [[10], [43]], attendances: [] },
            ],
            average: null,
            weightedAverage: null,
            periodMark: null,
          },
        ],
      },
    ],
  };
  const ground: MarksGround = {
    grade: 8,
    regulation: PRESETS.tip,
    subjects: new Map([[3, { ...TEN, name: 'Физика' }]]),
    lessons: [],
    busy: new Map(),
    cells: new Map(),
  };
  const { cells, notes } = planMarks(report, new Map([['Абрамов Илья', 1]]), ground);
  expect(cells[0]?.content.marks.map(({ value }) => value)).toEqual(['10']);
  expect(cells[0]?.content.remark).toBe('В «Сетевом городе» здесь стояла отметка 43');
  expect(notes).toMatchObject([{ kind: 'kept', marks: '43' }]);
});
