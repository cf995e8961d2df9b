import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ClassDraft } from '#domain/year-opening/next-classes';
import type { YearDraft } from '#domain/year-opening/next-year';
import { YEAR_END_KINDS, type YearEndKind } from '#domain/year-opening/pupil-decisions';
import type { OpeningStep } from '#domain/year-opening/steps';
import { specialDays } from './calendar';
import { command, commandInput, id, isoDate, query } from './procedure';

type YearHead = {
  readonly id: number;
  readonly name: string;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
};
export type OpeningClass = ClassDraft & {
  readonly name: string;
  readonly continues: string | null;
  /** It is in the journal already. */
  readonly exists: boolean;
};
export type OpeningState = {
  readonly from: YearHead;
  /** The year being opened; null until its dates are settled. */
  readonly to: YearHead | null;
  readonly done: readonly OpeningStep[];
  readonly finished: boolean;
  readonly dates: YearDraft;
  readonly bellSchedules: number;
  readonly classes: readonly OpeningClass[];
  readonly teachers: readonly { readonly id: number; readonly name: string }[];
  /** What the steps that ask nothing would make, and what is there already. */
  readonly structure: {
    readonly curriculum: { readonly make: number; readonly kept: number };
    readonly groups: { readonly make: number; readonly kept: number };
    readonly load: {
      readonly make: number;
      readonly kept: number;
      /** Pages nobody could be found for. */
      readonly without: readonly { readonly className: string; readonly subject: string }[];
    };
  };
};
export type YearEndPupil = {
  readonly id: number;
  readonly name: string;
  readonly kind: YearEndKind;
  readonly toClassId: number | null;
  readonly subjectIds: readonly number[];
  /** The class of the new year the pupil is in already; null: still to be moved. */
  readonly newClass: string | null;
};
export type YearEndClass = {
  readonly id: number;
  readonly name: string;
  readonly grade: number;
  readonly pupils: readonly YearEndPupil[];
};
export type YearEnd = {
  readonly classes: readonly YearEndClass[];
  readonly targets: readonly {
    readonly id: number;
    readonly name: string;
    readonly grade: number;
  }[];
  readonly subjects: readonly { readonly id: number; readonly name: string }[];
};

const name = z.string().trim().min(1).max(100);
const grade = z.int().min(1).max(12);
const span = { startsOn: isoDate, endsOn: isoDate, gradeFrom: grade, gradeTo: grade };
const year = {
  startsOn: isoDate,
  endsOn: isoDate,
  periods: z
    .array(
      z.object({
        kind: z.enum(['quarter', 'trimester', 'half']),
        number: z.int().min(1).max(4),
        ...span,
      }),
    )
    .min(1)
    .max(20),
  holidays: z.array(z.object({ name, ...span })).max(60),
  specialDays,
};
const newClass = z.object({
  grade,
  letter: z.string().trim().max(10),
  homeroomTeacherId: id.nullable(),
  shift: z.int().min(1).max(3),
  studyDays: z.union([z.literal(5), z.literal(6)]),
  profile: z.string().trim().max(100),
  roomId: id.nullable(),
  continuesId: id.nullable(),
});
const order = z.object({ number: z.string().trim().min(1).max(50), date: isoDate });

const looks = ['administrator', 'director', 'deputy'] as const;

export const yearOpeningContract = {
  state: query(...looks).output(type<OpeningState>()),
  /** The pupils of the year that ends, class by class, with what most likely becomes of them. */
  pupils: query(...looks).output(type<YearEnd>()),
  openYear: command('yearOpening.year', 'administrator')
    .input(commandInput(year))
    .output(type<void>()),
  makeClasses: command('yearOpening.classes', 'administrator')
    .input(commandInput({ classes: z.array(newClass).min(1).max(100) }))
    .output(type<void>()),
  /** A step that asks nothing: curriculum, groups, load. */
  copy: command('yearOpening.copy', 'administrator')
    .input(commandInput({ step: z.enum(['curriculum', 'groups', 'load']) }))
    .output(type<{ readonly made: number }>()),
  /** The pupils of one class, by the director's order. Who is in a new class already is passed over. */
  movePupils: command('yearOpening.pupils', 'administrator')
    .input(
      commandInput({
        classId: id,
        order,
        /** The last day in the school of those who finish. */
        graduationOn: isoDate,
        debtsDueOn: isoDate,
        pupils: z
          .array(
            z.object({
              pupilId: id,
              kind: z.enum(YEAR_END_KINDS),
              toClassId: id.nullable(),
              subjectIds: z.array(id).max(30),
            }),
          )
          .max(200),
      }),
    )
    .output(type<{ readonly moved: number }>()),
  /** All pupils have been decided on: the year is open. */
  finish: command('yearOpening.finish', 'administrator')
    .input(commandInput({}))
    .output(type<void>()),
};
