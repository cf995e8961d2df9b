import { type } from '@orpc/contract';
import type { DutyLine } from '#domain/duties/lines';
import type { LocalInstant } from '#domain/regulation/instant';
import { query } from './procedure';

/** Duties as of a minute of the school's clock. */
export type MyDuties = { readonly now: LocalInstant; readonly lines: readonly DutyLine[] };
export type SchoolDuties = MyDuties & {
  /** Who has some of the lines. */
  readonly people: readonly { readonly staffId: number; readonly name: string }[];
  /** Every class of the year, in order. */
  readonly classes: readonly { readonly id: number; readonly name: string }[];
};

export const dutiesContract = {
  /** Own duties in all own roles (D1). */
  mine: query('signedIn').output(type<MyDuties>()),
  /** Everybody's (D2). */
  school: query('administrator', 'deputy', 'director').output(type<SchoolDuties>()),
};
