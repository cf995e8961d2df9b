import type { PageData } from '#contract/journal-page';
import { FIVE_POINTS } from '#domain/marks/point-scale';
import { defaultProposalRule } from '#domain/marks/propose';
import type { Period, SchoolOverview } from '#contract/school';
import { createDesk } from '../desk/desk';
import type { Desk } from '../desk/desk-type';
import type { MoveAfter } from '../desk/settings';
import { createPageModel } from '../store/page-model';
import { createPageStore, type PageStore } from '../store/page-store';

export const quarter: Period = {
  id: 2,
  kind: 'quarter',
  number: 2,
  startsOn: '2026-11-02',
  endsOn: '2026-12-30',
  gradeFrom: 1,
  gradeTo: 9,
};
const overview: SchoolOverview = {
  name: 'Школа',
  city: '',
  year: { id: 1, name: '2026/2027', startsOn: '2026-09-01', endsOn: '2027-05-31' },
  periods: [quarter],
  holidays: [],
  workKinds: [
    { id: 1, name: 'Ответ на уроке', shortName: 'Отв', weight: 1, written: false, archived: false },
    {
      id: 2,
      name: 'Контрольная работа',
      shortName: 'К/р',
      weight: 3,
      written: true,
      archived: false,
    },
  ],
  counts: { classes: 1, pupils: 3, staff: 1, pages: 1, timetables: 1 },
};
const LAX_RULES = {
  minimum: 0,
  noteWhenDiffers: false,
  noteBelowMinimum: false,
  proposal: defaultProposalRule,
} as const;
const LAX: PageData['rules'] = { period: LAX_RULES, year: LAX_RULES };
export const NOTHING_CLOSED: PageData['locks'] = {
  lessons: [],
  periods: [],
  finals: null,
  newcomers: [],
  clauses: {},
  mayOpen: ['administrator'],
  iMayOpen: false,
  openings: [],
  outages: [],
};
const data = (change: Partial<PageData['page']> = {}): PageData => ({
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
    grading: 'marks',
    scale: FIVE_POINTS,
    canEdit: true,
    noMarks: null,
    finals: 'none',
    withHomework: true,
    lessonsToFill: [],
    ...change,
  },
  substitutes: [],
  periodId: 2,
  due: { marks: 3, by: '2026-12-28' },
  pupils: [
    [11, 'Абрамов', 'Илья', '', '2026-09-01', null, []],
    [12, 'Белова', 'Мария', '', '2026-09-01', null, []],
    [13, 'Власов', 'Семён', '', '2026-11-18', null, []],
  ],
  lessons: [
    [101, '2026-11-16', 2, '', '', 0],
    [102, '2026-11-19', 2, '', '', 0],
    [103, '2026-11-24', 2, '', '', 0],
  ],
  planLinks: [],
  controlWorks: [],
  olderDebts: [],
  works: [[101, 1, 2, 3, '', null, null, null]],
  homework: [],
  groups: [],
  cells: [[101, 11, 1, null, null, '']],
  marks: [[101, 11, 1, 1, '5']],
  finalMarks: [],
  periodMarks: [],
  rules: LAX,
  brought: [],
  broughtFrom: [],
  elsewhere: [],
});

/** A page of three pupils and three lessons: one mark in the first, the third is still to come. */
export function openSmallPage(
  move: () => MoveAfter,
  change: Partial<PageData['page']> = {},
  rules: PageData['rules'] = LAX,
  onDisk: () => Promise<void> = async () => undefined,
): { readonly store: PageStore; readonly desk: Desk; readonly sent: readonly string[] } {
  const given = { ...data(change), rules };
  const model = createPageModel(given, overview, '2026-11-23');
  if (model === undefined) throw new Error('no such period');
  const sent: string[] = [];
  let ids = 0;
  const store = createPageStore(model, given, {
    enterCell: async ({ lessonId, pupilId }, version) => {
      sent.push(`${lessonId}:${pupilId}`);
      await onDisk();
      return version + 1;
    },
    enterCells: async (cells) => {
      sent.push(cells.map(({ at }) => `${at.lessonId}:${at.pupilId}`).join(' '));
      return cells.map(({ version }) => ({ version: version + 1 }));
    },
    setLesson: async (_lesson, version) => version + 1,
    setHomework: async (_lesson, version) => version + 1,
    removeWork: async () => undefined,
    setWork: async () => undefined,
    setPeriodMark: async (_at, version) => version + 1,
    failureOf: () => ({ kind: 'refused' }),
    newId: () => String((ids += 1)),
  });
  return { store, desk: createDesk(store, move), sent };
}
