import { z } from 'zod';
import { ROLES } from '../people/roles';

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const hours = z.int().min(1).max(72);
const days = z.int().min(1).max(60);

/** Until when something of a lesson is entered (R1). */
const deadline = z.discriminatedUnion('by', [
  z.object({ by: z.literal('none') }),
  z.object({ by: z.literal('beforeLesson') }),
  z.object({ by: z.literal('lessonDay') }),
  z.object({ by: z.literal('hoursAfterLesson'), hours }),
  /** After the last lesson of the class that day. */
  z.object({ by: z.literal('hoursAfterClasses'), hours }),
  /** On the lesson's day, by the clock of the class's shift. */
  z.object({ by: z.literal('clock'), firstShift: clock, secondShift: clock }),
  z.object({ by: z.literal('workingWeek') }),
  z.object({ by: z.literal('days'), days, counted: z.enum(['calendar', 'school']) }),
  /** The day the check of the work is finished, and no later than so many days after the lesson. */
  z.object({ by: z.literal('whenChecked'), days }),
]);
export type Deadline = z.infer<typeof deadline>;

const grade = z.int().min(1).max(12);
const gradedDeadline = z
  .array(z.object({ gradeFrom: grade, gradeTo: grade, deadline }))
  .min(1)
  .max(12)
  .refine((bands) => bands.every(({ gradeFrom, gradeTo }) => gradeFrom <= gradeTo))
  .refine((bands) =>
    bands.every((one, index) =>
      bands.every(
        (other, at) =>
          at <= index || one.gradeTo < other.gradeFrom || other.gradeTo < one.gradeFrom,
      ),
    ),
  );

/** After what time since the lesson a mark is closed: the five choices of ТИП 2.14. */
export const EDITING_WINDOWS = ['never', 'week', 'twoWeeks', 'threeWeeks', 'month'] as const;

/** When period marks are set (R3). */
const periodDue = z.discriminatedUnion('by', [
  z.object({ by: z.literal('daysBeforeEnd'), days: z.int().min(0).max(30) }),
  z.object({ by: z.literal('lastWeek') }),
  z.object({ by: z.literal('daysAfterEnd'), days: z.int().min(0).max(30) }),
]);

/** How many marks a period mark needs: each row is for subjects of up to so many hours a week. */
const minimum = z
  .array(
    z.object({
      upToHours: z.number().positive().max(40).nullable(),
      marks: z.int().min(0).max(60),
    }),
  )
  .min(1)
  .max(12)
  .refine((rows) => rows.at(-1)?.upToHours === null, { error: 'last row is for everything above' })
  .refine((rows) =>
    rows.every(({ upToHours, marks }, index) => {
      const before = rows[index - 1];
      return (
        before === undefined ||
        (before.upToHours !== null &&
          (upToHours === null || before.upToHours < upToHours) &&
          before.marks <= marks)
      );
    }),
  );

/** How a period's mark is proposed (J6): the average that is rounded, from which hundredths up, and debts. */
const proposal = z.object({
  basis: z.enum(['plain', 'weighted']),
  threshold: z.int().min(1).max(100),
  debts: z.enum(['ignore', 'as-two', 'block']),
});

/** How often (R5). `period`: once in a period; `afterPeriod`: when it is over. */
export const FREQUENCIES = [
  'day',
  'week',
  'twoWeeks',
  'month',
  'monthEnd',
  'calendarQuarter',
  'period',
  'afterPeriod',
  'year',
] as const;
export type Frequency = (typeof FREQUENCIES)[number];

const monthDay = z.object({ month: z.int().min(1).max(12), day: z.int().min(1).max(31) });

export type MonthDay = z.infer<typeof monthDay>;

/** To which day (R6). */
const term = z.discriminatedUnion('by', [
  z.object({ by: z.literal('date'), from: monthDay.optional(), to: monthDay }),
  z.object({ by: z.literal('beforePeriodStarts'), days }),
  z.object({ by: z.literal('beforePeriodEnds'), days }),
  z.object({ by: z.literal('afterYearEnds'), days }),
]);
export type Term = z.infer<typeof term>;

const unique = (values: readonly string[]) => new Set(values).size === values.length;

/** The kinds of values a rule may have, each with its schema. */
export const VALUE_SCHEMAS = {
  deadline,
  gradedDeadline,
  switch: z.boolean(),
  window: z.enum(EDITING_WINDOWS),
  periodDue,
  minimum,
  proposal,
  roles: z.array(z.enum(ROLES)).max(ROLES.length).refine(unique),
  frequency: z.array(z.enum(FREQUENCIES)).min(1).max(4).refine(unique),
  term,
  /** A number of days, years or carriers. */
  number: z.int().min(1).max(100),
} as const;
export type ValueKind = keyof typeof VALUE_SCHEMAS;
export type ValueOf<Kind extends ValueKind> = z.infer<(typeof VALUE_SCHEMAS)[Kind]>;
