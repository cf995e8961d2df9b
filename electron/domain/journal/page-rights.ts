import type { IsoDate } from '../calendar/iso-date';
import { hasRole, type Actor } from '../people/roles';

/** Who stands behind a page on which days. */
export type PageStaff = {
  /** The class teacher; of a stream those of all its classes. */
  readonly homeroomTeacherIds: readonly (number | null)[];
  readonly teachers: readonly {
    readonly staffId: number;
    readonly fromDate: IsoDate;
    readonly toDate: IsoDate | null;
  }[];
};

/** Whether the person teaches the page on this day. */
export function teachesPage(actor: Pick<Actor, 'staffId'>, page: PageStaff, day: IsoDate): boolean {
  return page.teachers.some(
    ({ staffId, fromDate, toDate }) =>
      staffId === actor.staffId && fromDate <= day && (toDate === null || day <= toDate),
  );
}

/**
 * Who opens a page: the administration sees all, a class teacher the pages of the own class
 * and the streams its pupils learn in, a subject teacher the pages taught now or before (requirements.md, table of roles; U2).
 */
export function canSeePage(actor: Actor, page: PageStaff): boolean {
  if (hasRole(actor, 'administrator', 'director', 'deputy')) return true;
  if (hasRole(actor, 'classTeacher') && page.homeroomTeacherIds.includes(actor.staffId))
    return true;
  return (
    hasRole(actor, 'teacher') && page.teachers.some(({ staffId }) => staffId === actor.staffId)
  );
}

/** Only who teaches the page today fills it; everybody else looks (КИА 4.2.4, ТИП Б.2, СГО). */
export function canEditPage(actor: Actor, page: PageStaff, today: IsoDate): boolean {
  return hasRole(actor, 'teacher') && teachesPage(actor, page, today);
}
