import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { BroughtOfPupil } from '#contract/brought';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { withChanges, type BroughtChange } from './brought-sheet';

const turned = (changes: readonly BroughtChange[]): BroughtChange[] =>
  changes.map((one) => ({ ...one, was: one.text, text: one.was }));

export const broughtQuery = (pupilId: number) =>
  queries.brought.view.queryOptions({ input: { pupilId } });

/**
 * A pupil's brought marks and their changes: shown at once, stored one after another. A refused
 * change is taken back with all that came after it, and what stands in the journal is shown.
 */
export function useBrought(pupilId: number) {
  const options = broughtQuery(pupilId);
  const view = useQuery({ ...options, staleTime: 0 });
  const [error, setError] = useState<unknown>(null);
  const undo = useRef<(readonly BroughtChange[])[]>([]);
  const redo = useRef<(readonly BroughtChange[])[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const now = (): BroughtOfPupil | undefined => queryClient.getQueryData(options.queryKey);

  const apply = (changes: readonly BroughtChange[], paper?: string) => {
    setError(null);
    const document = paper ?? now()?.document ?? '';
    queryClient.setQueryData<BroughtOfPupil>(
      options.queryKey,
      (old) => old && { ...withChanges(old, changes), document },
    );
    queue.current = queue.current
      .then(() => core.brought.set({ pupilId, document, cells: [...changes] }))
      .then(() => queryClient.invalidateQueries({ queryKey: queries.pupils.history.key() }))
      .catch(async (failure: unknown) => {
        setError(failure);
        undo.current = [];
        redo.current = [];
        await queryClient.invalidateQueries({ queryKey: options.queryKey });
      });
  };
  const step = (from: typeof undo, to: typeof undo, turn: typeof turned) => {
    const last = from.current.pop();
    if (last === undefined) return;
    to.current.push(last);
    apply(turn(last));
  };
  return {
    view,
    error,
    change: (changes: readonly BroughtChange[]) => {
      if (changes.length === 0) return;
      undo.current.push(changes);
      redo.current = [];
      apply(changes);
    },
    setDocument: (document: string) => {
      if (document !== now()?.document) apply([], document);
    },
    undo: () => step(undo, redo, turned),
    redo: () => step(redo, undo, (changes) => [...changes]),
  };
}
