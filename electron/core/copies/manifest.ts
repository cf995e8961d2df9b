import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { CopyManifest } from '#contract/copies';
import { JournalError } from '#db/problem';

export const JOURNAL_FILE = 'journal.db';
export const MANIFEST_FILE = 'manifest.json';

const count = z.int().nonnegative();
const manifest: z.ZodType<CopyManifest> = z.object({
  format: z.literal(1),
  program: z.string(),
  journalId: z.string(),
  schoolName: z.string(),
  yearName: z.string(),
  madeAt: z.iso.datetime(),
  madeBy: z.string(),
  size: z.int().positive(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  lastEntryAt: z.string().nullable(),
  counts: z.object({ pupils: count, staff: count, classes: count, lessons: count, marks: count }),
});
const newer = z.object({ format: z.int().min(2), journalId: z.string() });

/** The text of `manifest.json`. */
export const manifestText = (content: CopyManifest): string =>
  `${JSON.stringify(content, null, 2)}\n`;

/**
 * Reads and checks the manifest in a folder; undefined where there is none. Throws `JournalError`:
 * 'damaged' (not JSON), 'notACopy' (something else), 'fromNewerProgram' (a later format).
 */
export async function readManifest(folder: string): Promise<CopyManifest | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, MANIFEST_FILE), 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new JournalError('damaged', { cause: error });
  }
  if (newer.safeParse(json).success) throw new JournalError('fromNewerProgram');
  const parsed = manifest.safeParse(json);
  if (!parsed.success) throw new JournalError('notACopy');
  return parsed.data;
}
