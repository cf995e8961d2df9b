import type { MarkValue } from '#domain/marks/mark-value';
import type { NoteReason } from '#domain/regulation/period-rules';
import type { PastePlan } from './clipboard';
import type { EditProblem } from './edits';
import type { ProposedPlan } from './proposed';
import type { TopicProblem } from './plan-topics';

/** What the strip has to say besides the keys. */
export type Notice =
  | { readonly kind: 'problem'; readonly problem: EditProblem }
  | { readonly kind: 'digit' | 'nothingToUndo' | 'nothingToRedo' | 'changedByOthers' }
  | { readonly kind: 'noLessonBeside'; readonly by: 1 | -1 }
  | { readonly kind: 'noSuchWork' | 'noMoreWorks' | 'noDebts' }
  | { readonly kind: 'work'; readonly lessonId: number; readonly position: number }
  | { readonly kind: 'unknownKey'; readonly key: string }
  | {
      readonly kind: 'filled' | 'cleared';
      readonly count: number;
      readonly skipped: number;
    }
  | { readonly kind: 'askPaste'; readonly plan: PastePlan }
  /** A period mark that waits for its note. */
  | {
      readonly kind: 'askNote';
      readonly key: string;
      readonly value: MarkValue;
      readonly reasons: readonly NoteReason[];
    }
  /** The proposed marks of a whole column, before they are set. */
  | { readonly kind: 'askProposed'; readonly plan: ProposedPlan }
  | { readonly kind: 'nothingProposed' | 'tookProposed'; readonly plan: ProposedPlan }
  | { readonly kind: 'pasted' | 'nothingPasted'; readonly plan: PastePlan }
  | { readonly kind: 'topic'; readonly problem: TopicProblem };
