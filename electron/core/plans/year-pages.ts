import type { PlanPage } from '#contract/plans';
import { findPagesOfYear, findTeachersOfYear, type PageRow } from '#db/queries/journal-page';
import { findCurriculum } from '#db/queries/plans';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import { teachesPage, type PageStaff } from '#domain/journal/page-rights';
import { formatClassName } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import { hasRole, type Actor } from '#domain/people/roles';
import { hoursOfYear } from '#domain/plans/curriculum-hours';
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

/** Every page of a year in the order of classes and subjects. */
export function yearPages(
  db: ReadableDb,
  yearId: number,
  actor: Actor,
  today: IsoDate,
): readonly YearPage[] {
  const teachers = Map.groupBy(findTeachersOfYear(db, yearId), ({ pageId }) => pageId);
  const curriculum = new Map(
    findCurriculum(db, yearId).map((item) => [`${item.classId}:${item.subjectId}`, item]),
  );
  return findPagesOfYear(db, yearId).map((row) => {
    const own = teachers.get(row.id) ?? [];
    const staff = staffOfPage(row, own);
    const item = curriculum.get(`${row.classId}:${row.subjectId}`);
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
        curriculum: item === undefined ? null : hoursOfYear(item, row.grade),
        mine: canPlanPage(actor, staff, today),
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
