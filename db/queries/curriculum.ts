import type { CurriculumPart } from '#domain/curriculum/totals';
import type { Finals } from '#domain/periods/finals';
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

/** A line of the curriculum (учебный план) of a class. */
export type CurriculumItem = {
  readonly hoursPerWeek: number;
  readonly hoursPerYear: number | null;
  readonly part: CurriculumPart;
  /** How the class is assessed where it is not as the subject says. */
  readonly grading: 'marks' | 'credit' | 'none' | null;
  readonly scaleId: number | null;
  /** What stands after the year's mark (J6). */
  readonly finals: Finals;
};
export type CurriculumTuple = readonly [
  classId: number,
  subjectId: number,
  hoursPerWeek: number,
  hoursPerYear: number | null,
  part: CurriculumPart,
  grading: CurriculumItem['grading'],
  scaleId: number | null,
  finals: Finals,
];
export type CurriculumSubject = {
  readonly id: number;
  readonly name: string;
  readonly area: string;
  readonly kind: 'main' | 'extra' | 'additional';
  readonly grading: 'marks' | 'credit' | 'none';
  readonly scaleId: number;
};

const ofYear = select<[number], CurriculumTuple>(
  `SELECT item.class_id, item.subject_id, item.hours_per_week, item.hours_per_year, item.part,
          item.grading, item.scale_id, item.finals
   FROM school_class AS class JOIN curriculum_item AS item ON item.class_id = class.id
   WHERE class.year_id = ?`,
);
const subjects = select<{ yearId: number }, CurriculumSubject>(
  `SELECT id, name, area, kind, grading, scale_id AS scaleId FROM subject
   WHERE archived = 0 OR id IN (
     SELECT item.subject_id FROM school_class AS class
     JOIN curriculum_item AS item ON item.class_id = class.id WHERE class.year_id = @yearId)
   ORDER BY position, name`,
);
const subjectById = select<[number], Pick<CurriculumSubject, 'id' | 'grading' | 'scaleId'>>(
  'SELECT id, grading, scale_id AS scaleId FROM subject WHERE id = ?',
);
const oneItem = select<[number, number], CurriculumItem>(
  `SELECT hours_per_week AS hoursPerWeek, hours_per_year AS hoursPerYear, part, grading,
          scale_id AS scaleId, finals
   FROM curriculum_item WHERE class_id = ? AND subject_id = ?`,
);
const save = change<
  [
    number,
    number,
    number,
    number | null,
    CurriculumPart,
    CurriculumItem['grading'],
    number | null,
    Finals,
  ]
>(
  `INSERT INTO curriculum_item (class_id, subject_id, hours_per_week, hours_per_year, part, grading, scale_id, finals)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)
   ON CONFLICT (class_id, subject_id) DO UPDATE SET hours_per_week = excluded.hours_per_week,
     hours_per_year = excluded.hours_per_year, part = excluded.part, grading = excluded.grading,
     scale_id = excluded.scale_id, finals = excluded.finals`,
);
const remove = change<[number, number]>(
  'DELETE FROM curriculum_item WHERE class_id = ? AND subject_id = ?',
);

/** The curriculum of all classes of a year, in no order. */
export const findCurriculum = (db: ReadableDb, yearId: number) => rows(db, ofYear, [yearId]);
/** The subjects that are taught, and those some class of the year has though they are put away. */
export const findCurriculumSubjects = (db: ReadableDb, yearId: number) =>
  all(db, subjects, { yearId });
export const subjectExists = (db: ReadableDb, id: number): boolean =>
  findCurriculumSubject(db, id) !== undefined;
/** How the subject itself is assessed. */
export const findCurriculumSubject = (db: ReadableDb, id: number) => get(db, subjectById, [id]);
export const findCurriculumItem = (db: ReadableDb, classId: number, subjectId: number) =>
  get(db, oneItem, [classId, subjectId]);
/** Puts the line in place of what the class has in the subject; null takes it away. */
export function saveCurriculumItem(
  db: WritableDb,
  classId: number,
  subjectId: number,
  item: CurriculumItem | null,
): void {
  if (item === null) run(db, remove, [classId, subjectId]);
  else {
    run(db, save, [
      classId,
      subjectId,
      item.hoursPerWeek,
      item.hoursPerYear,
      item.part,
      item.grading,
      item.scaleId,
      item.finals,
    ]);
  }
}
