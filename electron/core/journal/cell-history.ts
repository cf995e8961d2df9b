import type { CellContent, HistoryEntry } from '#contract/journal';
import { auditOfEntity } from '#db/queries/audit';
import { findLesson } from '#db/queries/journal-cell';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { pageToSee } from './page-access';

const content = (text: string | null) => (text === null ? null : (JSON.parse(text) as CellContent));

/** A technical failure after which it was entered (J10). */
const causeOf = (after: string | null): string =>
  after === null ? '' : ((JSON.parse(after) as { readonly cause?: string }).cause ?? '');

/** Every change of a cell, newest first: who, when, where, from what to what (J9). */
export function cellHistory(
  reading: Reading,
  { lessonId, pupilId }: { readonly lessonId: number; readonly pupilId: number },
): readonly HistoryEntry[] {
  const lesson = findLesson(reading.db, lessonId) ?? refuse('NOT_FOUND', { what: 'lesson' });
  pageToSee(reading, lesson.pageId);
  return auditOfEntity(reading.db, 'cell', `${lessonId}:${pupilId}`).map((entry) => ({
    ...entry,
    before: content(entry.before),
    after: content(entry.after),
    cause: causeOf(entry.after),
  }));
}
