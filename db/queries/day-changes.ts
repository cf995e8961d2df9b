import type { IsoDate } from '#domain/calendar/iso-date';
import type { ChangeKind, LessonPlace, Payment } from '#domain/timetable/day-change';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';
import { LESSON_HOLDS } from './lessons';

export type DayChangeRow = {
  readonly id: number;
  readonly kind: ChangeKind;
  readonly lessonId: number;
  readonly madeLessonId: number | null;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly toDate: IsoDate | null;
  readonly toNumber: number | null;
  readonly absentId: number | null;
  readonly substituteId: number | null;
  readonly absenceId: number | null;
  readonly reason: string;
  readonly payment: Payment;
  readonly before: string;
  readonly lateWhy: string;
  readonly registeredAt: string;
  readonly registeredBy: string;
};
export type NewDayChange = Omit<DayChangeRow, 'id'>;

const columns = `day_change.id, day_change.kind, day_change.lesson_id AS lessonId,
  day_change.made_lesson_id AS madeLessonId, day_change.date,
  day_change.lesson_number AS lessonNumber, day_change.to_date AS toDate,
  day_change.to_number AS toNumber, day_change.absent_id AS absentId,
  day_change.substitute_id AS substituteId, day_change.absence_id AS absenceId,
  day_change.reason, day_change.payment, day_change.before, day_change.late_why AS lateWhy,
  day_change.registered_at AS registeredAt, day_change.registered_by AS registeredBy`;
type Span = { readonly from: IsoDate; readonly to: IsoDate };

const standingOfDays = select<Span, DayChangeRow>(
  `SELECT ${columns} FROM day_change WHERE revoked_at IS NULL
     AND (date BETWEEN @from AND @to OR to_date BETWEEN @from AND @to) ORDER BY id`,
);
const standingOfLesson = select<[number], DayChangeRow>(
  `SELECT ${columns} FROM day_change WHERE lesson_id = ? AND revoked_at IS NULL ORDER BY id`,
);
const standingById = select<[number], DayChangeRow>(
  `SELECT ${columns} FROM day_change WHERE id = ? AND revoked_at IS NULL`,
);
const madeBy = select<[number], { id: number }>(
  'SELECT id FROM day_change WHERE made_lesson_id = ? AND revoked_at IS NULL',
);
const substitutions = select<
  Span,
  { id: number; lessonId: number; absentId: number | null; substituteId: number }
