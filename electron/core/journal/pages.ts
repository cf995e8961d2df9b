import type { PageSummary } from '#contract/journal-page';
import { findLessonsSubstitutedBy } from '#db/queries/day-changes';
import {
  findPagesOfYear,
  findTeachersOfYear,
  type PageRow,
  type PageTeacherRow,
} from '#db/queries/journal-page';
import { findYearOr } from '#db/queries/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import { canSeePage, teachesPage } from '#domain/journal/page-rights';
import { formatClassNames } from '#domain/people/class-name';
import { shortName } from '#domain/people/name';
import type { Actor } from '#domain/people/roles';
import type { OfYear, Reading } from '../unit-of-work';
import { staffOfPage } from './page-access';

/** The page as lists show it. */
export function pageSummary(
  page: PageRow,
  teachers: readonly PageTeacherRow[],
  actor: Actor,
  today: IsoDate,
  substituting: readonly { readonly date: IsoDate; readonly number: number }[],
): PageSummary {
  const current = teachers.filter(({ toDate }) => toDate === null || toDate >= today);
  return {
    id: page.id,
    classId: page.classId,
    grade: page.grade,
    className: formatClassNames([page, ...page.otherClasses]),
    groupName: page.groupName,
    subjectId: page.subjectId,
    subjectName: page.subjectName,
    teachers: current.map((teacher) => shortName(teacher)),
    mine: teachesPage(actor, staffOfPage(page, teachers), today),
    substituting: substituting.map(({ date, number }) => ({ date, number })),
  };
}

/** The pages of a year that the one who asks may open, in the order of classes and subjects. */
export function pages({ db, actor, today }: Reading, { yearId }: OfYear): readonly PageSummary[] {
  const year = findYearOr(db, yearId, today);
  if (year === undefined) return [];
  const teachers = Map.groupBy(findTeachersOfYear(db, year.id), ({ pageId }) => pageId);
  const instead = Map.groupBy(findLessonsSubstitutedBy(db, actor.staffId), ({ pageId }) => pageId);
  return findPagesOfYear(db, year.id)
    .map((page) => ({
      page,
      teachers: teachers.get(page.id) ?? [],
      substituting: instead.get(page.id) ?? [],
    }))
    .filter(({ page, teachers, substituting }) =>
      canSeePage(actor, {
        ...staffOfPage(page, teachers),
        substitutes: substituting.map(({ lessonId }) => ({ staffId: actor.staffId, lessonId })),
      }),
    )
    .map(({ page, teachers, substituting }) =>
      pageSummary(page, teachers, actor, today, substituting),
    );
}
