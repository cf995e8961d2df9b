import type { CellContent } from '#domain/journal/cell-content';
import { journalTexts } from '../../../text/journal';
import type { PageStore } from './page-store';

/** «5 — Контрольная работа, вес 3» for every mark of a cell. */
export const markWords = (
  store: PageStore,
  lessonId: number,
  { marks }: Pick<CellContent, 'marks'>,
): readonly string[] =>
  marks.map(({ work, value }) => {
    const of = store.workOf(lessonId, work);
    const kind = of && store.kindOf(of)?.name;
    return `${value} — ${kind ?? ''}, ${journalTexts.weightShort} ${of?.weight ?? 1}`;
  });
