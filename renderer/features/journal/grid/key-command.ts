import type { Attendance } from '#domain/attendance/attendance';
import type { SpanBy } from '#domain/journal/lesson-spans';
import type { MarkValue } from '#domain/marks/mark-value';

/** A key as the event tells it. */
export type KeyInput = {
  readonly key: string;
  /** The physical key, which no keyboard layout changes. */
  readonly code: string;
  readonly ctrl: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
};

export type Direction = 'up' | 'down' | 'left' | 'right';

/** What a key asks of the works of the column: their kind, one more, which of them digits go to. */
export type WorkCommand =
  | { readonly do: 'kind' | 'oneMoreWork' }
  | { readonly do: 'work'; readonly position: number };

/** What a key asks of the page. */
export type KeyCommand =
  | { readonly do: 'move' | 'edge'; readonly to: Direction; readonly extend: boolean }
  | { readonly do: 'screen' | 'neighbour' | 'lesson'; readonly by: 1 | -1 }
  | { readonly do: 'columns'; readonly by: ColumnsBy }
  | { readonly do: 'find'; readonly what: 'pupil' | 'date' }
  | { readonly do: 'field'; readonly which: 'topic' | 'homework' | 'details' }
  | { readonly do: 'step'; readonly to: Direction }
  | WorkCommand
  | { readonly do: 'digit' | 'more'; readonly digit: string }
  | { readonly do: 'mark'; readonly value: MarkValue }
  | { readonly do: 'attendance'; readonly attendance: Attendance }
  | { readonly do: 'credit'; readonly passed: boolean }
  | { readonly do: 'unknown'; readonly key: string }
  | {
      readonly do:
        | 'debt'
        | 'comma'
        | 'slash'
        | 'space'
        | 'clear'
        | 'backspace'
        | 'home'
        | 'today'
        | 'undo'
        | 'redo'
        | 'fillDown'
        | 'fillRight'
        | 'selectAll'
        | 'selectColumn'
        | 'selectRow'
        | 'help'
        | 'openLocked'
        | 'nextDebt'
        | 'peek'
        | 'planTopic'
        | 'allProposed'
        | 'escape';
    };

/** What a column stands for. */
export type ColumnsBy = 'lesson' | SpanBy;
/** With Alt. */
export const COLUMNS: Readonly<Record<string, ColumnsBy>> = {
  KeyL: 'lesson',
  KeyW: 'week',
  KeyM: 'month',
};

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
};
/** The letters by what was typed, and by where they lie on a Russian keyboard. */
const LETTERS: Readonly<Record<string, Attendance>> = {
  н: 'absent',
  б: 'ill',
  у: 'excused',
  о: 'late',
};
const PHYSICAL: Readonly<Record<string, Attendance>> = {
  KeyY: 'absent',
  Comma: 'ill',
  KeyE: 'excused',
  KeyJ: 'late',
};

function withControl({ code, shift, key }: KeyInput): KeyCommand | undefined {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { do: 'edge', to: arrow, extend: shift };
  if (code === 'KeyZ') return { do: shift ? 'redo' : 'undo' };
  if (code === 'KeyY') return { do: 'redo' };
  if (code === 'KeyD') return { do: 'fillDown' };
  if (code === 'KeyR') return { do: 'fillRight' };
  if (code === 'KeyA') return { do: 'selectAll' };
  if (code === 'Space') return { do: 'selectColumn' };
  if (code === 'KeyT') return { do: 'planTopic' };
  if (code === 'KeyF') return { do: 'find', what: 'pupil' };
  if (code === 'KeyG') return { do: 'find', what: 'date' };
  if (key === 'PageDown') return { do: 'lesson', by: 1 };
  if (key === 'PageUp') return { do: 'lesson', by: -1 };
  if (key === 'Home') return { do: 'home' };
  if (key === 'End') return { do: 'today' };
  return key === 'Enter' ? { do: 'allProposed' } : undefined;
}

