import { cellText, type DocumentCell, type TableDocument } from '#domain/documents/table-document';

/**
 * A spreadsheet program takes a text that begins so for a formula: such words of people are told as
 * text. A number, also a negative one, and a dash stay as they are.
 */
const looksLikeFormula = (text: string) =>
  /^[=+@\t\r]/u.test(text) || (text.startsWith('-') && !/^-(?:[\d\s,.]*)$/u.test(text));

function field(cell: DocumentCell): string {
  const text = cellText(cell);
  const safe = typeof cell === 'string' && looksLikeFormula(text) ? `'${text}` : text;
  return /[";\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * The tables of the document as the office programs of a Russian school open it by a double click:
 * UTF-8 with its mark, semicolons, decimal commas. Only tables: headings, signatures are left out.
 */
export function tableDocumentCsv({ parts }: TableDocument): Uint8Array {
  const lines = parts.flatMap((part, index) => [
    ...(index > 0 ? [''] : []),
    ...(parts.length > 1 && part.heading !== undefined ? [field(part.heading)] : []),
    part.columns.map(({ title }) => field(title)).join(';'),
    ...part.rows.map(({ cells }) =>
      part.columns.map((_, column) => field(cells[column] ?? null)).join(';'),
    ),
  ]);
  return new TextEncoder().encode(`\u{FEFF}${lines.join('\r\n')}\r\n`);
}
