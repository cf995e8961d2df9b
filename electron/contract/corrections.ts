import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { CORRECTION_KINDS, type CorrectionKind } from '#domain/journal/corrections';
import { documentProcedures } from './documents';
import { id, isoDate, query } from './procedure';

/** A correction in the journal (J9): of what, by whom and when, what stood and what stands instead. */
export type CorrectionRow = {
  readonly key: string;
  /** The day and the time of the office's clock. */
  readonly day: IsoDate;
  readonly time: string;
  readonly staffId: number | null;
  readonly by: string;
  readonly workstation: string;
  readonly classId: number;
  readonly className: string;
  readonly subjectName: string;
  readonly groupName: string;
  /** «12.11, 3-й урок» or «II четверть». */
  readonly where: string;
  /** Whose mark; empty for a lesson's words. */
  readonly pupil: string;
  readonly kind: CorrectionKind;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
};
export type CorrectionCount = {
  readonly id: number;
  readonly name: string;
  readonly marks: number;
  readonly periodMarks: number;
  readonly others: number;
};
export type Corrections = {
  readonly rows: readonly CorrectionRow[];
  /** The same by who corrected and by class, the most first. */
  readonly byTeacher: readonly CorrectionCount[];
  readonly byClass: readonly CorrectionCount[];
};

const wanted = {
  yearId: id.optional(),
  /** Corrected from this day on; absent: the whole year (ТИП 2.14). */
  from: isoDate.optional(),
  to: isoDate.optional(),
  staffId: id.optional(),
  classId: id.optional(),
  kinds: z.array(z.enum(CORRECTION_KINDS)).min(1).max(CORRECTION_KINDS.length),
  /** Also what was mended at once by whoever had entered it. */
  withSlips: z.boolean(),
};
export type CorrectionsWanted = z.infer<z.ZodObject<typeof wanted>>;

const readers = ['administrator', 'deputy', 'director', 'classTeacher', 'teacher'] as const;
const paper = documentProcedures(wanted, ...readers);

export const correctionsContract = {
  /** Corrections of the year's pages; whoever is no administration gets own ones only. */
  list: query(...readers)
    .input(z.object(wanted))
    .output(type<Corrections>()),
  paper: paper.view,
  savePaper: paper.save,
};
