import { type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import { command, commandInput, id, isoDate, query } from './procedure';

export type StaffListRow = {
  readonly id: number;
  readonly lastName: string;
  readonly firstName: string;
  readonly middleName: string;
  readonly position: string;
  readonly phone: string;
  readonly email: string;
  readonly hiredOn: IsoDate | null;
  readonly dismissedOn: IsoDate | null;
  /** Hours a week of this year, today. */
  readonly hours: number;
  readonly hasAccount: boolean;
};

/** What a dismissal leaves without a teacher. */
export type Dismissal = {
  readonly pages: readonly { readonly className: string; readonly subjectName: string }[];
  readonly homeroomOf: string | null;
};

const person = {
  lastName: z.string().trim().min(1).max(100),
  firstName: z.string().trim().max(100),
  middleName: z.string().trim().max(100),
  position: z.string().trim().max(200),
  phone: z.string().trim().max(100),
  email: z.string().trim().max(100),
  hiredOn: isoDate.nullable(),
};

export const staffContract = {
  /** Who works here, and with `dismissed` who did. */
  list: query('administrator', 'director', 'deputy')
    .input(z.object({ dismissed: z.boolean() }))
    .output(type<readonly StaffListRow[]>()),
  add: command('staff.add', 'administrator')
    .input(commandInput(person))
    .output(type<{ readonly id: number }>()),
  save: command('staff.save', 'administrator')
    .input(commandInput({ id, ...person }))
    .output(type<void>()),
  /** What has to be given to somebody else; nothing changes. */
  dismissal: query('administrator').input(z.object({ id })).output(type<Dismissal>()),
  /** The last day of work: pages, classes and the account end with it, what was done stays (S7). */
  dismiss: command('staff.dismiss', 'administrator')
    .input(commandInput({ id, lastDay: isoDate }))
    .output(type<void>()),
  /** Taken back: works here as before, pages have to be given anew. */
  takeBack: command('staff.takeBack', 'administrator')
    .input(commandInput({ id }))
    .output(type<void>()),
};
