import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { Place } from '../../../ui/sheet-grid/range';
import type { Desk } from '../desk/desk-type';
import type { Span } from '../desk/cursor';
import type { PanelField } from '../panel/panel-field';
import { drawOnce } from './draw-once';
import { keyCommand, type ColumnsBy, type KeyCommand, type KeyInput } from './key-command';
import { holdKey } from './type-ahead';

/** What the page around the grid does for some keys. */
export type Around = {
  /** Puts the caret into a field of the panel. */
  readonly field: (which: PanelField) => void;
  readonly find: (what: 'pupil' | 'date') => void;
  readonly help: () => void;
  readonly openLocked: () => void;
  readonly columns: (by: ColumnsBy) => void;
  /** Another page of mine; a lesson of mine on whatever page. */
  readonly neighbour: (by: 1 | -1) => void;
  readonly lesson: (by: 1 | -1) => void;
  /** The column a screen of lessons away. */
  readonly screen: (by: 1 | -1) => number;
};

/** The mouse rests after so long. */
const REST_MS = 500;

type Hit = { readonly place: Place; readonly span: Span };

/** What lies under the mouse: a cell, a pupil's name, or the head of a column. */
function hitOf(target: EventTarget | null, { row, col }: Place): Hit | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLElement>('[data-row], [data-col]');
  if (cell === null || target.closest('button') !== null) return undefined;
  const at = { row: Number(cell.dataset['row'] ?? row), col: Number(cell.dataset['col'] ?? col) };
  if (cell.dataset['row'] === undefined) return { place: at, span: 'columns' };
  return { place: at, span: cell.dataset['col'] === undefined ? 'rows' : 'cells' };
}

/** Keys, mouse and clipboard of the grid, all in one place: the cells themselves listen to nothing. */
export function useGridInput(desk: Desk, around: Around) {
  /** What is being drawn with the button down: a selection of that span, or the fill handle. */
  const drawing = useRef<Span | 'fill' | undefined>(undefined);
  useEffect(() => {
    const stop = () => {
      if (drawing.current === 'fill') desk.endFill();
      drawing.current = undefined;
    };
    window.addEventListener('mouseup', stop);
    return () => window.removeEventListener('mouseup', stop);
  }, [desk]);
  const resting = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(resting.current), []);
  /** The mouse has come to a cell, or has gone: what is said of a cell waits until it rests. */
  function rest(place: Place | undefined): void {
    window.clearTimeout(resting.current);
    desk.peek(undefined);
    if (place !== undefined) resting.current = window.setTimeout(() => desk.peek(place), REST_MS);
  }
  const hit = (event: MouseEvent) => hitOf(event.target, desk.cursor());

  function run(command: KeyCommand): void {
    if (command.do === 'field') around.field(command.which);
    else if (command.do === 'find') around.find(command.what);
    else if (command.do === 'help') around.help();
    else if (command.do === 'openLocked') around.openLocked();
    else if (command.do === 'columns') around.columns(command.by);
    else if (command.do === 'neighbour') around.neighbour(command.by);
    else if (command.do === 'lesson') around.lesson(command.by);
    else if (command.do === 'screen') {
      desk.moveTo({ row: desk.cursor().row, col: around.screen(command.by) });
    } else drawOnce(desk.store, () => desk.act(command));
  }
  /** Does what the key asks, or keeps it for the page that is coming; whether it was for the page. */
  function press(key: KeyInput): boolean {
    const command = keyCommand(key, desk.filled());
    if (command === undefined) return false;
    if (!holdKey(key)) run(command);
    return true;
  }

  const handlers = {
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget) return;
      const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
      const input = { key, code, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
      if (press(input)) event.preventDefault();
    },
    onMouseDown(event: MouseEvent) {
      rest(undefined);
      if (event.button !== 0) return;
      if (event.target instanceof Element && event.target.closest('[data-fill]') !== null) {
        drawing.current = 'fill';
        return;
      }
      const found = hit(event);
      if (found === undefined) return;
      drawing.current = found.span;
      desk.moveTo(found.place, event.shiftKey, found.span);
    },
    onMouseOver(event: MouseEvent) {
      const found = hit(event);
      rest(found?.span === 'cells' && drawing.current === undefined ? found.place : undefined);
      if (drawing.current === undefined || found === undefined) return;
      if (drawing.current === 'fill') desk.drawFill(found.place);
      else desk.moveTo(found.place, true, drawing.current);
    },
    onMouseLeave: () => rest(undefined),
    onDoubleClick(event: MouseEvent) {
      if (hit(event)?.span === 'cells') around.field('details');
    },
    onBlur: () => desk.commitTyping(),
    onCopy(event: ClipboardEvent) {
      event.clipboardData.setData('text/plain', desk.copy());
      event.preventDefault();
    },
    onCut(event: ClipboardEvent) {
      event.clipboardData.setData('text/plain', desk.copy());
      event.preventDefault();
      desk.act({ do: 'clear' });
    },
    onPaste(event: ClipboardEvent) {
      event.preventDefault();
      desk.paste(event.clipboardData.getData('text/plain'));
    },
  };
  return { handlers, press };
}
