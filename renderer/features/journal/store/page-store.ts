import type { CellContent as SentCell, PageChange, PageData } from '#contract/journal';
import type { WorkKind } from '#contract/school';
import { EMPTY_CELL, sameCell, type CellContent } from '#domain/journal/cell-content';
import { cellParts, formatCell, type CellPart } from '#domain/journal/cell-text';
import { createAverages, type Averages } from './averages';
import type { PageModel } from './page-model';
import { createSlots, type Failure, type Sign, type Slot, type Slots } from './slots';
import { createTopics, type Topics } from './topics';
import { createHistory, type History } from './undo';

export type LessonTexts = {
  readonly topic: string;
  readonly homework: string;
  /** The lines of the plan the lesson is held by. */
  readonly planRows: readonly number[];
};
export type Work = { readonly kindId: number; readonly weight: number; readonly title: string };
export type PeriodMarkContent = { readonly value: string; readonly note: string };

/** What the page asks of the core; each answers the new version. */
export type PageCommands = {
  readonly enterCell: (
    at: { readonly lessonId: number; readonly pupilId: number },
    version: number,
    content: SentCell,
    requestId: string,
  ) => Promise<number>;
  readonly setLesson: (
    lessonId: number,
    version: number,
    texts: LessonTexts,
    requestId: string,
  ) => Promise<number>;
  readonly setWork: (
    at: { readonly lessonId: number; readonly position: number },
    work: Work,
    requestId: string,
  ) => Promise<void>;
  readonly removeWork: (
    at: { readonly lessonId: number; readonly position: number },
    requestId: string,
  ) => Promise<void>;
  readonly setPeriodMark: (
    at: { readonly pupilId: number; readonly periodId: number },
    version: number,
    mark: PeriodMarkContent,
    requestId: string,
  ) => Promise<number>;
  readonly failureOf: (error: unknown) => Failure<never>;
  readonly newId: () => string;
};

/** What one cell draws. A new object only when something of it changed. */
export type CellView = {
  readonly words: readonly CellPart[][];
  readonly sign: Sign;
  readonly flash: number;
  readonly remark: boolean;
  /** What is being typed here and not yet entered. */
  readonly typing: string | undefined;
};

export type PageStore = {
  readonly model: PageModel;
  readonly topics: Topics;
  readonly cells: Slots<CellContent>;
  readonly lessons: Slots<LessonTexts>;
  readonly works: Slots<Work | null>;
  readonly periodMarks: Slots<PeriodMarkContent>;
  readonly history: History;
  readonly averages: Averages;
  readonly cellView: (key: string) => CellView;
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
  readonly receive: (change: PageChange) => void;
  readonly refresh: (data: PageData) => void;
  /** Whether something entered is not yet in the journal. */
  readonly unfinished: () => boolean;
  /** What could not be sent and what waits for the person's decision. */
  readonly state: () => SavingState;
};

export type Problem = { readonly topic: string; readonly slot: Slot<unknown> };
export type SavingState = {
  readonly unsent: number;
  readonly problems: readonly Problem[];
};

export const cellKey = (lessonId: number, pupilId: number): string => `${lessonId}:${pupilId}`;
export const workKey = (lessonId: number, position: number): string => `${lessonId}:${position}`;
export const periodMarkKey = (pupilId: number, periodId: number): string =>
  `${pupilId}:${periodId}`;

export const samePeriodMark = (a: PeriodMarkContent, b: PeriodMarkContent): boolean =>
  a.value === b.value && a.note === b.note;
export const sameLesson = (a: LessonTexts, b: LessonTexts): boolean =>
  a.topic === b.topic && a.homework === b.homework && a.planRows.join() === b.planRows.join();
export const sameWork = (a: Work | null, b: Work | null): boolean =>
  a === b ||
  (a !== null &&
    b !== null &&
    a.kindId === b.kindId &&
    a.weight === b.weight &&
    a.title === b.title);

