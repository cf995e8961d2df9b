import type { IsoDate } from '../calendar/iso-date';

export const CHANGE_KINDS = [
  'substitution',
  'cancellation',
  'move',
  'replacement',
  'room',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** How a lesson given instead is paid: a merged group is a payment of its own kind. */
export const PAYMENTS = ['paid', 'unpaid', 'merged'] as const;
export type Payment = (typeof PAYMENTS)[number];

/** What a change of a day can touch of a lesson, and taking it back restores. */
export type LessonPlace = {
  readonly date: IsoDate;
  readonly lessonNumber: number;
  readonly roomId: number | null;
  readonly cancelled: boolean;
};

/** What is done with a lesson (T2). */
export type Decision =
  | { readonly kind: 'substitution'; readonly staffId: number }
  | { readonly kind: 'cancellation' }
  | { readonly kind: 'move'; readonly date: IsoDate; readonly lessonNumber: number }
  | { readonly kind: 'replacement'; readonly pageId: number }
  | { readonly kind: 'room'; readonly roomId: number };

/** A lesson with what decides whether it can be changed. */
export type ChangeableLesson = LessonPlace & {
  /** The room it is held in, also where that is the timetable's. */
  readonly heldInRoomId: number | null;
  /** A mark, presence, a work, a topic or homework was entered. */
  readonly holds: boolean;
  /** Somebody holds it instead already. */
  readonly substituted: boolean;
};

export type DecisionProblem = 'lessonCancelled' | 'lessonHeld' | 'changeStands' | 'nothingChanges';

/**
 * Why a decision on a lesson is refused: it is cancelled already, it was held (a lesson with marks,
 * attendance, topic or homework stays where and what it is), somebody substitutes it already, or
 * nothing would change.
 */
export function decisionProblem(
  lesson: ChangeableLesson,
  decision: Decision,
): DecisionProblem | undefined {
  if (lesson.cancelled) return 'lessonCancelled';
  switch (decision.kind) {
    case 'substitution':
      return lesson.substituted ? 'changeStands' : undefined;
    case 'room':
      return lesson.heldInRoomId === decision.roomId ? 'nothingChanges' : undefined;
    case 'move':
      if (lesson.holds) return 'lessonHeld';
      return lesson.date === decision.date && lesson.lessonNumber === decision.lessonNumber
        ? 'nothingChanges'
        : undefined;
    case 'cancellation':
    case 'replacement':
      return lesson.holds ? 'lessonHeld' : undefined;
    default:
      return decision satisfies never;
  }
}

/** The lesson's place after a decision; a moved lesson keeps the room it was to be held in. */
export function placeAfter(lesson: ChangeableLesson, decision: Decision): LessonPlace {
  const { date, lessonNumber, roomId, cancelled } = lesson;
  const place = { date, lessonNumber, roomId, cancelled };
  switch (decision.kind) {
    case 'substitution':
      return place;
    case 'cancellation':
    case 'replacement':
      return { ...place, cancelled: true };
    case 'move':
      return {
        ...place,
        date: decision.date,
        lessonNumber: decision.lessonNumber,
        roomId: lesson.heldInRoomId,
      };
    case 'room':
      return { ...place, roomId: decision.roomId };
    default:
      return decision satisfies never;
  }
}

export type TakeBackProblem = 'laterChange' | 'lessonHeld';

/**
 * Why a change cannot be taken back: a later one of the same lesson stands on it, or the lesson at
 * its new place (or the lesson given instead) was held. Substitution and room put nothing at stake.
 */
export function takeBackProblem(change: {
  readonly kind: ChangeKind;
  readonly isLast: boolean;
  readonly lessonHolds: boolean;
  readonly madeLessonHolds: boolean;
}): TakeBackProblem | undefined {
  if (!change.isLast) return 'laterChange';
  if (change.kind === 'move' && change.lessonHolds) return 'lessonHeld';
  return change.kind === 'replacement' && change.madeLessonHolds ? 'lessonHeld' : undefined;
}
