import { eventIterator, type } from '@orpc/contract';
import { z } from 'zod';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { StorageProblem } from './errors';
import { always, command, commandInput, query, type Progress } from './procedure';

export type CopyCounts = {
  readonly pupils: number;
  readonly staff: number;
  readonly classes: number;
  readonly lessons: number;
  readonly marks: number;
};

/** What lies in a copy, read without a key (manifest). */
export type CopyManifest = {
  readonly format: 1;
  readonly program: string;
  readonly journalId: string;
  readonly schoolName: string;
  readonly yearName: string;
  readonly madeAt: string;
  readonly madeBy: string;
  readonly size: number;
  readonly sha256: string;
  readonly lastEntryAt: string | null;
  readonly counts: CopyCounts;
};

export type CopyRow = {
  readonly id: number;
  readonly madeAt: string;
  readonly folder: string;
  readonly size: number;
  readonly counts: CopyCounts;
  readonly verifiedAt: string | null;
};

/** A drive a copy can go to; `key` stands for it in calls. */
export type Drive = {
  readonly key: string;
  readonly label: string;
  readonly size: number;
  readonly free: number;
  readonly removable: boolean;
};

export type CopyStep = 'reading' | 'writing' | 'verifying' | 'opening';
export type CopyEvent =
  | { readonly kind: 'progress'; readonly progress: Progress<CopyStep> }
  | { readonly kind: 'done'; readonly copy: CopyRow };

export type RestoreStep = 'checking' | 'saving' | 'copying' | 'opening';
export type RestoreEvent =
  | { readonly kind: 'progress'; readonly progress: Progress<RestoreStep> }
  /** `savedAs`: where the journal that was here before lies now. */
  | { readonly kind: 'done'; readonly savedAs: string | null };

export type CopyPreview = {
  readonly manifest: CopyManifest;
  /** What is wrong with the files, found before anything is touched. */
  readonly problem: StorageProblem | null;
  /** The journal on this computer that the restore would replace. */
  readonly replaces: { readonly schoolName: string | null } | null;
};

const target = z.union([z.object({ grant: z.uuid() }), z.object({ drive: z.string().max(300) })]);

export const copiesContract = {
  list: query('administrator', 'director', 'deputy').output(type<readonly CopyRow[]>()),
  /** By which day the next copy is due (R5), with the clauses; null where no period follows. */
  next: query('administrator', 'director', 'deputy').output(
    type<{ readonly due: IsoDate | null; readonly clauses: readonly string[] }>(),
  ),
  drives: query('administrator', 'director', 'deputy').output(type<readonly Drive[]>()),
  /** Breaking off the iteration cancels the copy and leaves nothing of it behind. */
  make: command('copies.make', 'administrator', 'deputy')
    .input(commandInput({ target }))
    .output(eventIterator(type<CopyEvent>())),
  /** Looks into a folder the person chose, before the log-in. */
  inspect: always('query')
    .input(z.object({ grant: z.uuid() }))
    .output(type<CopyPreview>()),
  /** `secret`: the recovery key, or a log-in and password known to the copy. */
  restore: always('command')
    .input(
      z.object({
        grant: z.uuid(),
        secret: z.union([
          z.object({ recoveryKey: z.string().min(1).max(200) }),
          z.object({ login: z.string().min(1).max(100), password: z.string().min(1).max(200) }),
        ]),
      }),
    )
    .output(eventIterator(type<RestoreEvent>())),
};
