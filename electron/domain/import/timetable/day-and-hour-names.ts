import type { Weekday } from '../../calendar/iso-date';
import { textWords } from '../text-key';
import type { ImportedDay, LessonWeek, TimetableProblem } from './imported-timetable';

/** Beginnings that tell a day of the week in Russian and English, full or short. */
const dayWords: readonly (readonly [Weekday, RegExp])[] = [
  [1, /^(?:пн|пон|понед\p{L}*|mon(?:day)?|mo)$/u],
  [2, /^(?:вт|втор\p{L}*|tue(?:sday)?|tu)$/u],
  [3, /^(?:ср|сред\p{L}*|wed(?:nesday)?|we)$/u],
  [4, /^(?:чт|чет|четв\p{L}*|thu(?:rsday)?|th)$/u],
  [5, /^(?:пт|пят|пятн\p{L}*|fri(?:day)?|fr)$/u],
  [6, /^(?:сб|суб|субб\p{L}*|sat(?:urday)?|sa)$/u],
  [7, /^(?:вс|воск\p{L}*|sun(?:day)?|su)$/u],
];

/** The day of the week a name speaks of. */
export function weekdayOfName(name: string): Weekday | undefined {
  for (const word of textWords(name)) {
    const found = dayWords.find(([, pattern]) => pattern.test(word));
    if (found !== undefined) return found[0];
  }
  return undefined;
}

/**
 * The days of the week behind a file's names of days. Where not every name tells its day, the
 * order does, if the file has a list of days (`ordered`). Where days of the week come twice («А-Пн»,
 * «Б-Пн»), the first is of week A and the second of week B.
 */
export function readDays(
  names: readonly string[],
  ordered: boolean,
): { days: ImportedDay[]; problems: TimetableProblem[] } {
  const told = names.map(weekdayOfName);
  const byOrder = ordered && told.includes(undefined) && names.length <= 7;
  const days = names.flatMap((name, index): ImportedDay[] => {
    const weekday = byOrder ? ((index + 1) as Weekday) : told[index];
    return weekday === undefined ? [] : [{ name, weekday, week: 0 }];
  });
  const doubled = [...Map.groupBy(days, (day) => day.weekday)].filter(
    ([, same]) => same.length > 1,
  );
  if (doubled.length === 0) return { days, problems: [] };
  if (doubled.every(([, same]) => same.length === 2)) {
    const weekOf = new Map(
      doubled.flatMap(([, same]) =>
        same.map(({ name }, index): [string, LessonWeek] => [name, index === 0 ? 1 : 2]),
      ),
    );
    return {
      days: days.map((day) => ({ ...day, week: weekOf.get(day.name) ?? 0 })),
      problems: [{ code: 'twoWeeks', days: [...weekOf.keys()] }],
    };
  }
  const problems = doubled.map(([weekday, same]): TimetableProblem => {
    return { code: 'sameWeekday', weekday, days: same.map((day) => day.name) };
  });
  return { days, problems };
}

const clock = /(\d{1,2})[:.](\d{2})/gu;

/** «1 урок», «0», «3 (10:20)»: the number that is no time of day, up to 14. */
export function numberOfHour(name: string): number | undefined {
  const digits = /\d+/u.exec(name.replace(clock, ' '))?.[0];
  const number = digits === undefined ? undefined : Number(digits);
  return number !== undefined && number <= 14 ? number : undefined;
}

/** The first time of day in a name, in minutes. */
export function startOfHour(name: string): number | undefined {
  const [found] = name.matchAll(clock);
  return found === undefined ? undefined : Number(found[1]) * 60 + Number(found[2]);
}

/**
 * The lesson numbers behind a file's names of hours: «1 урок», «0 урок», «08:30-09:15». Names
 * without numbers, or with one number twice, are counted from 1: in the file's order where it has
 * a list of hours (`ordered`), else by their clock times.
 */
export function readHours(
  names: readonly string[],
  ordered: boolean,
): { numbers: Map<string, number>; problems: TimetableProblem[] } {
  const told = names.map(numberOfHour);
  const each = new Set(told);
  if (!each.has(undefined) && each.size === names.length) {
    return { numbers: new Map(names.map((name, index) => [name, told[index] ?? 0])), problems: [] };
  }
  const starts = names.map(startOfHour);
  if (!ordered && starts.includes(undefined)) {
    const numbers = names.flatMap((name, index): [string, number][] => {
      const number = told[index];
      return number === undefined ? [] : [[name, number]];
    });
    return { numbers: new Map(numbers), problems: [] };
  }
  const hours = ordered
    ? names
    : names.toSorted((one, other) => (startOfHour(one) ?? 0) - (startOfHour(other) ?? 0));
  const numbers = hours.slice(0, 14).map((name, index): [string, number] => [name, index + 1]);
  return { numbers: new Map(numbers), problems: [{ code: 'hoursByOrder', hours }] };
}
