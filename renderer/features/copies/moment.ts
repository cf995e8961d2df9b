import { formatDate, type IsoDate } from '#domain/calendar/iso-date';

const local = (moment: string) =>
  Temporal.Instant.from(moment).toZonedDateTimeISO(Temporal.Now.timeZoneId());

/** The day of a moment (an instant in ISO form) as this computer's clock has it. */
export const dayOf = (moment: string): IsoDate => local(moment).toPlainDate().toString() as IsoDate;

/** «19.11.2026, 14:05» */
export const formatMoment = (moment: string): string =>
  `${formatDate(dayOf(moment))}, ${local(moment).toPlainTime().toString({ smallestUnit: 'minute' })}`;
