import type { PageChange } from '#contract/journal';
import type { PageData, WorkRow } from '#contract/journal-page';
import type { LessonHomework } from '#domain/homework/homework';
import type { CellContent } from '#domain/journal/cell-content';
import { cellKey, periodMarkKey, workKey } from './keys';
import type { LessonTexts, PeriodMarkContent, Work } from './page-commands';
import { finalId } from './page-model';
import type { Slots } from './slots';

export type PageSlots = {
  readonly cells: Slots<CellContent>;
  readonly lessons: Slots<LessonTexts>;
  readonly homework: Slots<LessonHomework>;
  readonly works: Slots<Work | null>;
  readonly periodMarks: Slots<PeriodMarkContent>;
};

const workOfRow = ([, , kindId, weight, title, written, givenOn, dueOn]: WorkRow): Work => ({
  kindId,
  weight,
  title,
  written: written === null ? null : written === 1,
  givenOn,
  dueOn,
});

/** Puts the rows of a page into its slots. */
export function loadPage(
  { cells, lessons, homework: tasks, works, periodMarks }: PageSlots,
  data: PageData,
): void {
  const { lessons: rows, works: workList, cells: cellRows, marks, periodMarks: set } = data;
  const { planLinks } = data;
  const links = Map.groupBy(planLinks, ([lessonId]) => lessonId);
  for (const [id, , , topic, homework, version] of rows) {
    const planRows = (links.get(id) ?? []).map(([, rowId]) => rowId);
    lessons.load(String(id), { version, content: { topic, homework, planRows } });
  }
  for (const row of workList) {
    const key = workKey(row[0], row[1]);
    works.load(key, { version: works.get(key).stored.version, content: workOfRow(row) });
  }
  for (const [lessonId, version, content] of data.homework) {
    tasks.load(String(lessonId), { version, content });
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
  const ofFinals = data.finalMarks.map(
    ([pupilId, kind, ...rest]) => [pupilId, finalId(kind), ...rest] as const,
  );
  for (const [pupilId, periodId, value, text, version] of [...set, ...ofFinals]) {
    periodMarks.load(periodMarkKey(pupilId, periodId), {
      version,
      content: { value, note: text },
    });
  }
}

/** Puts what somebody else did into the slots. */
export function receiveChange(
  { cells, lessons, homework: tasks, works, periodMarks }: PageSlots,
  change: PageChange,
): void {
  switch (change.kind) {
    case 'cell':
      return cells.receive(cellKey(change.lessonId, change.pupilId), change.state);
    case 'cells': {
      for (const { lessonId, pupilId, state } of change.cells) {
        cells.receive(cellKey(lessonId, pupilId), state);
      }
      return;
    }
    case 'lesson': {
      const { version, topic, homework, planRows } = change.state;
      return lessons.receive(String(change.lessonId), {
        version,
        content: { topic, homework, planRows },
      });
    }
    case 'homework': {
      const { version, ...content } = change.state;
      return tasks.receive(String(change.lessonId), { version, content });
    }
    case 'work': {
      const key = workKey(change.work[0], change.work[1]);
      const { version } = works.get(key).stored;
      return works.receive(key, { version: version + 1, content: workOfRow(change.work) });
    }
    case 'noWork': {
      const key = workKey(change.lessonId, change.position);
      const { version } = works.get(key).stored;
      return works.receive(key, { version: version + 1, content: null });
    }
    case 'finalMark': {
      const { version, value, note: text } = change.state;
      const key = periodMarkKey(change.pupilId, finalId(change.final));
      return periodMarks.receive(key, { version, content: { value, note: text } });
    }
    case 'periodMark': {
      const { version, value, note: text } = change.state;
      const key = periodMarkKey(change.pupilId, change.periodId);
      return periodMarks.receive(key, { version, content: { value, note: text } });
    }
    // Which lessons there are is a new page: whoever watches reads it anew.
    case 'timetable':
    case 'locks':
    case 'people':
      return;
    default:
      return change satisfies never;
  }
}
