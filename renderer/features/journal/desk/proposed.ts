import { isMarkValue, type MarkValue } from '#domain/marks/mark-value';
import { periodMarkKey, samePeriodMark } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { editWithUndo, type Change } from '../store/undo';
import { closedAt } from './edits';
import type { MarkedPeriod } from '../store/page-model';

/** What «поставить все предложенные» would do with a column: nothing that stands is touched. */
export type ProposedPlan = {
  readonly period: MarkedPeriod;
  readonly marks: readonly {
    readonly pupilId: number;
    readonly name: string;
    readonly value: MarkValue;
  }[];
  /** Too few marks: each needs a word of its own. */
  readonly waiting: readonly string[];
  /** Nothing to propose by. */
  readonly nothing: readonly string[];
};

export function planProposed(store: PageStore, period: MarkedPeriod): ProposedPlan {
  const { pupils, columns } = store.model;
  const col = columns.findIndex(
    (column) => column.kind === 'period' && column.period.id === period.id,
  );
  const plan = {
    period,
    marks: [] as ProposedPlan['marks'][number][],
    waiting: [] as string[],
    nothing: [] as string[],
  };
  for (const [row, { id, name }] of pupils.entries()) {
    if (closedAt(store, row, col) !== undefined) continue;
    if (store.periodMarks.get(periodMarkKey(id, period.id)).shown.value !== '') continue;
    const { proposed } = store.averages.of(id, period);
    if (!isMarkValue(proposed)) plan.nothing.push(name);
    else if (store.averages.reasons(id, period, proposed).length > 0) plan.waiting.push(name);
    else plan.marks.push({ pupilId: id, name, value: proposed });
  }
  return plan;
}

/** Sets them, as one step to take back. */
export const takeProposed = (store: PageStore, { period, marks }: ProposedPlan): Change[] =>
  marks.flatMap(({ pupilId, value }) => {
    const key = periodMarkKey(pupilId, period.id);
    return editWithUndo(store.periodMarks, samePeriodMark, key, { value, note: '' }) ?? [];
  });
