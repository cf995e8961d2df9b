import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, ofYear, query } from './procedure';

const fields = z.object({
  letter: z.string().trim().max(5),
  homeroomTeacherId: id.nullable(),
  shift: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  studyDays: z.union([z.literal(5), z.literal(6)]),
  profile: z.string().trim().max(100),
  roomId: id.nullable(),
});
/** What of a class is edited in its row. */
export type ClassFields = z.infer<typeof fields>;

export type ClassSetup = ClassFields & {
  readonly id: number;
  readonly grade: number;
  readonly name: string;
  /** Today's, or of the nearest day of the year. */
  readonly pupils: number;
  /** Nobody was ever in it and nothing was entered: it may be removed. */
  readonly removable: boolean;
};
export type Choice = { readonly id: number; readonly name: string };
export type ClassesSetup = {
  readonly yearId: number;
  readonly classes: readonly ClassSetup[];
  readonly teachers: readonly Choice[];
  readonly rooms: readonly Choice[];
};

export const classesContract = {
  /** The classes of a year with what is set up about them (S4), and what can be chosen there. */
  setup: query('administrator', 'director', 'deputy').input(ofYear).output(type<ClassesSetup>()),
  add: command('class.add', 'administrator')
    .input(
      commandInput({ yearId: id, grade: z.int().min(1).max(12), letter: z.string().trim().max(5) }),
    )
    .output(type<{ readonly id: number }>()),
  /** `before` is what the person saw: where the class is another by now, CONFLICT. */
  set: command('class.set', 'administrator')
    .input(commandInput({ classId: id, before: fields, after: fields }))
    .output(type<ClassFields>()),
  /** Only of a class nobody was ever in. */
  remove: command('class.remove', 'administrator')
    .input(commandInput({ classId: id }))
    .output(type<void>()),
};
