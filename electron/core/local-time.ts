import type { IsoDate } from '#domain/calendar/iso-date';

/** The day on the wall here, not in Greenwich. */
export const dayOf = (date: Date): IsoDate =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}` as IsoDate;
