import type { IsoDate } from '#domain/calendar/iso-date';

const format = new Intl.DateTimeFormat('ru', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
});

/** «четверг, 19 ноября» */
export const longDay = (day: IsoDate): string => format.format(new Date(`${day}T00:00:00Z`));
