import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import type { CycleWeek } from '#domain/calendar/school-days';
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

export type VersionRow = {
  readonly id: number;
  readonly yearId: number;
  readonly name: string;
  readonly validFrom: IsoDate;
  readonly cycleFrom: IsoDate | null;
  readonly draft: number;
  readonly note: string;
  /** Hours a week: one of alternating weeks is a half. */
  readonly entries: number;
};
type EntryKey = {
  readonly pageId: number;
  readonly weekday: number;
  readonly lessonNumber: number;
  readonly week: 0 | CycleWeek;
};
export type PlacedRow = EntryKey & {
  readonly weekday: Weekday;
  readonly roomId: number | null;
};

const version = `SELECT version.id, version.year_id AS yearId, version.name,
    version.valid_from AS validFrom, version.cycle_from AS cycleFrom, version.draft, version.note,
    (SELECT coalesce(sum(iif(entry.week = 0 OR version.cycle_from IS NULL, 1, 0.5)), 0)
     FROM timetable_entry AS entry WHERE entry.version_id = version.id) AS entries
  FROM timetable_version AS version`;
const versions = select<[number], VersionRow>(
  `${version} WHERE version.year_id = ? ORDER BY version.valid_from, version.id`,
);
const versionById = select<[number], VersionRow>(`${version} WHERE version.id = ?`);
const placed = select<[number], PlacedRow>(
  `SELECT page_id AS pageId, weekday, lesson_number AS lessonNumber, week, room_id AS roomId
   FROM timetable_entry WHERE version_id = ? ORDER BY weekday, lesson_number, page_id, week`,
);
const insertDraftRow = change<[number, string, IsoDate, IsoDate | null]>(
  `INSERT INTO timetable_version (year_id, name, valid_from, cycle_from, draft) VALUES (?, ?, ?, ?, 1)`,
);
const copyRows = change<[number, number]>(
  `INSERT INTO timetable_entry (version_id, weekday, lesson_number, week, page_id, room_id)
   SELECT ?, weekday, lesson_number, week, page_id, room_id FROM timetable_entry WHERE version_id = ?`,
);
const updateWords = change<[string, string, IsoDate | null, number]>(
  'UPDATE timetable_version SET name = ?, note = ?, cycle_from = ? WHERE id = ?',
);
const updateState = change<[number, IsoDate, number]>(
  'UPDATE timetable_version SET draft = ?, valid_from = ? WHERE id = ?',
);
const deleteRows = change<[number]>('DELETE FROM timetable_entry WHERE version_id = ?');
const deleteVersionRow = change<[number]>('DELETE FROM timetable_version WHERE id = ?');
const deleteRow = change<[number, number, number, number, number]>(
  `DELETE FROM timetable_entry
   WHERE version_id = ? AND page_id = ? AND weekday = ? AND lesson_number = ? AND week = ?`,
);
const busy = select<
  [],
  {
    readonly staffId: number;
    readonly weekday: Weekday;
    readonly lessonNumber: number;
    readonly strict: number;
  }
>('SELECT staff_id AS staffId, weekday, lesson_number AS lessonNumber, strict FROM teacher_busy');
const upsertBusy = change<[number, number, number, number]>(
  `INSERT INTO teacher_busy (staff_id, weekday, lesson_number, strict) VALUES (?, ?, ?, ?)
   ON CONFLICT (staff_id, weekday, lesson_number) DO UPDATE SET strict = excluded.strict`,
);
const deleteBusy = change<[number, number, number]>(
  'DELETE FROM teacher_busy WHERE staff_id = ? AND weekday = ? AND lesson_number = ?',
);
const classes = select<
  [number],
  {
    readonly id: number;
    readonly grade: number;
    readonly letter: string;
    readonly shift: number;
    readonly studyDays: 5 | 6;
    readonly roomId: number | null;
  }
>(
  `SELECT id, grade, letter, shift, study_days AS studyDays, room_id AS roomId FROM school_class
   WHERE year_id = ? ORDER BY grade, letter`,
);
const groups = select<[number], [id: number, division: string]>(
  `SELECT study_group.id, study_group.division FROM study_group
   JOIN school_class AS class ON class.id = study_group.class_id WHERE class.year_id = ?`,
);
const subjects = select<[], [id: number, shortName: string, kind: 'main' | 'extra' | 'additional']>(
  'SELECT id, short_name, kind FROM subject',
);
const load = select<
  [number],
  {
    readonly pageId: number;
    readonly staffId: number;
    readonly hours: number;
    readonly from: IsoDate;
    readonly to: IsoDate | null;
  }
