import { eventIterator, type } from '@orpc/contract';
import type { z } from 'zod';
import type { DutyLine } from '#domain/duties/lines';
import type { LocalInstant } from '#domain/regulation/instant';
import { documentProcedures } from './documents';
import { id, query } from './procedure';

/** Duties as of a minute of the school's clock. */
export type MyDuties = { readonly now: LocalInstant; readonly lines: readonly DutyLine[] };
export type SchoolDuties = MyDuties & {
  /** Who has some of the lines. */
  readonly people: readonly { readonly staffId: number; readonly name: string }[];
  /** Every class of the year, in order. */
  readonly classes: readonly { readonly id: number; readonly name: string }[];
};

const wanted = { staffId: id.optional(), classId: id.optional() };
export type DutiesWanted = z.infer<z.ZodObject<typeof wanted>>;

const administration = ['administrator', 'deputy', 'director'] as const;
const paper = documentProcedures(wanted, ...administration);

export const dutiesContract = {
  /** Own duties in all own roles (D1). */
  mine: query('signedIn').output(type<MyDuties>()),
  /** Everybody's (D2). */
  school: query(...administration).output(type<SchoolDuties>()),
  /** Tells that something on some page changed: the lists are read anew. */
  watch: query('signedIn').output(eventIterator(type<'changed'>())),
  /** Everybody's, or one person's or class's, on paper. */
  paper: paper.view,
  savePaper: paper.save,
};
