import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

/** A lesson, whether it holds anything, and what changes of a day did to it. */
export type LessonStateRow = {
  readonly id: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly cancelled: number;
  readonly holds: number;
  readonly changed: number;
  readonly mentioned: number;
};

/** Whether anything was entered in the lesson of the row: topic, homework, works, cells, plan lines. */
export const LESSON_HOLDS = `lesson.topic <> '' OR lesson.homework <> ''
  OR EXISTS (SELECT 1 FROM lesson_work WHERE lesson_work.lesson_id = lesson.id)
  OR EXISTS (SELECT 1 FROM journal_cell WHERE journal_cell.lesson_id = lesson.id)
  OR EXISTS (SELECT 1 FROM lesson_plan_row WHERE lesson_plan_row.lesson_id = lesson.id)
  OR EXISTS (SELECT 1 FROM homework WHERE homework.lesson_id = lesson.id)`;
const ofYear = `FROM school_class AS class
  JOIN study_group ON study_group.class_id = class.id
  JOIN journal_page AS page ON page.group_id = study_group.id
  JOIN lesson ON lesson.page_id = page.id`;
const lessonsFrom = select<[number, IsoDate], LessonStateRow>(
  `WITH mention AS MATERIALIZED (
     SELECT lesson_id AS id, revoked_at IS NULL AS inForce FROM day_change
     UNION ALL
     SELECT made_lesson_id, revoked_at IS NULL FROM day_change WHERE made_lesson_id IS NOT NULL),
   mentions AS MATERIALIZED (SELECT id, max(inForce) AS changed FROM mention GROUP BY id)
   SELECT lesson.id, lesson.page_id AS pageId, lesson.date, lesson.lesson_number AS lessonNumber,
          lesson.cancelled, ${LESSON_HOLDS} AS holds, coalesce(mentions.changed, 0) AS changed,
          mentions.id IS NOT NULL AS mentioned
   ${ofYear} LEFT JOIN mentions ON mentions.id = lesson.id
   WHERE class.year_id = ? AND lesson.date >= ? ORDER BY lesson.date, lesson.lesson_number`,
);
const movedFrom = select<
  [number, IsoDate],
  { readonly pageId: number; readonly date: IsoDate; readonly lessonNumber: number }
>(
  `SELECT lesson.page_id AS pageId, day_change.date, day_change.lesson_number AS lessonNumber
   ${ofYear} JOIN day_change ON day_change.lesson_id = lesson.id
   WHERE class.year_id = ? AND day_change.date >= ? AND day_change.kind = 'move'
     AND day_change.revoked_at IS NULL`,
);
const timetabled = select<[number], { pageId: number }>(
  `SELECT DISTINCT entry.page_id AS pageId FROM timetable_entry AS entry
   JOIN timetable_version AS version ON version.id = entry.version_id
   WHERE version.year_id = ? AND version.draft = 0`,
);
const updateCancelled = change<[number, number]>('UPDATE lesson SET cancelled = ? WHERE id = ?');

/** The lessons of a year from a day on. */
export const findLessonStates = (db: ReadableDb, yearId: number, from: IsoDate) =>
  all(db, lessonsFrom, [yearId, from]);
/** Places that moves in force took a lesson away from, from a day on. */
export const findMovedFrom = (db: ReadableDb, yearId: number, from: IsoDate) =>
  all(db, movedFrom, [yearId, from]);
/** The pages that some version of the year's timetable has or had; drafts do not count. */
export const findPagesInForce = (db: ReadableDb, yearId: number): ReadonlySet<number> =>
  new Set(all(db, timetabled, [yearId]).map(({ pageId }) => pageId));
/** Hides a lesson from its page, or shows it again. */
export const setLessonCancelled = (db: WritableDb, lessonId: number, cancelled: boolean) =>
  run(db, updateCancelled, [cancelled ? 1 : 0, lessonId]);
