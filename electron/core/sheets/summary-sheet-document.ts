import type {
  Content,
  ContentText,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces';
import type { SheetPupil, SheetRow, SummarySheet } from '#domain/sheets/summary-sheet';
import { formFont } from './fonts';
import { landscapeRoom, officialPage, type PrintStamp } from './official-page';
import { signatureLines } from './signature-lines';
import {
  headSize,
  indent,
  markSize,
  padding,
  rule,
  sheetLayout,
  type SheetLayout,
} from './summary-sheet-layout';
import { fittingSize, fittingWordSize } from './text-fit';
import { verticalText } from './vertical-text';

/**
 * The summary sheet on paper: A4 on its side, an official form without colours (A1, A2, O).
 * Each pupil's rows stay on one page, the head is repeated; the rows below the table, the totals,
 * the formulas and the signatures are one block that is never torn.
 */
export function summarySheetDocument(sheet: SummarySheet, stamp: PrintStamp): TDocumentDefinitions {
  const layout = sheetLayout(sheet);
  const { kind, title, school, caption } = sheet;
  return officialPage({ title, author: school, caption }, stamp, landscape, [
    ...titleLines(sheet),
    {
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: [landscapeRoom.width],
        body: [
          [headTable(sheet, layout)],
          ...sheet.pupils.map((pupil) => [
            grid(kind, layout, sheet.subjects.length, pupilRows(pupil, kind, layout), rules.pupil),
          ]),
          [{ stack: closingBlock(sheet, layout) }],
        ],
      },
      layout: bare,
    },
  ]);
}

const landscape = { orientation: 'landscape' } as const;

function titleLines(sheet: SummarySheet): Content[] {
  const [name = '', span = ''] = sheet.heading;
  return [
    { text: sheet.school, fontSize: 11, alignment: 'center' },
    { text: name, fontSize: 13, bold: true, alignment: 'center', margin: [0, 2, 0, 0] },
    { text: span, fontSize: 12, alignment: 'center' },
    {
      text: `Классный руководитель: ${sheet.classTeacher === '' ? '______________________' : sheet.classTeacher}`,
      fontSize: 10,
      margin: [0, 2, 0, 3],
    },
  ];
}

function headTable(sheet: SummarySheet, layout: SheetLayout): TableCell {
  const upright = (text: string, width: number): TableCell => ({
    svg: verticalText(text, width, layout.headHeight, headSize, formFont),
  });
  const level = (text: string, width: number): TableCell => ({
    text,
    fontSize: fittingWordSize(text, width, headSize),
    alignment: 'center',
    verticalAlignment: 'middle',
  });
  const isYear = sheet.kind === 'year';
  const cells = [
    level('№', layout.number),
    level('Фамилия, имя обучающегося', layout.name),
    ...(isYear ? [level('Период', layout.label)] : []),
    ...sheet.subjects.map((name) => upright(name, layout.subject)),
    upright('Средний балл', layout.average),
    ...(isYear ? [level('Решение педагогического совета', layout.decision)] : []),
  ];
  return grid(sheet.kind, layout, sheet.subjects.length, [cells], rules.head);
}

function pupilRows(pupil: SheetPupil, kind: SummarySheet['kind'], layout: SheetLayout) {
  return pupil.rows.map((row, index): TableCell[] => {
    // No vertical alignment here: in a row moved to the next page pdfmake would misplace the cell.
    const only = (cell: ContentText): TableCell =>
      index === 0 ? { ...cell, rowSpan: pupil.rows.length } : '';
    return [
      only(short(String(pupil.number), layout.number)),
      only(indented(pupil.name, layout.name, markSize)),
      ...markCells(row, kind, layout),
      ...(kind === 'year' ? [only(indented(pupil.decision, layout.decision, 8.5))] : []),
    ];
  });
}

