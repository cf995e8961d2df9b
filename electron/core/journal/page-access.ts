import { findSubstitutedLessons } from '#db/queries/day-changes';
import type { LessonDetails } from '#db/queries/journal-cell';
import { findLesson } from '#db/queries/journal-cell';
import {
  findMembers,
  findPage,
  findTeachersOfPage,
  type PageRow,
  type PageTeacherRow,
} from '#db/queries/journal-page';
import type { ReadableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  canEditPage,
  canFillLesson,
  canSeePage,
  type PageStaff,
} from '#domain/journal/page-rights';
import type { Actor } from '#domain/people/roles';
import { regulationOn } from '../regulation/versions';
import { refuse } from '../refuse';

export type PageOfMine = {
  readonly page: PageRow;
  readonly teachers: readonly PageTeacherRow[];
  readonly staff: PageStaff;
  /** The lessons of the page that the one who asks holds instead of its teacher. */
  readonly substituting: ReturnType<typeof findSubstitutedLessons>;
};

type Asking = { readonly db: ReadableDb; readonly actor: Actor; readonly today: IsoDate };

/** Who stands behind a page: its teachers, and the class teachers of its pupils. */
export const staffOfPage = (page: PageRow, teachers: readonly PageTeacherRow[]): PageStaff => ({
  homeroomTeacherIds: [
    page.homeroomTeacherId,
    ...page.otherClasses.map(({ homeroomTeacherId }) => homeroomTeacherId),
  ],
  teachers,
});

/** The page, if the one who asks may see it. */
export function pageToSee({ db, actor, today }: Asking, pageId: number): PageOfMine {
  const page = findPage(db, pageId) ?? refuse('NOT_FOUND', { what: 'page' });
  const teachers = findTeachersOfPage(db, pageId);
  const substituting = findSubstitutedLessons(db, pageId, actor.staffId);
  const staff = {
    ...staffOfPage(page, teachers),
    filledBy: regulationOn(db, today).rules.fillAnyPage.value,
    substitutes: substituting.map(({ lessonId }) => ({ staffId: actor.staffId, lessonId })),
  };
  if (!canSeePage(actor, staff)) refuse('FORBIDDEN', { why: 'notYourPage' });
  return { page, teachers, staff, substituting };
}

/** The page, if the one who asks may fill it today. */
export function pageToFill(asking: Asking, pageId: number): PageOfMine {
  const found = pageToSee(asking, pageId);
  if (!canEditPage(asking.actor, found.staff, asking.today)) {
    refuse('FORBIDDEN', { why: 'notYourPage' });
  }
  return found;
}

/** A lesson with its page, if the one who asks may fill it; a cancelled one takes nothing. */
export function lessonToFill(
  asking: Asking,
  lessonId: number,
): PageOfMine & { readonly lesson: LessonDetails } {
  const lesson = findLesson(asking.db, lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  const found = pageToSee(asking, lesson.pageId);
  if (!canFillLesson(asking.actor, found.staff, lessonId, asking.today)) {
    refuse('FORBIDDEN', { why: 'notYourPage' });
  }
  if (lesson.cancelled === 1) refuse('INVALID', { why: 'lessonCancelled' });
  return { ...found, lesson };
}

/** Those who learn in the page's group on any of these days. */
export const pupilsOnPage = (
  db: ReadableDb,
  page: PageRow,
  from: IsoDate,
  to: IsoDate,
): ReadonlySet<number> => new Set(findMembers(db, page, from, to).map(([id]) => id));

/** Refuses where the pupil is none of them. */
export function checkPupilOnPage(pupils: ReadonlySet<number>, pupilId: number): void {
  if (!pupils.has(pupilId)) refuse('INVALID', { why: 'pupilNotOnPage' });
}
