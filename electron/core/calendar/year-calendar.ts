import type { CalendarInput, LessonsChange, YearCalendar } from '#contract/calendar';
import {
  deletePeriod,
  findCalendar,
  findMarkedPeriods,
  isYearClosed,
  periodHasBrought,
  replaceHolidays,
  replaceSpecialDays,
  savePeriod,
  setYearSpan,
} from '#db/queries/calendar';
import { findPeriods, findYearOr, findYears, insertPeriod } from '#db/queries/school';
import type { ReadableDb } from '#db/statement';
import type { Weekday } from '#domain/calendar/iso-date';
import type { SchoolCalendar } from '#domain/calendar/school-days';
import { calendarProblem, firstChangedDay } from '#domain/school/year-calendar';
import { refuse } from '../refuse';
import { previewRelay, relayLessons } from '../timetable/relay-lessons';
import type { OfYear, Reading, Writing } from '../unit-of-work';

/** The dates of a year: periods by grade, holidays, special days (S2). */
export function yearCalendar({ db, today }: Reading, { yearId }: OfYear): YearCalendar {
  const year = findYearOr(db, yearId, today) ?? refuse('NOT_FOUND', { what: 'year' });
  const { holidays, specialDays } = findCalendar(db, year.id);
  const marked = findMarkedPeriods(db, year.id);
  return {
    year: { ...year, closed: isYearClosed(db, year.id) },
    periods: findPeriods(db, year.id).map((period) => ({
      ...period,
      marked: marked.has(period.id),
    })),
    holidays: holidays.map(({ gradeFrom = 1, gradeTo = 12, ...holiday }) => ({
      name: '',
      ...holiday,
      gradeFrom,
      gradeTo,
    })),
    specialDays,
  };
}

const calendarOf = (input: CalendarInput): SchoolCalendar => ({
  periods: input.periods,
  holidays: input.holidays,
  specialDays: input.specialDays.map((day) => ({
    ...day,
    worksAs: day.worksAs as Weekday | null,
  })),
});

/** The year and its calendar as it would be; refuses what does not fit together. */
function checked(db: ReadableDb, input: CalendarInput) {
  const year =
    findYears(db).find(({ id }) => id === input.yearId) ?? refuse('NOT_FOUND', { what: 'year' });
  if (isYearClosed(db, year.id)) refuse('INVALID', { why: 'yearClosed' });
  const calendar = calendarOf(input);
  if (calendarProblem(input.year, calendar) !== undefined) refuse('INVALID', { why: 'dates' });
  const overlaps = findYears(db).some(
    (other) =>
      other.id !== year.id &&
      other.startsOn <= input.year.endsOn &&
      input.year.startsOn <= other.endsOn,
  );
  if (overlaps) refuse('INVALID', { why: 'dates' });
  const kept = new Set(input.periods.map(({ id }) => id));
  const marked = findMarkedPeriods(db, year.id);
  const gone = findPeriods(db, year.id).filter(({ id }) => !kept.has(id));
  if (gone.some(({ id }) => marked.has(id) || periodHasBrought(db, id))) {
    refuse('INVALID', { why: 'periodHasMarks' });
  }
  const known = new Set(findPeriods(db, year.id).map(({ id }) => id));
  if (input.periods.some(({ id }) => id !== null && !known.has(id))) {
    refuse('NOT_FOUND', { what: 'period' });
  }
  const span = {
    from: year.startsOn < input.year.startsOn ? year.startsOn : input.year.startsOn,
    to: year.endsOn > input.year.endsOn ? year.endsOn : input.year.endsOn,
  };
  const from = firstChangedDay(span, findCalendar(db, year.id), calendar) ?? null;
  return { year, calendar, gone, from };
}

const NOTHING: LessonsChange = { from: null, added: 0, removed: 0, held: 0 };

/** What saving these dates would do to the lessons; nothing changes. */
export function previewCalendar({ db }: Reading, input: CalendarInput): LessonsChange {
  const { year, calendar, from } = checked(db, input);
  if (from === null) return NOTHING;
  const laid = { id: year.id, endsOn: input.year.endsOn };
  const { added, removed, held } = previewRelay(db, { year: laid, from, calendar });
  return { from, added, removed, held };
}

/**
 * The whole calendar of a year in the place of the old one, and the lessons laid anew from the first
 * day that changed: what holds anything stays (S2). A period with marks can be moved, never taken out.
 */
export function saveCalendar({ db, record }: Writing, input: CalendarInput): LessonsChange {
  const { year, gone, from } = checked(db, input);
  const before = { year, ...findCalendar(db, year.id), periods: findPeriods(db, year.id) };
  setYearSpan(db, year.id, input.year.startsOn, input.year.endsOn);
  for (const { id } of gone) deletePeriod(db, id);
  // A number given to another period must be free before it is taken: all of them step aside first.
  const free = freeKeys(before.periods, input.periods);
  for (const [index, { id, ...period }] of input.periods.entries()) {
    if (id !== null) savePeriod(db, { ...period, ...free[index], id, gradeTo: 12 });
  }
  for (const { id, ...period } of input.periods) {
    if (id === null) insertPeriod(db, year.id, period);
    else savePeriod(db, { ...period, id });
  }
  replaceHolidays(db, year.id, input.holidays);
  replaceSpecialDays(
    db,
    year.id,
    input.specialDays.map((day) => ({ ...day, worksAs: day.worksAs as Weekday | null })),
  );
  const { yearId: _, ...after } = input;
  record('yearCalendar', String(year.id), before, after);
  if (from === null) return NOTHING;
  const laid = { id: year.id, endsOn: input.year.endsOn };
  const { added, removed, held } = relayLessons({ db, record }, { year: laid, from });
  return { from, added, removed, held };
}

type Numbered = Pick<CalendarInput['periods'][number], 'kind' | 'number' | 'gradeFrom'>;
const keyOf = ({ kind, number, gradeFrom }: Numbered) => `${kind} ${number} ${gradeFrom}`;
const EVERY_KEY = (['quarter', 'trimester', 'half', 'year'] as const).flatMap((kind) =>
  [1, 2, 3, 4].flatMap((number) =>
    Array.from({ length: 12 }, (_, index) => ({ kind, number, gradeFrom: index + 1 })),
  ),
);

/** Kinds, numbers and grades that no period has, before or after: where one waits to be renamed. */
function freeKeys(...used: readonly (readonly Numbered[])[]): readonly Numbered[] {
  const taken = new Set(used.flat().map(keyOf));
  return EVERY_KEY.filter((key) => !taken.has(keyOf(key)));
}
