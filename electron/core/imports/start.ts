import type { ImportStart } from '#contract/imports';
import { findTimetableVersions } from '#db/queries/timetable';
import { findYearOr } from '#db/queries/school';
import { addDays, weekdayOf } from '#domain/calendar/iso-date';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';

/** The year files go into, and the day a new timetable most likely begins: next Monday, or with the year. */
export function importStart({ db, today }: Reading, { yearId }: OfYear): ImportStart {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const first = findTimetableVersions(db, year.id).length === 0 || today < year.startsOn;
  const monday = addDays(today, 8 - weekdayOf(today));
  return {
    yearName: year.name,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    timetableFrom: first ? year.startsOn : monday,
  };
}
