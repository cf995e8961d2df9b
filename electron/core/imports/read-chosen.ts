import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { FileProblem } from '#contract/errors';
import type { TableFile } from '#domain/import/table';
import type { XmlElement } from '#domain/import/xml';
import type { Core } from '../context';
import { refuse } from '../refuse';
import { maxFileBytes } from '../tables/limits';
import { readTableFile } from '../tables/read-table-file';
import { readXml } from '../tables/read-xml';

/** A file the person chose: its bytes, and their hash that ties what is applied to what was seen. */
export type ChosenFile = {
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly fileName: string;
};

const fileProblem = (problem: FileProblem) => refuse('FILE_PROBLEM', { problem });

/** Reads the file behind a grant; a file that is too large is refused before it is read. */
export async function readChosen(core: Core, grant: string): Promise<ChosenFile> {
  const file = core.grants.pathOf(grant, 'open');
  try {
    if ((await stat(file)).size > maxFileBytes) {
      const tooLarge = { what: 'file', limit: maxFileBytes } as const;
      refuse('FILE_PROBLEM', { problem: 'tooLarge', tooLarge });
    }
    const bytes = await readFile(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { bytes, sha256, fileName: path.basename(file) };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') refuse('NOT_FOUND', { what: 'file' });
    if (['EACCES', 'EPERM', 'EBUSY', 'EISDIR', 'EIO'].includes(String(code))) {
      fileProblem('unreadable');
    }
    throw error;
  }
}

/** The hash of several files in their order. */
export const hashOfFiles = (files: readonly ChosenFile[]): string =>
  files.length === 1
    ? (files[0]?.sha256 ?? '')
    : createHash('sha256')
        .update(files.map(({ sha256 }) => sha256).join())
        .digest('hex');

/** The tables of a file (C4); FILE_PROBLEM where it is none. */
export async function tableOf(
  { bytes, fileName }: ChosenFile,
  options: { readonly withWord?: boolean } = {},
): Promise<TableFile> {
  const result = await readTableFile(bytes, fileName, options);
  if (result.ok) return result.file;
  const { problem } = result;
  if (problem.code !== 'tooLarge') return fileProblem(problem.code);
  const tooLarge = { what: problem.what, limit: problem.limit };
  return refuse('FILE_PROBLEM', { problem: 'tooLarge', tooLarge });
}

/** The XML of a file (T3); FILE_PROBLEM where it is none. */
export function xmlOf({ bytes }: ChosenFile): XmlElement {
  const result = readXml(bytes);
  if (result.ok) return result.root;
  const { code } = result.problem;
  return fileProblem(code === 'notXml' ? 'notThisKind' : code);
}
