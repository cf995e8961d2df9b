import { newJournalInput, type NewJournal } from '#contract/setup';
import type { IsoDate } from '#domain/calendar/iso-date';
import { isWeakPassword } from '#domain/people/password-rule';
import { defaultPeriods } from '#domain/school/default-periods';
import { newJournalTexts } from '../../text/first-start';

export type DraftPeriod = {
  readonly kind: 'quarter' | 'half';
  readonly number: number;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
  readonly gradeFrom: number;
  readonly gradeTo: number;
};
export type DraftHoliday = {
  readonly key: number;
  readonly name: string;
  readonly startsOn: IsoDate | null;
  readonly endsOn: IsoDate | null;
};

/** All that the assistant asks; lives as long as the assistant, so going back loses nothing. */
export type Draft = {
  readonly name: string;
  readonly city: string;
  readonly startYear: number;
  readonly yearStartsOn: IsoDate | null;
  readonly yearEndsOn: IsoDate | null;
  readonly periods: readonly DraftPeriod[];
  readonly holidays: readonly DraftHoliday[];
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly login: string;
  readonly password: string;
  readonly repeat: string;
};

/** The dates a school most likely has in the year that starts in `startYear`. */
export function datesOf(startYear: number) {
  const year = defaultPeriods(startYear);
  return {
    startYear,
    yearStartsOn: year.startsOn,
    yearEndsOn: year.endsOn,
    periods: year.periods.flatMap(({ kind, ...period }) =>
      kind === 'year' ? [] : [{ kind, ...period }],
    ),
    holidays: year.holidays.map((holiday, index) => ({ key: index, ...holiday })),
  };
}

export const emptyDraft = (startYear: number): Draft => ({
  name: '',
  city: '',
  ...datesOf(startYear),
  lastName: '',
  firstName: '',
  middleName: '',
  login: '',
  password: '',
  repeat: '',
});

export const periodName = ({ kind, number }: DraftPeriod): string =>
  kind === 'quarter' ? newJournalTexts.year.quarter(number) : newJournalTexts.year.half(number);

type Field = 'name' | 'city' | 'lastName' | 'firstName' | 'login' | 'password' | 'repeat';
export type FieldProblems = Partial<Record<Field, string>>;

/** What is wrong with the school's own step, by field. */
export function schoolProblems(draft: Draft): FieldProblems {
  const words = newJournalTexts.school;
  const { name, city } = newJournalInput.shape.school.shape;
  return {
    ...(draft.name.trim() === '' && { name: words.nameMissing }),
    ...(draft.name.trim() !== '' &&
      !name.safeParse(draft.name).success && { name: words.nameLong }),
    ...(!city.safeParse(draft.city).success && { city: words.cityLong }),
  };
}

/** The first thing that is wrong with the dates, or undefined where they hold together. */
export function datesProblem(draft: Draft): string | undefined {
  const words = newJournalTexts.year.problems;
  const { yearStartsOn, yearEndsOn } = draft;
  if (yearStartsOn === null || yearEndsOn === null) return words.missing;
  if (yearEndsOn <= yearStartsOn) return words.yearOrder;
  const named = [
    ...draft.periods.map((period) => ({ ...period, name: periodName(period) })),
    ...draft.holidays,
  ];
  for (const { name, startsOn, endsOn } of named) {
    if (startsOn === null || endsOn === null) return words.missing;
    if (name.trim() === '') return words.holidayName;
    if (endsOn < startsOn) return words.order(name);
    if (startsOn < yearStartsOn || endsOn > yearEndsOn) return words.outside(name);
  }
  for (const kind of ['quarter', 'half'] as const) {
    const periods = draft.periods.filter((period) => period.kind === kind);
    for (const [index, period] of periods.entries()) {
      const next = periods[index + 1];
      if (next?.startsOn && period.endsOn && next.startsOn <= period.endsOn) {
        return words.overlap(periodName(period), periodName(next));
      }
    }
  }
  return undefined;
}

/** What is wrong with the administrator's step, by field. */
export function administratorProblems(draft: Draft): FieldProblems {
  const words = newJournalTexts.administrator;
  const shape = newJournalInput.shape.administrator.shape;
  const missing = (['lastName', 'firstName', 'login'] as const).filter(
    (field) => !shape[field].safeParse(draft[field]).success,
  );
  return {
    ...Object.fromEntries(missing.map((field) => [field, words.missing])),
    ...(isWeakPassword(draft.password, draft.login) && { password: words.weak }),
    ...(draft.repeat !== draft.password && { repeat: words.different }),
  };
}

/** The draft as the core takes it; undefined while something is missing. */
export function toNewJournal(draft: Draft): NewJournal | undefined {
  const { yearStartsOn, yearEndsOn, lastName, firstName, middleName, login, password } = draft;
  const parsed = newJournalInput.safeParse({
    school: { name: draft.name, city: draft.city },
    year: { startsOn: yearStartsOn, endsOn: yearEndsOn },
    periods: draft.periods,
    holidays: draft.holidays,
    administrator: { lastName, firstName, middleName, login, password },
  });
  return parsed.success ? parsed.data : undefined;
}
