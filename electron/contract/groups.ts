import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, isoDate, query, written } from './procedure';

type Day = z.infer<typeof isoDate>;

export type ClassGroup = {
  readonly id: number;
  readonly name: string;
  readonly kind: 'subgroup' | 'stream';
  readonly archived: boolean;
  /** Nobody ever was in it and it has no page: it may be removed. */
  readonly removable: boolean;
  /** Of a stream: the class that leads, then the others. */
  readonly classIds: readonly number[];
};
/** Groups that exclude each other; a group without a division is one by itself. */
export type Division = {
  readonly name: string;
  readonly kind: 'subgroup' | 'stream';
  readonly groups: readonly ClassGroup[];
};
export type GroupSpan = { readonly groupId: number; readonly from: Day; readonly to: Day | null };
export type GroupPupil = {
  readonly id: number;
  readonly name: string;
  readonly sex: 'male' | 'female' | null;
  /** In the class; no last day: still. */
  readonly from: Day;
  readonly to: Day | null;
  readonly spans: readonly GroupSpan[];
};
export type ClassGroups = {
  readonly classId: number;
  readonly className: string;
  readonly grade: number;
  readonly year: { readonly startsOn: Day; readonly endsOn: Day };
  /** The first days of the grade's periods: on them a move needs no reason. */
  readonly periodStarts: readonly Day[];
  /** Whether the one who asks may move who is in a group already, and also within a period (R4). */
  readonly moves: 'none' | 'atPeriods' | 'any';
  readonly divisions: readonly Division[];
  readonly pupils: readonly GroupPupil[];
};

const name = written().min(1).max(60);
const division = written().max(60);

export const groupsContract = {
  /** The divisions of a class and who is in which group when (S4); a class teacher asks of the own class. */
  ofClass: query('administrator', 'director', 'deputy', 'classTeacher')
    .input(z.object({ classId: id }))
    .output(type<ClassGroups>()),
  /** Divides a class into subgroups, or makes a stream that the class leads. */
  add: command('group.add', 'administrator', 'deputy')
    .input(
      commandInput({
        classId: id,
        kind: z.enum(['subgroup', 'stream']),
        division,
        names: z.array(name).min(1).max(10),
        otherClassIds: z.array(id).max(12),
      }),
    )
    .output(type<void>()),
  set: command('group.set', 'administrator', 'deputy')
    .input(
      commandInput({
        groupId: id,
        name,
        division,
        archived: z.boolean(),
        otherClassIds: z.array(id).max(12),
      }),
    )
    .output(type<void>()),
  remove: command('group.remove', 'administrator', 'deputy')
    .input(commandInput({ groupId: id }))
    .output(type<void>()),
  /**
   * Puts pupils of a class into a group (null: into none) of one division from a day on. What the
   * rule of КИА 4.4.11 asks a reason for is refused without one (INVALID reasonNeeded).
   */
  place: command('group.place', 'administrator', 'deputy', 'classTeacher')
    .input(
      commandInput({
        classId: id,
        /** Any group of the division. */
        ofGroup: id,
        from: isoDate,
        reason: written().max(300),
        moves: z
          .array(z.object({ pupilId: id, groupId: id.nullable() }))
          .min(1)
          .max(200),
      }),
    )
    .output(type<void>()),
};
