import { findYearOfBrought } from '#db/queries/brought-marks';
import type { ClassOfPupilRow } from '#db/queries/pupil-card';
import { findPeriods, type PeriodRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Span } from '#domain/groups/membership';

export type BroughtYear = {
  /** Where the pupil learns now or is to learn; undefined where in no class. */
  readonly ofClass: ClassOfPupilRow | undefined;
  readonly yearId: number | undefined;
  /** The parts of the year the pupil's grade has. */
  readonly periods: readonly PeriodRow[];
  readonly stays: readonly Span[];
};

/** The class of today, or the one that begins next; who left is in none. */
const classNow = (classes: readonly ClassOfPupilRow[], today: IsoDate) =>
  classes.findLast(({ toDate }) => toDate === null || toDate >= today);

/** The year brought marks are about: that of the pupil's class, else of what was brought before. */
export function broughtYear(
  db: ReadableDb,
  pupilId: number,
  classes: readonly ClassOfPupilRow[],
  today: IsoDate,
): BroughtYear {
  const ofClass = classNow(classes, today);
  const yearId = ofClass?.yearId ?? findYearOfBrought(db, pupilId);
  const all = yearId === undefined ? [] : findPeriods(db, yearId);
  return {
    ofClass,
    yearId,
    periods: all.filter(
      ({ kind, gradeFrom, gradeTo }) =>
        kind !== 'year' &&
        (ofClass === undefined || (gradeFrom <= ofClass.grade && ofClass.grade <= gradeTo)),
    ),
    stays: classes.map(({ fromDate, toDate }) => ({ from: fromDate, to: toDate })),
  };
}
