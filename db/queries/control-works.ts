import type { IsoDate } from '#domain/calendar/iso-date';
import type { GradeLimits } from '#domain/control-works/limits';
import type { ControlLevel } from '#domain/control-works/place';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type ControlWorkData = {
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly kindId: number;
  readonly title: string;
  readonly level: ControlLevel;
  readonly note: string;
  readonly fixed: number;
  readonly overWhy: string;
  readonly proposedBy: string;
};
export type ControlWorkRow = ControlWorkData & { readonly id: number; readonly version: number };
/** A work with its kind, and what stands in the journal at its hour. */
export type PlacedWorkRow = ControlWorkRow & {
  readonly kindName: string;
  readonly kindShort: string;
  readonly lessonId: number | null;
  readonly cancelled: number | null;
  /** The lesson has a work of this kind. */
  readonly held: number;
};

type Span = { readonly from: IsoDate; readonly to: IsoDate };
type OfYear = Span & { readonly yearId: number };

const columns = `control.id, control.page_id AS pageId, control.date,
  control.lesson_number AS lessonNumber, control.kind_id AS kindId, control.title, control.level,
  control.note, control.fixed, control.over_why AS overWhy, control.proposed_by AS proposedBy,
  control.version`;
const placed = `
  SELECT ${columns}, kind.name AS kindName, kind.short_name AS kindShort, lesson.id AS lessonId,
         lesson.cancelled,
         EXISTS (SELECT 1 FROM lesson_work WHERE lesson_work.lesson_id = lesson.id
                   AND lesson_work.kind_id = control.kind_id) AS held
  FROM control_work AS control JOIN work_kind AS kind ON kind.id = control.kind_id
  LEFT JOIN lesson ON lesson.page_id = control.page_id AND lesson.date = control.date
    AND lesson.lesson_number = control.lesson_number`;
const worksOfDays = select<Span, PlacedWorkRow>(
  `${placed} WHERE control.date BETWEEN @from AND @to
   ORDER BY control.date, control.lesson_number, control.id`,
);
const worksOfPage = select<Span & { readonly pageId: number }, PlacedWorkRow>(
  `${placed} WHERE control.page_id = @pageId AND control.date BETWEEN @from AND @to
   ORDER BY control.date, control.lesson_number, control.id`,
);
const workById = select<[number], ControlWorkRow>(
  `SELECT ${columns} FROM control_work AS control WHERE control.id = ?`,
);
const sameWork = select<[number, IsoDate, number, number], { id: number }>(
  `SELECT id FROM control_work
   WHERE page_id = ? AND date = ? AND lesson_number = ? AND kind_id = ?`,
);
const insert = change<
  [number, IsoDate, number, number, string, ControlLevel, string, number, string, string]
