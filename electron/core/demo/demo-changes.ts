import { insertAbsence } from '#db/queries/absences';
import { insertDayChange, placeLesson } from '#db/queries/day-changes';
import { findDaysAround } from '#db/queries/day-lessons';
import type { WritableDb } from '#db/statement';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { AbsenceReason } from '#domain/people/absence-reason';
import { lessonOffers } from '../changes/offers';
import { loadSchoolDays, type HeldLesson } from '../changes/school-days';

/** Fewest lessons of somebody whose absence is worth showing. */
const LESSONS = 3;

/** Who has lessons on the day and is nobody that people log in as. */
function somebody(lessons: readonly HeldLesson[], but: ReadonlySet<number>): number | undefined {
  const byTeacher = Map.groupBy(
    lessons.filter(({ ownTeacherIds }) => ownTeacherIds.length === 1),
    ({ ownTeacherIds: [id = 0] }) => id,
  );
  return [...byTeacher]
    .filter(([id, own]) => own.length >= LESSONS && !but.has(id))
    .map(([id]) => id)
    .sort((a, b) => a - b)[0];
}

/**
 * Absences and what was decided about their lessons, for the demonstration school: on the last school
 * day, today and tomorrow. The last lesson of each absent person of today waits for a decision;
 * tomorrow's last one is cancelled. `but` are those people log in as.
 */
export function insertDemoChanges(
  db: WritableDb,
  today: IsoDate,
  but: readonly number[],
  by: string,
): void {
  const { previous, next } = findDaysAround(db, today);
  const taken = new Set(but);
  const days = [
    { date: previous, reason: 'trip', document: 'приказ № 118' },
    { date: today, reason: 'illness', document: '' },
    { date: next, reason: 'training', document: 'приказ № 121' },
  ] as const satisfies readonly {
    date: IsoDate | null;
    reason: AbsenceReason;
    document: string;
  }[];
  for (const { date, reason, document } of days) {
    if (date === null) continue;
    const { lessons } = loadSchoolDays(db, { from: date, to: date });
    const staffId = somebody(lessons, taken);
    if (staffId === undefined) continue;
    taken.add(staffId);
    const row = { staffId, fromDate: date, toDate: date, reason, document, note: '' };
    const absenceId = insertAbsence(db, row);
    const own = lessons.filter(({ ownTeacherIds }) => ownTeacherIds.includes(staffId));
    for (const [index, lesson] of own.entries()) {
      const last = index === own.length - 1;
      if (last && date === today) continue;
      const cancelled = last && date === next;
      const { substitutes } = lessonOffers({ db, today }, { lessonId: lesson.id });
      const offer = substitutes.find((one) => !one.merges && !taken.has(one.staffId));
      if (!cancelled && offer === undefined) continue;
      const place = {
        date,
        lessonNumber: lesson.row.number,
        roomId: lesson.row.roomId,
        cancelled: false,
      };
      if (cancelled) placeLesson(db, lesson.id, { ...place, cancelled });
      insertDayChange(db, {
        kind: cancelled ? 'cancellation' : 'substitution',
        lessonId: lesson.id,
        madeLessonId: null,
        date,
        lessonNumber: lesson.row.number,
        toDate: null,
        toNumber: null,
        absentId: staffId,
        substituteId: cancelled ? null : (offer?.staffId ?? null),
        absenceId,
        reason: '',
        payment: cancelled ? 'unpaid' : 'paid',
        before: JSON.stringify(place),
        lateWhy: '',
        registeredAt: `${previous !== null && date > previous ? previous : date}T05:10:00.000Z`,
        registeredBy: by,
      });
    }
  }
}
