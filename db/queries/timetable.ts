import type { IsoDate } from '#domain/calendar/iso-date';
import { all, get, select, type ReadableDb } from '../statement';

export type TimetableVersionRow = {
  readonly id: number;
  readonly name: string;
  readonly validFrom: IsoDate;
};
export type TimetableEntryRow = {
  readonly weekday: number;
  readonly lessonNumber: number;
  readonly pageId: number;
  readonly room: string;
};

const versionOn = select<[number, IsoDate], TimetableVersionRow>(
  `SELECT id, name, valid_from AS validFrom FROM timetable_version
   WHERE year_id = ? AND valid_from <= ? ORDER BY valid_from DESC, id DESC LIMIT 1`,
);
const versions = select<[number], TimetableVersionRow>(
  `SELECT id, name, valid_from AS validFrom FROM timetable_version
   WHERE year_id = ? ORDER BY valid_from, id`,
);
const entries = select<[number], TimetableEntryRow>(
  `SELECT weekday, lesson_number AS lessonNumber, page_id AS pageId, room FROM timetable_entry
   WHERE version_id = ? ORDER BY weekday, lesson_number, page_id`,
);

/** The version in force on this day. */
export const findTimetableVersion = (db: ReadableDb, yearId: number, day: IsoDate) =>
  get(db, versionOn, [yearId, day]);
/** All versions of a year, the oldest first. */
export const findTimetableVersions = (db: ReadableDb, yearId: number) =>
  all(db, versions, [yearId]);
export const findTimetableEntries = (db: ReadableDb, versionId: number) =>
  all(db, entries, [versionId]);
