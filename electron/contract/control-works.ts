import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ControlHint, GradeLimits, LimitName } from '#domain/control-works/limits';
import { CONTROL_LEVELS, type ControlLevel, type PlaceProblem } from '#domain/control-works/place';
import { documentProcedures } from './documents';
import { command, commandInput, id, isoDate, ofYear, query, written } from './procedure';

export type ControlClass = { readonly id: number; readonly name: string; readonly grade: number };

/** A limit that a work passes in a class. */
export type OverLimit = {
  readonly className: string;
  readonly limit: LimitName;
  readonly works: number;
  readonly allowed: number;
};

/** A page on which works can stand. */
export type ControlPage = {
  readonly id: number;
  /** The classes whose pupils learn there: of a stream all. */
  readonly classes: readonly ControlClass[];
  readonly groupName: string;
  readonly subjectId: number;
  readonly subjectName: string;
  readonly subjectShort: string;
  readonly teachers: readonly { readonly id: number; readonly name: string }[];
  /** The one who asks may put works on it. */
  readonly mayPropose: boolean;
};

export type ControlWork = {
  readonly id: number;
  readonly version: number;
  readonly page: ControlPage;
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly kindId: number;
  readonly kindName: string;
  readonly kindShort: string;
  readonly title: string;
  readonly level: ControlLevel;
  readonly note: string;
  /** Until then it is the teacher's proposal. */
  readonly fixed: boolean;
  readonly overWhy: string;
  readonly proposedBy: string;
  readonly mayChange: boolean;
  /** The lesson has a work of this kind: it was written. */
  readonly held: boolean;
  readonly problem: PlaceProblem | null;
  readonly over: readonly OverLimit[];
  /** Somebody said why each of these limits is passed. */
  readonly explained: boolean;
};

/** The works of some days with what they stand among. */
export type ControlSchedule = {
  /** Classes of the year, each with the days on which it learns. */
  readonly classes: readonly (ControlClass & { readonly days: readonly IsoDate[] })[];
  readonly pages: readonly ControlPage[];
  readonly works: readonly ControlWork[];
  readonly limits: readonly GradeLimits[];
  readonly closed: boolean;
};

/** How many works the class with most of them has, and how many it may have. */
export type ControlLoad = { readonly works: number; readonly allowed: number | null };

/** A day as it looks when a work of a page is to stand on it. */
export type OfferedDay = {
  readonly date: IsoDate;
  /** The page's lessons; without any the work cannot stand here. */
  readonly lessons: readonly {
    readonly number: number;
    readonly cancelled: boolean;
    readonly hints: readonly ControlHint[];
  }[];
  /** Nobody of the page's classes learns that day. */
  readonly dayOff: boolean;
  /** What the page's classes write already, without the work itself. */
  readonly works: readonly string[];
  /** Of the day and of its week, the work itself counted in. */
  readonly load: { readonly day: ControlLoad; readonly week: ControlLoad };
  readonly over: readonly OverLimit[];
};

const planners = ['administrator', 'deputy'] as const;
const readers = [...planners, 'director', 'classTeacher', 'teacher'] as const;
const text = written().max(300);
const grade = z.int().min(1).max(12);
const span = ofYear.unwrap().extend({ from: isoDate, to: isoDate });
const known = z.object({ id, version: z.int().min(1) });

const paper = documentProcedures(
  {
    ...span.shape,
    of: z.enum(['school', 'classes']),
    classIds: z.array(id).max(200).optional(),
  },
  ...readers,
);

export const controlWorksContract = {
  /** «Сводный график контрольных работ» between two days (T5). */
  schedule: query(...readers)
    .input(span)
    .output(type<ControlSchedule>()),
  /** The days of a page, with the load of its classes, to choose one; `workId` is the work that moves. */
  offers: query(...planners, 'teacher')
    .input(z.object({ pageId: id, from: isoDate, to: isoDate, workId: id.nullable() }))
    .output(type<readonly OfferedDay[]>()),
  /**
   * Puts a work on a lesson, or changes it; `id` null is a new one. A teacher's is a proposal. Over a
   * limit `overWhy` must say why, else INVALID `controlOverLimit`; a stale version gets CONFLICT.
   */
  set: command('controlWork.set', ...planners, 'teacher')
    .input(
      commandInput({
        id: id.nullable(),
        version: z.int().min(0),
        pageId: id,
        date: isoDate,
        lessonNumber: z.int().min(0).max(14),
        kindId: id,
        title: text,
        level: z.enum(CONTROL_LEVELS),
        note: text,
        fixed: z.boolean(),
        overWhy: text,
      }),
    )
    .output(type<{ readonly id: number; readonly version: number }>()),
  remove: command('controlWork.remove', ...planners, 'teacher')
    .input(commandInput(known.shape))
    .output(type<void>()),
  /** Fixes proposals, or gives fixed works back to their teachers: all of them or none. */
  fix: command('controlWork.fix', ...planners)
    .input(commandInput({ works: z.array(known).min(1).max(500), fixed: z.boolean() }))
    .output(type<void>()),
  /** All limits at once; works that stand already stay. */
  setLimits: command('controlWork.setLimits', ...planners)
    .input(
      commandInput({
        limits: z
          .array(
            z.object({
              gradeFrom: grade,
              gradeTo: grade,
              perDay: z.int().min(1).max(10),
              perWeek: z.int().min(1).max(30),
            }),
          )
          .max(12),
      }),
    )
    .output(type<void>()),
  /** «График контрольных работ» on paper: of the school in one table, or a sheet a class. */
  paper: paper.view,
  savePaper: paper.save,
};
