import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

/** What of a class is edited in the list of classes. */
export type ClassFields = {
  readonly letter: string;
  readonly homeroomTeacherId: number | null;
  readonly shift: 1 | 2 | 3;
  readonly studyDays: 5 | 6;
  readonly profile: string;
  readonly roomId: number | null;
};
export type ClassSetupRow = ClassFields & {
  readonly id: number;
  readonly yearId: number;
  readonly grade: number;
};

const fields = `class.id, class.year_id AS yearId, class.grade, class.letter,
  class.homeroom_teacher_id AS homeroomTeacherId, class.shift, class.study_days AS studyDays,
  class.profile, class.room_id AS roomId`;
const ofYear = select<[number], ClassSetupRow>(
  `SELECT ${fields} FROM school_class AS class WHERE class.year_id = ?
   ORDER BY class.grade, class.letter`,
);
const byId = select<[number], ClassSetupRow>(
  `SELECT ${fields} FROM school_class AS class WHERE class.id = ?`,
);
const byName = select<[number, number, string], { id: number }>(
  'SELECT id FROM school_class WHERE year_id = ? AND grade = ? AND letter = ?',
);
const insertRow = change<[number, number, string]>(
  'INSERT INTO school_class (year_id, grade, letter) VALUES (?, ?, ?)',
);
const updateRow = change<[string, number | null, number, number, string, number | null, number]>(
  `UPDATE school_class SET letter = ?, homeroom_teacher_id = ?, shift = ?, study_days = ?,
     profile = ?, room_id = ? WHERE id = ?`,
);
/** Everything that makes a class more than a name: pupils, pages, streams, papers, the next year. */
const inUse = select<{ classId: number }, { used: 0 | 1 }>(
  `SELECT EXISTS (SELECT 1 FROM class_membership WHERE class_id = @classId)
     OR EXISTS (SELECT 1 FROM study_group WHERE class_id = @classId
                AND (name <> '' OR EXISTS (SELECT 1 FROM journal_page WHERE group_id = study_group.id)))
     OR EXISTS (SELECT 1 FROM stream_class WHERE class_id = @classId)
     OR EXISTS (SELECT 1 FROM movement WHERE from_class_id = @classId)
     OR EXISTS (SELECT 1 FROM movement WHERE to_class_id = @classId)
     OR EXISTS (SELECT 1 FROM data_check WHERE class_id = @classId)
     OR EXISTS (SELECT 1 FROM school_class WHERE continues_id = @classId) AS used`,
);
const deleteCurriculum = change<[number]>('DELETE FROM curriculum_item WHERE class_id = ?');
const deleteGroups = change<[number]>('DELETE FROM study_group WHERE class_id = ?');
const deleteRow = change<[number]>('DELETE FROM school_class WHERE id = ?');

/** The classes of a year with everything that is set up about them, in natural order. */
export const findClassSetups = (db: ReadableDb, yearId: number) => all(db, ofYear, [yearId]);
export const findClassSetup = (db: ReadableDb, id: number) => get(db, byId, [id]);
/** The class of the year with this name. */
export const findClassByName = (
  db: ReadableDb,
  yearId: number,
  name: { readonly grade: number; readonly letter: string },
): number | undefined => get(db, byName, [yearId, name.grade, name.letter])?.id;

export const insertClass = (
  db: WritableDb,
  yearId: number,
  name: { readonly grade: number; readonly letter: string },
): number => run(db, insertRow, [yearId, name.grade, name.letter]).id;

export const updateClass = (db: WritableDb, id: number, row: ClassFields) =>
  run(db, updateRow, [
    row.letter,
    row.homeroomTeacherId,
    row.shift,
    row.studyDays,
    row.profile,
    row.roomId,
    id,
  ]);

/** Whether anybody ever was in the class or anything was entered for it. */
export const classInUse = (db: ReadableDb, classId: number): boolean =>
  get(db, inUse, { classId })?.used === 1;

/** Removes a class nobody uses, with its curriculum. */
export function deleteClass(db: WritableDb, id: number): void {
  run(db, deleteCurriculum, [id]);
  run(db, deleteGroups, [id]);
  run(db, deleteRow, [id]);
}
