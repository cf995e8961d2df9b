import { ORPCError } from '@orpc/client';
import { ConnectionError } from '../../api/connect';
import { core } from '../../api/clients';
import { refusalOf } from '../../api/refusal';
import type { ErrorCode } from '#contract/errors';
import type {
  CellOutcome,
  CellState,
  HomeworkState,
  LessonState,
  PageChange,
  PeriodMarkState,
} from '#contract/journal';
import type { PageCommands } from './store/page-commands';
import type { Failure, Stored } from './store/slots';
import { finalOfId } from './store/page-model';

/** What stands in the core now, in the shape in which the page keeps it. */
function storedOf(current: unknown): Stored<unknown> | undefined {
  if (typeof current !== 'object' || current === null || !('version' in current)) return undefined;
  const state = current as CellState | HomeworkState | LessonState | PeriodMarkState;
  if ('content' in state) return { version: state.version, content: state.content };
  const { version, ...content } = state;
  return { version, content };
}

/** Saying the same again would be refused again. */
const FINAL: ReadonlySet<ErrorCode> = new Set(['FORBIDDEN', 'NOT_FOUND', 'INVALID', 'CLOSED']);

/**
 * A conflict shows the other's value; a declared refusal takes the own one back; whatever else went
 * wrong (core lost, session locked, disk full) keeps it to be sent again.
 */
function failureOf(error: unknown): Failure<never> {
  if (error instanceof ConnectionError) return { kind: 'unsent' };
  const refusal = refusalOf(error);
  if (refusal?.code === 'CONFLICT') {
    const current = storedOf(refusal.data.current);
    return current === undefined
      ? { kind: 'refused' }
      : { kind: 'conflict', current: current as Stored<never> };
  }
  return refusal !== undefined && FINAL.has(refusal.code)
    ? { kind: 'refused' }
    : { kind: 'unsent' };
}

/** A cell of many that was left as it was, as the error it would have been alone. */
const errorOf = (outcome: Exclude<CellOutcome, { version: number }>) =>
  'conflict' in outcome
    ? new ORPCError('CONFLICT', { defined: true, data: { current: outcome.conflict } })
    : new ORPCError(outcome.refused, { defined: true, data: outcome.data });

/** The page's commands to the core. */
export const pageCommands = (pageId: number): PageCommands => ({
  enterCell: async (at, version, content, requestId) =>
    (await core.journal.enterCell({ ...at, version, content, requestId })).version,
  enterCells: async (cells, requestId) =>
    (
      await core.journal.enterCells({
        cells: cells.map(({ at, version, content }) => ({ ...at, version, content })),
        requestId,
      })
    ).map((outcome) => ('version' in outcome ? outcome : { error: errorOf(outcome) })),
  setLesson: async (lessonId, version, texts, requestId) =>
    (
      await core.journal.setLesson({
        lessonId,
        version,
        ...texts,
        planRows: [...texts.planRows],
        requestId,
      })
    ).version,
  setHomework: async (lessonId, version, { forAll, tasks }, requestId) =>
    (
      await core.homework.set({
        lessonId,
        version,
        forAll,
        tasks: tasks.map((task) => ({ ...task, pupilIds: [...task.pupilIds] })),
        requestId,
      })
    ).version,
  setWork: async (at, work, requestId) => {
    await core.journal.setWork({ ...at, ...work, requestId });
  },
  removeWork: async (at, requestId) => {
    await core.journal.removeWork({ ...at, requestId });
  },
  async setPeriodMark({ pupilId, periodId }, version, mark, requestId) {
    const kind = finalOfId(periodId);
    const value = mark.value as Parameters<typeof core.journal.setPeriodMark>[0]['value'];
    const common = { pageId, pupilId, version, value, note: mark.note, requestId };
    const set =
      kind === undefined
        ? core.journal.setPeriodMark({ ...common, periodId })
        : core.journal.setFinalMark({ ...common, kind });
    return (await set).version;
  },
  failureOf,
  newId: () => crypto.randomUUID(),
});

/** Tells what others do on the page until it is left; ends when the session or the core does. */
export async function watchPage(
  pageId: number,
  signal: AbortSignal,
  onChange: (change: PageChange) => void,
): Promise<void> {
  try {
    for await (const change of await core.journal.watch({ pageId }, { signal })) onChange(change);
  } catch {
    // Without the watch the page still works: versions keep two people from losing anything.
  }
}
