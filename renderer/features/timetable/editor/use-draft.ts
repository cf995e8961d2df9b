import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { EditorData } from '#contract/timetable';
import { applyEdit, undoOf, type TimetableEdit } from '#domain/timetable/clashes';
import { placementKey, type Placement } from '#domain/timetable/ground';
import { core } from '../../../api/clients';
import { queries } from '../../../api/queries';
import { queryClient } from '../../../api/query-client';
import { whileSaving } from '../../../api/saving';
import { notifyError } from '../../../ui/notify';

type Placements = ReadonlyMap<string, Placement>;
const asMap = (all: readonly Placement[]): Placements =>
  new Map(all.map((one) => [placementKey(one), one]));

/** Everything asked of the timetable anew: versions count their hours, weeks show them. */
export const refreshTimetables = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.timetable.key() }),
    queryClient.invalidateQueries({ queryKey: queries.school.timetable.key() }),
  ]);

/**
 * The hours of a draft while they are being placed: a change is seen at once and saved behind it,
 * one after the other. What the core refuses is taken back by reading the draft anew; undo and redo
 * are changes like any other.
 */
export function useDraft(data: EditorData) {
  const { id } = data.version;
  const [placements, setPlacements] = useState<Placements>(() => asMap(data.placements));
  const [undone, setUndone] = useState<readonly TimetableEdit[]>([]);
  const [done, setDone] = useState<readonly TimetableEdit[]>([]);
  const current = useRef(placements);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const show = useCallback((next: Placements) => {
    current.current = next;
    setPlacements(next);
  }, []);

  useEffect(() => () => void queue.current.then(refreshTimetables), []);

  const change = useCallback(
    (edit: TimetableEdit, override: boolean): boolean => {
      const next = applyEdit(current.current, edit);
      if (next === undefined) return false;
      show(next);
      const save = async () => {
        try {
          await core.timetable.edit({
            versionId: id,
            take: [...edit.take],
            put: [...edit.put],
            override,
          });
        } catch (error) {
          notifyError(error);
          show(asMap((await core.timetable.hours({ versionId: id })).placements));
          setDone([]);
          setUndone([]);
        }
      };
      queue.current = queue.current.then(() => whileSaving(save()));
      return true;
    },
    [id, show],
  );

  return useMemo(
    () => ({
      placements,
      list: [...placements.values()],
      canUndo: done.length > 0,
      canRedo: undone.length > 0,
      edit: (edit: TimetableEdit, override = false): boolean => {
        if (!change(edit, override)) return false;
        setDone((all) => [...all, edit]);
        setUndone([]);
        return true;
      },
      undo: () => {
        const last = done.at(-1);
        if (last === undefined || !change(undoOf(last), true)) return;
        setDone(done.slice(0, -1));
        setUndone([...undone, last]);
      },
      redo: () => {
        const last = undone.at(-1);
        if (last === undefined || !change(last, true)) return;
        setUndone(undone.slice(0, -1));
        setDone([...done, last]);
      },
    }),
    [placements, done, undone, change],
  );
}
export type Draft = ReturnType<typeof useDraft>;