>(
  `SELECT day_change.id, day_change.lesson_id AS lessonId, day_change.absent_id AS absentId,
          day_change.substitute_id AS substituteId
   FROM lesson JOIN day_change ON day_change.lesson_id = lesson.id
   WHERE lesson.date BETWEEN @from AND @to AND day_change.kind = 'substitution'
     AND day_change.revoked_at IS NULL`,
);
const insert = change<
  [
    string,
    number,
    number | null,
    string,
    number,
    string | null,
    number | null,
    number | null,
    number | null,
    number | null,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
>(
  `INSERT INTO day_change (kind, lesson_id, made_lesson_id, date, lesson_number, to_date, to_number,
     absent_id, substitute_id, absence_id, reason, payment, before, late_why, registered_at,
     registered_by)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const revoke = change<[string, string, string, number]>(
  `UPDATE day_change SET revoked_at = ?, revoked_by = ?, revoked_why = ?, made_lesson_id = NULL
   WHERE id = ?`,
);
const place = change<[IsoDate, number, number | null, number, number]>(
  'UPDATE lesson SET date = ?, lesson_number = ?, room_id = ?, cancelled = ? WHERE id = ?',
);
const lessonAt = select<[number, IsoDate, number], { id: number; cancelled: number }>(
  'SELECT id, cancelled FROM lesson WHERE page_id = ? AND date = ? AND lesson_number = ?',
);
const holds = select<[number], { holds: number }>(
  `SELECT (${LESSON_HOLDS}) AS holds FROM lesson WHERE id = ?`,
);
const fillableBy = select<[number, number], { lessonId: number; date: IsoDate; number: number }>(
  `SELECT lesson.id AS lessonId, lesson.date, lesson.lesson_number AS number
   FROM day_change JOIN lesson ON lesson.id = day_change.lesson_id
   WHERE lesson.page_id = ? AND day_change.substitute_id = ? AND day_change.kind = 'substitution'
     AND day_change.revoked_at IS NULL AND lesson.cancelled = 0
   ORDER BY lesson.date, lesson.lesson_number`,
);
const pagesFillableBy = select<
  [number],
  { pageId: number; lessonId: number; date: IsoDate; number: number }
>(
  `SELECT lesson.page_id AS pageId, lesson.id AS lessonId, lesson.date, lesson.lesson_number AS number
   FROM day_change JOIN lesson ON lesson.id = day_change.lesson_id
   WHERE day_change.substitute_id = ? AND day_change.kind = 'substitution'
     AND day_change.revoked_at IS NULL AND lesson.cancelled = 0
   ORDER BY lesson.date, lesson.lesson_number`,
);
const heldByOthers = select<
  { readonly pageId: number } & Span,
  {
    lessonId: number;
    staffId: number;
    lastName: string;
    firstName: string;
    middleName: string;
  }
>(
  `SELECT lesson.id AS lessonId, staff.id AS staffId, staff.last_name AS lastName,
          staff.first_name AS firstName, staff.middle_name AS middleName
   FROM lesson JOIN day_change ON day_change.lesson_id = lesson.id
   JOIN staff_member AS staff ON staff.id = day_change.substitute_id
   WHERE lesson.page_id = @pageId AND lesson.date BETWEEN @from AND @to
     AND day_change.kind = 'substitution' AND day_change.revoked_at IS NULL AND lesson.cancelled = 0`,
);

/** Standing changes that touch some of these days, the earliest registered first. */
export const findChangesOfDays = (db: ReadableDb, span: Span) => all(db, standingOfDays, span);
/** The standing changes of a lesson in the order in which they were registered. */
export const findChangesOfLesson = (db: ReadableDb, lessonId: number) =>
  all(db, standingOfLesson, [lessonId]);
/** A change that was not taken back. */
export const findStandingChange = (db: ReadableDb, id: number) => get(db, standingById, [id]);
/** Whether the lesson stands in the place of another one. */
export const isMadeInstead = (db: ReadableDb, lessonId: number): boolean =>
  get(db, madeBy, [lessonId]) !== undefined;
/** Who holds which lesson of these days instead of whom. */
export const findSubstitutions = (db: ReadableDb, span: Span) => all(db, substitutions, span);

export const insertDayChange = (db: WritableDb, row: NewDayChange): number =>
  run(db, insert, [
    row.kind,
    row.lessonId,
    row.madeLessonId,
    row.date,
    row.lessonNumber,
    row.toDate,
    row.toNumber,
    row.absentId,
    row.substituteId,
    row.absenceId,
    row.reason,
    row.payment,
    row.before,
    row.lateWhy,
    row.registeredAt,
    row.registeredBy,
  ]).id;
/** Takes a change back; the lesson it made is no longer known to it. */
export const revokeDayChange = (
  db: WritableDb,
  id: number,
  how: { readonly at: string; readonly by: string; readonly why: string },
) => run(db, revoke, [how.at, how.by, how.why, id]);
export const placeLesson = (db: WritableDb, id: number, to: LessonPlace) =>
  run(db, place, [to.date, to.lessonNumber, to.roomId, to.cancelled ? 1 : 0, id]);
/** The lesson of a page at an hour, also a cancelled one. */
export const findLessonAt = (db: ReadableDb, pageId: number, date: IsoDate, number: number) =>
  get(db, lessonAt, [pageId, date, number]);
export const lessonHolds = (db: ReadableDb, id: number): boolean =>
  get(db, holds, [id])?.holds === 1;

/** The lessons of a page that a person holds instead of its teacher. */
export const findSubstitutedLessons = (db: ReadableDb, pageId: number, staffId: number) =>
  all(db, fillableBy, [pageId, staffId]);
/** The lessons a person holds instead of others, with their pages. */
export const findLessonsSubstitutedBy = (db: ReadableDb, staffId: number) =>
  all(db, pagesFillableBy, [staffId]);
/** Who holds which lesson of a page instead of its teacher. */
export const findHeldByOthers = (db: ReadableDb, pageId: number, from: IsoDate, to: IsoDate) =>
  all(db, heldByOthers, { pageId, from, to });
