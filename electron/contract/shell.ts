import { oc, type } from '@orpc/contract';
import { z } from 'zod';

/** A file or folder the person chose: the window knows its name, only the core its path. */
export type Grant = { readonly grant: string; readonly name: string };

/** What the window may ask of the shell (dialogs, printing, windows); nothing here touches data. */
export const shellContract = {
  chooseFile: oc
    .input(z.object({ kind: z.enum(['table', 'timetable', 'netschool', 'plan']) }))
    .output(type<Grant | null>()),
  chooseFolder: oc
    .input(z.object({ purpose: z.enum(['copy', 'restore']) }))
    .output(type<Grant | null>()),
  chooseSavePlace: oc
    .input(
      z.object({
        suggestedName: z.string().min(1).max(200),
        kind: z.enum(['pdf', 'xlsx', 'csv', 'fet']),
      }),
    )
    .output(type<Grant | null>()),
  /** Opens the system's print dialog for what this window shows in its print view. */
  print: oc
    .input(z.object({ landscape: z.boolean() }))
    .output(type<{ readonly outcome: 'printed' | 'cancelled' | 'noPrinter' }>()),
  newWindow: oc.output(type<void>()),
  about: oc.output(type<{ readonly version: string; readonly dataFolder: string }>()),
};
