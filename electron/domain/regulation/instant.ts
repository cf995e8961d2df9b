import { addDays, type IsoDate } from '../calendar/iso-date';

/** A minute of the school's own clock, `2026-11-19T15:00`: sorts and compares as it is. */
export type LocalInstant = `${IsoDate}T${string}`;

/** «15:00» */
export type ClockTime = string;

export const at = (day: IsoDate, time: ClockTime): LocalInstant => `${day}T${time}`;

/** The last minute of a day. */
export const endOf = (day: IsoDate): LocalInstant => at(day, '23:59');

export const dayOf = (instant: LocalInstant): IsoDate => instant.slice(0, 10) as IsoDate;

export function addHours(instant: LocalInstant, hours: number): LocalInstant {
  return Temporal.PlainDateTime.from(instant)
    .add({ hours })
    .toString({ smallestUnit: 'minute' }) as LocalInstant;
}

export const later = (a: LocalInstant, b: LocalInstant): LocalInstant => (a < b ? b : a);
export const earlier = (a: LocalInstant, b: LocalInstant): LocalInstant => (a < b ? a : b);

/** The same day so many months later; the last of the month where it has no such day. */
export const addMonths = (day: IsoDate, months: number): IsoDate =>
  Temporal.PlainDate.from(day).add({ months }).toString() as IsoDate;

export const lastOfMonth = (day: IsoDate): IsoDate =>
  addDays(addMonths(`${day.slice(0, 7)}-01` as IsoDate, 1), -1);
