import { findPupilsInSpan } from '#db/queries/attendance';
import { isYearClosed } from '#db/queries/calendar';
import { findClass, type ClassDetails } from '#db/queries/class-sheet';
import { classesOfPupil } from '#db/queries/pupil-card';
import { findYears } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import { canSeeAttendance, canSetReasons } from '#domain/attendance/attendance-rights';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Actor } from '#domain/people/roles';
import { letsOf } from '#domain/regulation/rights';
import { refuse } from '../refuse';
import { regulationOn } from '../regulation/versions';

type Span = { readonly from: IsoDate; readonly to: IsoDate };
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
  const maySet = canSetReasons(actor, homeroomTeacherId, letsOf(regulation, 'setAbsenceReasons'));
  return { schoolClass, maySet };
}

/** The class, if the one who asks may say why its pupils were absent (R4). */
export function attendanceToChange(asking: Asking, classId: number): ClassDetails {
  const { schoolClass, maySet } = attendanceToSee(asking, classId);
  if (!maySet) refuse('FORBIDDEN', { why: 'reasonsAreOthers' });
  return schoolClass;
}

/**
 * Refuses a pupil's document of these days to who may not enter it: the pupil is in the class on some
 * of them, and of several classes the last one decides, so nobody reaches into a class the pupil went
 * to. What a closed year holds is changed by nobody.
 */
export function checkDocumentDays(
  asking: Asking,
  { classId, pupilId, from, to }: Span & { readonly classId: number; readonly pupilId: number },
): void {
  const { db } = asking;
  const pupils = findPupilsInSpan(db, { classId, from, to });
  if (!pupils.some(({ id }) => id === pupilId)) refuse('FORBIDDEN', { why: 'notYourClass' });
  const last = classesOfPupil(db, pupilId).find(
    ({ fromDate, toDate }) => fromDate <= to && (toDate === null || toDate >= from),
  );
  if (last !== undefined && last.classId !== classId) attendanceToChange(asking, last.classId);
  const closed = findYears(db).some(
    ({ id, startsOn, endsOn }) => startsOn <= to && endsOn >= from && isYearClosed(db, id),
  );
  if (closed) refuse('INVALID', { why: 'yearClosed' });
}
