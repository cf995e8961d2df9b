import type { IsoDate } from '#domain/calendar/iso-date';
import { openDebts, type OpenDebt } from '#domain/journal/assigned-work';
import { pair, workKey } from './keys';
import type { PageStore } from './page-store';

/** The dots of the shown lessons, the oldest first. */
export function debtsShown({ model, cells, works }: PageStore): readonly OpenDebt[] {
  const dates = new Map<number, IsoDate>(model.lessons.map(({ id, date }) => [id, date]));
  const owing = [...cells.keys()].flatMap((key) => {
    const [lessonId, pupilId] = pair(key);
    const date = dates.get(lessonId);
    const { marks } = cells.get(key).shown;
    return date === undefined || marks.length === 0 ? [] : [{ lessonId, pupilId, date, marks }];
  });
  return openDebts(
    owing,
    (lessonId, work) => works.get(workKey(lessonId, work)).shown?.dueOn ?? null,
  );
}

/** Where a debt stands on the grid; undefined where the page does not show it. */
export function placeOfDebt(
  { model }: Pick<PageStore, 'model'>,
  { pupilId, lessonId }: Pick<OpenDebt, 'pupilId' | 'lessonId'>,
): { readonly row: number; readonly col: number } | undefined {
  const row = model.pupils.findIndex(({ id }) => id === pupilId);
  const col = model.columns.findIndex(
    (column) => column.kind === 'lesson' && column.lesson.id === lessonId,
  );
  return row < 0 || col < 0 ? undefined : { row, col };
}

/** The next dot of the page after a place: down its column, over the columns, then from the first one. */
export function nextDebt(
  store: PageStore,
  { row, col }: { readonly row: number; readonly col: number },
): { readonly row: number; readonly col: number } | undefined {
  const places = debtsShown(store)
    .flatMap((debt) => placeOfDebt(store, debt) ?? [])
    .sort((a, b) => a.col - b.col || a.row - b.row);
  return (
    places.find((place) => place.col > col || (place.col === col && place.row > row)) ?? places[0]
  );
}
