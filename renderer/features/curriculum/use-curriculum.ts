import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Curriculum } from '#contract/curriculum';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { withChanges, type CellChange } from './sheet';

const turned = (changes: readonly CellChange[]): CellChange[] =>
  changes.map((one) => ({ ...one, before: one.after, after: one.before }));

/** Load, plans and pages are counted by the curriculum; the sheet itself shows the change already. */
const showElsewhere = async (): Promise<void> => {
  for (const queryKey of [
    queries.load.key(),
    queries.individual.key(),
    queries.journal.pages.key(),
  ]) {
    await queryClient.invalidateQueries({ queryKey });
  }
};

/**
 * The curriculum and its changes: shown at once, stored one after another. A refused change is taken
 * back with all that came after it, and what stands in the journal is shown.
 */
export function useCurriculum() {
  const input = useYearInput();
  const options = queries.curriculum.view.queryOptions({ input });
  const view = useQuery(options);
  const [error, setError] = useState<unknown>(null);
  const undo = useRef<(readonly CellChange[])[]>([]);
  const redo = useRef<(readonly CellChange[])[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());

  const apply = (changes: readonly CellChange[]) => {
    setError(null);
    queryClient.setQueryData<Curriculum>(options.queryKey, (now) =>
      now === undefined ? now : withChanges(now, changes),
    );
    queue.current = queue.current
      .then(() => core.curriculum.set({ cells: [...changes] }))
      .then(() => showElsewhere())
      .catch(async (failure: unknown) => {
        setError(failure);
        undo.current = [];
        redo.current = [];
        await queryClient.invalidateQueries({ queryKey: options.queryKey });
      });
  };
  return {
    view,
    error,
    change: (changes: readonly CellChange[]) => {
      if (changes.length === 0) return;
      undo.current.push(changes);
      redo.current = [];
      apply(changes);
    },
    undo: () => {
      const last = undo.current.pop();
      if (last === undefined) return;
      redo.current.push(last);
      apply(turned(last));
    },
    redo: () => {
      const next = redo.current.pop();
      if (next === undefined) return;
      undo.current.push(next);
      apply(next);
    },
  };
}
