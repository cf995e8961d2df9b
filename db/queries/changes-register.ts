import type { IsoDate } from '#domain/calendar/iso-date';
import type { AbsenceReason } from '#domain/people/absence-reason';
import type { Payment } from '#domain/timetable/day-change';
import { all, select, type ReadableDb } from '../statement';
import type { DayChangeRow } from './day-changes';

/** A standing change with whose lesson it was. */
export type RegisteredChange = DayChangeRow & {
  readonly classId: number;
  readonly grade: number;
  readonly letter: string;
  readonly groupName: string;
  readonly subjectName: string;
  readonly absenceReason: AbsenceReason | null;
};
type Span = { readonly from: IsoDate; readonly to: IsoDate };

const register = select<
  Span & { readonly staffId: number | null; readonly classId: number | null },
  RegisteredChange
>(
  `SELECT change.id, change.kind, change.lesson_id AS lessonId,
          change.made_lesson_id AS madeLessonId, change.date, change.lesson_number AS lessonNumber,
          change.to_date AS toDate, change.to_number AS toNumber, change.absent_id AS absentId,
          change.substitute_id AS substituteId, change.absence_id AS absenceId, change.reason,
          change.payment, change.before, change.late_why AS lateWhy,
          change.registered_at AS registeredAt, change.registered_by AS registeredBy,
          class.id AS classId, class.grade, class.letter, study_group.name AS groupName,
          subject.name AS subjectName, absence.reason AS absenceReason
   FROM day_change AS change JOIN lesson ON lesson.id = change.lesson_id
   JOIN journal_page AS page ON page.id = lesson.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   JOIN subject ON subject.id = page.subject_id
   LEFT JOIN staff_absence AS absence ON absence.id = change.absence_id
   WHERE change.date BETWEEN @from AND @to AND change.revoked_at IS NULL
     AND (@staffId IS NULL OR change.absent_id = @staffId OR change.substitute_id = @staffId)
     AND (@classId IS NULL OR class.id = @classId)
   ORDER BY change.date, change.lesson_number, class.grade, class.letter, change.id`,
);
const ownHours = select<Span, { staffId: number; given: number; missed: number }>(
  `SELECT staffId, sum(given) AS given, sum(missed) AS missed FROM (
     SELECT teacher.staff_id AS staffId,
            lesson.cancelled = 0 AND NOT EXISTS (
              SELECT 1 FROM day_change AS change WHERE change.lesson_id = lesson.id
                AND change.kind = 'substitution' AND change.revoked_at IS NULL
                AND change.absent_id = teacher.staff_id) AS given,
            EXISTS (
              SELECT 1 FROM day_change AS change WHERE change.lesson_id = lesson.id
                AND change.revoked_at IS NULL
                AND (change.kind IN ('cancellation', 'replacement')
                     OR change.kind = 'substitution' AND change.absent_id = teacher.staff_id)) AS missed
     FROM lesson JOIN page_teacher AS teacher ON teacher.page_id = lesson.page_id
       AND teacher.from_date <= lesson.date
       AND (teacher.to_date IS NULL OR teacher.to_date >= lesson.date)
     WHERE lesson.date BETWEEN @from AND @to)
   GROUP BY staffId`,
);
const takenHours = select<Span, { staffId: number; payment: Payment; lessons: number }>(
  `SELECT change.substitute_id AS staffId, change.payment, count(*) AS lessons
   FROM day_change AS change JOIN lesson ON lesson.id = change.lesson_id
   WHERE lesson.date BETWEEN @from AND @to AND change.kind = 'substitution'
     AND change.revoked_at IS NULL AND lesson.cancelled = 0
   GROUP BY change.substitute_id, change.payment`,
);

/** Standing changes registered for days of a span; of one person or class where named. */
export const findRegister = (
  db: ReadableDb,
  span: Span,
  of: { readonly staffId: number | null; readonly classId: number | null },
) => all(db, register, { ...span, ...of });
/** How many own lessons each teacher held, and how many others held or nobody did. */
export const findOwnHours = (db: ReadableDb, span: Span) => all(db, ownHours, span);
/** How many lessons of others each teacher took over, by payment. */
export const findTakenHours = (db: ReadableDb, span: Span) => all(db, takenHours, span);
/** How many lessons of others each teacher took over between two days. */
export function countSubstitutions(
  db: ReadableDb,
  from: IsoDate,
  to: IsoDate,
): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { staffId, lessons } of findTakenHours(db, { from, to })) {
    counts.set(staffId, (counts.get(staffId) ?? 0) + lessons);
  }
  return counts;
}
