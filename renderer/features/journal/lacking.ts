import { createDesk } from './desk/desk';
import type { Desk } from './desk/desk-type';
import type { MoveAfter } from './desk/settings';
import type { PageStore } from './store/page-store';
import { createHistory } from './store/undo';

const lacks = ({ averages, model }: PageStore, pupilId: number): boolean =>
  (averages.of(pupilId, model.period).soFar?.missing ?? 0) > 0;

/** How many pupils of the page have fewer marks than the period's mark needs. */
export const lackingCount = (store: PageStore): number =>
  store.model.pupils.filter(({ id }) => lacks(store, id)).length;

/**
 * A desk over those pupils alone who lack marks now: they stay in it while it is open, also when the
 * last mark is given. The page's content is the same; what is taken back is what was done here.
 */
export function deskOfLacking(
  { store, cursor }: Desk,
  moveAfter: () => MoveAfter,
): Desk | undefined {
  const pupils = store.model.pupils.filter(({ id }) => lacks(store, id));
  if (pupils.length === 0) return undefined;
  const model = { ...store.model, pupils };
  const desk = createDesk({ ...store, model, history: createHistory() }, moveAfter);
  desk.moveTo({ row: 0, col: cursor().col });
  return desk;
}

/** Takes the cursor of one desk of a page to the same pupil and column on another. */
export function followCursor(from: Desk, to: Desk): void {
  const { row, col } = from.cursor();
  const pupil = from.store.model.pupils[row];
  const there = to.store.model.pupils.findIndex(({ id }) => id === pupil?.id);
  if (there >= 0) to.moveTo({ row: there, col });
}
