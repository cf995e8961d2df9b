import type { ClassRow, SchoolOverview, TimetableView, YearRow } from '#contract/school';
import { findPagesOfYear, findTeachersOfYear } from '#db/queries/journal-page';
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
import { findTimetableEntries, findTimetableVersion } from '#db/queries/timetable';
import { dayWithin } from '#domain/calendar/iso-date';
import { formatClassName, formatClassNames } from '#domain/people/class-name';
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
    workKinds: findWorkKinds(db).map((kind) => ({ ...kind, written: kind.written === 1 })),
    counts: countSchool(db, year.id, today),
  };
}

/** The classes of a year in natural order. */
export function classes({ db, today }: Reading, { yearId }: OfYear): readonly ClassRow[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  return findClasses(db, year.id, dayWithin(year, today)).map(
    ({ id, grade, letter, pupils, lastName, firstName, middleName }) => ({
      id,
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

/** The timetable in force today, of one class, one teacher, or (where neither is named) of all. */
export function timetable(
  { db, today }: Reading,
  input: { readonly classId?: number | undefined; readonly staffId?: number | undefined },
): TimetableView {
  const year = findYear(db, today);
  const version = year === undefined ? undefined : findTimetableVersion(db, year.id, today);
  if (year === undefined || version === undefined) return { version: null, lessons: [] };
  const pages = new Map(findPagesOfYear(db, year.id).map((page) => [page.id, page]));
  const teachers = Map.groupBy(findTeachersOfYear(db, year.id), ({ pageId }) => pageId);
  const lessons = findTimetableEntries(db, version.id).flatMap((entry) => {
    const page = pages.get(entry.pageId);
    if (page === undefined) return [];
    const staff = (teachers.get(page.id) ?? []).filter(
      ({ toDate }) => toDate === null || toDate >= today,
    );
    const classes = [page, ...page.otherClasses];
    const classIds = [page.classId, ...page.otherClasses.map(({ id }) => id)];
    if (input.classId !== undefined && !classIds.includes(input.classId)) return [];
    if (input.staffId !== undefined && !staff.some(({ staffId }) => staffId === input.staffId)) {
      return [];
    }
    return {
      weekday: entry.weekday,
      lessonNumber: entry.lessonNumber,
      pageId: page.id,
      className: formatClassNames(classes),
      groupName: page.groupName,
      subjectName: page.subjectName,
      teachers: staff.map((teacher) => shortName(teacher)),
      room: entry.room,
    };
  });
  return { version, lessons };
}
