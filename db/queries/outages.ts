import type { IsoDate } from '#domain/calendar/iso-date';
import type { Outage } from '#domain/outages/outage';
import type { LocalInstant } from '#domain/regulation/instant';
import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';
import { LESSON_HOLDS } from './lessons';

export type OutageRow = Outage & {
  readonly id: number;
  readonly yearId: number;
  readonly version: number;
  readonly recordedBy: string;
  readonly withdrawnBy: string;
};
type Stored = Omit<OutageRow, 'classIds'>;

const columns = `SELECT id, year_id AS yearId, from_at AS fromAt, to_at AS toAt, what,
    until_day AS untilDay, version, recorded_at AS recordedAt, recorded_by AS recordedBy,
    withdrawn_at AS withdrawnAt, withdrawn_by AS withdrawnBy FROM outage`;
const ofYear = select<[number], Stored>(
  `${columns} WHERE year_id = ? ORDER BY from_at DESC, id DESC`,
);
const byId = select<[number], Stored>(`${columns} WHERE id = ?`);
const classesOf = select<[number], [classId: number]>(
  'SELECT class_id FROM outage_class WHERE outage_id = ? ORDER BY class_id',
);
const insertRow = change<
  [number, LocalInstant, LocalInstant | null, string, IsoDate, LocalInstant, string]
>(
  `INSERT INTO outage (year_id, from_at, to_at, what, until_day, recorded_at, recorded_by)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const updateRow = change<[LocalInstant, LocalInstant | null, string, IsoDate, number, number]>(
  'UPDATE outage SET from_at = ?, to_at = ?, what = ?, until_day = ?, version = ? WHERE id = ?',
);
const withdrawRow = change<[LocalInstant, string, number, number]>(
  'UPDATE outage SET withdrawn_at = ?, withdrawn_by = ?, version = ? WHERE id = ?',
);
const deleteClasses = change<[number]>('DELETE FROM outage_class WHERE outage_id = ?');
const insertClass = change<[number, number]>(
  'INSERT INTO outage_class (outage_id, class_id) VALUES (?, ?)',
);
/** Lessons that were held between two days, and whether anything of them is entered. */
const lessonsBetween = select<
  [yearId: number, from: IsoDate, to: IsoDate],
  [lessonId: number, pageId: number, date: IsoDate, number: number, holds: number]
>(
  `SELECT lesson.id, lesson.page_id, lesson.date, lesson.lesson_number, (${LESSON_HOLDS})
   FROM school_class AS class JOIN study_group ON study_group.class_id = class.id
   JOIN journal_page AS page ON page.group_id = study_group.id
   JOIN lesson ON lesson.page_id = page.id
   WHERE class.year_id = ? AND lesson.date BETWEEN ? AND ? AND lesson.cancelled = 0
   ORDER BY lesson.date, lesson.lesson_number, lesson.id`,
);

const withClasses = (db: ReadableDb, row: Stored): OutageRow => ({
  ...row,
  classIds: rows(db, classesOf, [row.id]).map(([id]) => id),
});

/** The failures of a year, withdrawn ones too, the latest first. */
export const findOutages = (db: ReadableDb, yearId: number): readonly OutageRow[] =>
  all(db, ofYear, [yearId]).map((row) => withClasses(db, row));
export function findOutage(db: ReadableDb, id: number): OutageRow | undefined {
  const row = get(db, byId, [id]);
  return row && withClasses(db, row);
}
export const findLessonsBetween = (
  db: ReadableDb,
  yearId: number,
  { from, to }: { readonly from: IsoDate; readonly to: IsoDate },
) => rows(db, lessonsBetween, [yearId, from, to]);

type Said = Pick<Outage, 'fromAt' | 'toAt' | 'what' | 'untilDay' | 'classIds'>;

function setClasses(db: WritableDb, id: number, classIds: readonly number[]): void {
  run(db, deleteClasses, [id]);
  for (const classId of classIds) run(db, insertClass, [id, classId]);
}
export function insertOutage(
  db: WritableDb,
  row: Said & Pick<OutageRow, 'yearId' | 'recordedAt' | 'recordedBy'>,
): number {
  const { yearId, fromAt, toAt, what, untilDay, recordedAt, recordedBy } = row;
  const { id } = run(db, insertRow, [yearId, fromAt, toAt, what, untilDay, recordedAt, recordedBy]);
  setClasses(db, id, row.classIds);
  return id;
}
export function updateOutage(db: WritableDb, id: number, row: Said & { version: number }): void {
  run(db, updateRow, [row.fromAt, row.toAt, row.what, row.untilDay, row.version, id]);
  setClasses(db, id, row.classIds);
}
export const withdrawOutage = (
  db: WritableDb,
  { id, version }: Pick<OutageRow, 'id' | 'version'>,
  { at, by }: { readonly at: LocalInstant; readonly by: string },
) => run(db, withdrawRow, [at, by, version, id]);
