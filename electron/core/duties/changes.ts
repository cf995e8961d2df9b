import { findUncoveredLessons } from '#db/queries/duties';
import { addDays, formatDate } from '#domain/calendar/iso-date';
import type { Duty } from '#domain/duties/duty';
import { hasRole, type Role } from '#domain/people/roles';
import { deadlineOf } from '#domain/regulation/deadlines';
import { endOf } from '#domain/regulation/instant';
import { valueOf } from '#domain/regulation/regulation';
import { TOLD_AHEAD, type DutyGround } from './ground';

/** Of those who may, the one whose work it is: the deputy's, else the administrator's (ТИП В.1.6). */
const ownerAmong = (roles: readonly Role[]): Role | undefined =>
  (['deputy', 'administrator', 'director'] as const).find((role) => roles.includes(role));

/** Lessons that have nobody to hold them: whose teacher is absent, or that have none (T2, ТИП 2.13). */
export function dutiesOfChanges(ground: DutyGround): readonly Duty[] {
  const { db, year, today, of, calendar, regulation } = ground;
  const role = ownerAmong(valueOf(regulation(today), 'registerSubstitutions'));
  if (role === undefined || (of !== null && !hasRole(of, role))) return [];
  const lessons = findUncoveredLessons(db, year.id, today, {
    from: year.startsOn,
    to: addDays(today, TOLD_AHEAD),
  });
  return lessons.flatMap(({ pageId, date, number, absentId }): readonly Duty[] => {
    const page = ground.everyPage().get(pageId);
    if (page === undefined) return [];
    const facts = ground.locks(page).factsOf({ date, number });
    const deadline = deadlineOf(regulation(date), 'substitution', facts, calendar());
    const common = {
      staffId: null,
      role,
      classIds: page.classIds,
      count: 1,
      due: deadline?.at ?? endOf(date),
      clauses: deadline?.clauses ?? [],
    };
    if (absentId === null) {
      return [
        {
          ...common,
          kind: 'pageWithoutTeacher',
          where: page.where,
          group: `page ${pageId}`,
          place: { at: 'load' },
        },
      ];
    }
    const who = ground.people().get(absentId)?.name ?? '';
    return [
      {
        ...common,
        kind: 'lessonsWithoutTeacher',
        where: `${formatDate(date).slice(0, 5)}, ${who}`,
        group: `${date} ${absentId}`,
        place: { at: 'changes', date },
      },
    ];
  });
}
