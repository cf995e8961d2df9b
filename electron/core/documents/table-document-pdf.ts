import type { Content, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces';
import {
  cellText,
  type DocumentColumn,
  type DocumentPart,
  type DocumentRow,
  type TableDocument,
} from '#domain/documents/table-document';
import { formFont } from '../sheets/fonts';
import { officialPage, roomOf, type PrintStamp } from '../sheets/official-page';
import { signatureLines } from '../sheets/signature-lines';
import { fittingWordSize } from '../sheets/text-fit';
import { verticalHeight, verticalText } from '../sheets/vertical-text';

const PADDING = 2;
const RULE = 0.5;
const LEAST_COLUMN = 12;

/** A list as an official form: the head of each table is repeated, rows are not torn. */
export function tableDocumentPdf(document: TableDocument, stamp: PrintStamp): TDocumentDefinitions {
  const { title, school, heading, lines = [], notes = [], signatures = [] } = document;
  const room = roomOf(document);
  const size = document.fontSize ?? 10;
  return officialPage({ title, author: school, caption: title }, stamp, document, [
    { text: school, fontSize: 11, alignment: 'center' },
    ...heading.map((text, index): Content => ({
      text,
      fontSize: index === 0 ? 13 : 11.5,
      bold: index === 0,
      alignment: 'center',
      margin: [0, index === 0 ? 2 : 0, 0, 0],
    })),
    ...lines.map((text, index): Content => ({
      text,
      fontSize: 10,
      margin: [0, index === 0 ? 4 : 0, 0, 0],
    })),
    ...document.parts.flatMap((part) => partContent(part, room.width, size)),
    ...notes.map((text, index): Content => ({
      text,
      fontSize: 9,
      margin: [0, index === 0 ? 6 : 1, 0, 0],
    })),
    ...(signatures.length > 0
      ? [signatureLines(signatures, { stamp: document.stamp === true, width: room.width })]
      : []),
  ]);
}

function partContent(part: DocumentPart, width: number, size: number): Content[] {
  const { heading, lines = [], columns, notes = [], signatures = [] } = part;
  const before = part.newPage === true ? { pageBreak: 'before' as const } : {};
  const words = [
    ...(heading === undefined ? [] : [{ text: heading, bold: true, fontSize: 11.5 }]),
    ...lines.map((text) => ({ text, fontSize: 10 })),
  ];
  return [
    ...(words.length > 0 || part.newPage === true
      ? [{ stack: words, margin: [0, 6, 0, 2] as [number, number, number, number], ...before }]
      : []),
    ...(columns.length > 0 ? [table(part, width, size)] : []),
    ...notes.map((text) => ({
      text,
      fontSize: 9,
      margin: [0, 2, 0, 0] as [number, number, number, number],
    })),
    ...(signatures.length > 0 ? [signatureLines(signatures, { stamp: false, width })] : []),
  ];
}

/** Fixed widths that fill the page: pdfmake's own «star» columns run off it. */
function widthsOf(columns: readonly DocumentColumn[], room: number): number[] {
  const around = 2 * PADDING + RULE;
  const free = room - RULE - around * columns.length;
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const wanted = columns.map(({ width }) => Math.max(LEAST_COLUMN, (free * width) / sum));
  const over = wanted.reduce((total, width) => total + width, 0) / free;
  return wanted.map((width) => width / over);
}

function table({ columns, rows, rowHeight }: DocumentPart, room: number, size: number): Content {
  const widths = widthsOf(columns, room);
  const headSize = Math.min(size, 9.5);
  const upright = columns.flatMap(({ upright, title }, index) =>
    upright === true ? [verticalHeight(title, widths[index] ?? LEAST_COLUMN, headSize)] : [],
  );
  const headHeight = Math.min(150, Math.max(0, ...upright));
  const head = columns.map(({ title, upright }, index): TableCell => {
    const width = widths[index] ?? LEAST_COLUMN;
    if (upright === true) {
      return { svg: verticalText(title, width, headHeight, headSize, formFont) };
    }
    return {
      text: title,
      bold: true,
      alignment: 'center',
      verticalAlignment: 'middle',
      fontSize: fittingWordSize(title, width, headSize),
    };
  });
  return {
    margin: [0, 3, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths,
      ...(rowHeight !== undefined && {
        heights: (row: number) => (row === 0 ? ('auto' as const) : rowHeight),
      }),
      body: [head, ...rows.map((row) => rowCells(row, columns, widths, size))],
    },
    layout: {
      hLineWidth: () => RULE,
      vLineWidth: () => RULE,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  };
}

function rowCells(
  { kind, cells }: DocumentRow,
  columns: readonly DocumentColumn[],
  widths: readonly number[],
  size: number,
): TableCell[] {
  if (kind === 'section') {
    const first = { text: cellText(cells[0] ?? null), bold: true, fontSize: size };
    return [{ ...first, colSpan: columns.length }, ...columns.slice(1).map(() => '')];
  }
  return columns.map((column, index): TableCell => {
    const cell = cells[index] ?? null;
    const text = cellText(cell);
    return {
      text,
      bold: kind === 'total',
      alignment: column.align ?? (typeof cell === 'number' ? 'right' : 'left'),
      fontSize: fittingWordSize(text, widths[index] ?? LEAST_COLUMN, size),
    };
  });
}
