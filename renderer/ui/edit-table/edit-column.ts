/** How a cell is edited: typed, chosen from a list, or switched. */
export type EditKind =
  | { readonly kind: 'text'; readonly numeric?: boolean }
  | {
      readonly kind: 'choice';
      readonly choices: readonly { readonly value: string; readonly label: string }[];
      /** An empty choice is allowed, and read as this. */
      readonly none?: string;
    }
  | { readonly kind: 'switch'; readonly on: string; readonly off: string };

/** A column of an editable table. The text of a cell is what is typed, or the value of a choice. */
export type EditColumn<Row> = {
  readonly key: string;
  readonly title: string;
  readonly width?: string;
  readonly align?: 'left' | 'center' | 'right';
  readonly text: (row: Row) => string;
  /** Absent: only to look at. */
  readonly edit?: EditKind;
  /** What is shown instead of the text, while the cell is not edited. */
  readonly shown?: (row: Row) => string;
  /** Why a typed text is not taken, in words; undefined where it is. Asked before `onSave`. */
  readonly problem?: (text: string, row: Row | null) => string | undefined;
  /** What a new row begins with. */
  readonly initial?: string;
};

/** The words of a cell while it is not edited. */
export function cellWords<Row>(column: EditColumn<Row>, row: Row): string {
  if (column.shown) return column.shown(row);
  return wordsOf(column, column.text(row));
}

/** The words for a value of the column. */
export function wordsOf<Row>({ edit }: EditColumn<Row>, text: string): string {
  if (edit?.kind === 'choice') {
    return edit.choices.find(({ value }) => value === text)?.label ?? edit.none ?? '';
  }
  if (edit?.kind === 'switch') return text === '1' ? edit.on : edit.off;
  return text;
}
