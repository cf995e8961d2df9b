import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { CycleWeek } from '#domain/calendar/school-days';
import { all, get, select, type ReadableDb } from '../statement';

export type TimetableVersionRow = {
  readonly id: number;
  readonly name: string;
  readonly validFrom: IsoDate;
  /** A day of a week A, where weeks alternate. */
  readonly cycleFrom: IsoDate | null;
};
export type TimetableEntryRow = {
  readonly id: number;
  readonly weekday: Weekday;
  readonly lessonNumber: number;
  readonly week: 0 | CycleWeek;
  readonly pageId: number;
  readonly roomId: number | null;
  readonly room: string;
};

const versionOn = select<[number, IsoDate], TimetableVersionRow>(
  `SELECT id, name, valid_from AS validFrom, cycle_from AS cycleFrom FROM timetable_version
   WHERE year_id = ? AND valid_from <= ? AND draft = 0 ORDER BY valid_from DESC, id DESC LIMIT 1`,
);
const versions = select<[number], TimetableVersionRow>(
  `SELECT id, name, valid_from AS validFrom, cycle_from AS cycleFrom FROM timetable_version
   WHERE year_id = ? AND draft = 0 ORDER BY valid_from, id`,
);
const entries = select<[number], TimetableEntryRow>(
  `SELECT entry.id, entry.weekday, entry.lesson_number AS lessonNumber, entry.week,
          entry.page_id AS pageId, entry.room_id AS roomId, coalesce(room.name, '') AS room
   FROM timetable_entry AS entry LEFT JOIN room ON room.id = entry.room_id
   WHERE entry.version_id = ?
   ORDER BY entry.weekday, entry.lesson_number, entry.page_id, entry.week`,
);

/** The version in force on this day. */
export const findTimetableVersion = (db: ReadableDb, yearId: number, day: IsoDate) =>
  get(db, versionOn, [yearId, day]);
/** All versions of a year that are no drafts, the oldest first. */
export const findTimetableVersions = (db: ReadableDb, yearId: number) =>
  all(db, versions, [yearId]);
export const findTimetableEntries = (db: ReadableDb, versionId: number) =>
  all(db, entries, [versionId]);
