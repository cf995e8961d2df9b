import { all, change, get, run, select, type ReadableDb, type WritableDb } from '../statement';

type Grading = 'marks' | 'credit' | 'none';
export type SubjectData = {
  readonly name: string;
  readonly shortName: string;
  readonly area: string;
  readonly kind: 'main' | 'extra' | 'additional';
  readonly grading: Grading;
  readonly scaleId: number;
};
export type SubjectDetails = SubjectData & {
  readonly id: number;
  readonly position: number;
  readonly archived: number;
  readonly pages: number;
};
export type WorkKindData = {
  readonly name: string;
  readonly shortName: string;
  readonly weight: number;
  readonly written: boolean;
};
export type WorkKindDetails = Omit<WorkKindData, 'written'> & {
  readonly id: number;
  readonly written: number;
  readonly archived: number;
  readonly works: number;
};
export type ScaleData = {
  readonly name: string;
  readonly lowest: number;
  readonly highest: number;
  readonly satisfactoryFrom: number;
  readonly goodFrom: number;
  readonly excellentFrom: number;
  readonly periodsInFive: boolean;
};
export type ScaleDetails = Omit<ScaleData, 'periodsInFive'> & {
  readonly id: number;
  readonly periodsInFive: number;
  /** Subjects and lines of curricula that are marked by it. */
  readonly subjects: number;
};

const subjects = select<[], SubjectDetails>(
  `SELECT id, name, short_name AS shortName, area, kind, grading, scale_id AS scaleId, position, archived,
          (SELECT count(*) FROM journal_page WHERE journal_page.subject_id = subject.id) AS pages
   FROM subject ORDER BY position, name`,
);
const insertSubjectRow = change<[string, string, string, string, Grading, number, number]>(
  `INSERT INTO subject (name, short_name, area, kind, grading, scale_id, position)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const updateSubjectRow = change<[string, string, string, string, Grading, number, number]>(
  `UPDATE subject SET name = ?, short_name = ?, area = ?, kind = ?, grading = ?, scale_id = ?
   WHERE id = ?`,
);
const archiveSubject = change<[number, number]>('UPDATE subject SET archived = ? WHERE id = ?');
const placeSubject = change<[number, number]>('UPDATE subject SET position = ? WHERE id = ?');
const marksOfSubject = select<[number, number, number], { n: number }>(
  `SELECT EXISTS (SELECT 1 FROM journal_page AS page JOIN lesson ON lesson.page_id = page.id
                  JOIN mark ON mark.lesson_id = lesson.id WHERE page.subject_id = ?)
          OR EXISTS (SELECT 1 FROM period_mark WHERE subject_id = ? AND value <> '')
          OR EXISTS (SELECT 1 FROM final_mark WHERE subject_id = ? AND value <> '') AS n`,
);
const workKinds = select<[], WorkKindDetails>(
  `SELECT id, name, short_name AS shortName, weight, written, archived,
          (SELECT count(*) FROM lesson_work WHERE lesson_work.kind_id = work_kind.id) AS works
   FROM work_kind ORDER BY position, name`,
);
const insertKindRow = change<[string, string, number, number]>(
  `INSERT INTO work_kind (name, short_name, weight, written, position)
   VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM work_kind))`,
);
const updateKindRow = change<[string, string, number, number, number]>(
  'UPDATE work_kind SET name = ?, short_name = ?, weight = ?, written = ? WHERE id = ?',
);
const archiveKind = change<[number, number]>('UPDATE work_kind SET archived = ? WHERE id = ?');
const scales = select<[], ScaleDetails>(
  `SELECT id, name, lowest, highest, satisfactory_from AS satisfactoryFrom, good_from AS goodFrom,
          excellent_from AS excellentFrom, periods_in_five AS periodsInFive,
          (SELECT count(*) FROM subject WHERE subject.scale_id = point_scale.id)
          + (SELECT count(*) FROM curriculum_item WHERE curriculum_item.scale_id = point_scale.id)
            AS subjects
   FROM point_scale ORDER BY id`,
);
const insertScaleRow = change<[string, number, number, number, number, number, number]>(
  `INSERT INTO point_scale
     (name, lowest, highest, satisfactory_from, good_from, excellent_from, periods_in_five)
   VALUES (?, ?, ?, ?, ?, ?, ?)`,
);
const updateScaleRow = change<[string, number, number, number, number, number, number, number]>(
  `UPDATE point_scale SET name = ?, lowest = ?, highest = ?, satisfactory_from = ?, good_from = ?,
     excellent_from = ?, periods_in_five = ? WHERE id = ?`,
);
const deleteScaleRow = change<[number]>('DELETE FROM point_scale WHERE id = ?');

/** Every subject in the order of the lists, also those out of use. */
export const findSubjectDetails = (db: ReadableDb) => all(db, subjects, []);
export const insertSubjectDetails = (db: WritableDb, row: SubjectData, position: number): number =>
  run(db, insertSubjectRow, [
    row.name,
    row.shortName,
    row.area,
    row.kind,
    row.grading,
    row.scaleId,
    position,
  ]).id;
export const updateSubject = (db: WritableDb, id: number, row: SubjectData) =>
  run(db, updateSubjectRow, [
    row.name,
    row.shortName,
    row.area,
    row.kind,
    row.grading,
    row.scaleId,
    id,
  ]);
export const setSubjectArchived = (db: WritableDb, id: number, archived: boolean) =>
  run(db, archiveSubject, [archived ? 1 : 0, id]);
export const setSubjectPosition = (db: WritableDb, id: number, position: number) =>
  run(db, placeSubject, [position, id]);
/** Whether any mark stands in the subject: then the way it is marked may not change. */
export const subjectHasMarks = (db: ReadableDb, id: number): boolean =>
  get(db, marksOfSubject, [id, id, id])?.n === 1;

export const findWorkKindDetails = (db: ReadableDb) => all(db, workKinds, []);
export const insertWorkKindDetails = (db: WritableDb, row: WorkKindData): number =>
  run(db, insertKindRow, [row.name, row.shortName, row.weight, row.written ? 1 : 0]).id;
export const updateWorkKind = (db: WritableDb, id: number, row: WorkKindData) =>
  run(db, updateKindRow, [row.name, row.shortName, row.weight, row.written ? 1 : 0, id]);
export const setWorkKindArchived = (db: WritableDb, id: number, archived: boolean) =>
  run(db, archiveKind, [archived ? 1 : 0, id]);

export const findScales = (db: ReadableDb) => all(db, scales, []);
const scaleValues = (row: ScaleData) =>
  [
    row.name,
    row.lowest,
    row.highest,
    row.satisfactoryFrom,
    row.goodFrom,
    row.excellentFrom,
    row.periodsInFive ? 1 : 0,
  ] as const;
export const insertScale = (db: WritableDb, row: ScaleData): number =>
  run(db, insertScaleRow, [...scaleValues(row)]).id;
export const updateScale = (db: WritableDb, id: number, row: ScaleData) =>
  run(db, updateScaleRow, [...scaleValues(row), id]);
export const deleteScale = (db: WritableDb, id: number) => run(db, deleteScaleRow, [id]);
