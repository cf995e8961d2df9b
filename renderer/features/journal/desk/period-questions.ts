import { periodMarkKey, samePeriodMark } from '../store/keys';
import type { Column, Pupil } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import { editWithUndo, type Change } from '../store/undo';
import type { EditProblem } from './edits';
import type { Notice } from './notice';
import { planProposed, takeProposed } from './proposed';

/** What is asked before marks of periods are set: why, and whether all that is proposed. */
export function createPeriodQuestions(
  store: PageStore,
  desk: {
    readonly here: () => { readonly pupil: Pupil; readonly column: Column } | undefined;
    readonly notice: () => Notice | undefined;
    readonly say: (notice: Notice | undefined) => void;
    readonly done: (changes: readonly Change[]) => void;
    readonly goOn: () => void;
  },
) {
  const { here, notice, say, done } = desk;
  return {
    /** Asks for the note a mark of the cursor's cell waits for; false where it waits for none. */
    askNote(problem: EditProblem): boolean {
      const at = here();
      if (problem.kind !== 'noteNeeded' || at?.column.kind !== 'period') return false;
      const { value, reasons } = problem;
      const key = periodMarkKey(at.pupil.id, at.column.period.id);
      say({ kind: 'askNote', key, value, reasons });
      return true;
    },
    /** The note of the mark that waits for one; undefined: the mark is not to be set. */
    answerNote(note: string | undefined): void {
      const asked = notice();
      say(undefined);
      if (asked?.kind !== 'askNote' || note === undefined) return;
      const content = { value: asked.value, note };
      const change = editWithUndo(store.periodMarks, samePeriodMark, asked.key, content);
      done(change === undefined ? [] : [change]);
      desk.goOn();
    },
    /** Shows what setting every proposed mark of the column would do. */
    askProposed(): void {
      const column = here()?.column;
      if (column?.kind !== 'period') return;
      const plan = planProposed(store, column.period);
      say({ kind: plan.marks.length === 0 ? 'nothingProposed' : 'askProposed', plan });
    },
    answerProposed(yes: boolean): void {
      const asked = notice();
      say(undefined);
      if (!yes || asked?.kind !== 'askProposed') return;
      done(takeProposed(store, asked.plan));
      say({ kind: 'tookProposed', plan: asked.plan });
    },
  };
}
