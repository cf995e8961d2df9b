/**
 * Days as ISO strings (`2026-11-19`): they sort, compare, store and travel as they are.
 * `Temporal` is the runtime's own; nothing here reads the clock.
 */
export type IsoDate = `${number}-${number}-${number}`;

/** 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Whether the text is a day of the calendar written `YYYY-MM-DD` (31.02 is not one). */
export function isIsoDate(text: string): text is IsoDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The day written in the parts, or undefined where the calendar has no such day. */
export function isoDateOf(year: number, month: number, day: number): IsoDate | undefined {
  const pad = (value: number, length: number) => String(value).padStart(length, '0');
  const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
  return isIsoDate(text) ? text : undefined;
}

/** The day so many days later (earlier, where negative). */
export function addDays(date: IsoDate, days: number): IsoDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as IsoDate;
}

/** How many days lie from one day to the other; negative where `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days;
}

export function weekdayOf(date: IsoDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

/** Every day from the first to the last, both included; none where the last is earlier. */
export function daysFromTo(first: IsoDate, last: IsoDate): IsoDate[] {
  const days: IsoDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The day itself, or the nearest one of the span. */
export const dayWithin = (
  { startsOn, endsOn }: { readonly startsOn: IsoDate; readonly endsOn: IsoDate },
  day: IsoDate,
): IsoDate => (day < startsOn ? startsOn : day > endsOn ? endsOn : day);

/** «19.11.2026», as dates stand on Russian paper. */
export function formatDate(date: IsoDate): string {
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}
