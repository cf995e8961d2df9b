import { isoDateOf, type IsoDate } from '#domain/calendar/iso-date';

/** «12.10», «12 10», «12/10» as a day of the school year from `first` to `last`. */
export function typedDay(typed: string, first: IsoDate, last: IsoDate): IsoDate | undefined {
  const match = /^\s*(\d{1,2})[\s.,/-]+(\d{1,2})\s*$/u.exec(typed);
  if (match === null) return undefined;
  return [first, last]
    .map((date) => isoDateOf(Number(date.slice(0, 4)), Number(match[2]), Number(match[1])))
    .find((day) => day !== undefined && first <= day && day <= last);
}
