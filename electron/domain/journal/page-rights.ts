import type { IsoDate } from '../calendar/iso-date';
import { hasRole, type Actor, type Role } from '../people/roles';

/** Who stands behind a page on which days. */
export type PageStaff = {
  /** The class teacher; of a stream those of all its classes. */
  readonly homeroomTeacherIds: readonly (number | null)[];
  readonly teachers: readonly {
    readonly staffId: number;
    readonly fromDate: IsoDate;
    readonly toDate: IsoDate | null;
  }[];
  /** Whom the regulation in force lets fill pages of others (R4). */
  readonly filledBy?: readonly Role[];
  /** Who holds which lessons of the page instead of its teacher. */
  readonly substitutes?: readonly { readonly staffId: number; readonly lessonId: number }[];
};

/** Whether the person teaches the page on this day. */
export function teachesPage(actor: Pick<Actor, 'staffId'>, page: PageStaff, day: IsoDate): boolean {
  return page.teachers.some(
    ({ staffId, fromDate, toDate }) =>
      staffId === actor.staffId && fromDate <= day && (toDate === null || day <= toDate),
  );
}

const holdsInstead = (actor: Pick<Actor, 'staffId'>, page: PageStaff, lessonId?: number): boolean =>
  (page.substitutes ?? []).some(
    (one) => one.staffId === actor.staffId && (lessonId ?? one.lessonId) === one.lessonId,
  );

/**
 * Who opens a page: the administration sees all, a class teacher the pages of the own class
 * and the streams its pupils learn in, a subject teacher the pages taught now or before, a
 * substitute the page of the lesson (requirements.md, table of roles; U2; КИА 4.4.9).
 */
export function canSeePage(actor: Actor, page: PageStaff): boolean {
  if (hasRole(actor, 'administrator', 'director', 'deputy')) return true;
  if (hasRole(actor, 'classTeacher') && page.homeroomTeacherIds.includes(actor.staffId))
    return true;
  if (!hasRole(actor, 'teacher')) return false;
  return (
    page.teachers.some(({ staffId }) => staffId === actor.staffId) || holdsInstead(actor, page)
  );
}

/**
 * Only who teaches the page today fills it; everybody else looks (КИА 4.2.4, ТИП Б.2, СГО), unless the
 * regulation lets the role fill any page (КИА 4.6.1), a class teacher those of the own class.
 */
export function canEditPage(actor: Actor, page: PageStaff, today: IsoDate): boolean {
  if (hasRole(actor, 'teacher') && teachesPage(actor, page, today)) return true;
  return (page.filledBy ?? []).some(
    (role) =>
      hasRole(actor, role) &&
      (role !== 'classTeacher' || page.homeroomTeacherIds.includes(actor.staffId)),
  );
}

/**
 * Who fills a lesson: who teaches the page, and the substitute exactly the lesson that was given to
 * her or him, no other of the page and no period marks (ИНС б, КИА 4.4.9).
 */
export function canFillLesson(
  actor: Actor,
  page: PageStaff,
  lessonId: number,
  today: IsoDate,
): boolean {
  return (
    canEditPage(actor, page, today) ||
    (hasRole(actor, 'teacher') && holdsInstead(actor, page, lessonId))
  );
}
