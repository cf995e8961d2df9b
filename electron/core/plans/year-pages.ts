import { planLets } from './plan-access';
import type { PlanPage } from '#contract/plans';
import { findPagesOfYear, findTeachersOfYear, type PageRow } from '#db/queries/journal-page';
import { findCalendar } from '#db/queries/calendar';
import { findClassSetups } from '#db/queries/classes';
import { findCurriculum } from '#db/queries/curriculum';
import { findYearOr } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { teachesPage, type PageStaff } from '#domain/journal/page-rights';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { hasRole, type Actor } from '#domain/people/roles';
import { schoolWeeksOf } from '#domain/curriculum/school-weeks';
import { hoursPerYear } from '#domain/curriculum/totals';
import { canPlanPage } from '#domain/plans/plan-rights';
import { staffOfPage } from '../journal/page-access';

/** A page of the year with all that plans ask about it. */
export type YearPage = {
  readonly row: PageRow;
  readonly staff: PageStaff;
  readonly teaches: boolean;
  readonly view: PlanPage;
};

/** «8-Б», «8-Б, 1 группа». */
export const pageName = (page: PageRow): string =>
  page.groupName === '' ? formatClassName(page) : `${formatClassName(page)}, ${page.groupName}`;

/** The hours of the year that the curriculum gives each class of each subject (КИА 4.4.8). */
function curriculumHours(
  db: ReadableDb,
  yearId: number,
  today: IsoDate,
): ReadonlyMap<string, number> {
  const items = findCurriculum(db, yearId);
  const year = items.length === 0 ? undefined : findYearOr(db, yearId, today);
  if (year === undefined) return new Map();
  const calendar = findCalendar(db, yearId);
  const known = new Map<string, number>();
  const weeksOf = (grade: number, studyDays: 5 | 6) => {
    const key = `${grade}:${studyDays}`;
    const weeks = known.get(key) ?? schoolWeeksOf(grade, studyDays, year, calendar);
    known.set(key, weeks);
    return weeks;
  };
  const weeks = new Map(
    findClassSetups(db, yearId).map(({ id, grade, studyDays }) => [id, weeksOf(grade, studyDays)]),
  );
  return new Map(
    items.map(([classId, subjectId, week, ofYear]) => [
      `${classId}:${subjectId}`,
      hoursPerYear({ hoursPerWeek: week, hoursPerYear: ofYear }, weeks.get(classId) ?? 0),
    ]),
  );
}

/** Every page of a year in the order of classes and subjects. */
export function yearPages(
  db: ReadableDb,
  yearId: number,
  actor: Actor,
  today: IsoDate,
): readonly YearPage[] {
  const teachers = Map.groupBy(findTeachersOfYear(db, yearId), ({ pageId }) => pageId);
  const curriculum = curriculumHours(db, yearId, today);
  const lets = planLets(db, today);
  return findPagesOfYear(db, yearId).map((row) => {
    const own = teachers.get(row.id) ?? [];
    const staff = staffOfPage(row, own);
    return {
      row,
      staff,
      teaches: hasRole(actor, 'teacher') && teachesPage(actor, staff, today),
      view: {
        id: row.id,
        name: pageName(row),
        teachers: own
          .filter(({ toDate }) => toDate === null || toDate >= today)
          .map((teacher) => shortName(teacher)),
        curriculum: curriculum.get(`${row.classId}:${row.subjectId}`) ?? null,
        mine: canPlanPage(actor, staff, today, lets),
      },
    };
  });
}

/** Whose pages of the year are shown: a teacher's own, to the administration all. */
export function pagesShown(pages: readonly YearPage[], actor: Actor): readonly YearPage[] {
  return hasRole(actor, 'administrator', 'director', 'deputy')
    ? pages
    : pages.filter(({ teaches }) => teaches);
}
