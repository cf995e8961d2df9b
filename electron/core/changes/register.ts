import type { ChangesRegister, RegisterRow, TeacherHours } from '#contract/changes';
import { findOwnHours, findRegister, findTakenHours } from '#db/queries/changes-register';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatClassName } from '#domain/people/class-name';
import { hasRole } from '#domain/people/roles';
import { compareText } from '#domain/text/compare-text';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { changeViews, staffNames } from './day-view';

export type RegisterOrder = {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly staffId?: number | undefined;
  readonly classId?: number | undefined;
};

/**
 * The register of substituted and missed lessons between two days (ЭЛЖ 14), with each teacher's hours
 * for pay; hours to come are not counted. Who is only a teacher gets own lines and hours.
 */
export function changesRegister(reading: Reading, order: RegisterOrder): ChangesRegister {
  const { db, actor, today } = reading;
  const { from, to, classId = null } = order;
  if (to < from) refuse('INVALID', { why: 'dates' });
  const seesAll = hasRole(actor, 'administrator', 'deputy', 'director');
  const staffId = seesAll ? (order.staffId ?? null) : actor.staffId;
  const nameOf = staffNames(db);
  const view = changeViews(db, nameOf);
  const rows = findRegister(db, { from, to }, { staffId, classId }).map((row): RegisterRow => ({
    ...view(row),
    lessonId: row.lessonId,
    classId: row.classId,
    className: formatClassName(row),
    groupName: row.groupName,
    subjectName: row.subjectName,
    absentId: row.absentId,
    substituteId: row.substituteId,
    absenceReason: row.absenceReason,
  }));

  const span = { from, to: to < today ? to : today };
  const taken = Map.groupBy(findTakenHours(db, span), (row) => row.staffId);
  const own = new Map(findOwnHours(db, span).map((row) => [row.staffId, row]));
  const hours = [...new Set([...own.keys(), ...taken.keys()])]
    .filter((id) => staffId === null || id === staffId)
    .map((id): TeacherHours => {
      const by = (payment: string) =>
        (taken.get(id) ?? []).find((row) => row.payment === payment)?.lessons ?? 0;
      return {
        staffId: id,
        name: nameOf(id) ?? '',
        given: own.get(id)?.given ?? 0,
        missed: own.get(id)?.missed ?? 0,
        paid: by('paid'),
        unpaid: by('unpaid'),
        merged: by('merged'),
      };
    })
    .sort((a, b) => compareText(a.name, b.name));
  return { rows, hours };
}
