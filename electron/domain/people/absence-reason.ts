/** Why somebody of the staff is absent. */
export const ABSENCE_REASONS = [
  'illness',
  'trip',
  'training',
  'leave',
  'unpaidLeave',
  'other',
] as const;
export type AbsenceReason = (typeof ABSENCE_REASONS)[number];
