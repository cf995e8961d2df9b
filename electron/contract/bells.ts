import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, isoDate, ofYear, query } from './procedure';

const time = z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/);
const bell = z.object({ lessonNumber: z.int().min(0).max(14), startsAt: time, endsAt: time });
const grade = z.int().min(1).max(12);
const use = z.object({
  shift: z.int().min(1).max(3),
  /** Only on this weekday, or only on this day; on all days where neither is said. */
  weekday: z.int().min(1).max(7).nullable(),
  date: isoDate.nullable(),
  gradeFrom: grade,
  gradeTo: grade,
});
const schedule = {
  name: z.string().trim().min(1).max(100),
  bells: z.array(bell).max(15),
  uses: z.array(use).max(100),
};
export type Bell = z.infer<typeof bell>;
export type BellUse = z.infer<typeof use>;
export type BellSchedule = {
  readonly id: number;
  readonly name: string;
  readonly bells: readonly Bell[];
  readonly uses: readonly BellUse[];
};

export const bellsContract = {
  /** Everybody needs to know when a lesson begins. */
  list: query('signedIn').input(ofYear).output(type<readonly BellSchedule[]>()),
  add: command('bells.add', 'administrator', 'deputy')
    .input(commandInput({ yearId: id, ...schedule }))
    .output(type<{ readonly id: number }>()),
  save: command('bells.save', 'administrator', 'deputy')
    .input(commandInput({ id, ...schedule }))
    .output(type<void>()),
  remove: command('bells.remove', 'administrator', 'deputy')
    .input(commandInput({ id }))
    .output(type<void>()),
};
