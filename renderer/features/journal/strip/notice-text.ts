import { assertNever } from '#domain/assert-never';
import { formatCell } from '#domain/journal/cell-text';
import type { CellContent } from '#domain/journal/cell-content';
import type { Place } from '../../../ui/sheet-grid/range';
import { errorText } from '../../../api/error-text';
import { journalTexts, periodTitle, shortDay } from '../../../text/journal';
import { journalPaste } from '../../../text/journal-paste';
import type { Notice } from '../desk/notice';
import type { PageModel } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import type { PeriodMarkContent } from '../store/page-commands';
import type { Problem } from '../store/saving-state';
import { leftOutText } from './paste-text';
import { pointsAt, problemText } from './place-text';

/** What the strip says; a question about pasting has a place of its own. */
export function noticeText(
  store: PageStore,
  notice: Exclude<Notice, { kind: 'askPaste' | 'askNote' | 'askProposed' }>,
  place: Place,
): string {
  switch (notice.kind) {
    case 'problem':
      return problemText(store, notice.problem, place);
    case 'filled':
    case 'cleared': {
      const { count, skipped } = notice;
      const { done } = journalTexts;
      return done[notice.kind](count) + (skipped === 0 ? '' : done.skipped(skipped));
    }
    case 'pasted':
      return [journalTexts.done.pasted(notice.plan.cells.length), leftOutText(store, notice.plan)]
        .join(' ')
        .trim();
    case 'nothingPasted':
      return `${journalPaste.nothing} ${leftOutText(store, notice.plan)}`;
    case 'nothingProposed':
      return journalTexts.periodMark.all.nothing(periodTitle(notice.plan.period), notice.plan);
    case 'tookProposed':
      return journalTexts.periodMark.all.done(notice.plan);
    case 'noLessonBeside':
      return journalTexts.noLessonBeside[notice.by > 0 ? 'next' : 'previous'];
    case 'unknownKey':
      return journalTexts.problem.unknownKey(notice.key.toUpperCase());
    case 'topic':
      return journalTexts.plan.problem[notice.problem];
    case 'work': {
      const work = store.workOf(notice.lessonId, notice.position);
      const kind = work === undefined ? '' : (store.kindOf(work)?.name ?? '');
      return journalTexts.workChosen(
        notice.position,
        [kind, work?.title ?? ''].filter(Boolean).join(' — '),
      );
    }
    case 'digit':
      return journalTexts.problem.digit(pointsAt(store, place));
    case 'nothingToUndo':
    case 'nothingToRedo':
    case 'changedByOthers':
    case 'noSuchWork':
    case 'noMoreWorks':
    case 'noDebts':
      return journalTexts.problem[notice.kind];
    default:
      return assertNever(notice);
  }
}

/** «Абрамов Илья, 19.11»: what a key of the store stands for. */
function placeText(model: PageModel, topic: string): string {
  const [kind, first, second] = topic.split(':');
  const pupil = model.pupils.find(({ id }) => String(id) === (kind === 'cell' ? second : first));
  const lesson = model.lessons.find(({ id }) => String(id) === first);
  const period = [...model.periods, ...model.finals].find(({ id }) => String(id) === second);
  const day = lesson === undefined ? '' : shortDay(lesson.date);
  if (kind === 'cell') return `${pupil?.name ?? ''}, ${day}`;
  if (kind !== 'periodMark') return day;
  return `${pupil?.name ?? ''}, ${period === undefined ? '' : periodTitle(period)}`;
}

/** What the person entered and the core did not take, as text. */
function mineText({ topic, slot }: Problem): string {
  if (slot.mine === undefined || slot.mine === null) return '';
  if (topic.startsWith('cell:')) return formatCell(slot.mine as CellContent);
  return topic.startsWith('periodMark:') ? (slot.mine as PeriodMarkContent).value : '';
}

/** A conflict or a refusal in words. */
export function savingProblemText(model: PageModel, problem: Problem): string {
  const where = placeText(model, problem.topic);
  if (problem.slot.sign === 'conflict') {
    return /^(?:lesson|homework):/.test(problem.topic)
      ? journalTexts.conflict.lesson(where)
      : journalTexts.conflict.cell(where, mineText(problem));
  }
  const { title } = errorText(problem.slot.error);
  return `${journalTexts.refused(where, mineText(problem))} ${title}`;
}
