import { expect, test } from 'vitest';
import { defaultProposalRule } from '#domain/marks/propose';
import type { PageData } from '#contract/journal-page';
import type { Period, SchoolOverview } from '#contract/school';
import { FIVE_POINT_MARKS } from '#domain/marks/assessment';
import { createDesk } from '../desk/desk';
import { closedAt } from '../desk/edits';
import { cellHint } from '../grid/cell-hint';
import { closedText } from '../strip/place-text';
import { NOTHING_CLOSED } from '../testing/small-page';
import { createPageModel } from './page-model';
import { createPageStore } from './page-store';

const grades = { gradeFrom: 1, gradeTo: 9 } as const;
const first: Period = {
  id: 1,
  kind: 'quarter',
  number: 1,
  startsOn: '2026-09-01',
  endsOn: '2026-10-25',
  ...grades,
};
const second: Period = {
  id: 2,
  kind: 'quarter',
  number: 2,
  startsOn: '2026-11-02',
  endsOn: '2026-12-30',
  ...grades,
};
const year: Period = {
  id: 9,
  kind: 'year',
  number: 1,
  startsOn: '2026-09-01',
  endsOn: '2027-05-31',
  ...grades,
};
const overview: SchoolOverview = {
  name: 'Школа',
  city: '',
  year: { id: 1, name: '2026/2027', startsOn: '2026-09-01', endsOn: '2027-05-31' },
  periods: [first, second, year],
  holidays: [],
  workKinds: [],
  counts: { classes: 1, pupils: 2, staff: 1, pages: 1, timetables: 1 },
};

/** Абрамов left on 16 November and came back on the 21st; Власов came on the 18th from another school. */
const data = (periodId: number, elsewhere: PageData['elsewhere'] = []): PageData => ({
  locks: NOTHING_CLOSED,
  page: {
    id: 1,
    classId: 1,
    grade: 8,
    className: '8-Б',
    groupName: '',
    subjectId: 1,
    subjectName: 'Алгебра',
    teachers: ['Иванова А. П.'],
    mine: true,
    substituting: [],
    ...FIVE_POINT_MARKS,
    canEdit: true,
    noMarks: null,
    finals: 'none',
    withHomework: true,
    lessonsToFill: [],
  },
  substitutes: [],
  periodId,
  due: null,
  pupils: [
    [11, 'Абрамов', 'Илья', '', '2026-09-01', null, [['2026-11-17', '2026-11-20']]],
    [13, 'Власов', 'Семён', '', '2026-11-18', null, []],
  ],
  lessons: [
    [101, '2026-11-16', 2, '', '', 0],
    [102, '2026-11-19', 2, '', '', 0],
  ],
  planLinks: [],
  homework: [],
  groups: [],
  works: [],
  cells: [],
  marks: [],
  finalMarks: [],
  periodMarks: [],
  rules: {
    period: {
      minimum: 0,
      noteWhenDiffers: false,
      noteBelowMinimum: false,
      proposal: defaultProposalRule,
    },
    year: {
      minimum: 0,
      noteWhenDiffers: false,
      noteBelowMinimum: false,
      proposal: defaultProposalRule,
    },
  },
  controlWorks: [],
  olderDebts: [],
  brought: [
    [13, 2, 'current', '5', 1, '2026-11-10'],
    [13, 2, 'current', '4', 2, null],
    [13, 1, 'period', '3', 1, null],
  ],
  broughtFrom: [[13, 'МБОУ «Школа № 5»']],
  elsewhere,
});

function open(period: Period, elsewhere?: PageData['elsewhere']) {
  const rows = data(period.id, elsewhere);
  const model = createPageModel(rows, overview, '2026-11-23')!;
  return createPageStore(model, rows, {
    enterCell: (_at, version) => Promise.resolve(version + 1),
    enterCells: (cells) => Promise.resolve(cells.map(({ version }) => ({ version: version + 1 }))),
    setLesson: (_lesson, version) => Promise.resolve(version + 1),
    setHomework: (_lesson, version) => Promise.resolve(version + 1),
    removeWork: () => Promise.resolve(),
    setWork: () => Promise.resolve(),
    setPeriodMark: (_at, version) => Promise.resolve(version + 1),
    failureOf: () => ({ kind: 'refused' }),
    newId: () => '',
  });
}

test('marks from another school count with ours and are told before the arrival', () => {
  const store = open(second);
  expect(store.averages.of(13, second)).toMatchObject({
    plain: '4,50',
    weighted: '4,33',
    count: 2,
    proposed: '4',
  });
  const hint = cellHint(store, { row: 1, col: 0 });
  expect(hint).toContain('Из прежней школы (МБОУ «Школа № 5»): 5(10.11) 4×2');
  expect(cellHint(store, { row: 1, col: 1 })).not.toContain('прежней');
  expect(closedAt(store, 1, 0)).toBe('notYetHere');
  expect(closedAt(store, 1, 1)).toBeUndefined();
});

test('marks of the class the pupil was in before count as well and are told with its name', () => {
  const store = open(second, [
    [13, '3', 1, '2026-11-05', '8-А'],
    [13, '2', 1, '2026-10-05', '8-А'],
  ]);
  expect(store.averages.of(13, second)).toMatchObject({ plain: '4,00', count: 3 });
  expect(cellHint(store, { row: 1, col: 0 })).toContain(
    'Из прежней школы (МБОУ «Школа № 5»): 5(10.11) 4×2. Из 8-А: 3(05.11)',
  );
});

test('days between a leaving and the return take nothing, and the strip says why', () => {
  const store = open(second);
  expect(closedAt(store, 0, 0)).toBeUndefined();
  expect(closedAt(store, 0, 1)).toBe('awayThen');
  expect(closedText(store, { row: 0, col: 1 })).toContain('с 17.11.2026 по 20.11.2026');
  const desk = createDesk(store, () => 'down');
  desk.moveTo({ row: 0, col: 1 });
  desk.act({ do: 'digit', digit: '5' });
  expect(desk.notice()).toMatchObject({ problem: { kind: 'closed', why: 'awayThen' } });
});

test('a quarter passed elsewhere counts for the year and takes no mark here', () => {
  const store = open(year);
  expect(store.averages.of(13, year).proposed).toBe('3');
  expect(closedAt(store, 1, 0)).toBe('notYetHere');
  expect(closedAt(store, 0, 0)).toBeUndefined();
  const hint = cellHint(store, { row: 1, col: 0 });
  expect(hint).toContain('Отметка 3 выставлена в прежней школе (МБОУ «Школа № 5»)');
});
