import { cellText, type TableSheet } from '../table';
import {
  parentFieldOf,
  parentFieldOfTitle,
  partOfTitle,
  slotOfTitle,
  type ParentField,
  type ParentSlot,
} from './parent-field';
import {
  fieldOfTitle,
  isNameField,
  isChildTitle,
  isPupilContact,
  saysChild,
  type PeopleKind,
  type PersonField,
} from './person-field';
import type { PeopleColumns, PersonColumn } from './person-row';

/** How far down a header is looked for: titles, orders and stamps stand above it. */
const rowsSearched = 40;
/** No title is longer: the rest of a cell full of text need not be read. */
const longestTitle = 300;

/** The words over a column in one row; a merged cell stands over all its columns and rows. */
function titlesOf(sheet: TableSheet, rowIndex: number, width: number): string[] {
  const titles = Array.from({ length: width }, (_, column) =>
    cellText(sheet.rows[rowIndex]?.[column]).slice(0, longestTitle),
  );
  for (const merge of sheet.merges) {
    if (rowIndex < merge.fromRow || rowIndex > merge.toRow) continue;
    const title = cellText(sheet.rows[merge.fromRow]?.[merge.fromColumn]).slice(0, longestTitle);
    for (let column = merge.fromColumn; column <= merge.toColumn && column < width; column += 1) {
      if (titles[column] === '') titles[column] = title;
    }
  }
  return titles;
}

/** A title of a column with the words that stand over it and its neighbours to the left. */
type Title = { readonly whole: string; readonly own: string; readonly over: string };

/** «Телефон» under «Мать» is the mother's: whose words stand over a column, carried to the right. */
function whoseOver(upper: readonly string[]): string[] {
  let over = '';
  return upper.map((title) => {
    if (title !== '') over = title;
    // «Список учащихся и их родителей» over a whole list is a heading of it, not of a column.
    return parentFieldOfTitle(over) !== undefined || isChildTitle(over) ? over : '';
  });
}

/** What a column under a parent's words holds; own words of a parent go before those above. */
function underParent({ own, over }: Title): ParentField | undefined {
  if (slotOfTitle(own) !== undefined) return parentFieldOfTitle(own);
  const slot = slotOfTitle(over);
  const part = partOfTitle(own);
  return slot === undefined || part === undefined ? undefined : `${slot}.${part}`;
}

const underChild = ({ own, over }: Title) =>
  saysChild(own) ? fieldOfTitle(own, 'parents') : fieldOfTitle(`${over} ${own}`, 'parents');

const partsOfBare = ['phone', 'email', 'work', 'relation'] as const;

/**
 * «ФИО матери», then «Телефон»: the bare title is the mother's. After two parents who both lack a
 * telephone nobody knows whose it is: the column is left to the person.
 */
function bareAfter(
  title: string,
  run: ReadonlySet<ParentSlot>,
  taken: ReadonlySet<PersonField>,
): ParentField | 'unclear' | undefined {
  const part = partOfTitle(title);
  const bare = partsOfBare.find((one) => one === part);
  if (bare === undefined || run.size === 0 || saysChild(title)) return undefined;
  const lacking = [...run].filter((slot) => !taken.has(`${slot}.${bare}`));
  const [only] = lacking;
  if (only !== undefined && lacking.length === 1) return `${only}.${bare}`;
  return lacking.length > 1 ? 'unclear' : undefined;
}

/** A second «ФИО родителя» is that of the second parent. */
function freeField(field: PersonField, used: ReadonlySet<PersonField>): PersonField | null {
  if (!used.has(field)) return field;
  const parent = parentFieldOf(field);
  if (parent === undefined || (parent.slot !== 'parent1' && parent.slot !== 'parents')) return null;
  const second: ParentField = `parent2.${parent.part}`;
  return used.has(second) ? null : second;
}

/** Two parents in columns of their own under «Родители» are the first and the second. */
function numbered(columns: readonly PersonColumn[]): PersonColumn[] {
  const slots = new Set(columns.map(({ field }) => parentFieldOf(field ?? '')?.slot));
  const parts = columns.map(({ field }) => parentFieldOf(field ?? ''));
  const inParts = parts.some((one) => one?.slot === 'parents' && one.part === 'lastName');
  if (!(slots.has('parents') && (slots.has('parent2') || inParts)) || slots.has('parent1')) {
    return [...columns];
  }
  return columns.map((column, at) => {
    const parent = parts[at];
    return parent?.slot === 'parents' ? { ...column, field: `parent1.${parent.part}` } : column;
  });
}

/** Each field goes to the first column with its title. */
function columnsOf(titles: readonly Title[], kind: PeopleKind): PersonColumn[] {
  const used = new Set<PersonField>();
  const run = new Set<ParentSlot>();
  // «Телефон матери» further on is the mother's, whatever stands before it.
  const said = titles.flatMap(
    ({ own, whole }) => parentFieldOfTitle(own) ?? parentFieldOfTitle(whole) ?? [],
  );
  const columns = titles.map((title, column): PersonColumn => {
    const own = fieldOfTitle(title.own, kind) ?? fieldOfTitle(title.whole, kind);
    let found: PersonField | undefined;
    const ofChild = isChildTitle(title.over);
    if (kind === 'staff') found = own;
    else if (ofChild) found = kind === 'parents' ? underChild(title) : own;
    else if (title.over !== '') found = underParent(title);
    else if (kind === 'pupils' && (own === undefined || isPupilContact(own))) {
      const bare = bareAfter(title.own, run, new Set([...used, ...said]));
      found = bare === 'unclear' ? undefined : (bare ?? own);
    } else found = own;
    const field = found === undefined ? null : freeField(found, used);
    if (field !== null) {
      used.add(field);
      const parent = parentFieldOf(field);
      if (parent !== undefined) run.add(parent.slot);
      else if (!isPupilContact(field)) run.clear();
    }
    return { column, title: title.whole, field };
  });
  return numbered(columns);
}

const namesPeople = (columns: readonly PersonColumn[], kind: PeopleKind) =>
  columns.some(({ field }) => isNameField(field, kind));

const worth = (columns: readonly PersonColumn[]) =>
  columns.filter(({ field }) => field !== null).length;

function headerAt(sheet: TableSheet, at: number, width: number, kind: PeopleKind): PersonColumn[] {
  const over = at === 0 ? [] : whoseOver(titlesOf(sheet, at - 1, width));
  const titles = titlesOf(sheet, at, width);
  return columnsOf(
    titles.map((own, column) => ({ whole: own, own, over: over[column] ?? '' })),
    kind,
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
  const over = whoseOver(upper);
  const titles = upper.map((title, column): Title => {
    const below = lower[column] ?? '';
    const alone = below === '' || below === title;
    return {
      whole: below === title ? title : `${title} ${below}`.trim(),
      own: alone ? title : below,
      // A cell that goes down over both rows has nothing above it.
      over: alone ? '' : (over[column] ?? ''),
    };
  });
  return columnsOf(titles, kind);
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
      if (namesPeople(columns, kind) && worth(columns) > worth(best?.columns ?? [])) {
        best = { firstDataRow: at + height, columns };
      }
    }
  }
  return best;
}
