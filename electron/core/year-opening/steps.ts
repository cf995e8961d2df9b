import { findCalendar, replaceSpecialDays } from '#db/queries/calendar';
import {
  findPeriods,
  findHolidays,
  insertHoliday,
  insertPeriod,
  insertYear,
  type PeriodRow,
} from '#db/queries/school';
import {
  continueClass,
  copyBellSchedules,
  findCurriculumOfYear,
  findGroupsOfYear,
  findPagesWithTeachers,
  findWorkingStaff,
  findYearClasses,
  insertCurriculumItem,
  insertGroupOfYear,
  insertLoad,
  insertYearClass,
} from '#db/queries/year-opening';
import type { ReadableDb } from '#db/statement';
import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import { calendarProblem } from '#domain/school/year-calendar';
import { planCurriculum, planGroups, planLoad } from '#domain/year-opening/copy-structure';
import type { ClassDraft } from '#domain/year-opening/next-classes';
import type { HolidayDraft, PeriodDraft, SpecialDayDraft } from '#domain/year-opening/next-year';
import { refuse } from '../refuse';
import type { Writing } from '../unit-of-work';
import { findOpening, noteStep, openingFor } from './opening';

type YearInput = {
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly periods: readonly PeriodDraft[];
  readonly holidays: readonly HolidayDraft[];
  readonly specialDays: readonly (Omit<SpecialDayDraft, 'worksAs'> & {
    readonly worksAs: number | null;
  })[];
};

/** Each period is no other one's second: what the journal's tables ask. */
function periodsAreTold(periods: readonly Omit<PeriodRow, 'id' | 'startsOn' | 'endsOn'>[]) {
  const keys = periods.map(({ kind, number, gradeFrom }) => `${kind} ${number} ${gradeFrom}`);
  return (
    new Set(keys).size === keys.length &&
    periods.every(({ gradeFrom, gradeTo }) => gradeFrom <= gradeTo)
  );
}

/**
 * The year itself (S8): dates, periods, holidays, special days, bells of the year before. What is there already,
 * made by hand or by an earlier run, stays as it is.
 */
export function openYear(writing: Writing, input: YearInput): void {
  const { db, today, record } = writing;
  const opening = findOpening(db, today);
  const { startsOn, endsOn } = input;
  const specialDays = input.specialDays.map((day) => ({
    ...day,
    worksAs: day.worksAs as Weekday | null,
  }));
  let to = opening.to;
  if (to === undefined) {
    const year = { startsOn, endsOn };
    const wrong = calendarProblem(year, { ...input, specialDays });
    const gradesTold = [...input.holidays, ...specialDays].every(
      ({ gradeFrom, gradeTo }) => gradeFrom <= gradeTo,
    );
    if (
      wrong !== undefined ||
      !periodsAreTold(input.periods) ||
      !gradesTold ||
      startsOn <= opening.from.endsOn
    ) {
      refuse('INVALID', { why: 'dates' });
    }
    const name = `${startsOn.slice(0, 4)}/${endsOn.slice(0, 4)}`;
    if (name === opening.from.name) refuse('INVALID', { why: 'dates' });
    to = { id: insertYear(db, { name, ...year }), name, ...year };
    record('schoolYear', String(to.id), null, { name, ...year });
  }
  if (findPeriods(db, to.id).length === 0) {
    const span = { startsOn: to.startsOn, endsOn: to.endsOn };
    for (const period of input.periods) insertPeriod(db, to.id, period);
    const gradeFrom = Math.min(...input.periods.map((period) => period.gradeFrom));
    const gradeTo = Math.max(...input.periods.map((period) => period.gradeTo));
    insertPeriod(db, to.id, { kind: 'year', number: 1, ...span, gradeFrom, gradeTo });
    record('periods', String(to.id), null, input.periods);
  }
  if (findHolidays(db, to.id).length === 0 && input.holidays.length > 0) {
    for (const holiday of input.holidays) insertHoliday(db, to.id, holiday);
    record('holidays', String(to.id), null, input.holidays);
  }
  if (findCalendar(db, to.id).specialDays.length === 0 && specialDays.length > 0) {
    replaceSpecialDays(db, to.id, specialDays);
    record('specialDays', String(to.id), null, specialDays);
  }
  const bells = copyBellSchedules(db, opening.from.id, to.id);
  if (bells > 0) record('bellSchedules', String(to.id), null, { copied: bells });
  noteStep(writing, { ...opening, to }, 'year');
}

