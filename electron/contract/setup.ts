import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { DemoStep } from '#domain/demo/demo-school';
import type { Role } from '#domain/people/roles';
import { always, isoDate, type Progress } from './procedure';

export type DemoPerson = {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role: Role;
};

/** What the program finds on this computer when it starts. */
export type Workplace = {
  /** Which journal the log-in screen stands for. */
  readonly place: 'school' | 'demo';
  readonly journal: 'absent' | 'present';
  readonly schoolName: string | null;
  /** Who can log in to the demonstration school; empty elsewhere. */
  readonly demoPeople: readonly DemoPerson[];
  readonly version: string;
};

const periodInput = z.object({
  kind: z.enum(['quarter', 'trimester', 'half']),
  number: z.int().min(1).max(4),
  startsOn: isoDate,
  endsOn: isoDate,
  gradeFrom: z.int().min(1).max(12),
  gradeTo: z.int().min(1).max(12),
});

export const newJournalInput = z.object({
  school: z.object({
    name: z.string().trim().min(1).max(300),
    city: z.string().trim().max(100),
  }),
  year: z.object({ startsOn: isoDate, endsOn: isoDate }),
  periods: z.array(periodInput).min(1).max(20),
  holidays: z
    .array(
      z.object({ name: z.string().trim().min(1).max(100), startsOn: isoDate, endsOn: isoDate }),
    )
    .max(60),
  administrator: z.object({
    lastName: z.string().trim().min(1).max(100),
    firstName: z.string().trim().min(1).max(100),
    middleName: z.string().trim().max(100),
    login: z.string().trim().min(1).max(100),
    password: z.string().min(8).max(200),
  }),
});
export type NewJournal = z.infer<typeof newJournalInput>;

/** What the building of the demonstration school is at. */
export type DemoBuildStep = DemoStep | 'accounts';

export const setupContract = {
  workplace: always('query').output(type<Workplace>()),
  /** Makes the school's journal and signs its administrator in. The recovery key is told only here. */
  createJournal: always('command')
    .input(newJournalInput)
    .output(type<{ readonly recoveryKey: string }>()),
  /** Opens the demonstration school, building it first where it is not there (or `rebuild`). */
  openDemo: always('command')
    .input(z.object({ rebuild: z.boolean() }))
    .output(eventIterator(type<Progress<DemoBuildStep>>())),
  leaveDemo: always('command').output(type<void>()),
};
