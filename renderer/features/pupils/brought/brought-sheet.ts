import type { BroughtOfPupil } from '#contract/brought';
import {
  formatBrought,
  parseBrought,
  type BroughtKind,
  type BroughtProblem,
} from '#domain/marks/brought';
import { periodName } from '#domain/periods/period-name';
import { broughtTexts } from '../../../text/brought';
import type { Entry } from '../../../ui/sheet-grid/range';
import type { SheetColumn, SheetRow } from '../../../ui/sheet-grid/sheet-parts';

type Period = BroughtOfPupil['periods'][number];
export type BroughtColumn = { readonly period: Period; readonly kind: BroughtKind };

/** A change of one cell, by its text before and after. */
export type BroughtChange = {
  readonly subjectId: number;
  readonly periodId: number;
  readonly kind: BroughtKind;
  readonly was: string;
  readonly text: string;
};

/** What was typed and is no mark: it stays in its cell until it is mended. */
export type Wrong = ReadonlyMap<string, { readonly text: string; readonly why: string }>;

export const cellKey = (subjectId: number, { period, kind }: BroughtColumn): string =>
  `${subjectId}:${period.id}:${kind}`;

export const problemText = (problem: BroughtProblem): string =>
  broughtTexts.problems[problem.problem]('part' in problem ? problem.part : '');

/** The columns of the sheet: of each period what may have been brought. */
export const columnsOf = ({ periods }: BroughtOfPupil): readonly BroughtColumn[] =>
  periods.flatMap((period) => [
    ...(period.current ? [{ period, kind: 'current' as const }] : []),
    ...(period.period ? [{ period, kind: 'period' as const }] : []),
  ]);

export const columnName = ({ period, kind }: BroughtColumn): string =>
  broughtTexts[kind](periodName(period));

export const sheetColumns = (columns: readonly BroughtColumn[]): SheetColumn[] =>
  columns.map((column) => ({
    key: `${column.period.id}:${column.kind}`,
    name: columnName(column),
    title: column.kind === 'current' ? broughtTexts.currentTitle : broughtTexts.periodTitle,
    width: column.kind === 'current' ? '12rem' : '6rem',
  }));

export const textOf = (
  { cells }: BroughtOfPupil,
  subjectId: number,
  { period, kind }: BroughtColumn,
): string =>
  formatBrought(
    cells.find(
      (cell) => cell.subjectId === subjectId && cell.periodId === period.id && cell.kind === kind,
    )?.marks ?? [],
  );

export const sheetRows = (
  view: BroughtOfPupil,
  columns: readonly BroughtColumn[],
  wrong: Wrong,
): SheetRow[] =>
  view.subjects.map(({ id, name }) => ({
    key: id,
    name,
    cells: columns.map((column) => {
      const bad = wrong.get(cellKey(id, column));
      return bad === undefined
        ? { text: textOf(view, id, column) }
        : { text: bad.text, tone: 'wrong' as const, sign: '!', title: bad.why };
    }),
  }));

/** What entries make of the cells: changes to store, and what stays in its cell as wrong. */
export function entered(
  view: BroughtOfPupil,
  columns: readonly BroughtColumn[],
  entries: readonly Entry[],
): {
  readonly changes: readonly BroughtChange[];
  readonly wrong: Wrong;
  readonly right: readonly string[];
} {
  const changes: BroughtChange[] = [];
  const wrong = new Map<string, { text: string; why: string }>();
  const right: string[] = [];
  for (const { row, col, text } of entries) {
    const [subject, column] = [view.subjects[row], columns[col]];
    if (subject === undefined || column === undefined) continue;
    const { period, kind } = column;
    const ground = { kind, period, assessment: subject, stays: view.stays };
    const marks = parseBrought(text, ground);
    const key = cellKey(subject.id, column);
    if ('problem' in marks) {
      wrong.set(key, { text, why: problemText(marks) });
      continue;
    }
    right.push(key);
    const was = textOf(view, subject.id, column);
    const next = formatBrought(marks);
    if (was !== next) {
      changes.push({ subjectId: subject.id, periodId: period.id, kind, was, text: next });
    }
  }
  return { changes, wrong, right };
}

/** The view with the changes in it, as it will come back from the core. */
export function withChanges(
  view: BroughtOfPupil,
  changes: readonly BroughtChange[],
): BroughtOfPupil {
  const keyOf = (one: Pick<BroughtChange, 'subjectId' | 'periodId' | 'kind'>) =>
    `${one.subjectId}:${one.periodId}:${one.kind}`;
  const changed = new Map(changes.map((one) => [keyOf(one), one]));
  const kept = view.cells.filter((cell) => !changed.has(keyOf(cell)));
  const added = changes.flatMap(({ subjectId, periodId, kind, text }) => {
    const period = view.periods.find(({ id }) => id === periodId);
    const subject = view.subjects.find(({ id }) => id === subjectId);
    if (period === undefined || subject === undefined) return [];
    const ground = { kind, period, assessment: subject, stays: view.stays };
    const marks = parseBrought(text, ground);
    return 'problem' in marks || marks.length === 0 ? [] : [{ subjectId, periodId, kind, marks }];
  });
  return { ...view, cells: [...kept, ...added] };
}
