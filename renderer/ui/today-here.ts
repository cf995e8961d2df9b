import type { IsoDate } from '#domain/calendar/iso-date';

/** This computer's day; behind the log-in the core's own (`session.today`) counts. */
export const todayHere = (): IsoDate => Temporal.Now.plainDateISO().toString() as IsoDate;
