import type { IsoDate } from '#domain/calendar/iso-date';
import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

export type BellRow = {
  readonly lessonNumber: number;
  readonly startsAt: string;
  readonly endsAt: string;
};
export type BellUseRow = {
  readonly shift: number;
  readonly weekday: number | null;
  readonly date: IsoDate | null;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};
type ScheduleRow = { readonly id: number; readonly yearId: number; readonly name: string };

const schedules = select<[number], ScheduleRow>(
  'SELECT id, year_id AS yearId, name FROM bell_schedule WHERE year_id = ? ORDER BY id',
);
const scheduleById = select<[number], ScheduleRow>(
  'SELECT id, year_id AS yearId, name FROM bell_schedule WHERE id = ?',
);
const bells = select<[number], BellRow & { scheduleId: number }>(
  `SELECT bell.schedule_id AS scheduleId, bell.lesson_number AS lessonNumber,
          bell.starts_at AS startsAt, bell.ends_at AS endsAt
   FROM bell JOIN bell_schedule ON bell_schedule.id = bell.schedule_id
   WHERE bell_schedule.year_id = ? ORDER BY bell.lesson_number`,
);
const uses = select<[number], BellUseRow & { scheduleId: number }>(
  `SELECT bell_use.schedule_id AS scheduleId, bell_use.shift, bell_use.weekday, bell_use.date,
          bell_use.grade_from AS gradeFrom, bell_use.grade_to AS gradeTo
   FROM bell_use JOIN bell_schedule ON bell_schedule.id = bell_use.schedule_id
   WHERE bell_schedule.year_id = ? ORDER BY bell_use.id`,
);
const insertSchedule = change<[number, string]>(
  'INSERT INTO bell_schedule (year_id, name) VALUES (?, ?)',
);
const rename = change<[string, number]>('UPDATE bell_schedule SET name = ? WHERE id = ?');
const remove = change<[number]>('DELETE FROM bell_schedule WHERE id = ?');
const clearBells = change<[number]>('DELETE FROM bell WHERE schedule_id = ?');
const clearUses = change<[number]>('DELETE FROM bell_use WHERE schedule_id = ?');
const insertBell = change<[number, number, string, string]>(
  'INSERT INTO bell (schedule_id, lesson_number, starts_at, ends_at) VALUES (?, ?, ?, ?)',
);
const insertUse = change<[number, number, number | null, IsoDate | null, number, number]>(
  `INSERT INTO bell_use (schedule_id, shift, weekday, date, grade_from, grade_to)
   VALUES (?, ?, ?, ?, ?, ?)`,
);

export type BellScheduleData = {
  readonly id: number;
  readonly name: string;
  readonly bells: readonly BellRow[];
  readonly uses: readonly BellUseRow[];
};

/** The bell schedules of a year, each with its bells and when it rings. */
export function findBellSchedules(db: ReadableDb, yearId: number): readonly BellScheduleData[] {
  const bellsOf = Map.groupBy(all(db, bells, [yearId]), ({ scheduleId }) => scheduleId);
  const usesOf = Map.groupBy(all(db, uses, [yearId]), ({ scheduleId }) => scheduleId);
  return all(db, schedules, [yearId]).map(({ id, name }) => ({
    id,
    name,
    bells: (bellsOf.get(id) ?? []).map(({ lessonNumber, startsAt, endsAt }) => ({
      lessonNumber,
      startsAt,
      endsAt,
    })),
    uses: (usesOf.get(id) ?? []).map(({ shift, weekday, date, gradeFrom, gradeTo }) => ({
      shift,
      weekday,
      date,
      gradeFrom,
      gradeTo,
    })),
  }));
}
export const findBellSchedule = (db: ReadableDb, id: number) => get(db, scheduleById, [id]);

export const insertBellSchedule = (db: WritableDb, yearId: number, name: string): number =>
  run(db, insertSchedule, [yearId, name]).id;
/** Puts the name, the bells and the uses in the place of what was there. */
export function replaceBellSchedule(
  db: WritableDb,
  { id, name, bells: ringing, uses: used }: BellScheduleData,
): void {
  run(db, rename, [name, id]);
  run(db, clearBells, [id]);
  run(db, clearUses, [id]);
  for (const { lessonNumber, startsAt, endsAt } of ringing) {
    run(db, insertBell, [id, lessonNumber, startsAt, endsAt]);
  }
  for (const { shift, weekday, date, gradeFrom, gradeTo } of used) {
    run(db, insertUse, [id, shift, weekday, date, gradeFrom, gradeTo]);
  }
}
export const deleteBellSchedule = (db: WritableDb, id: number) => run(db, remove, [id]);