function markCells(row: SheetRow, kind: SummarySheet['kind'], layout: SheetLayout): TableCell[] {
  const bold = kind === 'year' && row.main;
  return [
    ...(kind === 'year'
      ? [{ text: row.label ?? '', noWrap: true, fontSize: layout.labelSize, margin: offRule, bold }]
      : []),
    ...row.cells.map((text) => ({ ...short(text, layout.subject), bold })),
    { ...short(row.average, layout.average), bold },
  ];
}

function closingBlock(sheet: SummarySheet, layout: SheetLayout): Content[] {
  const isYear = sheet.kind === 'year';
  const rows = sheet.footer.map(({ label, cells, total }): TableCell[] => [
    {
      text: label,
      colSpan: isYear ? 3 : 2,
      alignment: 'right',
      fontSize: layout.shareSize,
      margin: [0, 0, indent, 0],
    },
    ...(isYear ? ['', ''] : ['']),
    ...cells.map((text) => ({ ...short(text, layout.subject), fontSize: layout.shareSize })),
    { ...short(total, layout.average), fontSize: layout.shareSize },
    ...(isYear ? [{ text: '', fontSize: layout.shareSize }] : []),
  ]);
  const small = { fontSize: 8, margin: [0, 1, 0, 0] as [number, number, number, number] };
  return [
    grid(sheet.kind, layout, sheet.subjects.length, rows, rules.footer),
    ...sheet.totals.map((text, index) => ({
      text,
      fontSize: 9.5,
      margin: [0, index === 0 ? 6 : 1, 0, 0] as [number, number, number, number],
    })),
    { text: 'В графе «Средний балл» под таблицей — по всем отметкам класса.', ...small },
    ...sheet.formulas.map((text) => ({ text, ...small })),
    signatureLines(sheet.signatures, { stamp: true, width: landscapeRoom.width }),
  ];
}

const offRule: [number, number, number, number] = [indent, 0, 0, 0];

/** A text that stands in the middle of one line: made smaller where the column is narrow. */
function short(text: string, width: number) {
  return {
    text,
    noWrap: true,
    alignment: 'center' as const,
    fontSize: fittingSize(text, width, markSize),
  };
}

/** A text that may take several lines: made smaller where a single word is too long. */
function indented(text: string, width: number, largest: number) {
  return { text, fontSize: fittingWordSize(text, width - indent, largest), margin: offRule };
}

/** One piece of the table. The pieces have the same columns and stand one below the other. */
function grid(
  kind: SummarySheet['kind'],
  layout: SheetLayout,
  subjects: number,
  body: TableCell[][],
  piece: (layout: SheetLayout) => CustomTableLayout,
): Content {
  return { table: { widths: columnWidths(kind, layout, subjects), body }, layout: piece(layout) };
}

function columnWidths(kind: SummarySheet['kind'], layout: SheetLayout, subjects: number) {
  const { number, name, label, subject, average, decision } = layout;
  return [
    number,
    name,
    ...(kind === 'year' ? [label] : []),
    ...Array.from({ length: subjects }, () => subject),
    average,
    ...(kind === 'year' ? [decision] : []),
  ];
}

const bare: CustomTableLayout = {
  hLineWidth: () => 0,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 0,
  paddingTop: () => 0,
  paddingBottom: () => 0,
};

/** The rules of the pieces: only the head draws its upper one, so that none is drawn twice. */
const rules = {
  head: () => lines(0, (line) => (line === 0 ? rule : 0.8)),
  pupil: (layout: SheetLayout) =>
    lines(layout.rowPadding, (line, count) => (line === 0 ? 0 : line === count ? rule : 0.25)),
  footer: () => lines(0.3, (line) => (line === 0 ? 0 : 0.25)),
};

function lines(
  vertical: number,
  width: (line: number, count: number) => number,
): CustomTableLayout {
  return {
    hLineWidth: (line, node) => width(line, node.table.body.length),
    vLineWidth: () => rule,
    paddingLeft: () => padding,
    paddingRight: () => padding,
    paddingTop: () => vertical,
    paddingBottom: () => vertical,
  };
}