function withAlt({ code, key, shift }: KeyInput): KeyCommand | undefined {
  if (key === 'ArrowUp') return { do: 'neighbour', by: -1 };
  if (key === 'ArrowDown') return { do: 'neighbour', by: 1 };
  if (code === 'KeyT') return { do: 'field', which: 'topic' };
  if (code === 'KeyH') return { do: 'field', which: 'homework' };
  const by = COLUMNS[code];
  if (by !== undefined) return { do: 'columns', by };
  if (code === 'KeyO') return { do: 'openLocked' };
  if (code === 'KeyK') return { do: shift ? 'oneMoreWork' : 'kind' };
  if (code === 'Period' || key === '.') return { do: 'nextDebt' };
  const digit = /^Digit([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : { do: 'work', position: Number(digit) };
}

function named({ key, shift }: KeyInput): KeyCommand | undefined {
  const arrow = ARROWS[key];
  if (arrow !== undefined) return { do: 'move', to: arrow, extend: shift };
  switch (key) {
    case 'Enter':
      return { do: 'step', to: shift ? 'up' : 'down' };
    case 'Tab':
      return { do: 'step', to: shift ? 'left' : 'right' };
    case 'PageUp':
      return { do: 'screen', by: -1 };
    case 'PageDown':
      return { do: 'screen', by: 1 };
    case 'Home':
      return { do: 'home' };
    case 'End':
      return { do: 'today' };
    case 'Delete':
      return { do: 'clear' };
    case 'Backspace':
      return { do: 'backspace' };
    case 'Escape':
      return { do: 'escape' };
    case 'F1':
      return { do: 'help' };
    case 'F2':
      return shift ? { do: 'peek' } : { do: 'field', which: 'details' };
    case '?':
      return { do: 'help' };
    case ' ':
      return { do: shift ? 'selectRow' : 'space' };
    default:
      return undefined;
  }
}

/** «,» «.» «/» lie on other keys in the Latin layout: there the empty cell tells what was meant. */
function punctuation({ key, code }: KeyInput, filled: boolean): KeyCommand | undefined {
  if (key === ',' && code === 'Comma' && !filled) return { do: 'attendance', attendance: 'ill' };
  if (key === '/' && code === 'Slash' && !filled) return { do: 'debt' };
  if (key === ',' || key === ';') return { do: 'comma' };
  if (key === '/') return { do: 'slash' };
  if (key === '.' || key === 'ю' || key === 'Ю') return { do: 'debt' };
  if (key === '+') return { do: 'credit', passed: true };
  if (key === '-' || key === '–') return { do: 'credit', passed: false };
  return undefined;
}

/**
 * What a pressed key means on the page; undefined leaves it to the program. First what was typed
 * counts, then the physical key, so the letters work in any layout. `filled` tells whether the cell
 * holds a mark already or is being typed into.
 */
export function keyCommand(input: KeyInput, filled: boolean): KeyCommand | undefined {
  if (input.ctrl && input.alt) return undefined;
  if (input.ctrl) return withControl(input);
  if (input.alt) return withAlt(input);
  const command = named(input);
  if (command !== undefined) return command;
  const row = /^Digit([0-9])$/.exec(input.code)?.[1];
  if (input.shift && row !== undefined) return { do: 'more', digit: row };
  if (/^[0-9]$/.test(input.key)) return { do: 'digit', digit: input.key };
  const letter = LETTERS[input.key.toLowerCase()];
  if (letter !== undefined) return { do: 'attendance', attendance: letter };
  if (input.key.toLowerCase() === 'з' || input.code === 'KeyP')
    return { do: 'credit', passed: true };
  const sign = punctuation(input, filled);
  if (sign !== undefined) return sign;
  const physical = PHYSICAL[input.code];
  const latin = /^[a-z]$/i.test(input.key);
  if (physical !== undefined && latin) return { do: 'attendance', attendance: physical };
  return input.key.length === 1 ? { do: 'unknown', key: input.key } : undefined;
}