/** The classes of the new year; one that is there already stays, and learns what it continues. */
export function makeClasses(
  writing: Writing,
  { classes }: { readonly classes: readonly ClassDraft[] },
): void {
  const { db, record } = writing;
  const opening = openingFor(writing, 'classes');
  const keys = classes.map(({ grade, letter }) => `${grade} ${letter}`);
  if (new Set(keys).size !== keys.length) refuse('INVALID', { why: 'classTwice' });
  const old = new Set(findYearClasses(db, opening.from.id).map(({ id }) => id));
  const works = new Set(findWorkingStaff(db).map(({ id }) => id));
  const known = new Map(
    findYearClasses(db, opening.to.id).map((one) => [`${one.grade} ${one.letter}`, one]),
  );
  for (const one of classes) {
    if (one.continuesId !== null && !old.has(one.continuesId))
      refuse('NOT_FOUND', { what: 'class' });
    if (one.homeroomTeacherId !== null && !works.has(one.homeroomTeacherId)) {
      refuse('NOT_FOUND', { what: 'staff' });
    }
    const there = known.get(`${one.grade} ${one.letter}`);
    if (there === undefined) {
      const id = insertYearClass(db, opening.to.id, { ...one, roomId: null });
      record('class', String(id), null, { ...one, yearId: opening.to.id });
    } else if (there.continuesId === null && one.continuesId !== null) {
      continueClass(db, there.id, one.continuesId);
      record('class', String(there.id), { continuesId: null }, { continuesId: one.continuesId });
    }
  }
  noteStep(writing, opening, 'classes');
}

/** What each step that asks nothing would make now; the same for the preview and for the deed. */
export function planStructure(db: ReadableDb, fromId: number, toId: number) {
  const [old, classes] = [findYearClasses(db, fromId), findYearClasses(db, toId)];
  const newCurriculum = findCurriculumOfYear(db, toId);
  const curriculum = planCurriculum(
    classes,
    old,
    findCurriculumOfYear(db, fromId),
    new Set(newCurriculum.map(({ classId }) => classId)),
  );
  const oldGroups = findGroupsOfYear(db, fromId, false);
  const newGroups = findGroupsOfYear(db, toId, true);
  const groups = planGroups(classes, old, oldGroups, newGroups);
  const oldPages = findPagesWithTeachers(db, fromId);
  const newPages = findPagesWithTeachers(db, toId);
  const works = new Set(findWorkingStaff(db).map(({ id }) => id));
  // Groups that are still to be made stand in for themselves with numbers no row has.
  const toCome = groups.map((group, index) => ({ ...group, id: -1 - index }));
  const load = planLoad({
    classes,
    old,
    curriculum: [...newCurriculum, ...curriculum],
    oldPages,
    oldGroups,
    groups: [...newGroups, ...toCome],
    existing: new Set(newPages.map(({ groupId, subjectId }) => `${groupId} ${subjectId}`)),
    works: (staffId) => works.has(staffId),
  });
  return {
    classes,
    curriculum,
    groups,
    load,
    kept: { curriculum: newCurriculum.length, groups: newGroups.length, load: newPages.length },
  };
}

/** Copies the curriculum, the groups or the load; what is there already is never doubled. */
export function copyStep(
  writing: Writing,
  { step }: { readonly step: 'curriculum' | 'groups' | 'load' },
): { readonly made: number } {
  const { db, record } = writing;
  const opening = openingFor(writing, step);
  const plan = planStructure(db, opening.from.id, opening.to.id);
  const rows = plan[step];
  if (step === 'curriculum') for (const item of plan.curriculum) insertCurriculumItem(db, item);
  if (step === 'groups') for (const group of plan.groups) insertGroupOfYear(db, group);
  if (step === 'load') {
    for (const one of plan.load) insertLoad(db, one, opening.to.startsOn);
  }
  if (rows.length > 0) record(step, String(opening.to.id), null, rows);
  noteStep(writing, opening, step);
  return { made: rows.length };
}
