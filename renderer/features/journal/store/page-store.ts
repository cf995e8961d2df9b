import type { CellContent as SentCell, PageChange } from '#contract/journal';
import type { PageData } from '#contract/journal-page';
import type { WorkKind } from '#contract/school';
import { PLAIN_ASSIGNMENT } from '#domain/journal/assigned-work';
import { NO_HOMEWORK, sameHomework, type LessonHomework } from '#domain/homework/homework';
import { EMPTY_CELL, MOST_CELLS, sameCell, type CellContent } from '#domain/journal/cell-content';
import { cellParts, formatCell, type CellPart } from '#domain/journal/cell-text';
import { createAverages, type Averages } from './averages';
import { createCellSender } from './cell-sender';
import {
  cellKey,
  pair,
  periodMarkKey,
  sameLesson,
  samePeriodMark,
  sameWork,
  workKey,
} from './keys';
import type { LessonTexts, PageCommands, PeriodMarkContent, Work } from './page-commands';
import type { PageModel } from './page-model';
import { loadPage, receiveChange, type PageSlots } from './page-rows';
import { createSavingState, type SavingState } from './saving-state';
import { createSlots, type Sign, type Slots } from './slots';
import { createTopics, type Topics } from './topics';
import { createHistory, type History } from './undo';

/** What one cell draws. A new object only when something of it changed. */
export type CellView = {
  readonly words: readonly CellPart[][];
  readonly sign: Sign;
  readonly flash: number;
  readonly remark: boolean;
  /** What is being typed here and not yet entered. */
  readonly typing: string | undefined;
};

export type PageStore = PageSlots & {
  readonly model: PageModel;
  readonly topics: Topics;
  readonly history: History;
  readonly averages: Averages;
  readonly cellView: (key: string) => CellView;
  /** What is being typed into a cell or a period's mark. */
  readonly typingAt: (key: string) => string | undefined;
  /** Shows in the cell what is being typed; undefined ends it. */
  readonly showTyping: (key: string, text: string | undefined) => void;
  /** How many letters the longest cell of a lesson has, and the kinds of work in its head. */
  readonly needsOf: (lessonId: number) => { readonly chars: number; readonly head: number };
  /** «К/р Отв»: the kinds of a lesson's works in short. */
  readonly headOf: (lessonId: number) => string;
  /** The work of a lesson; where none was chosen, the first kind, as the core will take it. */
  readonly workOf: (lessonId: number, position: number) => Work | undefined;
  /** The works chosen for a lesson, by position. */
  readonly worksOf: (lessonId: number) => readonly (readonly [position: number, work: Work])[];
  readonly kindOf: (work: Work) => WorkKind | undefined;
  /** The colleagues who look at the page as well. */
  readonly people: () => readonly string[];
  readonly receive: (change: PageChange) => void;
  readonly refresh: (data: PageData) => void;
  /** The answer to what was sent last of the cells; undefined where nothing was sent yet. */
  readonly underWay: () => Promise<number> | undefined;
  /** Whether something entered is not yet in the journal. */
  readonly unfinished: () => boolean;
  /** What could not be sent and what waits for the person's decision. */
  readonly state: () => SavingState;
};

const sentCell = (content: CellContent): SentCell => ({
  ...content,
  marks: content.marks.map((mark) => ({ ...mark })),
});

/** The longest text a column ever held while the page is open: columns grow and do not jump back. */
function createColumnSizes() {
  const chars = new Map<number, number>();
  const of = (lessonId: number) => chars.get(lessonId) ?? 0;
  return {
    of,
    grow(lessonId: number, text: string): boolean {
      if (text.length <= of(lessonId)) return false;
      chars.set(lessonId, text.length);
      return true;
    },
  };
}

