import type { Grading } from '#domain/marks/mark-value';
import type { PointScale } from '#domain/marks/point-scale';
import { all, get, select, type ReadableDb } from '../statement';

type ScaleColumns = Omit<PointScale, 'periodsInFive'> & { readonly periodsInFive: number };
/** A scale with the name that documents give it. */
export type NamedScale = { readonly scale: PointScale; readonly scaleName: string };
export type SubjectAssessment = NamedScale & {
  readonly id: number;
  readonly name: string;
  readonly grading: Grading;
};

/** The columns of `point_scale AS scale`; `withScale` makes a scale of them. */
export const scaleColumns = `
  scale.name AS scaleName, scale.lowest, scale.highest, scale.satisfactory_from AS satisfactoryFrom,
  scale.good_from AS goodFrom, scale.excellent_from AS excellentFrom,
  scale.periods_in_five AS periodsInFive`;
/** How `item` of the curriculum says that `subject` is assessed, or the subject where it says nothing. */
export const gradingOf = 'coalesce(item.grading, subject.grading)';
export const scaleIdOf = 'coalesce(item.scale_id, subject.scale_id)';

export function withScale<Row extends ScaleColumns & { readonly scaleName: string }>({
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
  periodsInFive,
  ...rest
}: Row) {
  const scale: PointScale = {
    lowest,
    highest,
    satisfactoryFrom,
    goodFrom,
    excellentFrom,
    periodsInFive: periodsInFive === 1,
  };
  return { ...rest, scale };
}

/**
 * Whether a page, or a period's or final mark of a class in the subject, bears a mark; `page` and
 * `class_id` are given.
 */
const marked = (page: string, classId: string) => `(
  EXISTS (SELECT 1 FROM lesson JOIN mark ON mark.lesson_id = lesson.id
          WHERE lesson.page_id = ${page}.id)
  OR EXISTS (SELECT 1 FROM class_membership AS member JOIN period_mark
               ON period_mark.pupil_id = member.pupil_id
             WHERE member.class_id = ${classId} AND period_mark.subject_id = ${page}.subject_id
               AND period_mark.value <> '')
  OR EXISTS (SELECT 1 FROM class_membership AS member JOIN final_mark
               ON final_mark.pupil_id = member.pupil_id
             WHERE member.class_id = ${classId} AND final_mark.subject_id = ${page}.subject_id
               AND final_mark.value <> ''))`;
const markedPages = (where: string) => `
  SELECT EXISTS (
    SELECT 1 FROM study_group AS part JOIN journal_page AS page ON page.group_id = part.id
    JOIN subject ON subject.id = page.subject_id
    LEFT JOIN curriculum_item AS item
      ON item.class_id = part.class_id AND item.subject_id = subject.id
    WHERE ${where} AND ${marked('page', 'part.class_id')}) AS n`;
const marksOfScale = select<[number], { n: number }>(
  markedPages(`${gradingOf} = 'marks' AND ${scaleIdOf} = ?`),
);
const marksOfClass = select<[number, number], { n: number }>(
  markedPages('part.class_id = ? AND subject.id = ?'),
);

const scaleById = select<[number], ScaleColumns & { readonly scaleName: string }>(
  `SELECT ${scaleColumns} FROM point_scale AS scale WHERE scale.id = ?`,
);
const subjects = select<{ classId: number }, ScaleColumns & Omit<SubjectAssessment, 'scale'>>(
  `SELECT subject.id, subject.name, ${gradingOf} AS grading, ${scaleColumns}
   FROM subject LEFT JOIN curriculum_item AS item
     ON item.class_id = @classId AND item.subject_id = subject.id
   JOIN point_scale AS scale ON scale.id = ${scaleIdOf}`,
);

/** The scale of that id; throws RangeError where there is none, which foreign keys rule out. */
export function findScale(db: ReadableDb, id: number): NamedScale {
  const found = get(db, scaleById, [id]);
  if (found === undefined) throw new RangeError('scale');
  return withScale(found);
}

/** Whether marks of the journal are read by this scale: then it may not change. */
export const scaleHasMarks = (db: ReadableDb, id: number): boolean =>
  get(db, marksOfScale, [id])?.n === 1;
/** Whether the class has marks in the subject: then the way it is assessed may not change. */
export const classHasMarks = (db: ReadableDb, classId: number, subjectId: number): boolean =>
  get(db, marksOfClass, [classId, subjectId])?.n === 1;

/** How each subject is assessed in a class; without one, as the subject itself says. */
export const findSubjectAssessments = (
  db: ReadableDb,
  classId: number | undefined,
): SubjectAssessment[] => all(db, subjects, { classId: classId ?? 0 }).map(withScale);
