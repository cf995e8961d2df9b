import { liesInClosedYear, type InYear } from '#db/queries/closed-years';
import { findYear } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { refuse } from './refuse';

type Names = Readonly<Record<string, InYear>>;

/** How inputs name what lies in a year. */
const USUAL: Names = {
  yearId: 'year',
  classId: 'class',
  otherClassIds: 'class',
  toClassId: 'class',
  groupId: 'group',
  ofGroup: 'group',
  pageId: 'page',
  pageIds: 'page',
  lessonId: 'lesson',
  versionId: 'timetable',
};
const PLAN: Names = { planId: 'plan' };
const INDIVIDUAL: Names = { planId: 'individualPlan' };
const BELLS: Names = { id: 'bells' };
const CONTROL: Names = { id: 'controlWork' };
const ABSENCE: Names = { id: 'absence', fromDate: 'day', toDate: 'day' };

/**
 * The commands that change what lies in a school year, by their names in the trail, with what their own
 * inputs call it. Those of journal pages and attendance ask the locks, cell by cell, which know a closed
 * year as well.
 */
const BOUND: Readonly<Record<string, Names>> = {
  'class.add': {},
  'class.set': {},
  'class.remove': {},
  'curriculum.set': {},
  'load.setTeachers': {},
  'group.add': {},
  'group.set': {},
  'group.remove': {},
  'group.place': {},
  'individualPlan.add': {},
  'individualPlan.set': INDIVIDUAL,
  'individualPlan.remove': INDIVIDUAL,
  'bells.add': {},
  'bells.save': BELLS,
  'bells.remove': BELLS,
  'year.saveCalendar': {},
  'yearOpening.pupils': {},
  'movement.enter': { on: 'day' },
  'movement.revoke': { orderId: 'order' },
  'timetable.edit': {},
  'timetable.newDraft': {},
  'timetable.describe': {},
  'timetable.deleteDraft': {},
  'timetable.putInForce': {},
  'timetable.withdraw': {},
  'import.timetable': {},
  'plan.create': {},
  'plan.import': {},
  'plan.save': PLAN,
  'plan.remove': PLAN,
  'plan.attach': PLAN,
  'plan.countGiven': {},
  'plan.correct': {},
  'absence.set': ABSENCE,
  'absence.remove': ABSENCE,
  'dayChange.register': {},
  'dayChange.takeBack': { changeId: 'dayChange' },
  'dataCheck.start': {},
  'dataCheck.mark': { checkId: 'dataCheck' },
  'controlWork.set': CONTROL,
  'controlWork.remove': CONTROL,
  'controlWork.fix': CONTROL,
  'regulation.putInForce': { fromDate: 'day' },
  'regulation.withdraw': { id: 'regulation' },
};
/** They mean the year of today where none is named. */
const OF_TODAY: ReadonlySet<string> = new Set([
  'timetable.newDraft',
  'import.timetable',
  'plan.create',
  'plan.import',
]);

function namesClosed(db: ReadableDb, names: Names, input: unknown): boolean {
  if (Array.isArray(input)) return input.some((one) => namesClosed(db, names, one));
  if (typeof input !== 'object' || input === null) return false;
  return Object.entries(input).some(([key, value]: [string, unknown]) => {
    // A list may call something «constructor»: only own names are names here.
    const what = Object.hasOwn(names, key) ? names[key] : undefined;
    if (what === undefined) return namesClosed(db, names, value);
    return (Array.isArray(value) ? value : [value]).some(
      (named: unknown) =>
        (typeof named === 'number' || typeof named === 'string') &&
        liesInClosedYear(db, what, named as number | IsoDate),
    );
  });
}

/** Refuses a command that would change a closed year (КИА 4.1.12): such a year is only looked at. */
export function checkYearOpen(
  db: ReadableDb,
  { action, today }: { readonly action: string; readonly today: IsoDate },
  input: unknown,
): void {
  const own = BOUND[action];
  if (own === undefined) return;
  const named = typeof input === 'object' && input !== null && 'yearId' in input;
  const meant = OF_TODAY.has(action) && !named ? findYear(db, today)?.id : undefined;
  const closed =
    (meant !== undefined && liesInClosedYear(db, 'year', meant)) ||
    namesClosed(db, { ...USUAL, ...own }, input);
  if (closed) refuse('INVALID', { why: 'yearClosed' });
}
