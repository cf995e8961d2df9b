import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate, Weekday } from '#domain/calendar/iso-date';
import { command, commandInput, id, isoDate, ofYear, query } from './procedure';

export type CalendarPeriod = {
  readonly id: number;
  readonly kind: 'quarter' | 'trimester' | 'half' | 'year';
  readonly number: number;
  readonly startsOn: IsoDate;
  readonly endsOn: IsoDate;
  readonly gradeFrom: number;
  readonly gradeTo: number;
  /** Marks for it are set: it cannot go. */
  readonly marked: boolean;
};
export type YearCalendar = {
  readonly year: {
    readonly id: number;
    readonly name: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly closed: boolean;
  };
  readonly periods: readonly CalendarPeriod[];
  readonly holidays: readonly {
    readonly name: string;
    readonly startsOn: IsoDate;
    readonly endsOn: IsoDate;
    readonly gradeFrom: number;
    readonly gradeTo: number;
  }[];
  readonly specialDays: readonly {
    readonly date: IsoDate;
    readonly worksAs: Weekday | null;
    readonly name: string;
    readonly gradeFrom: number;
    readonly gradeTo: number;
  }[];
};

/** What new dates do to the lessons already laid. */
export type LessonsChange = {
  /** The first day whose lessons may change; null where none may. */
  readonly from: IsoDate | null;
  readonly added: number;
  readonly removed: number;
  /** On days that are free now, but something is entered in them: they stay. */
  readonly held: number;
};

const grade = z.int().min(1).max(12);
const grades = { gradeFrom: grade, gradeTo: grade };
const span = { startsOn: isoDate, endsOn: isoDate };
export const specialDays = z
  .array(
    z.object({
      date: isoDate,
      worksAs: z.int().min(1).max(7).nullable(),
      name: z.string().trim().max(100),
      ...grades,
    }),
  )
  .max(100);
const calendar = {
  yearId: id,
  year: z.object(span),
  periods: z
    .array(
      z.object({
        id: id.nullable(),
        kind: z.enum(['quarter', 'trimester', 'half', 'year']),
        number: z.int().min(1).max(4),
        ...span,
        ...grades,
      }),
    )
    .min(1)
    .max(40),
  holidays: z
    .array(z.object({ name: z.string().trim().min(1).max(100), ...span, ...grades }))
    .max(80),
  specialDays,
};
export type CalendarInput = z.infer<z.ZodObject<typeof calendar>>;

export const calendarContract = {
  get: query('signedIn').input(ofYear).output(type<YearCalendar>()),
  /** What saving these dates would do; nothing changes. */
  preview: query('administrator', 'deputy').input(z.object(calendar)).output(type<LessonsChange>()),
  /** The whole calendar of the year at once, and the lessons laid anew where it changed. */
  save: command('year.saveCalendar', 'administrator', 'deputy')
    .input(commandInput(calendar))
    .output(type<LessonsChange>()),
};
