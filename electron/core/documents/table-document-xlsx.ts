import { writeXlsx, type CellStyle, type CellValue } from 'hucre/xlsx';
import {
  columnCount,
  type DocumentRow,
  type TableDocument,
} from '#domain/documents/table-document';

const FONT = { name: 'Times New Roman', size: 11 };
const thin = { style: 'thin' as const };
const BORDER = { top: thin, bottom: thin, left: thin, right: thin };
const STYLES = {
  title: { font: { ...FONT, size: 13, bold: true } },
  words: { font: FONT },
  head: {
    font: { ...FONT, bold: true },
    border: BORDER,
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  },
  row: { font: FONT, border: BORDER, alignment: { vertical: 'top', wrapText: true } },
  bold: {
    font: { ...FONT, bold: true },
    border: BORDER,
    alignment: { vertical: 'top', wrapText: true },
  },
} as const satisfies Record<string, CellStyle>;

/** The document as one sheet of a workbook; numbers stay numbers, formulas never arise. */
export async function tableDocumentXlsx(document: TableDocument): Promise<Uint8Array> {
  const rows: CellValue[][] = [];
  const cells = new Map<string, { style: CellStyle }>();
  const add = (values: readonly CellValue[], style: CellStyle) => {
    for (const column of values.keys()) cells.set(`${rows.length},${column}`, { style });
    rows.push([...values]);
  };
  const words = (lines: readonly string[] | undefined, style: CellStyle = STYLES.words) => {
    for (const line of lines ?? []) add([line], style);
  };
  const styleOf = ({ kind }: DocumentRow) => (kind === undefined ? STYLES.row : STYLES.bold);

  words([document.school]);
  words(document.heading, STYLES.title);
  words(document.lines);
  const heads: number[] = [];
  for (const part of document.parts) {
    rows.push([]);
    words(part.heading === undefined ? [] : [part.heading], STYLES.title);
    words(part.lines);
    heads.push(rows.length);
    add(
      part.columns.map(({ title }) => title),
      STYLES.head,
    );
    for (const row of part.rows) {
      add(
        part.columns.map((_, index) => row.cells[index] ?? null),
        styleOf(row),
      );
    }
    words(part.notes);
    words(part.signatures?.map(({ role, name }) => `${role} ____________ ${name}`));
  }
  rows.push([]);
  words(document.notes);
  words(document.signatures?.map(({ role, name }) => `${role} ____________ ${name}`));

  const widths = Array.from({ length: columnCount(document) }, (_, index) =>
    Math.max(4, ...document.parts.map(({ columns }) => columns[index]?.width ?? 0)),
  );
  const [only] = heads;
  return writeXlsx({
    sheets: [
      {
        name: sheetName(document.title),
        columns: widths.map((width) => ({ width: Math.min(60, width * 1.1 + 1) })),
        rows,
        cells,
        pageSetup: {
          paperSize: document.paper === 'A3' ? 'a3' : 'a4',
          orientation: document.orientation,
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          ...(heads.length === 1 && only !== undefined
            ? { printTitlesRow: `$${only + 1}:$${only + 1}` }
            : {}),
        },
      },
    ],
  });
}

/** Excel takes 31 letters, and not all of them. */
const sheetName = (title: string): string =>
  title
    .replace(/[\\/?*[\]:]/gu, ' ')
    .replace(/^'+|'+$/gu, '')
    .trim()
    .slice(0, 31) || 'Лист';
