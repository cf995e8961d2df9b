/** What a key on the board asks for. */
export type Deed =
  | { readonly kind: 'move'; readonly rows: number; readonly cols: number }
  | { readonly kind: 'put' | 'take' | 'lift' | 'next' | 'cancel' | 'undo' | 'redo' }
  | { readonly kind: 'type'; readonly letter: string };

type Key = {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
};

const FAR = 1000;
const MOVES: Readonly<Record<string, readonly [rows: number, cols: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
  PageUp: [-8, 0],
  PageDown: [8, 0],
};

/** Reads a key; letters with Ctrl go by the physical key, whatever the layout is. */
export function keyOf({ key, code, ctrlKey, altKey, metaKey, shiftKey }: Key): Deed | undefined {
  if (altKey || metaKey) return undefined;
  const move = MOVES[key];
  if (move !== undefined) return { kind: 'move', rows: move[0], cols: move[1] };
  if (key === 'Enter') return { kind: 'put' };
  if (ctrlKey) {
    if (code === 'KeyX') return { kind: 'lift' };
    if (code === 'KeyV') return { kind: 'put' };
    if (code === 'KeyZ') return { kind: shiftKey ? 'redo' : 'undo' };
    return code === 'KeyY' ? { kind: 'redo' } : undefined;
  }
  if (key === 'Delete' || key === 'Backspace') return { kind: 'take' };
  if (key === 'Escape') return { kind: 'cancel' };
  if (key === ' ') return { kind: 'next' };
  return /^[\p{L}\d]$/u.test(key) ? { kind: 'type', letter: key } : undefined;
}
