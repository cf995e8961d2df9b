import type { ClassRow, SchoolOverview, TimetableView } from '#contract/school';
import { findPagesOfYear, findTeachersOfYear } from '#db/queries/journal-page';
import {
  countSchool,
  findClasses,
  findHolidays,
  findPeriods,
  findSchool,
  findWorkKinds,
  findYear,
} from '#db/queries/school';
import { findTimetableEntries, findTimetableVersion } from '#db/queries/timetable';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';

/** The school, its year and what is already in the journal. */
export function overview({ db, today }: Reading): SchoolOverview {
  const school = findSchool(db);
  const year = findYear(db, today);
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

/** The classes of this year in natural order. */
export function classes({ db, today }: Reading): readonly ClassRow[] {
  const year = findYear(db, today);
  if (year === undefined) return [];
  return findClasses(db, year.id, today).map(
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
    if (input.classId !== undefined && page.classId !== input.classId) return [];
    if (input.staffId !== undefined && !staff.some(({ staffId }) => staffId === input.staffId)) {
      return [];
    }
    return {
      weekday: entry.weekday as TimetableView['lessons'][number]['weekday'],
      lessonNumber: entry.lessonNumber,
      pageId: page.id,
      className: formatClassName(page),
      groupName: page.groupName,
      subjectName: page.subjectName,
      teachers: staff.map((teacher) => shortName(teacher)),
      room: entry.room,
    };
  });
  return { version, lessons };
}
