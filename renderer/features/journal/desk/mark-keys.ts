import { formatCell } from '#domain/journal/cell-text';
import { cellKey } from '../store/keys';
import type { Column, Pupil } from '../store/page-model';
import type { PageStore } from '../store/page-store';
import type { Cursor } from './cursor';
import { afterDigit, type Typing } from './digits';
import { assessmentAt, type CellEdit } from './edits';
import type { Notice } from './notice';
import { rangeSize } from './range';

/** The pupil and the column of the cursor. */
export type Here = { readonly pupil: Pupil; readonly column: Column };

/** What these keys use of the desk. */
type By = {
  readonly here: () => Here | undefined;
  readonly typing: () => Typing | undefined;
  readonly type: (next: Typing | undefined) => void;
  /** Enters what is being typed; false where it is none. */
  readonly commitTyping: () => boolean;
  readonly edit: (what: CellEdit) => boolean;
  readonly editAndGo: (what: CellEdit) => void;
  readonly goOn: () => void;
  /** Says why where the cell is closed; whether it is open. */
  readonly closedOrSay: () => boolean;
  readonly say: (notice: Notice) => void;
};

/** Keys that begin, go on with and end what is typed into a cell: digits, the comma, lateness. */
export function createMarkKeys(store: PageStore, cursor: Cursor, by: By) {
  const { range } = cursor;
  /** A digit of a mark: the mark is entered as soon as no other of its scale begins so. */
  function digit(value: string, puts: 'mark' | 'more'): void {
    const { grading, scale } = assessmentAt(store, cursor.at().col);
    // Where no points are given the edit itself tells what is.
    if (grading !== 'marks' && by.typing() === undefined) {
      return by.editAndGo({ kind: 'mark', value: `${Number(value)}` });
    }
    const next = afterDigit(by.typing(), value, puts, scale);
    switch (next.do) {
      case 'none':
        return by.say({ kind: 'digit' });
      case 'type':
        if (by.typing() !== undefined || by.closedOrSay()) by.type(next.typing);
        return;
      case 'end':
        by.type(next.typing);
        if (by.commitTyping()) by.goOn();
        return;
      case 'put':
        by.type(undefined);
        if (next.as === 'mark') by.editAndGo({ kind: 'mark', value: next.value });
        else by.edit({ kind: 'more', value: next.value });
        return;
      case 'next':
        if (!by.commitTyping()) return;
        if (next.goesOn && rangeSize(range()) === 1) by.goOn();
        return digit(value, puts);
      default:
        return next satisfies never;
    }
  }
  /** Opens the cell for typing after what stands there. */
  function typeAfter(separator: string): void {
    const at = by.here();
    if (at?.column.kind !== 'lesson' || !by.closedOrSay()) return;
    const text =
      by.typing()?.text ??
      formatCell(store.cells.get(cellKey(at.column.lesson.id, at.pupil.id)).shown);
    if (text !== '') by.type({ text: text + separator, quick: true });
  }
  function late(): void {
    const at = by.here();
    if (at?.column.kind !== 'lesson' || rangeSize(range()) > 1) {
      return by.editAndGo({ kind: 'attendance', attendance: 'late' });
    }
    if (!by.closedOrSay()) return;
    const key = cellKey(at.column.lesson.id, at.pupil.id);
    const rest = formatCell({ ...store.cells.get(key).shown, attendance: null, lateMinutes: null });
    if (rest === '') by.type({ text: 'О', quick: false });
    else by.editAndGo({ kind: 'attendance', attendance: 'late' });
  }
  return { digit, typeAfter, late };
}
