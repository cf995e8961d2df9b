import type { Absence, DayOfChanges, DayPlan } from '#contract/changes';
import { findAbsences, type NamedAbsenceRow } from '#db/queries/absences';
import { findDaysAround } from '#db/queries/day-lessons';
import { addDays, daysFromTo, type IsoDate } from '#domain/calendar/iso-date';
import { shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { changedLessons, shownChange } from './day-view';

const absenceView = (row: NamedAbsenceRow): Absence => ({
  id: row.id,
  staffId: row.staffId,
  name: shortName(row),
  fromDate: row.fromDate,
  toDate: row.toDate,
  reason: row.reason,
  document: row.document,
  note: row.note,
});

/** A day: who is absent, its lessons and what was decided about them (T2). */
export function dayOfChanges(
  reading: Reading,
  input: { readonly date?: IsoDate | undefined },
): DayOfChanges {
  const { db, today } = reading;
  const date = input.date ?? today;
  return {
    date,
    ...findDaysAround(db, date),
    absences: findAbsences(db, date, date).map(absenceView),
    lessons: changedLessons(reading, { from: date, to: date }).map(({ lesson }) => lesson),
  };
}

/** Longest span that is asked at once: a fortnight. */
const LONGEST = 14;

/**
 * Some days of a teacher or a class as they are held, with changes: moved, cancelled, given away and
 * taken over. Where nobody is named, of the one who asks.
 */
export function dayPlan(
  reading: Reading,
  input: {
    readonly from: IsoDate;
    readonly to: IsoDate;
    readonly staffId?: number | undefined;
    readonly classId?: number | undefined;
  },
): readonly DayPlan[] {
  const { from, to, classId } = input;
  if (to < from || to > addDays(from, LONGEST)) refuse('INVALID', { why: 'dates' });
  const staffId = classId === undefined ? (input.staffId ?? reading.actor.staffId) : undefined;
  const lessons = changedLessons(reading, { from, to }).flatMap(({ lesson: changed, held }) => {
    const lesson = { ...changed, changes: changed.changes.map(shownChange) };
    if (classId !== undefined) {
      const concerns = held?.group.classIds.includes(classId) ?? lesson.classId === classId;
      return concerns ? [{ ...lesson, substituting: false, givenAway: false }] : [];
    }
    const holds = lesson.teachers.some(({ id }) => id === staffId);
    const own = held?.ownTeacherIds.some((id) => id === staffId) ?? holds;
    if (!holds && !own) return [];
    return [{ ...lesson, substituting: holds && !own, givenAway: own && !holds }];
  });
  const byDay = Map.groupBy(lessons, ({ date }) => date);
  return daysFromTo(from, to).map((date) => ({ date, lessons: byDay.get(date) ?? [] }));
}
