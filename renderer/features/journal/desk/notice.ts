import type { PastePlan } from './clipboard';
import type { EditProblem } from './edits';
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
  | { readonly kind: 'pasted' | 'nothingPasted'; readonly plan: PastePlan }
  | { readonly kind: 'topic'; readonly problem: TopicProblem };