/** The two numbers of a key. */
function pair(key: string): readonly [number, number] {
  const [first = 0, second = 0] = key.split(':').map(Number);
  return [first, second];
}

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
  const signs = new Map<string, Problem>();
  let state: SavingState = { unsent: 0, problems: [] };
  let loading = true;

  function note(topic: string, slot: Slot<unknown>): void {
    const before = signs.get(topic)?.slot.sign;
    if (slot.sign === 'saved') signs.delete(topic);
    else signs.set(topic, { topic, slot });
    const quiet = (sign: Sign = 'saved') => sign === 'saved' || sign === 'saving';
    if (quiet(before) && quiet(slot.sign)) return;
    const all = [...signs.values()];
    state = {
      unsent: all.filter(({ slot }) => slot.sign === 'unsent').length,
      problems: all.filter(({ slot }) => slot.sign === 'conflict' || slot.sign === 'refused'),
    };
    topics.tell('state');
  }
  const { failureOf, newId } = commands;

  const cells: Slots<CellContent> = createSlots({
    empty: EMPTY_CELL,
    same: sameCell,
    failureOf,
    newId,
    send(key, { version, content }, requestId) {
      const [lessonId, pupilId] = pair(key);
      return commands.enterCell({ lessonId, pupilId }, version, sentCell(content), requestId);
    },
    changed(key, seen) {
      views.delete(key);
      if (loading) return;
      const [lessonId, pupilId] = pair(key);
      if (seen) averages.forget(pupilId);
      if (seen && sizes.grow(lessonId, formatCell(cells.get(key).shown))) topics.tell('widths');
      topics.tell(`cell:${key}`);
      if (seen) topics.tell(`pupil:${pupilId}`);
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
    (firstKind && { kindId: firstKind.id, weight: firstKind.weight, title: '' });

  const averages = createAverages(model, {
    marksOf: (lessonId, pupilId) => cells.get(cellKey(lessonId, pupilId)).shown.marks,
    weightOf: (lessonId, position) => workOf(lessonId, position)?.weight ?? 1,
    periodMarkOf: (pupilId, periodId) =>
      periodMarks.get(periodMarkKey(pupilId, periodId)).shown.value,
  });

  function load({
    lessons: rows,
    works: workList,
    cells: cellRows,
    marks,
    periodMarks: set,
    planLinks,
  }: PageData) {
    const links = Map.groupBy(planLinks, ([lessonId]) => lessonId);
    for (const [id, , , topic, homework, version] of rows) {
      const planRows = (links.get(id) ?? []).map(([, rowId]) => rowId);
      lessons.load(String(id), { version, content: { topic, homework, planRows } });
    }
    for (const [lessonId, position, kindId, weight, title] of workList) {
      works.load(workKey(lessonId, position), {
        version: works.get(workKey(lessonId, position)).stored.version,
        content: { kindId, weight, title },
      });
    }
    const marksByCell = Map.groupBy(marks, ([lessonId, pupilId]) => cellKey(lessonId, pupilId));
    for (const [lessonId, pupilId, version, attendance, lateMinutes, remark] of cellRows) {
      const key = cellKey(lessonId, pupilId);
      const own = (marksByCell.get(key) ?? []).map(([, , , work, value]) => ({
        work,
        value: value as CellContent['marks'][number]['value'],
      }));
      cells.load(key, { version, content: { attendance, lateMinutes, remark, marks: own } });
    }
    for (const [pupilId, periodId, value, text, version] of set) {
      periodMarks.load(periodMarkKey(pupilId, periodId), {
        version,
        content: { value, note: text },
      });
    }
  }
  load(data);
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
          words: cellParts(shown),
          sign,
          flash,
          remark: shown.remark !== '',
          typing: typing.get(key),
        };
        views.set(key, view);
      }
      return view;
    },
    showTyping(key, text) {
      if (text === undefined) typing.delete(key);
      else typing.set(key, text);
      views.delete(key);
      topics.tell(`cell:${key}`);
    },
    receive(change) {
      switch (change.kind) {
        case 'cell':
          return cells.receive(cellKey(change.lessonId, change.pupilId), change.state);
        case 'lesson': {
          const { version, topic, homework, planRows } = change.state;
          return lessons.receive(String(change.lessonId), {
            version,
            content: { topic, homework, planRows },
          });
        }
        case 'work': {
          const [lessonId, position, kindId, weight, title] = change.work;
          const key = workKey(lessonId, position);
          const { version } = works.get(key).stored;
          return works.receive(key, { version: version + 1, content: { kindId, weight, title } });
        }
        case 'noWork': {
          const key = workKey(change.lessonId, change.position);
          const { version } = works.get(key).stored;
          return works.receive(key, { version: version + 1, content: null });
        }
        case 'periodMark': {
          const { version, value, note: text } = change.state;
          const key = periodMarkKey(change.pupilId, change.periodId);
          return periodMarks.receive(key, { version, content: { value, note: text } });
        }
        // Which lessons there are is a new page: whoever watches reads it anew.
        case 'timetable':
          return;
        default:
          return change satisfies never;
      }
    },
    refresh: load,
    unfinished: () => signs.size > 0,
    state: () => state,
  };
}
