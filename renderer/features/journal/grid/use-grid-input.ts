import { useEffect, useRef, type ClipboardEvent, type KeyboardEvent, type MouseEvent } from 'react';
import type { Desk } from '../desk/desk';
import type { Place } from '../store/undo';
import { cellHint } from './cell-hint';
import { keyCommand, type KeyCommand } from './key-command';

/** What the page around the grid does for some keys. */
export type Around = {
  readonly details: () => void;
  readonly help: () => void;
  readonly neighbour: (by: 1 | -1) => void;
  /** The column a screen of lessons away. */
  readonly screen: (by: 1 | -1) => number;
};

function placeOf(target: EventTarget | null): Partial<Place> | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  if (cell === null) return undefined;
  const { row, col } = cell.dataset;
  return { row: Number(row), ...(col === undefined ? {} : { col: Number(col) }) };
}

/** Keys, mouse and clipboard of the grid, all in one place: the cells themselves listen to nothing. */
export function useGridInput(desk: Desk, around: Around) {
  const dragging = useRef(false);
  useEffect(() => {
    const stop = () => {
      dragging.current = false;
    };
    window.addEventListener('mouseup', stop);
    return () => window.removeEventListener('mouseup', stop);
  }, []);

  const atPlace = (event: MouseEvent): Place | undefined => {
    const place = placeOf(event.target);
    if (place?.row === undefined) return undefined;
    return { row: place.row, col: place.col ?? desk.cursor().col };
  };
  function run(command: KeyCommand): void {
    if (command.do === 'details') around.details();
    else if (command.do === 'help') around.help();
    else if (command.do === 'neighbour') around.neighbour(command.by);
    else if (command.do === 'screen') {
      desk.moveTo({ row: desk.cursor().row, col: around.screen(command.by) });
    } else desk.act(command);
  }

  return {
    onKeyDown(event: KeyboardEvent) {
      if (event.target !== event.currentTarget) return;
      const { key, code, ctrlKey, metaKey, shiftKey, altKey } = event;
      const input = { key, code, ctrl: ctrlKey || metaKey, shift: shiftKey, alt: altKey };
      const command = keyCommand(input, desk.filled());
      if (command === undefined) return;
      event.preventDefault();
      run(command);
    },
    onMouseDown(event: MouseEvent) {
      if (event.button !== 0) return;
      const place = atPlace(event);
      if (place === undefined) return;
      dragging.current = true;
      desk.moveTo(place, event.shiftKey);
    },
    onMouseOver(event: MouseEvent) {
      const cell =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-col]') : null;
      const at = placeOf(cell);
      if (cell !== null && at?.row !== undefined && at.col !== undefined) {
        // Only the cell under the mouse needs its words, and only now.
        cell.title = cellHint(desk.store, { row: at.row, col: at.col });
      }
      if (!dragging.current) return;
      const place = atPlace(event);
      if (place !== undefined) desk.moveTo(place, true);
    },
    onDoubleClick(event: MouseEvent) {
      if (atPlace(event) !== undefined) around.details();
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
}
