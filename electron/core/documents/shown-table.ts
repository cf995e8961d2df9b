import type { ShownTable } from '#contract/documents';
import { findSchool } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import { cellText, type TableDocument } from '#domain/documents/table-document';
import type { Reading } from '../unit-of-work';

const LEAST = 3;
const MOST = 40;
/** A page on its side is taken where the rows would not fit across an upright one. */
const UPRIGHT_LETTERS = 95;

/** A table of a screen as a paper; columns are as wide as most of their cells ask for. */
export function shownTable(
  { db, today }: Reading,
  { title, columns, rows }: ShownTable,
): TableDocument {
  const widths = columns.map((column, index) => {
    const lengths = rows.map((row) => cellText(row[index] ?? null).length).sort((a, b) => a - b);
    const usual = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
    const word = Math.max(...column.title.split(/\s/u).map(({ length }) => length));
    return Math.min(MOST, Math.max(LEAST, usual + 1, word + 1));
  });
  const letters = widths.reduce((sum, width) => sum + width, 0);
  return {
    title,
    school: findSchool(db)?.name ?? '',
    heading: [title, `на ${formatDate(today)}`],
    orientation: letters > UPRIGHT_LETTERS ? 'landscape' : 'portrait',
    parts: [
      {
        columns: columns.map((column, index) => ({ ...column, width: widths[index] ?? LEAST })),
        rows: rows.map((cells) => ({ cells })),
      },
    ],
  };
}