>(
  `INSERT INTO control_work (page_id, date, lesson_number, kind_id, title, level, note, fixed,
     over_why, proposed_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const update = change<
  [IsoDate, number, number, string, ControlLevel, string, number, string, number]
>(
  `UPDATE control_work SET date = ?, lesson_number = ?, kind_id = ?, title = ?, level = ?, note = ?,
     fixed = ?, over_why = ?, version = version + 1 WHERE id = ?`,
);
const remove = change<[number]>('DELETE FROM control_work WHERE id = ?');
const movedLessons = select<
  Span,
  {
    pageId: number;
    date: IsoDate;
    lessonNumber: number;
    toDate: IsoDate;
    toNumber: number;
  }
>(
  `SELECT lesson.page_id AS pageId, day_change.date, day_change.lesson_number AS lessonNumber,
          lesson.date AS toDate, lesson.lesson_number AS toNumber
   FROM day_change JOIN lesson ON lesson.id = day_change.lesson_id
   WHERE day_change.date BETWEEN @from AND @to AND day_change.kind = 'move'
     AND day_change.revoked_at IS NULL ORDER BY day_change.id`,
);
/** Which classes learn on which days: of a stream all of them. */
const classDays = select<OfYear, { classId: number; date: IsoDate }>(
  `SELECT DISTINCT class.id AS classId, lesson.date
   FROM school_class AS class
   JOIN study_group ON study_group.class_id = class.id
     OR study_group.id IN (SELECT group_id FROM stream_class WHERE class_id = class.id)
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id
   WHERE class.year_id = @yearId AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0
   ORDER BY lesson.date`,
);
const pageLessons = select<
  Span & { readonly pageId: number },
  { date: IsoDate; number: number; cancelled: number }
>(
  `SELECT date, lesson_number AS number, cancelled FROM lesson
   WHERE page_id = @pageId AND date BETWEEN @from AND @to ORDER BY date, lesson_number`,
);
/** The lesson numbers that some class has on each day. */
const classHours = select<Span & { readonly classId: number }, { date: IsoDate; number: number }>(
  `SELECT DISTINCT lesson.date, lesson.lesson_number AS number
   FROM study_group JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id
   WHERE (study_group.class_id = @classId
       OR study_group.id IN (SELECT group_id FROM stream_class WHERE class_id = @classId))
     AND study_group.kind <> 'individual'
     AND lesson.date BETWEEN @from AND @to AND lesson.cancelled = 0`,
);
const limits = select<[], GradeLimits>(
  `SELECT grade_from AS gradeFrom, grade_to AS gradeTo, per_day AS perDay, per_week AS perWeek
   FROM control_limit ORDER BY grade_from`,
);
const clearLimits = change<[]>('DELETE FROM control_limit');
const insertLimit = change<[number, number, number, number]>(
  'INSERT INTO control_limit (grade_from, grade_to, per_day, per_week) VALUES (?, ?, ?, ?)',
);

/** The works of some days in order; of every year they lie in. */
export const findControlWorks = (db: ReadableDb, span: Span) => all(db, worksOfDays, span);
export const findControlWorksOfPage = (
  db: ReadableDb,
  pageId: number,
  from: IsoDate,
  to: IsoDate,
) => all(db, worksOfPage, { pageId, from, to });
export const findControlWork = (db: ReadableDb, id: number) => get(db, workById, [id]);
/** The work of this kind that stands on the lesson. */
export const findSameControlWork = (
  db: ReadableDb,
  { pageId, date, lessonNumber, kindId }: Omit<ControlWorkData, 'title'>,
): number | undefined => get(db, sameWork, [pageId, date, lessonNumber, kindId])?.id;

export const insertControlWork = (db: WritableDb, row: ControlWorkData): number =>
  run(db, insert, [
    row.pageId,
    row.date,
    row.lessonNumber,
    row.kindId,
    row.title,
    row.level,
    row.note,
    row.fixed,
    row.overWhy,
    row.proposedBy,
  ]).id;
/** Everything but the page and who proposed it. */
export const updateControlWork = (db: WritableDb, id: number, row: ControlWorkData) =>
  run(db, update, [
    row.date,
    row.lessonNumber,
    row.kindId,
    row.title,
    row.level,
    row.note,
    row.fixed,
    row.overWhy,
    id,
  ]);
export const deleteControlWork = (db: WritableDb, id: number) => run(db, remove, [id]);

/** Where the lessons that were moved away from these days stand now. */
export const findMovedLessons = (db: ReadableDb, span: Span) => all(db, movedLessons, span);
export const findClassDays = (db: ReadableDb, span: OfYear) => all(db, classDays, span);
/** The lessons of a page, cancelled ones too. */
export const findLessonsOfPage = (db: ReadableDb, pageId: number, from: IsoDate, to: IsoDate) =>
  all(db, pageLessons, { pageId, from, to });
export const findClassHours = (db: ReadableDb, classId: number, from: IsoDate, to: IsoDate) =>
  all(db, classHours, { classId, from, to });

export const findControlLimits = (db: ReadableDb) => all(db, limits, []);
/** Puts these limits in the place of those that were there. */
export function replaceControlLimits(db: WritableDb, rows: readonly GradeLimits[]): void {
  run(db, clearLimits, []);
  for (const { gradeFrom, gradeTo, perDay, perWeek } of rows) {
    run(db, insertLimit, [gradeFrom, gradeTo, perDay, perWeek]);
  }
}
