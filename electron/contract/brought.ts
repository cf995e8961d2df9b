import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { BROUGHT_KINDS, type BroughtKind, type BroughtMark } from '#domain/marks/brought';
import type { Grading } from '#domain/marks/mark-value';
import type { PointScale } from '#domain/marks/point-scale';
import type { PeriodKind } from '#domain/periods/period-name';
import { command, commandInput, id, query } from './procedure';

/** What a pupil brought from another school in the year of the pupil's class. */
export type BroughtOfPupil = {
  readonly name: string;
  /** The class whose subjects are listed; null of who is in none: nothing counts then. */
  readonly className: string | null;
  /** In this grade no marks are given (КИА 3.7). */
  readonly withoutMarks: boolean;
  readonly mayEdit: boolean;
  /** The school the pupil came from, by the order on the arrival or by the card. */
  readonly school: string;
  /** The paper the marks were taken from. */
  readonly document: string;
  readonly subjects: readonly {
    readonly id: number;
    readonly name: string;
    readonly grading: Grading;
    readonly scale: PointScale;
  }[];
  /** The periods that passed elsewhere in part (current marks) or to their end (the mark for it). */
  readonly periods: readonly {
    readonly id: number;
    readonly kind: PeriodKind;
    readonly number: number;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly current: boolean;
    readonly period: boolean;
  }[];
  /** Days in any class, for the check of a mark's day. */
  readonly stays: readonly { readonly from: IsoDate; readonly to: IsoDate | null }[];
  readonly cells: readonly {
    readonly subjectId: number;
    readonly periodId: number;
    readonly kind: BroughtKind;
    readonly marks: readonly BroughtMark[];
  }[];
};

/** Marks brought from another school (C2, «ведомость текущих отметок»). */
export const broughtContract = {
  view: query('administrator', 'director', 'deputy', 'secretary', 'classTeacher')
    .input(z.object({ pupilId: id }))
    .output(type<BroughtOfPupil>()),
  /** `was` is the text the person saw, as `formatBrought` writes it; another one gets CONFLICT. */
  set: command('pupil.setBrought', 'administrator', 'deputy', 'secretary', 'classTeacher')
    .input(
      commandInput({
        pupilId: id,
        document: z.string().trim().max(200),
        cells: z
          .array(
            z.object({
              subjectId: id,
              periodId: id,
              kind: z.enum(BROUGHT_KINDS),
              was: z.string().max(2000),
              text: z.string().max(2000),
            }),
          )
          .max(400),
      }),
    )
    .output(type<void>()),
};