>(
  `SELECT teacher.page_id AS pageId, teacher.staff_id AS staffId, teacher.hours_per_week AS hours,
          teacher.from_date AS "from", teacher.to_date AS "to"
   FROM page_teacher AS teacher JOIN journal_page AS page ON page.id = teacher.page_id
   JOIN study_group ON study_group.id = page.group_id
   JOIN school_class AS class ON class.id = study_group.class_id
   WHERE class.year_id = ? ORDER BY teacher.from_date, teacher.id`,
);
const curriculum = select<[number], [classId: number, subjectId: number, hours: number]>(
  `SELECT item.class_id, item.subject_id, item.hours_per_week FROM curriculum_item AS item
   JOIN school_class AS class ON class.id = item.class_id WHERE class.year_id = ?`,
);
const staffNames = select<
  [],
  {
    readonly id: number;
    readonly lastName: string;
    readonly firstName: string;
    readonly middleName: string;
  }
>(
  `SELECT id, last_name AS lastName, first_name AS firstName, middle_name AS middleName
   FROM staff_member`,
);
const rooms = select<
  [],
  { readonly id: number; readonly name: string; readonly keeperId: number | null }
>(`SELECT id, name, keeper_id AS keeperId FROM room WHERE archived = 0 ORDER BY building_id, name`);
const roomSubjects = select<[], [roomId: number, subjectId: number]>(
  'SELECT room_id, subject_id FROM room_subject',
);
/** Every version of a year, drafts among them, the earliest first. */
export const findVersions = (db: ReadableDb, yearId: number) => all(db, versions, [yearId]);
export const findVersion = (db: ReadableDb, id: number) => get(db, versionById, [id]);
/** The hours of a version in their rooms. */
export const findPlaced = (db: ReadableDb, versionId: number) => all(db, placed, [versionId]);

/** A new draft, with the hours of another version where one is named. */
export function insertDraft(
  db: WritableDb,
  draft: {
    readonly yearId: number;
    readonly name: string;
    readonly validFrom: IsoDate;
    readonly cycleFrom: IsoDate | null;
    readonly copyOf: number | null;
  },
): number {
  const { yearId, name, validFrom, cycleFrom, copyOf } = draft;
  const { id } = run(db, insertDraftRow, [yearId, name, validFrom, cycleFrom]);
  if (copyOf !== null) run(db, copyRows, [id, copyOf]);
  return id;
}
export const describeVersion = (
  db: WritableDb,
  id: number,
  words: { readonly name: string; readonly note: string; readonly cycleFrom: IsoDate | null },
) => run(db, updateWords, [words.name, words.note, words.cycleFrom, id]);
export const setVersionState = (
  db: WritableDb,
  id: number,
  state: { readonly draft: boolean; readonly validFrom: IsoDate },
) => run(db, updateState, [state.draft ? 1 : 0, state.validFrom, id]);
/** Only of a draft: nothing of the journal stands on it. */
export function deleteVersion(db: WritableDb, id: number): void {
  run(db, deleteRows, [id]);
  run(db, deleteVersionRow, [id]);
}
export const deleteTimetableEntry = (db: WritableDb, versionId: number, entry: EntryKey) =>
  run(db, deleteRow, [versionId, entry.pageId, entry.weekday, entry.lessonNumber, entry.week]);

/** Hours in which somebody does not teach. */
export const findBusyHours = (db: ReadableDb) =>
  all(db, busy, []).map((row) => ({ ...row, strict: row.strict === 1 }));
export const setBusyHour = (
  db: WritableDb,
  hour: { readonly staffId: number; readonly weekday: number; readonly lessonNumber: number },
  strict: boolean | null,
) =>
  strict === null
    ? run(db, deleteBusy, [hour.staffId, hour.weekday, hour.lessonNumber])
    : run(db, upsertBusy, [hour.staffId, hour.weekday, hour.lessonNumber, strict ? 1 : 0]);

/** What a timetable of a year is made of, as rows. */
export const findTimetableParts = (db: ReadableDb, yearId: number) => ({
  classes: all(db, classes, [yearId]),
  divisions: new Map(rows(db, groups, [yearId])),
  subjects: new Map(
    rows(db, subjects, []).map(([id, shortName, kind]) => [id, { shortName, kind }]),
  ),
  load: all(db, load, [yearId]),
  curriculum: new Map(
    rows(db, curriculum, [yearId]).map(([classId, subjectId, hours]) => [
      `${classId} ${subjectId}`,
      hours,
    ]),
  ),
  staff: all(db, staffNames, []),
  rooms: all(db, rooms, []),
  roomSubjects: rows(db, roomSubjects, []),
});
