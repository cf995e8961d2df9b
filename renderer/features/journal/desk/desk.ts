import { ATTENDANCE_LETTERS } from '#domain/attendance/attendance';
import { isBlank } from '#domain/journal/cell-content';
import { isMarkValue } from '#domain/marks/mark-value';
import { placesOf, type Place } from '../../../ui/sheet-grid/range';
import { createPlanTopics } from './plan-topics';
import type { KeyCommand } from '../grid/key-command';
import { nextDebt } from '../store/debts';
import { cellKey, periodTypingKey } from '../store/keys';
import type { PageStore } from '../store/page-store';
import { copyRange } from './clipboard';
import { createCursor, type Opened, type Span } from './cursor';
import type { Desk } from './desk-type';
import { ENTERS, GOES_ON, typedMark, type Typing } from './digits';
import { assessmentAt, closedAt, type CellEdit } from './edits';
import { createFilling } from './filling';
import { createMarkKeys, type Here } from './mark-keys';
import type { Notice } from './notice';
import { createPeriodQuestions } from './period-questions';
import { createPointing } from './pointing';
import { createPasting } from './pasting';
import { againstProposal, periodMarkAt } from './proposal';
import { rangeSize } from './range';
import { editAll } from './range-edits';
import { createSelection } from './selection';
import type { MoveAfter } from './settings';
import { createWorksDesk } from './works-desk';

