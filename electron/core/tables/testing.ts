import { readTableFile } from './read-table-file';
import { storeZip } from './unzip';
import type { TableFile, TableFileProblem } from '#domain/import/table';

/** Files and answers the tests of the readers share. */
export async function open(bytes: Uint8Array, name = 'список.xlsx'): Promise<TableFile> {
  const result = await readTableFile(bytes, name);
  if (!result.ok) throw new Error(result.problem.code);
  return result.file;
}

export async function problemOf(
  bytes: Uint8Array,
  name = 'список.xlsx',
): Promise<TableFileProblem> {
  const result = await readTableFile(bytes, name);
  if (result.ok) throw new Error('the file was read');
  return result.problem;
}

export const officeParts = (content: string, extra: Record<string, string> = {}) =>
  storeZip(
    new Map(
      Object.entries({
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'content.xml': content,
        ...extra,
      }).map(([name, value]) => [name, Buffer.from(value)]),
    ),
  );
