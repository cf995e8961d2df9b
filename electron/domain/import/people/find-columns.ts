import { cellText, type TableSheet } from '../table';
import { fieldOfTitle, isPupilContact, type PeopleKind, type PersonField } from './person-field';
import type { PeopleColumns, PersonColumn } from './person-row';

/** How far down a header is looked for: titles, orders and stamps stand above it. */
const rowsSearched = 40;

/** The words over a column in one row; a merged cell stands over all its columns and rows. */
function titlesOf(sheet: TableSheet, rowIndex: number, width: number): string[] {
  const titles = Array.from({ length: width }, (_, column) =>
    cellText(sheet.rows[rowIndex]?.[column]),
  );
  for (const merge of sheet.merges) {
    if (rowIndex < merge.fromRow || rowIndex > merge.toRow) continue;
    const title = cellText(sheet.rows[merge.fromRow]?.[merge.fromColumn]);
    for (let column = merge.fromColumn; column <= merge.toColumn && column < width; column += 1) {
      if (titles[column] === '') titles[column] = title;
    }
  }
  return titles;
}

/** Each field goes to the first column with its title. */
function columnsOf(
  titles: readonly string[],
  fields: readonly (PersonField | undefined)[],
): PersonColumn[] {
  const used = new Set<PersonField>();
  return titles.map((title, column) => {
    const found = fields[column];
    const field = found === undefined || used.has(found) ? null : found;
    if (field !== null) used.add(field);
    return { column, title, field };
  });
}

const namesPeople = (columns: readonly PersonColumn[]) =>
  columns.some(({ field }) => field === 'fullName' || field === 'lastName');

const worth = (columns: readonly PersonColumn[]) =>
  columns.filter(({ field }) => field !== null).length;

const ofParent =
  /(?:^|\s)(?:мат(?:ь|ери)|отец|отца|родител\p{L}*|представител\p{L}*|опекун\p{L}*|мам\p{L}|пап\p{L})/iu;

/** «Телефон» under «Мать» is not the pupil's: which columns stand under the words of a parent. */
function underParents(upper: readonly string[]): boolean[] {
  let over = '';
  return upper.map((title) => {
    if (title !== '') over = title;
    return ofParent.test(over);
  });
}

const notOfParents = (fields: readonly (PersonField | undefined)[], upper: readonly string[]) => {
  const under = underParents(upper);
  return fields.map((field, at) =>
    field !== undefined && under[at] === true && isPupilContact(field) ? undefined : field,
  );
};

function headerAt(sheet: TableSheet, at: number, width: number, kind: PeopleKind): PersonColumn[] {
  const titles = titlesOf(sheet, at, width);
  return columnsOf(
    titles,
    notOfParents(
      titles.map((title) => fieldOfTitle(title, kind)),
      at === 0 ? [] : titlesOf(sheet, at - 1, width),
    ),
  );
}

/** A header of two rows: «ФИО» over «Фамилия», «Имя», «Отчество»; «Дата» over «рождения». */
function doubleHeaderAt(
  sheet: TableSheet,
  at: number,
  width: number,
  kind: PeopleKind,
): PersonColumn[] {
  const upper = titlesOf(sheet, at, width);
  const lower = titlesOf(sheet, at + 1, width);
  const titles = upper.map((title, column) =>
    lower[column] === title || lower[column] === undefined
      ? title
      : `${title} ${lower[column]}`.trim(),
  );
  const fields = titles.map((title, column) =>
    lower[column] === ''
      ? fieldOfTitle(upper[column] ?? '', kind)
      : (fieldOfTitle(lower[column] ?? '', kind) ?? fieldOfTitle(title, kind)),
  );
  return columnsOf(titles, notOfParents(fields, upper));
}

/**
 * Finds the header of a list of people by its words, wherever it stands, one row or two high, and
 * what each column holds. Undefined where no row names a surname or a full name.
 */
export function findPeopleColumns(sheet: TableSheet, kind: PeopleKind): PeopleColumns | undefined {
  const searched = sheet.rows.slice(0, rowsSearched);
  const width = Math.min(500, Math.max(0, ...searched.map((row) => row.length)));
  let best: PeopleColumns | undefined;
  // One row first: two are only better where they tell more, not where a title stands above.
  for (const [height, columnsAt] of [[1, headerAt] as const, [2, doubleHeaderAt] as const]) {
    for (const at of searched.keys()) {
      const columns = columnsAt(sheet, at, width, kind);
      if (namesPeople(columns) && worth(columns) > worth(best?.columns ?? [])) {
        best = { firstDataRow: at + height, columns };
      }
    }
  }
  return best;
}
