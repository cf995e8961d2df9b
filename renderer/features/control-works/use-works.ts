import { useRef } from 'react';
import type { ControlWork } from '#contract/control-works';
import type { GradeLimits } from '#domain/control-works/limits';
import { core } from '../../api/clients';
import { queries } from '../../api/queries';
import { queryClient } from '../../api/query-client';
import { controlTexts as words } from '../../text/control-works';
import { useUndo, type Undo } from '../../ui/use-undo';

type Order = Omit<Parameters<typeof core.controlWorks.set>[0], 'requestId'>;
type Known = { readonly id: number; readonly version: number };

/** A work as it is saved. */
export const orderOf = (work: ControlWork): Order => ({
  id: work.id,
  version: work.version,
  pageId: work.page.id,
  date: work.date,
  lessonNumber: work.lessonNumber,
  kindId: work.kindId,
  title: work.title,
  level: work.level,
  note: work.note,
  fixed: work.fixed,
  overWhy: work.overWhy,
});

/** The schedule is shown on the pages of the journal as well. */
const refresh = () =>
  Promise.all([
    queryClient.invalidateQueries({ queryKey: queries.controlWorks.key() }),
    queryClient.invalidateQueries({ queryKey: queries.journal.page.key() }),
  ]);

/** Changes of the schedule, each with its way back; they throw what the core refuses. */
export type WorksDesk = {
  readonly undo: Undo;
  readonly add: (order: Order, name: string) => Promise<void>;
  readonly change: (before: ControlWork, order: Order) => Promise<void>;
  readonly remove: (work: ControlWork) => Promise<void>;
  readonly fix: (works: readonly ControlWork[], fixed: boolean) => Promise<void>;
  readonly setLimits: (
    before: readonly GradeLimits[],
    after: readonly GradeLimits[],
  ) => Promise<void>;
};

export function useWorks(): WorksDesk {
  const undo = useUndo(words.undone);
  /** What own deeds made of a work since it was read: undoing needs its newest version, or its new id. */
  const latest = useRef(new Map<number, Known>());
  const now = ({ id, version }: Known): Known => latest.current.get(id) ?? { id, version };
  const learn = (id: number, known: Known) => {
    latest.current.set(id, known);
    latest.current.set(known.id, known);
  };
  const set = async (own: number | null, order: Order) => {
    const known =
      own === null ? { id: null, version: 0 } : now({ id: own, version: order.version });
    const done = await core.controlWorks.set({ ...order, ...known });
    learn(own ?? done.id, done);
    await refresh();
    return done;
  };
  const drop = async (known: Known) => {
    await core.controlWorks.remove(now(known));
    await refresh();
  };
  const fixAll = async (works: readonly Known[], fixed: boolean) => {
    const known = works.map(now);
    await core.controlWorks.fix({ works: known, fixed });
    for (const [index, { id, version }] of known.entries()) {
      learn(works[index]?.id ?? id, { id, version: version + 1 });
    }
    await refresh();
  };
  return {
    undo,
    async add(order, name) {
      const made = await set(null, order);
      undo.did(words.deeds.added(name), () => drop(made));
    },
    async change(before, order) {
      await set(before.id, order);
      const name = words.workName(before);
      const moved = before.date !== order.date || before.lessonNumber !== order.lessonNumber;
      undo.did(words.deeds[moved ? 'moved' : 'changed'](name), () =>
        set(before.id, orderOf(before)),
      );
    },
    async remove(work) {
      await drop(work);
      undo.did(words.deeds.removed(words.workName(work)), async () => {
        const made = await set(null, { ...orderOf(work), id: null, version: 0 });
        learn(work.id, made);
      });
    },
    async fix(works, fixed) {
      await fixAll(works, fixed);
      undo.did(fixed ? words.deeds.fixed(works.length) : words.deeds.unfixed, () =>
        fixAll(works, !fixed),
      );
    },
    async setLimits(before, after) {
      await core.controlWorks.setLimits({ limits: [...after] });
      await refresh();
      undo.did(words.deeds.limits, async () => {
        await core.controlWorks.setLimits({ limits: [...before] });
        await refresh();
      });
    },
  };
}
