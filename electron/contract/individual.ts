import { type } from '@orpc/contract';
import { z } from 'zod';
import { command, commandInput, id, isoDate, ofYear, query, written } from './procedure';

type Day = z.infer<typeof isoDate>;

const item = z.object({
  subjectId: id,
  mode: z.enum(['individual', 'exempt']),
  hoursPerWeek: z.number().min(0).max(40).multipleOf(0.01),
});
/** A subject learnt alone, or not at all; what is not named is learnt with the class. */
export type PlanItem = z.infer<typeof item>;

export type IndividualPlan = {
  readonly id: number;
  readonly pupilId: number;
  readonly pupilName: string;
  readonly classId: number;
  readonly className: string;
  readonly from: Day;
  readonly to: Day | null;
  readonly reason: string;
  /** With the teachers of today of what is learnt alone. */
  readonly items: readonly (PlanItem & {
    readonly subjectName: string;
    readonly teachers: readonly string[];
  })[];
  /** Nothing was entered by it yet: it may be removed. */
  readonly removable: boolean;
};
export type PlanPupil = {
  readonly id: number;
  readonly name: string;
  readonly classId: number;
  readonly className: string;
};
export type IndividualPlans = {
  readonly yearId: number;
  readonly year: { readonly startsOn: Day; readonly endsOn: Day };
  readonly plans: readonly IndividualPlan[];
  readonly pupils: readonly PlanPupil[];
  /** What each class learns, with its hours: the lines a plan is made of. */
  readonly curriculum: readonly {
    readonly classId: number;
    readonly subjectId: number;
    readonly subjectName: string;
    readonly hoursPerWeek: number;
  }[];
};

const fields = {
  from: isoDate,
  to: isoDate.nullable(),
  reason: written().max(300),
  items: z.array(item).min(1).max(60),
};

export const individualContract = {
  /** The individual curricula (ИУП) of a year (S5, ЭЛЖ 1.2.5). */
  plans: query('administrator', 'director', 'deputy').input(ofYear).output(type<IndividualPlans>()),
  add: command('individualPlan.add', 'administrator')
    .input(commandInput({ yearId: id, pupilId: id, ...fields }))
    .output(type<{ readonly id: number }>()),
  /** `before` is what the person saw: where the plan is another by now, CONFLICT. */
  set: command('individualPlan.set', 'administrator')
    .input(commandInput({ planId: id, before: z.object(fields), after: z.object(fields) }))
    .output(type<void>()),
  remove: command('individualPlan.remove', 'administrator')
    .input(commandInput({ planId: id }))
    .output(type<void>()),
};