export function createDesk(store: PageStore, moveAfter: () => MoveAfter, opened?: Opened): Desk {
  const { model, topics } = store;
  const cursor = createCursor(store, opened);
  const { range } = cursor;
  let typing: Typing | undefined;
  let notice: Notice | undefined;
  const pointing = createPointing(topics, range);
  const selection = createSelection(store, range);
  const filling = createFilling(store, cursor, pointing, (next) => say(next));

  const plan = createPlanTopics(store);

  const here = (): Here | undefined => {
    const { row, col } = cursor.at();
    const [pupil, column] = [model.pupils[row], model.columns[col]];
    return pupil === undefined || column === undefined ? undefined : { pupil, column };
  };
  const say = (next: Notice | undefined) => {
    if (next === notice) return;
    notice = next;
    topics.tell('notice');
  };
  const pasting = createPasting(store, cursor, () => notice, say);
  function type(next: Typing | undefined): void {
    if (next === typing) return;
    typing = next;
    const at = here();
    if (at?.column.kind === 'lesson') {
      store.showTyping(cellKey(at.column.lesson.id, at.pupil.id), next?.text);
    } else if (at !== undefined) {
      store.showTyping(periodTypingKey(at.pupil.id, at.column.period.id), next?.text);
    }
  }
  const works = createWorksDesk(store, say);
  const workAt = (col: number) => {
    const column = model.columns[col];
    return column?.kind === 'lesson' ? works.activeWork(column.lesson.id) : 1;
  };

  function commitTyping(): boolean {
    if (typing === undefined) return true;
    const { text, puts } = typing;
    type(undefined);
    if (puts !== undefined) {
      const value = typedMark(text, assessmentAt(store, cursor.at().col).scale);
      if (value !== undefined) return edit({ kind: puts, value });
      say({ kind: 'digit' });
      return false;
    }
    return edit({ kind: 'text', text: text.replace(/[\s,/]+$/, '') }, true);
  }
  function moveTo(place: Place, extend?: boolean, span?: Span): void {
    commitTyping();
    cursor.move(place, extend, span);
  }
  /** On to the next cell. */
  const goOn = () => {
    const to = moveAfter();
    if (to === 'right') moveTo(cursor.beside(to));
    if (to === 'down') moveTo(cursor.nextDown());
  };

  const questions = createPeriodQuestions(store, {
    here,
    notice: () => notice,
    say,
    goOn,
    done: (changes) => store.history.done({ place: cursor.at(), changes }),
  });
  /** Edits the cursor's cell, or every cell of the selection, as one step to take back. */
  function edit(what: CellEdit, alone = false): boolean {
    const places = alone || rangeSize(range()) === 1 ? [cursor.at()] : placesOf(range());
    const { changes, problems } = editAll(store, places, what, workAt);
    store.history.done({ place: cursor.at(), changes });
    const [problem] = problems;
    if (problem !== undefined && problems.length === places.length) {
      const alone = places.length === 1;
      if (!alone || !questions.askNote(problem)) say({ kind: 'problem', problem });
      return false;
    }
    const several = places.length > 1;
    const kind = what.kind === 'clear' ? 'cleared' : 'filled';
    say(several ? { kind, count: changes.length, skipped: problems.length } : undefined);
    return true;
  }
  const editAndGo = (what: CellEdit) => {
    if (edit(what) && rangeSize(range()) === 1 && againstProposal(store, cursor.at()) === undefined)
      goOn();
  };

  function closedOrSay(): boolean {
    const why = closedAt(store, cursor.at().row, cursor.at().col);
    if (why !== undefined) say({ kind: 'problem', problem: { kind: 'closed', why } });
    return why === undefined;
  }
  const keys = createMarkKeys(store, cursor, {
    here,
    typing: () => typing,
    type,
    commitTyping,
    edit,
    editAndGo,
    goOn,
    closedOrSay,
    say,
  });
  /** Enter on an empty period mark takes the proposal; one against it keeps the cursor for a word of why. */
  function takeProposal(): void {
    const mark = periodMarkAt(store, cursor.at());
    if (mark?.shown.value === '' && isMarkValue(mark.proposed)) {
      edit({ kind: 'mark', value: mark.proposed });
    }
  }
  function turn(which: 'undo' | 'redo'): void {
    type(undefined);
    const outcome = store.history[which]();
    if (outcome === undefined) {
      return say({ kind: which === 'undo' ? 'nothingToUndo' : 'nothingToRedo' });
    }
    if (outcome.place !== undefined) moveTo(outcome.place);
    say(outcome.changed < outcome.all ? { kind: 'changedByOthers' } : undefined);
  }
  const waitsForNote = () => notice?.kind === 'askNote';

  function act(command: KeyCommand): void {
    const wasPeeked = pointing.peeked() !== undefined;
    pointing.peek(undefined);
    if (notice?.kind === 'askProposed' && command.do === 'step' && command.to === 'down') {
      return questions.answerProposed(true);
    }
    if (notice?.kind === 'askPaste' && command.do === 'step' && command.to === 'down') {
      return pasting.answer(true);
    }
    if (command.do !== 'undo' && command.do !== 'redo') say(undefined);
    if (typing?.puts !== undefined && !GOES_ON.has(command.do)) {
      if (!commitTyping()) return;
      if (ENTERS.has(command.do) && rangeSize(range()) === 1) goOn();
    }
    switch (command.do) {
      case 'move':
        return moveTo(cursor.beside(command.to), command.extend);
      case 'step':
        if (command.to === 'down') takeProposal();
        // The mark waits for its note.
        if (waitsForNote()) return;
        return moveTo(cursor.beside(command.to));
      case 'edge':
        return moveTo(cursor.edge(command.to), command.extend);
      case 'digit':
        return keys.digit(command.digit, 'mark');
      case 'more':
        return keys.digit(command.digit, 'more');
      case 'mark':
        return editAndGo({ kind: 'mark', value: command.value });
      case 'attendance':
        if (typing !== undefined) {
          const letter = ATTENDANCE_LETTERS[command.attendance];
          return type({ text: `${typing.text} ${letter}`, quick: false });
        }
        if (command.attendance === 'late') return keys.late();
        return editAndGo({ kind: 'attendance', attendance: command.attendance });
      case 'debt':
        if (typing !== undefined) return type({ ...typing, text: `${typing.text}.` });
        return editAndGo({ kind: 'mark', value: '.' });
      case 'credit':
        return editAndGo({ kind: 'mark', value: command.passed ? 'зач' : 'незач' });
      case 'comma':
        return keys.typeAfter(' ');
      case 'slash':
        return keys.typeAfter('/');
      case 'space':
        if (typing !== undefined) return type({ text: `${typing.text} `, quick: true });
        return void edit({ kind: 'toggleAbsent' });
      case 'backspace':
        if (typing !== undefined) {
          const text = typing.text.slice(0, -1);
          return type(text === '' ? undefined : { ...typing, text });
        }
        return void edit({ kind: 'clear' });
      case 'clear':
        type(undefined);
        return void edit({ kind: 'clear' });
      case 'escape':
        if (typing !== undefined) return type(undefined);
        return moveTo(cursor.at());
      case 'home':
        return moveTo({ ...cursor.at(), col: 0 });
      case 'today':
        return moveTo({ ...cursor.at(), col: cursor.todayColumn() });
      case 'undo':
      case 'redo':
        return turn(command.do);
      case 'fillDown':
        return filling.down();
      case 'fillRight':
        return filling.right();
      case 'selectAll':
        return moveTo(cursor.at(), false, 'all');
      case 'selectColumn':
        return moveTo(cursor.at(), false, 'columns');
      case 'selectRow':
        return moveTo(cursor.at(), false, 'rows');
      case 'kind':
      case 'oneMoreWork':
      case 'work':
        return ofWork(command);
      case 'nextDebt': {
        const place = nextDebt(store, cursor.at());
        return place === undefined ? say({ kind: 'noDebts' }) : moveTo(place);
      }
      case 'allProposed':
        return questions.askProposed();
      case 'planTopic': {
        const column = here()?.column;
        if (column?.kind !== 'lesson') return;
        return takeTopic(column.lesson.id);
      }
      case 'peek':
        return wasPeeked ? undefined : pointing.peek(cursor.at());
      case 'unknown':
        return say({ kind: 'unknownKey', key: command.key });
      case 'screen':
      case 'neighbour':
      case 'lesson':
      case 'columns':
      case 'find':
      case 'field':
      case 'help':
      case 'openLocked':
        return;
      default:
        return command satisfies never;
    }
  }
  function ofWork(command: Parameters<typeof works.act>[0]): void {
    const column = here()?.column;
    if (column?.kind !== 'lesson' || !model.mayFill(column.lesson.id)) return void closedOrSay();
    works.act(command, column.lesson.id);
  }
  function takeTopic(lessonId: number): void {
    const outcome = plan.next(lessonId);
    if ('problem' in outcome) return say({ kind: 'topic', problem: outcome.problem });
    store.history.done({ place: cursor.at(), changes: outcome.changes });
  }

  return {
    store,
    cursor: cursor.at,
    range,
    typing: () => typing?.text,
    notice: () => notice,
    kindMenu: works.kindMenu,
    activeWork: works.activeWork,
    chooseWork: works.chooseWork,
    openKindMenu: works.openKindMenu,
    moveTo(place, extend, span) {
      say(undefined);
      moveTo(place, extend, span);
    },
    summary: selection.summary,
    ...pointing,
    endFill: () => filling.end(),
    filled() {
      const at = here();
      if (typing !== undefined) return true;
      if (at?.column.kind !== 'lesson') return false;
      return !isBlank(store.cells.get(cellKey(at.column.lesson.id, at.pupil.id)).shown);
    },
    act,
    record: (...changes) =>
      store.history.done({
        place: cursor.at(),
        changes: changes.flatMap((change) => change ?? []),
      }),
    copy: () => copyRange(store, range()),
    paste(text) {
      commitTyping();
      pasting.ask(text);
    },
    answerPaste: pasting.answer,
    answerNote: (note) => questions.answerNote(note),
    answerProposed: (yes) => questions.answerProposed(yes),
    commitTyping: () => void commitTyping(),
    todayColumn: cursor.todayColumn,
    columnOf: cursor.columnOf,
    say,
    plan,
  };
}
