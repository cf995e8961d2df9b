import type { CalendarInput, YearCalendar } from '#contract/calendar';
import { calendarProblem, type CalendarProblem } from '#domain/school/year-calendar';
import type { Weekday } from '#domain/calendar/iso-date';

/** A calendar under edit: rows have keys of their own, so that a new one can be told. */
export type CalendarDraft = {
  readonly year: CalendarInput['year'];
  readonly periods: readonly (CalendarInput['periods'][number] & {
    readonly key: number;
    readonly marked: boolean;
  })[];
  readonly holidays: readonly (CalendarInput['holidays'][number] & { readonly key: number })[];
  readonly specialDays: readonly (CalendarInput['specialDays'][number] & {
    readonly key: number;
  })[];
};

export const draftOf = (calendar: YearCalendar): CalendarDraft => ({
  year: { startsOn: calendar.year.startsOn, endsOn: calendar.year.endsOn },
  periods: calendar.periods.map((period, key) => ({ ...period, key })),
  holidays: calendar.holidays.map((holiday, key) => ({ ...holiday, key })),
  specialDays: calendar.specialDays.map(({ date, worksAs, name, gradeFrom, gradeTo }, key) => ({
    date,
    worksAs,
    name,
    gradeFrom,
    gradeTo,
    key,
  })),
});

/** The draft as it is previewed and saved. */
export const inputOf = (yearId: number, draft: CalendarDraft): CalendarInput => ({
  yearId,
  year: draft.year,
  periods: draft.periods.map(({ id, kind, number, startsOn, endsOn, gradeFrom, gradeTo }) => ({
    id,
    kind,
    number,
    startsOn,
    endsOn,
    gradeFrom,
    gradeTo,
  })),
  holidays: draft.holidays.map(({ name, startsOn, endsOn, gradeFrom, gradeTo }) => ({
    name,
    startsOn,
    endsOn,
    gradeFrom,
    gradeTo,
  })),
  specialDays: draft.specialDays.map(({ date, worksAs, name, gradeFrom, gradeTo }) => ({
    date,
    worksAs,
    name,
    gradeFrom,
    gradeTo,
  })),
});

/** What is wrong with the draft by the same rule as in the core. */
export const draftProblem = (draft: CalendarDraft): CalendarProblem | undefined =>
  calendarProblem(draft.year, {
    periods: draft.periods,
    holidays: draft.holidays,
    specialDays: draft.specialDays.map((day) => ({
      ...day,
      worksAs: day.worksAs as Weekday | null,
    })),
  });

/** A key that no row of the list has. */
export const nextKey = (rows: readonly { readonly key: number }[]): number =>
  1 + Math.max(-1, ...rows.map(({ key }) => key));
