import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { LocalInstant } from '#domain/regulation/instant';
import { documentProcedures } from './documents';
import { commandInput, id, isoDate, ofYear, query, ruledCommand, written } from './procedure';

export type OutageState = 'open' | 'over' | 'withdrawn';
/** A technical failure as its list shows it. */
export type OutageSummary = {
  readonly id: number;
  readonly version: number;
  readonly fromAt: LocalInstant;
  readonly toAt: LocalInstant | null;
  /** «23.11.2026, 10:00–12:00» */
  readonly span: string;
  readonly what: string;
  readonly untilDay: IsoDate;
  readonly classIds: readonly number[];
  /** «8-А, 8-Б»; empty: the whole school. */
  readonly classNames: string;
  readonly recordedBy: string;
  readonly withdrawnBy: string;
  readonly state: OutageState;
  /** The lessons it met that the one who asks may fill, or of all pages to the administration. */
  readonly lessons: number;
  readonly filled: number;
};
export type Outages = {
  readonly outages: readonly OutageSummary[];
  readonly classes: readonly { readonly id: number; readonly name: string }[];
};
/** A lesson that was held without the journal. */
export type OutageLesson = {
  readonly id: number;
  readonly pageId: number;
  readonly date: IsoDate;
  readonly number: number;
  readonly className: string;
  readonly subjectName: string;
  readonly teachers: string;
  readonly filled: boolean;
  /** The one who asks may enter it. */
  readonly mine: boolean;
};

const everybody = ['administrator', 'director', 'deputy', 'classTeacher', 'teacher'] as const;
const instant = z.iso.datetime({ local: true, precision: -1 }).refine(
  // Without a zone: it is the school's own clock.
  (text) => text.length === 16 && isoDate.safeParse(text.slice(0, 10)).success,
) as unknown as z.ZodType<LocalInstant>;
const said = {
  fromAt: instant,
  toAt: instant.nullable(),
  what: written().min(3).max(300),
  untilDay: isoDate,
  classIds: z.array(id).max(200),
};
const journal = documentProcedures({ yearId: id.optional() }, ...everybody);

export const outagesContract = {
  /** The failures of a year, the latest first. */
  list: query(...everybody)
    .input(ofYear)
    .output(type<Outages>()),
  /** The lessons that a failure met, of the pages the one who asks may open. */
  lessons: query(...everybody)
    .input(z.object({ outageId: id }))
    .output(type<readonly OutageLesson[]>()),
  /** Writes a failure down: until its last day its lessons are open (J10); whom the regulation lets open. */
  record: ruledCommand('openLocks', 'outage.record')
    .input(commandInput(said))
    .output(type<{ readonly id: number }>()),
  /** Puts it right, or ends one that goes on. */
  correct: ruledCommand('openLocks', 'outage.correct')
    .input(commandInput({ id, version: z.int().min(1), ...said }))
    .output(type<void>()),
  /** Takes it back: its lessons close again, what was entered stays. */
  withdraw: ruledCommand('openLocks', 'outage.withdraw')
    .input(commandInput({ id, version: z.int().min(1) }))
    .output(type<void>()),
  paper: journal.view,
  savePaper: journal.save,
};
