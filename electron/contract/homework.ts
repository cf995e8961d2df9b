import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { MANNERS, MOST_MINUTES, MOST_TASKS } from '#domain/homework/homework';
import { command, commandInput, id, isoDate, MAY_FILL, query } from './procedure';

/** How much homework a day brings to the pupils of a page, all their subjects together (V6). */
export type HomeworkDay = {
  readonly date: IsoDate;
  /** Of the pupil who has most. */
  readonly minutes: number;
  /** The most it may be at this age. */
  readonly norm: number;
  readonly subjects: readonly { readonly subjectName: string; readonly minutes: number }[];
  /** Tasks of that pupil of which nobody said how long they take. */
  readonly unknown: number;
};

const details = {
  dueOn: isoDate.nullable(),
  minutes: z.int().min(1).max(MOST_MINUTES).nullable(),
  manner: z.enum(['', ...MANNERS]),
  materials: z.string().trim().max(1000),
};

export const homeworkContract = {
  /**
   * What is set at a lesson beside the text for all, whole (J3); `version` is what the person saw, a
   * stale one gets CONFLICT.
   */
  set: command('homework.set', ...MAY_FILL)
    .input(
      commandInput({
        lessonId: id,
        version: z.int().min(0),
        forAll: z.object(details),
        tasks: z
          .array(
            z.object({
              ...details,
              text: z.string().trim().min(1).max(2000),
              groupId: id.nullable(),
              pupilIds: z.array(id).max(60),
            }),
          )
          .max(MOST_TASKS),
      }),
    )
    .output(type<{ readonly version: number }>()),
  /** The days the homework of a lesson is for, with all that is due then. */
  days: query('administrator', 'director', 'deputy', 'classTeacher', 'teacher')
    .input(z.object({ lessonId: id }))
    .output(type<readonly HomeworkDay[]>()),
};
