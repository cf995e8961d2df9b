import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { command, commandInput, id, ofYear, query } from './procedure';

export type CheckResult = 'confirmed' | 'changed';

/** One check of one class, and how far it is. */
export type DataCheckRow = {
  readonly id: number;
  readonly classId: number;
  readonly className: string;
  readonly homeroomTeacher: string | null;
  readonly name: string;
  readonly startedOn: IsoDate;
  readonly pupils: number;
  readonly confirmed: number;
  readonly changed: number;
  readonly mayEdit: boolean;
};
export type DataChecks = {
  readonly checks: readonly DataCheckRow[];
  /** Classes of who asks, with the day of their last check; the regulation asks for one a month or a quarter. */
  readonly classes: readonly {
    readonly id: number;
    readonly name: string;
    readonly lastOn: IsoDate | null;
    readonly mayEdit: boolean;
  }[];
};
export type DataCheckPupil = {
  readonly pupilId: number;
  readonly name: string;
  readonly result: CheckResult | null;
  readonly doneOn: IsoDate | null;
  readonly note: string;
};

const LOOKS = ['administrator', 'director', 'deputy', 'classTeacher', 'secretary'] as const;
const EDITS = ['administrator', 'classTeacher', 'secretary'] as const;

/** The check of pupils' data with the parents: monthly (ИНС б) or quarterly (КИА 4.3.10). */
export const dataChecksContract = {
  list: query(...LOOKS)
    .input(ofYear)
    .output(type<DataChecks>()),
  pupils: query(...LOOKS)
    .input(z.object({ checkId: id }))
    .output(type<readonly DataCheckPupil[]>()),
  start: command('dataCheck.start', ...EDITS)
    .input(commandInput({ classId: id, name: z.string().trim().min(1).max(100) }))
    .output(type<{ readonly checkId: number }>()),
  /** What the parent's sheet said; `result: null` takes the mark off. */
  mark: command('dataCheck.mark', ...EDITS)
    .input(
      commandInput({
        checkId: id,
        pupilIds: z.array(id).min(1).max(100),
        result: z.enum(['confirmed', 'changed']).nullable(),
        note: z.string().trim().max(500),
      }),
    )
    .output(type<void>()),
};
