/** A cell of a table on paper: words, or a number that stays one in a spreadsheet. */
export type DocumentCell = string | number | null;

export type DocumentColumn = {
  readonly title: string;
  /** The share of the page's width, about the number of letters; the page is always filled. */
  readonly width: number;
  readonly align?: 'left' | 'center' | 'right';
  /** The heading is read from below upwards: for narrow columns. */
  readonly upright?: boolean;
};

/** `section` is a heading over all columns (only its first cell is shown), `total` is a bold row. */
export type DocumentRow = {
  readonly kind?: 'section' | 'total';
  readonly cells: readonly DocumentCell[];
};

/** One table with the words around it. */
export type DocumentPart = {
  readonly heading?: string;
  readonly lines?: readonly string[];
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
  /** Points a row has at the least: room to write by hand. */
  readonly rowHeight?: number;
  readonly notes?: readonly string[];
  /** Begins on a new page. */
  readonly newPage?: boolean;
  /** Signed after this part; one who signs every page's part has them here. */
  readonly signatures?: readonly DocumentSignature[];
};

/** A line to sign: «Заместитель директора по УВР», «(подпись)», the name. */
export type DocumentSignature = { readonly role: string; readonly name: string };

/**
 * A list on paper as plain data: it becomes a PDF, an XLSX or a CSV, all with the same content.
 * Texts are Russian and ready to print; dates are written as on paper.
 */
export type TableDocument = {
  /** The name of the paper: of the file, and of the PDF's window. */
  readonly title: string;
  readonly school: string;
  /** The lines in the middle under the school's name; the first one is large. */
  readonly heading: readonly string[];
  /** Said before the tables: «Классный руководитель: …». */
  readonly lines?: readonly string[];
  readonly orientation: 'portrait' | 'landscape';
  readonly paper?: 'A4' | 'A3';
  /** Points, 10 where it is not said. */
  readonly fontSize?: number;
  readonly parts: readonly DocumentPart[];
  readonly notes?: readonly string[];
  readonly signatures?: readonly DocumentSignature[];
  /** Whether a place for the date and the stamp stands beside the signatures. */
  readonly stamp?: boolean;
};

/** The words of a cell as on paper: a number has a decimal comma, nothing is ''. */
export function cellText(cell: DocumentCell): string {
  if (cell === null) return '';
  return typeof cell === 'number' ? String(cell).replace('.', ',') : cell;
}

/** How many columns the widest table has: as many as a spreadsheet of the document needs. */
export const columnCount = ({ parts }: TableDocument): number =>
  Math.max(1, ...parts.map(({ columns }) => columns.length));
