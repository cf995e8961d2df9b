import { findPupilsInSpan } from '#db/queries/attendance';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';

/** Who is in the class on a day; each day is read once. */
export function pupilsOfClassOn(db: ReadableDb, classId: number) {
  const days = new Map<IsoDate, ReadonlySet<number>>();
  return (date: IsoDate): ReadonlySet<number> => {
    const known =
      days.get(date) ??
      new Set(findPupilsInSpan(db, { classId, from: date, to: date }).map(({ id }) => id));
    days.set(date, known);
    return known;
  };
}
