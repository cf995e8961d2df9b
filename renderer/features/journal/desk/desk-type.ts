import type { SelectionSummary } from '#domain/journal/selection-summary';
import type { Place, Range } from '../../../ui/sheet-grid/range';
import type { KeyCommand } from '../grid/key-command';
import type { PageStore } from '../store/page-store';
import type { Change } from '../store/undo';
import type { At, Span } from './cursor';
import type { Notice } from './notice';
import type { PlanTopics } from './plan-topics';

export type KindMenu = { readonly lessonId: number; readonly position: number };

/** The person's place on a page: cursor, selection, what is being typed, what is being asked. */
export type Desk = {
  readonly store: PageStore;
  readonly cursor: () => Place;
  readonly range: () => Range;
  readonly typing: () => string | undefined;
  readonly notice: () => Notice | undefined;
  readonly kindMenu: () => KindMenu | undefined;
  /** The work of a lesson that digits go to. */
  readonly activeWork: (lessonId: number) => number;
  readonly chooseWork: (lessonId: number, position: number) => void;
  readonly openKindMenu: (menu: KindMenu | undefined) => void;
  readonly moveTo: (place: Place, extend?: boolean, span?: Span) => void;
  /** What the selected cells hold; undefined of one cell. */
  readonly summary: () => SelectionSummary | undefined;
  /** The cell that is told of beside it: rested on by the mouse, or asked for by a key. */
  readonly peeked: () => Place | undefined;
  readonly peek: (place: Place | undefined) => void;
  /** Where the fill handle is being drawn to. */
  readonly filling: () => Range | undefined;
  /** The fill handle is drawn to a place; undefined leaves the drawing without filling. */
  readonly drawFill: (place: Place | undefined) => void;
  /** The fill handle is let go: fills what it was drawn to. */
  readonly endFill: () => void;
  /** Whether the cell holds marks or is being typed into: some keys then mean something else. */
  readonly filled: () => boolean;
  readonly act: (command: KeyCommand) => void;
  /** Changes made beside the grid, as one step to take back. */
  readonly record: (...changes: readonly (Change | undefined)[]) => void;
  readonly copy: () => string;
  readonly paste: (text: string) => void;
  readonly answerPaste: (yes: boolean) => void;
  /** The note of a period mark that waits for one; undefined gives the mark up. */
  readonly answerNote: (note: string | undefined) => void;
  readonly answerProposed: (yes: boolean) => void;
  readonly commitTyping: () => void;
  readonly todayColumn: () => number;
  readonly columnOf: (at: At) => number | undefined;
  readonly say: (notice: Notice) => void;
  readonly plan: PlanTopics;
};
