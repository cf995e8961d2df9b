import type { ClassRow, SchoolOverview, YearRow } from '#contract/school';
import {
  countSchool,
  findClasses,
  findHolidays,
  findPeriods,
  findSchool,
  findWorkKinds,
  findYear,
  findYearOr,
  findYears,
} from '#db/queries/school';
import { dayWithin } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { OfYear, Reading } from '../unit-of-work';

/** Every school year, the newest first. */
export function years({ db, today }: Reading): readonly YearRow[] {
  const current = findYear(db, today)?.id;
  return findYears(db)
    .map((year) => ({ ...year, current: year.id === current }))
    .reverse();
}

/** The school, a year of it and what is already in the journal. */
export function overview({ db, today }: Reading, { yearId }: OfYear): SchoolOverview {
  const school = findSchool(db);
  const year = findYearOr(db, yearId, today);
  if (school === undefined || year === undefined) refuse('NOT_FOUND', { what: 'period' });
  return {
    name: school.name,
    city: school.city,
    year,
    periods: findPeriods(db, year.id),
    holidays: findHolidays(db, year.id),
    workKinds: findWorkKinds(db).map((kind) => ({
      ...kind,
      written: kind.written === 1,
      archived: kind.archived === 1,
    })),
    counts: countSchool(db, year.id, today),
  };
}

/** The classes of a year in natural order. */
export function classes({ db, today }: Reading, { yearId }: OfYear): readonly ClassRow[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  return findClasses(db, year.id, dayWithin(year, today)).map(
    ({ id, grade, letter, pupils, homeroomTeacherId, lastName, firstName, middleName }) => ({
      id,
      homeroomTeacherId,
      grade,
      letter,
      name: formatClassName({ grade, letter }),
      pupils,
      homeroomTeacher:
        lastName === null
          ? null
          : shortName({ lastName, firstName: firstName ?? '', middleName: middleName ?? '' }),
    }),
  );
}
