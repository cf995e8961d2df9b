import { findCalendar } from '#db/queries/calendar';
import { deleteLesson, insertLesson } from '#db/queries/import-timetable';
import { findPagesOfYear } from '#db/queries/journal-page';
import {
  findLessonStates,
  findMovedFrom,
  findPagesInForce,
  setLessonCancelled,
} from '#db/queries/lessons';
import type { YearRow } from '#db/queries/school';
import { findTimetableEntries, findTimetableVersions } from '#db/queries/timetable';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import { planRelay, type RelayPlan, type VersionInForce } from '#domain/timetable/plan-relay';
import type { Writing } from '../unit-of-work';

/** How many lessons laying them anew adds, removes, leaves as they are, and keeps though unwanted. */
export type RelayResult = {
  readonly added: number;
  readonly removed: number;
  readonly kept: number;
  readonly held: number;
};

type Year = Pick<YearRow, 'id' | 'endsOn'>;
type Order = {
  readonly year: Year;
  /** Nothing before this day is touched. */
  readonly from: IsoDate;
  /** Versions as they would be; where not given, those in force. */
  readonly versions?: readonly VersionInForce[];
  /** The pages of a version that began on `from` and was taken back. */
  readonly takenBack?: readonly number[];
  /** The calendar as it would be; where not given, the one of the year. */
  readonly calendar?: SchoolCalendar;
};

/** Every version of the year in force with its entries. */
export const versionsInForce = (db: ReadableDb, yearId: number): readonly VersionInForce[] =>
  findTimetableVersions(db, yearId).map((version) => ({
    ...version,
    entries: findTimetableEntries(db, version.id),
  }));

function plan(db: ReadableDb, { year, from, versions, takenBack, calendar }: Order): RelayPlan {
  const timetabled = new Set([...findPagesInForce(db, year.id), ...(takenBack ?? [])]);
  const laid = versions ?? versionsInForce(db, year.id);
  for (const { entries } of laid) for (const { pageId } of entries) timetabled.add(pageId);
  return planRelay({
    from,
    yearEndsOn: year.endsOn,
    calendar: calendar ?? findCalendar(db, year.id),
    versions: laid,
    gradeOf: new Map(findPagesOfYear(db, year.id).map(({ id, grade }) => [id, grade])),
    lessons: findLessonStates(db, year.id, from).map((lesson) => ({
      ...lesson,
      cancelled: lesson.cancelled === 1,
      holds: lesson.holds === 1,
      changed: lesson.changed === 1,
      mentioned: lesson.mentioned === 1,
    })),
    movedFrom: findMovedFrom(db, year.id, from),
    timetabled,
    clears: takenBack !== undefined,
  });
}

const resultOf = ({ add, remove, hide, show, kept, held }: RelayPlan): RelayResult => ({
  added: add.length + show.length,
  removed: remove.length + hide.length,
  kept: kept - show.length,
  held: held.length,
});

/** What `relayLessons` would do: with these versions and this calendar, or those in force. */
export const previewRelay = (db: ReadableDb, order: Order): RelayResult =>
  resultOf(plan(db, order));

/**
 * Makes the lessons of a year agree with its timetable, calendar and changes of days from a day on
 * (T1, S2; the rule is `planRelay`). For every command after which they may differ: a version put
 * in force, a holiday moved, a working Saturday, a new year. Leaves one line in the audit trail
 * where it changed anything.
 */
export function relayLessons(
  { db, record }: Pick<Writing, 'db' | 'record'>,
  order: Omit<Order, 'versions' | 'calendar'>,
): RelayResult {
  const planned = plan(db, order);
  for (const { id } of planned.remove) deleteLesson(db, id);
  for (const { id } of planned.hide) setLessonCancelled(db, id, true);
  for (const { id } of planned.show) setLessonCancelled(db, id, false);
  for (const { pageId, date, lessonNumber } of planned.add) {
    insertLesson(db, pageId, date, lessonNumber);
  }
  const result = resultOf(planned);
  if (result.added + result.removed > 0) {
    record('lessons', String(order.year.id), null, { from: order.from, ...result });
  }
  return result;
}
