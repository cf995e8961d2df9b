import { typedPoints, type PointScale } from '#domain/marks/point-scale';
import type { PointMark } from '#domain/marks/mark-value';
import type { KeyCommand } from '../grid/key-command';

/** Whether a mark takes the place of those of its work, or is one more. */
type Puts = 'mark' | 'more';

/**
 * What is being typed: the cell's new text, which a digit ends where it is `quick`; or, with `puts`,
 * the digits of one mark that may still go on («1» of «10»).
 */
export type Typing = { readonly text: string; readonly quick: boolean; readonly puts?: Puts };

/** Keys that go on with the digits of a mark or give them up; any other enters them first. */
export const GOES_ON: ReadonlySet<KeyCommand['do']> = new Set([
  'digit',
  'more',
  'backspace',
  'clear',
  'escape',
  'undo',
  'redo',
]);
/** Keys that enter something: after the digits of a mark they belong to the next cell. */
export const ENTERS: ReadonlySet<KeyCommand['do']> = new Set([
  'attendance',
  'debt',
  'credit',
  'space',
]);

export type AfterDigit =
  /** There is no such mark. */
  | { readonly do: 'none' }
  /** More may follow. */
  | { readonly do: 'type'; readonly typing: Typing }
  /** The text of the cell is whole. */
  | { readonly do: 'end'; readonly typing: Typing }
  /** The mark is whole. */
  | { readonly do: 'put'; readonly as: Puts; readonly value: PointMark }
  /** What was typed is a mark, the digit begins the next one. */
  | { readonly do: 'next'; readonly goesOn: boolean };

/** What a digit does to what is being typed. */
export function afterDigit(
  typing: Typing | undefined,
  digit: string,
  puts: Puts,
  scale: PointScale,
): AfterDigit {
  if (typing !== undefined && typing.puts === undefined) return afterText(typing, digit, scale);
  const digits = (typing?.text ?? '') + digit;
  const as = typing?.puts ?? puts;
  const typed = typedPoints(digits, scale);
  if (typed.kind === 'whole') return { do: 'put', as, value: typed.value };
  if (typed.kind === 'begun')
    return { do: 'type', typing: { text: digits, quick: true, puts: as } };
  return typing === undefined ? { do: 'none' } : { do: 'next', goesOn: as === 'mark' };
}

/** «4 1»: the digits behind the last sign are those of a mark; behind «О» they are minutes. */
function afterText({ text, quick }: Typing, digit: string, scale: PointScale): AfterDigit {
  if (!quick) return { do: 'type', typing: { text: text + digit, quick } };
  const before = text.replace(/\d+$/, '');
  const typed = typedPoints(text.slice(before.length) + digit, scale);
  if (typed.kind === 'none') return { do: 'none' };
  return typed.kind === 'begun'
    ? { do: 'type', typing: { text: text + digit, quick } }
    : { do: 'end', typing: { text: before + typed.value, quick } };
}

/** The mark that digits are where no more follow; undefined where they are only a beginning. */
export function typedMark(digits: string, scale: PointScale): PointMark | undefined {
  const typed = typedPoints(digits, scale);
  return typed.kind === 'none' ? undefined : typed.value;
}
