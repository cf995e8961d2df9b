import { expect, test } from 'vitest';
import type { ControlPage, ControlSchedule, ControlWork } from '#contract/control-works';
import { filterChoices, needsAttention, shownOf } from './schedule-model';

const classOf = (id: number, name: string, grade: number) => ({ id, name, grade });
const EIGHTH = classOf(1, '8-А', 8);
const NINTH = classOf(2, '9-А', 9);
const pageOf = (id: number, subjectId: number, teacherId: number, ...own: (typeof EIGHTH)[]) =>
  ({
    id,
    classes: own,
    groupName: '',
    subjectId,
    subjectName: `Предмет ${subjectId}`,
    subjectShort: `П${subjectId}`,
    teachers: [{ id: teacherId, name: `Учитель ${teacherId}` }],
    mayPropose: true,
  }) satisfies ControlPage;
const ALGEBRA = pageOf(1, 1, 5, EIGHTH);
const STREAM = pageOf(2, 2, 6, EIGHTH, NINTH);

const work = (id: number, page: ControlPage, change: Partial<ControlWork> = {}): ControlWork => ({
  id,
  version: 1,
  page,
  date: '2026-11-24',
  lessonNumber: 2,
  kindId: 5,
  kindName: 'Контрольная работа',
  kindShort: 'К/р',
  title: '',
  level: 'school',
  note: '',
  fixed: true,
  overWhy: '',
  mayChange: true,
  proposedBy: '',
  held: false,
  problem: null,
  over: [],
  explained: true,
  ...change,
});
const OVER = { className: '8-А', limit: 'perDay', works: 2, allowed: 1 } as const;
const schedule: ControlSchedule = {
  classes: [
    { ...EIGHTH, days: ['2026-11-23', '2026-11-24', '2026-11-30'] },
    { ...NINTH, days: ['2026-11-24'] },
  ],
  pages: [ALGEBRA, STREAM],
  works: [
    work(1, ALGEBRA, { over: [OVER], explained: false }),
    work(2, STREAM, { over: [OVER], explained: true }),
    work(3, ALGEBRA, { date: '2026-11-28', problem: { kind: 'dayOff' } }),
  ],
  limits: [],
  closed: false,
};
const ids = (works: readonly ControlWork[]) => works.map(({ id }) => id);

test('a work of a stream stands in each of its classes; days without lessons stay where a work stands', () => {
  const shown = shownOf(schedule, {});
  expect(shown.days.map(({ date, opensWeek }) => [date, opensWeek])).toEqual([
    ['2026-11-23', true],
    ['2026-11-24', false],
    ['2026-11-28', false],
    ['2026-11-30', true],
  ]);
  expect(ids(shown.at(1, '2026-11-24'))).toEqual([1, 2]);
  expect(ids(shown.at(2, '2026-11-24'))).toEqual([2]);
  expect(shown.rows.map(({ name }) => name)).toEqual(['8-А', '9-А']);
});

test('a filter leaves the classes it concerns, and the rest of their load faint', () => {
  const shown = shownOf(schedule, { teacherId: 5 });
  expect(shown.rows.map(({ name }) => name)).toEqual(['8-А']);
  expect(ids(shown.works)).toEqual([1, 3]);
  expect(shown.at(1, '2026-11-24').map(shown.isAsked)).toEqual([true, false]);
  expect(shownOf(schedule, { grade: 9 }).rows.map(({ name }) => name)).toEqual(['9-А']);
  expect(shownOf(schedule, { subjectId: 3 }).rows).toEqual([]);
});

test('a lesson that is not there and an unexplained excess ask for attention, an explained one does not', () => {
  expect(ids(schedule.works.filter(needsAttention))).toEqual([1, 3]);
  const shown = shownOf(schedule, { attention: true });
  expect(ids(shown.works)).toEqual([1, 3]);
  expect(shown.rows.map(({ name }) => name)).toEqual(['8-А']);
});

test('subjects and teachers to choose from are those of the pages', () => {
  expect(filterChoices(schedule)).toMatchObject({
    grades: [8, 9],
    subjects: [{ value: '1' }, { value: '2' }],
    teachers: [{ value: '5' }, { value: '6' }],
  });
});
