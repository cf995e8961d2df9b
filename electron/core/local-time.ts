import type { LocalInstant } from '#domain/regulation/instant';
import type { IsoDate } from '#domain/calendar/iso-date';

/** The day on the wall here, not in Greenwich. */
export const dayOf = (date: Date): IsoDate =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}` as IsoDate;

/** The minute of the school's own clock. */
export function minuteHere(core: {
  readonly today: () => IsoDate;
  readonly now: () => Date;
}): LocalInstant {
  const now = core.now();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${core.today()}T${two(now.getHours())}:${two(now.getMinutes())}`;
}
