import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id } from './procedure';

/** Papers whose making is noted: a duty to put them on paper ends with it. */
const paper = z.discriminatedUnion('kind', [
  /** Сводная ведомость of a class for a period or the year. */
  z.object({ kind: z.literal('summarySheet'), classId: id, periodId: id }),
  /** The report on the fulfilment of programmes of the whole school. */
  z.object({ kind: z.literal('programme'), yearId: id.optional() }),
]);
export type MadePaper = z.infer<typeof paper>;

export const papersContract = {
  /** Notes that a paper left the printer or was written into a file (D1). */
  made: command('paper.made', 'administrator', 'director', 'deputy', 'classTeacher')
    .input(commandInput({ paper, how: z.enum(['printed', 'saved']) }))
    .output(type<void>()),
};
