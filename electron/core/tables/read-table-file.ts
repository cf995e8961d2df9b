import { cellText, type TableFile, type TableFileResult } from '#domain/import/table';
import { fileKindOf } from './file-kind';
import { isDocxPart, readDocxTables } from './read-docx';
import { maxFileBytes } from './limits';
import { readOdsContent } from './read-ods';
import { readTextTable } from './read-text-table';
import { isXlsxPart, readXlsxParts } from './read-xlsx';
import { TableError } from './table-error';
import { readZipDirectory, unzipParts } from './unzip';

/** Office formats that are archives too, told apart by the part that only they hold. */
async function readPacked(bytes: Uint8Array, withWord: boolean): Promise<TableFile> {
  const directory = readZipDirectory(bytes);
  const names = new Set(directory.map((entry) => entry.name));
  if (names.has('content.xml') && names.has('mimetype')) {
    const parts = unzipParts(bytes, directory, (name) =>
      ['mimetype', 'content.xml', 'META-INF/manifest.xml'].includes(name),
    );
    const mimeType = parts.get('mimetype')?.toString('utf8') ?? '';
    if (!mimeType.startsWith('application/vnd.oasis.opendocument.spreadsheet')) {
      throw new TableError({ code: 'notASpreadsheet' });
    }
    // The encrypted content is a part like any other; only the manifest tells.
    if (parts.get('META-INF/manifest.xml')?.includes('encryption-data') === true) {
      throw new TableError({ code: 'passwordProtected' });
    }
    return {
      kind: 'ods',
      sheets: readOdsContent(parts.get('content.xml')?.toString('utf8') ?? ''),
    };
  }
  if (withWord && [...names].some(isDocxPart)) {
    const parts = unzipParts(bytes, directory, isDocxPart);
    return {
      kind: 'docx',
      sheets: [...parts.values()].flatMap((part) => readDocxTables(part.toString('utf8'))),
    };
  }
  if (![...names].some((name) => /^xl\/\w*workbook\w*\.xml$/iu.test(name))) {
    throw new TableError({ code: 'notASpreadsheet' });
  }
  return { kind: 'xlsx', sheets: await readXlsxParts(unzipParts(bytes, directory, isXlsxPart)) };
}

const nameWithoutExtension = (fileName: string) =>
  fileName.replace(/^.*[/\\]/u, '').replace(/\.[^.]*$/u, '');

async function read(bytes: Uint8Array, fileName: string, withWord: boolean): Promise<TableFile> {
  const kind = fileKindOf(bytes);
  switch (kind) {
    case 'empty':
    case 'oldExcel':
    case 'passwordProtected':
      throw new TableError({ code: kind });
    case 'oldWord':
      throw new TableError({ code: withWord ? 'oldWord' : 'notASpreadsheet' });
    case 'other':
      throw new TableError({ code: 'notASpreadsheet' });
    case 'zip':
      return readPacked(bytes, withWord);
    case 'text':
      return { kind: 'text', sheets: [readTextTable(bytes, nameWithoutExtension(fileName))] };
  }
}

/**
 * Reads a spreadsheet of any kind a school brings (C4): XLSX, ODS, CSV or TSV; with `withWord` also
 * the tables of a DOCX (K1). The kind is told
 * from the content; the name only gives a text table the name of its sheet. Sizes are limited
 * before anything is unpacked. Never throws for what is in the file: the result says why not.
 */
export async function readTableFile(
  bytes: Uint8Array,
  fileName: string,
  options: { readonly withWord?: boolean } = {},
): Promise<TableFileResult> {
  if (bytes.length > maxFileBytes) {
    return { ok: false, problem: { code: 'tooLarge', what: 'file', limit: maxFileBytes } };
  }
  try {
    const file = await read(bytes, fileName, options.withWord === true);
    const holdsSomething = file.sheets.some((sheet) =>
      sheet.rows.some((row) => row.some((cell) => cellText(cell) !== '')),
    );
    return holdsSomething ? { ok: true, file } : { ok: false, problem: { code: 'empty' } };
  } catch (error) {
    // Whatever the libraries throw over a broken file means the same to the person.
    return {
      ok: false,
      problem: error instanceof TableError ? error.problem : { code: 'damaged' },
    };
  }
}
