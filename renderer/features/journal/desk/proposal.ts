import type { Place } from '../../../ui/sheet-grid/range';
import { periodMarkKey } from '../store/keys';
import type { PageStore } from '../store/page-store';

/** The period mark at a place with what the averages ask for; undefined at a lesson. */
export function periodMarkAt(store: PageStore, { row, col }: Place) {
  const [pupil, column] = [store.model.pupils[row], store.model.columns[col]];
  if (pupil === undefined || column?.kind !== 'period') return undefined;
  const key = periodMarkKey(pupil.id, column.period.id);
  const { shown } = store.periodMarks.get(key);
  const { proposed } = store.averages.of(pupil.id, column.period);
  return { key, shown, proposed, pupil, period: column.period };
}

/** The period mark at a place, where it is not the proposed one, and whether it needs a reason. */
export function againstProposal(store: PageStore, place: Place) {
  const mark = periodMarkAt(store, place);
  if (mark === undefined) return undefined;
  const { key, shown, proposed, pupil, period } = mark;
  const differs = shown.value !== '' && proposed !== '' && shown.value !== proposed;
  if (!differs) return undefined;
  const demanded = store.averages.reasons(pupil.id, period, shown.value).length > 0;
  return { key, shown, proposed, demanded };
}
