import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { LoadCell, LoadLine, PageTeacher } from '#contract/load';
import { core } from '../../api/clients';
import { useYearInput } from '../../api/chosen-year';
import { queries } from '../../api/queries';
import { refreshStructure } from '../../api/school-structure';

type Change = {
  readonly classId: number;
  readonly groupId: number | null;
  readonly subjectId: number;
  readonly before: readonly PageTeacher[];
  readonly after: readonly PageTeacher[];
};

/** The load of the year, and giving pages to teachers, which can be undone one after another. */
export function useLoad() {
  const input = useYearInput();
  const view = useQuery(queries.load.view.queryOptions({ input }));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const done = useRef<Change[]>([]);
  const [undoable, setUndoable] = useState(0);

  const send = async ({ before, after, ...page }: Change): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await core.load.setTeachers({ ...page, before: [...before], after: [...after] });
      return true;
    } catch (failure) {
      setError(failure);
      done.current = [];
      return false;
    } finally {
      await refreshStructure();
      setBusy(false);
      setUndoable(done.current.length);
    }
  };
  return {
    view,
    error,
    busy,
    undoable: undoable > 0,
    /** Puts `after` in place of the cell's teachers; whether it was stored. */
    assign: async (line: LoadLine, cell: LoadCell, after: readonly PageTeacher[]) => {
      const { classId, subjectId } = line;
      const change = { classId, subjectId, groupId: cell.groupId, before: cell.teachers, after };
      done.current.push(change);
      return send(change);
    },
    undo: async (): Promise<boolean> => {
      const last = done.current.pop();
      if (last === undefined) return false;
      return send({ ...last, before: last.after, after: last.before });
    },
  };
}
export type LoadStore = ReturnType<typeof useLoad>;