/** All that changes on an open page, outside React: a key tells one cell and one pupil's averages. */
export function createPageStore(
  model: PageModel,
  data: PageData,
  commands: PageCommands,
): PageStore {
  const topics = createTopics();
  const views = new Map<string, CellView>();
  const typing = new Map<string, string>();
  let loading = true;

  const { note, unfinished, state } = createSavingState(() => topics.tell('state'));
  const { failureOf, newId } = commands;

  let sent: Promise<number> | undefined;
  const sendCell = createCellSender(commands, MOST_CELLS);
  const cells: Slots<CellContent> = createSlots({
    empty: EMPTY_CELL,
    same: sameCell,
    failureOf,
    newId,
    send(key, { version, content }, requestId) {
      const [lessonId, pupilId] = pair(key);
      sent = sendCell({ lessonId, pupilId }, version, sentCell(content), requestId);
      return sent;
    },
    changed(key, seen) {
      views.delete(key);
      if (loading) return;
      const [lessonId, pupilId] = pair(key);
      if (seen) averages.forget(pupilId);
      if (seen && sizes.grow(lessonId, formatCell(cells.get(key).shown))) topics.tell('widths');
      topics.tell(`cell:${key}`);
      if (seen) {
        topics.tell(`pupil:${pupilId}`);
        topics.tell('cells');
      }
      note(`cell:${key}`, cells.get(key));
    },
  });
  /** The lines of the plan each lesson is held by, as the core has it. */
  const heldBy = new Map<string, string>();
  const lessons: Slots<LessonTexts> = createSlots<LessonTexts>({
    empty: { topic: '', homework: '', planRows: [] },
    same: sameLesson,
    failureOf,
    newId,
    send: (key, { version, content }, requestId) =>
      commands.setLesson(Number(key), version, content, requestId),
    changed(key) {
      const { stored, sign } = lessons.get(key);
      const rows = stored.content.planRows.join();
      const taken = sign === 'saved' && (heldBy.get(key) ?? '') !== rows;
      if (taken) heldBy.set(key, rows);
      if (loading) return;
      if (taken) topics.tell('taken');
      topics.tell(`lesson:${key}`);
      note(`lesson:${key}`, lessons.get(key));
    },
  });
  const homework: Slots<LessonHomework> = createSlots<LessonHomework>({
    empty: NO_HOMEWORK,
    same: sameHomework,
    failureOf,
    newId,
    send: (key, { version, content }, requestId) =>
      commands.setHomework(Number(key), version, content, requestId),
    changed(key) {
      if (loading) return;
      topics.tell(`homework:${key}`);
      note(`homework:${key}`, homework.get(key));
    },
  });
  const works: Slots<Work | null> = createSlots<Work | null>({
    empty: null,
    same: sameWork,
    failureOf,
    newId,
    async send(key, { version, content }, requestId) {
      const [lessonId, position] = pair(key);
      const at = { lessonId, position };
      await (content === null
        ? commands.removeWork(at, requestId)
        : commands.setWork(at, content, requestId));
      return version + 1;
    },
    changed(key, seen) {
      const [lessonId] = pair(key);
      if (seen) {
        workRows.delete(lessonId);
        averages.forgetAll();
      }
      if (loading) return;
      if (seen) {
        topics.tell('widths');
        topics.tell(`works:${lessonId}`);
        for (const { id } of model.pupils) topics.tell(`pupil:${id}`);
      }
      note(`work:${key}`, works.get(key));
    },
  });
  const periodMarks: Slots<PeriodMarkContent> = createSlots({
    empty: { value: '', note: '' },
    same: samePeriodMark,
    failureOf,
    newId,
    send(key, { version, content }, requestId) {
      const [pupilId, periodId] = pair(key);
      return commands.setPeriodMark({ pupilId, periodId }, version, content, requestId);
    },
    changed(key, seen) {
      if (loading) return;
      const [pupilId] = pair(key);
      if (seen) averages.forget(pupilId);
      topics.tell(`pupil:${pupilId}`);
      if (seen) topics.tell('cells');
      note(`periodMark:${key}`, periodMarks.get(key));
    },
  });

  const sizes = createColumnSizes();
  const workRows = new Map<number, readonly (readonly [number, Work])[]>();
  function worksOf(lessonId: number) {
    let rows = workRows.get(lessonId);
    if (rows === undefined) {
      rows = Array.from({ length: 9 }, (_, index) => index + 1).flatMap((position) => {
        const work = works.get(workKey(lessonId, position)).shown;
        return work === null ? [] : [[position, work] as const];
      });
      workRows.set(lessonId, rows);
    }
    return rows;
  }
  const kindOf = ({ kindId }: Work) => model.workKinds.find(({ id }) => id === kindId);
  const headOf = (lessonId: number) =>
    worksOf(lessonId)
      .map(([, work]) => kindOf(work)?.shortName ?? '')
      .join(' ');
  const firstKind = model.workKinds.find(({ archived }) => !archived);
  const workOf = (lessonId: number, position: number): Work | undefined =>
    works.get(workKey(lessonId, position)).shown ??
    (firstKind && {
      kindId: firstKind.id,
      weight: firstKind.weight,
      title: '',
      ...PLAIN_ASSIGNMENT,
    });

  const averages = createAverages(model, {
    marksOf: (lessonId, pupilId) => cells.get(cellKey(lessonId, pupilId)).shown.marks,
    weightOf: (lessonId, position) => workOf(lessonId, position)?.weight ?? 1,
    periodMarkOf: (pupilId, periodId) =>
      periodMarks.get(periodMarkKey(pupilId, periodId)).shown.value,
    worksOf,
    kindOf,
  });

  const slots = { cells, lessons, homework, works, periodMarks };
  let people: readonly string[] = [];
  loadPage(slots, data);
  loading = false;
  for (const key of cells.keys()) {
    const [lessonId] = pair(key);
    sizes.grow(lessonId, formatCell(cells.get(key).shown));
  }

  return {
    model,
    topics,
    cells,
    lessons,
    homework,
    works,
    periodMarks,
    averages,
    history: createHistory(),
    needsOf: (lessonId) => ({ chars: sizes.of(lessonId), head: headOf(lessonId).length }),
    headOf,
    worksOf,
    workOf,
    kindOf,
    cellView(key) {
      let view = views.get(key);
      if (view === undefined) {
        const { shown, sign, flash } = cells.get(key);
        view = {
          words: cellParts(shown, model.page.scale),
          sign,
          flash,
          remark: shown.remark !== '',
          typing: typing.get(key),
        };
        views.set(key, view);
      }
      return view;
    },
    typingAt: (key) => typing.get(key),
    showTyping(key, text) {
      if (text === undefined) typing.delete(key);
      else typing.set(key, text);
      views.delete(key);
      topics.tell(`cell:${key}`);
    },
    people: () => people,
    receive(change) {
      if (change.kind !== 'people') return receiveChange(slots, change);
      people = change.names;
      topics.tell('people');
    },
    refresh: (next) => loadPage(slots, next),
    underWay: () => sent,
    unfinished,
    state,
  };
}
