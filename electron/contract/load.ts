import { type } from '@orpc/contract';
import { z } from 'zod';
import type { CurriculumPart } from '#domain/curriculum/totals';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, ofYear, query } from './procedure';

const pageTeacher = z.object({
  staffId: id,
  hours: z.number().min(0).max(40).multipleOf(0.01),
  from: isoDate,
  to: isoDate.nullable(),
});
export type PageTeacher = z.infer<typeof pageTeacher>;

/** A page that is or could be: who learns, and who teaches them the subject from when. */
export type LoadCell = {
  /** null: the whole class, which has no group of its own yet. */
  readonly groupId: number | null;
  /** '' is the whole class. */
  readonly groupName: string;
  /** The division the group belongs to. */
  readonly division: string;
  readonly pageId: number | null;
  /** All days of the year, the earliest first. */
  readonly teachers: readonly PageTeacher[];
};
/** A subject of a class (of a stream, of a pupil with an individual plan). */
export type LoadLine = {
  readonly kind: 'class' | 'stream' | 'individual';
  readonly classId: number;
  readonly className: string;
  readonly grade: number;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly part: CurriculumPart | null;
  /** A pupil's hours a week. */
  readonly planned: number;
  /** The streams where the class learns the subject instead. */
  readonly inStreams: readonly string[];
  readonly cells: readonly LoadCell[];
};
export type LoadDivision = {
  readonly classId: number;
  readonly name: string;
  readonly groups: readonly { readonly id: number; readonly name: string }[];
};
export type LoadTeacher = {
  readonly id: number;
  readonly name: string;
  readonly shortName: string;
  readonly position: string;
  readonly works: boolean;
  readonly subjectIds: readonly number[];
};
export type Load = {
  readonly year: {
    readonly name: string;
    readonly startsOn: z.infer<typeof isoDate>;
    readonly endsOn: z.infer<typeof isoDate>;
  };
  readonly lines: readonly LoadLine[];
  readonly divisions: readonly LoadDivision[];
  readonly teachers: readonly LoadTeacher[];
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
};

const lookers = ['administrator', 'director', 'deputy'] as const;
const paper = documentProcedures({ yearId: id.optional(), day: isoDate }, ...lookers);

export const loadContract = {
  /** Who teaches what with how many hours, beside what the curriculum asks for (S3, ЭЛЖ 1.2.5). */
  view: query(...lookers)
    .input(ofYear)
    .output(type<Load>()),
  /**
   * Puts `after` in place of a page's teachers, making the page where it is first taught; `groupId`
   * null is the whole class. `before` is what the person saw: where it is not so now, CONFLICT.
   */
  setTeachers: command('load.setTeachers', 'administrator', 'deputy')
    .input(
      commandInput({
        classId: id,
        groupId: id.nullable(),
        subjectId: id,
        before: z.array(pageTeacher).max(40),
        after: z.array(pageTeacher).max(40),
      }),
    )
    .output(type<void>()),
  /** Which subjects a teacher teaches: those are offered first. */
  setSubjects: command('load.setSubjects', 'administrator', 'deputy')
    .input(commandInput({ staffId: id, subjectIds: z.array(id).max(60) }))
    .output(type<void>()),
  /** Тарификация: hours by teacher on a day. */
  tariff: paper.view,
  saveTariff: paper.save,
};
