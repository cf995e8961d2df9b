import { findHoursOfPage, type PageRow } from '#db/queries/journal-page';
import type { PeriodRow } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { marksForbidden } from '#domain/journal/marks-allowed';
import type { MarksDue } from '#domain/marks/minimum-marks';
import { judgedOn, marksDueFor } from '#domain/regulation/period-rules';
import { weeklyHoursOf } from '#domain/timetable/unplaced';
import { regulationOn } from '../regulation/versions';
import type { Reading } from '../unit-of-work';

/** By the curriculum, else by the load. */
export const pageHours = (ofTeachers: readonly number[], ofCurriculum: number | undefined) =>
  ofCurriculum ?? weeklyHoursOf(ofTeachers, undefined);

/** How many hours a week the page's subject has: by the curriculum, else by the load. */
export function hoursOfPage(db: ReadableDb, page: PageRow, today: IsoDate): number {
  const { ofTeachers, ofCurriculum } = findHoursOfPage(db, page, today);
  return pageHours(ofTeachers, ofCurriculum);
}

/**
 * How many marks the period's mark needs on a page, by its hours a week and the rules in force, and
 * by when it is due (R3, КИА 5.2, 5.3); null for the year and where no marks are given.
 */
export function marksDueOn(
  { db, today }: Pick<Reading, 'db' | 'today'>,
  page: PageRow,
  period: Pick<PeriodRow, 'kind' | 'startsOn' | 'endsOn'>,
): MarksDue | null {
  const day = judgedOn(period, today);
  const regulation = regulationOn(db, day);
  if (period.kind === 'year' || marksForbidden(page, regulation) !== undefined) return null;
  return marksDueFor(regulation, period, hoursOfPage(db, page, day));
}
