import type { FinalKind } from '#domain/periods/finals';
import { change, get, rows, run, select, type ReadableDb, type WritableDb } from '../statement';
import type { PageRow } from './journal-page';

export type FinalMarkKey = {
  readonly yearId: number;
  readonly subjectId: number;
  readonly pupilId: number;
  readonly kind: FinalKind;
};
export type FinalMarkTuple = readonly [
  pupilId: number,
  kind: FinalKind,
  value: string,
  note: string,
  version: number,
];
type Mark = { readonly version: number; readonly value: string; readonly note: string };

const oneMark = select<FinalMarkKey, Mark>(
  `SELECT version, value, note FROM final_mark
   WHERE year_id = @yearId AND subject_id = @subjectId AND pupil_id = @pupilId AND kind = @kind`,
);
const upsert = change<FinalMarkKey & Mark>(
  `INSERT INTO final_mark (year_id, subject_id, pupil_id, kind, value, note, version)
   VALUES (@yearId, @subjectId, @pupilId, @kind, @value, @note, @version)
   ON CONFLICT (year_id, subject_id, pupil_id, kind) DO UPDATE SET
     value = excluded.value, note = excluded.note, version = excluded.version`,
);
type OfPage = { readonly yearId: number; readonly subjectId: number; readonly owner: number };
const marksOf = (members: string) => `
  SELECT pupil_id, kind, value, note, version FROM final_mark
  WHERE year_id = @yearId AND subject_id = @subjectId AND pupil_id IN (${members})`;
const marksOfClass = select<OfPage, FinalMarkTuple>(
  marksOf('SELECT pupil_id FROM class_membership WHERE class_id = @owner'),
);
const marksOfGroup = select<OfPage, FinalMarkTuple>(
  marksOf('SELECT pupil_id FROM study_group_membership WHERE group_id = @owner'),
);
const yearMark = select<Omit<FinalMarkKey, 'kind'> & { readonly grade: number }, { value: string }>(
  `SELECT mark.value FROM period JOIN period_mark AS mark ON mark.period_id = period.id
   WHERE period.year_id = @yearId AND period.kind = 'year'
     AND @grade BETWEEN period.grade_from AND period.grade_to
     AND mark.subject_id = @subjectId AND mark.pupil_id = @pupilId`,
);
const ofClassSheet = select<
  { readonly classId: number; readonly yearId: number; readonly kind: FinalKind },
  [pupilId: number, subjectId: number, value: string]
>(
  `SELECT pupil_id, subject_id, value FROM final_mark
   WHERE year_id = @yearId AND kind = @kind AND value <> ''
     AND pupil_id IN (SELECT pupil_id FROM class_membership WHERE class_id = @classId)`,
);
const inClass = select<
  { readonly classId: number; readonly subjectId: number; readonly kind: FinalKind },
  { n: number }
>(
  `SELECT EXISTS (SELECT 1 FROM final_mark AS mark
     JOIN school_class AS class ON class.id = @classId AND class.year_id = mark.year_id
     WHERE mark.subject_id = @subjectId AND mark.kind = @kind AND mark.value <> ''
       AND mark.pupil_id IN (SELECT pupil_id FROM class_membership WHERE class_id = @classId)) AS n`,
);

export const findFinalMark = (db: ReadableDb, key: FinalMarkKey) => get(db, oneMark, key);
export const saveFinalMark = (db: WritableDb, key: FinalMarkKey, mark: Mark) =>
  run(db, upsert, { ...key, ...mark });

/** The marks of examinations and the final ones of the pupils of a page. */
export const findFinalMarks = (
  db: ReadableDb,
  page: Pick<PageRow, 'subjectId' | 'yearId' | 'classId' | 'groupId' | 'groupName'>,
): readonly FinalMarkTuple[] => {
  const { subjectId, yearId } = page;
  return page.groupName === ''
    ? rows(db, marksOfClass, { subjectId, yearId, owner: page.classId })
    : rows(db, marksOfGroup, { subjectId, yearId, owner: page.groupId });
};

/** The year's mark of a pupil in a subject; '' where none is set. */
export const findYearMark = (
  db: ReadableDb,
  of: Omit<FinalMarkKey, 'kind'> & { readonly grade: number },
): string => get(db, yearMark, of)?.value ?? '';

/** Those of a kind of a whole class. */
export const findFinalMarksOfClass = (
  db: ReadableDb,
  of: { readonly classId: number; readonly yearId: number; readonly kind: FinalKind },
) => rows(db, ofClassSheet, of);

/** Whether somebody of the class has such a mark in the subject. */
export const hasFinalMarks = (
  db: ReadableDb,
  of: { readonly classId: number; readonly subjectId: number; readonly kind: FinalKind },
): boolean => get(db, inClass, of)?.n === 1;
