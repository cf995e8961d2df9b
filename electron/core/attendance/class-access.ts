import { findClass, type ClassDetails } from '#db/queries/class-sheet';
import type { ReadableDb } from '#db/statement';
import { canSeeAttendance, canSetReasons } from '#domain/attendance/attendance-rights';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import { rightOf } from '#domain/regulation/rights';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';

type Asking = { readonly db: ReadableDb; readonly actor: Actor; readonly today: IsoDate };

/** The class, if the one who asks may see its attendance, and whether reasons may be set. */
export function attendanceToSee(
  { db, actor, today }: Asking,
  classId: number,
): { readonly schoolClass: ClassDetails; readonly maySet: boolean } {
  const schoolClass = findClass(db, classId) ?? refuse('NOT_FOUND', { what: 'class' });
  const { homeroomTeacherId } = schoolClass;
  if (!canSeeAttendance(actor, homeroomTeacherId)) refuse('FORBIDDEN', { why: 'notYourClass' });
  const regulation = regulationOn(db, today);
  const maySet = canSetReasons(
    actor,
    homeroomTeacherId,
    (role) => rightOf(regulation, role, 'setAbsenceReasons').may,
  );
  return { schoolClass, maySet };
}

/** The class, if the one who asks may say why its pupils were absent (R4). */
export function attendanceToChange(asking: Asking, classId: number): ClassDetails {
  const { schoolClass, maySet } = attendanceToSee(asking, classId);
  if (!maySet) refuse('FORBIDDEN', { why: 'reasonsAreOthers' });
  return schoolClass;
}
