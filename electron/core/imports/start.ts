import type { ImportStart } from '#contract/imports';
import { findTimetableVersions } from '#db/queries/timetable';
import { findYear } from '#db/queries/school';
import { addDays, weekdayOf } from '#domain/calendar/iso-date';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

/** The year files go into, and the day a new timetable most likely begins: next Monday, or with the year. */
export function importStart({ db, today }: Reading): ImportStart {
  const year = findYear(db, today) ?? refuse('NOT_FOUND', { what: 'period' });
  const first = findTimetableVersions(db, year.id).length === 0 || today < year.startsOn;
  const monday = addDays(today, 8 - weekdayOf(today));
  return {
    yearName: year.name,
    startsOn: year.startsOn,
    endsOn: year.endsOn,
    timetableFrom: first ? year.startsOn : monday,
  };
}
