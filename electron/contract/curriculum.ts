import { type } from '@orpc/contract';
import { z } from 'zod';
import { PARTS } from '#domain/curriculum/totals';
import { FINALS } from '#domain/periods/finals';
import { documentProcedures } from './documents';
import { command, commandInput, id, ofYear, query } from './procedure';

const item = z.object({
  hoursPerWeek: z.number().gt(0).max(40).multipleOf(0.01),
  hoursPerYear: z.int().min(1).max(1500).nullable(),
  part: z.enum(PARTS),
  grading: z.enum(['marks', 'credit', 'none']).nullable(),
  /** The scale where it is not the subject's. */
  scaleId: id.nullable(),
  /** What stands after the year's mark: nothing, a final mark, an examination and a final mark (J6). */
  finals: z.enum(FINALS),
});
/** What a class learns of a subject. */
export type CurriculumItem = z.infer<typeof item>;
export type CurriculumTuple = readonly [
  classId: number,
  subjectId: number,
  hoursPerWeek: number,
  hoursPerYear: number | null,
  part: CurriculumItem['part'],
  grading: CurriculumItem['grading'],
  scaleId: CurriculumItem['scaleId'],
  finals: CurriculumItem['finals'],
];
export type CurriculumClass = {
  readonly id: number;
  readonly grade: number;
  readonly name: string;
  readonly studyDays: 5 | 6;
  /** Weeks of lessons in the year. */
  readonly weeks: number;
  /** The most hours a week (СанПиН 1.2.3685-21, table 6.6). */
  readonly limit: number;
};
export type CurriculumSubject = {
  readonly id: number;
  readonly name: string;
  readonly area: string;
  readonly kind: 'main' | 'extra' | 'additional';
  readonly grading: 'marks' | 'credit' | 'none';
  readonly scaleId: number;
};
export type Curriculum = {
  readonly yearName: string;
  readonly classes: readonly CurriculumClass[];
  readonly subjects: readonly CurriculumSubject[];
  readonly items: readonly CurriculumTuple[];
  readonly scales: readonly {
    readonly id: number;
    readonly name: string;
    readonly highest: number;
  }[];
};

const grade = z.int().min(1).max(12);
const paper = documentProcedures(
  { yearId: id.optional(), by: z.enum(['parallel', 'class']), gradeFrom: grade, gradeTo: grade },
  'administrator',
  'director',
  'deputy',
);
const MOST_CELLS = 3000;

export const curriculumContract = {
  /** Учебный план of all classes of a year (S3, КИА 4.1.8). */
  view: query('administrator', 'director', 'deputy').input(ofYear).output(type<Curriculum>()),
  /**
   * Changes cells, all or none; null is «is not learnt». `before` is what the person saw: where
   * something else stands by now, CONFLICT.
   */
  set: command('curriculum.set', 'administrator', 'deputy')
    .input(
      commandInput({
        cells: z
          .array(
            z.object({
              classId: id,
              subjectId: id,
              before: item.nullable(),
              after: item.nullable(),
            }),
          )
          .min(1)
          .max(MOST_CELLS),
      }),
    )
    .output(type<void>()),
  /** The plan on paper, a page a parallel or a page a class. */
  paper: paper.view,
  savePaper: paper.save,
};
