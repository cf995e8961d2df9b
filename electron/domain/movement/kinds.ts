/** Kinds of movement (C2). */
export const MOVEMENT_KINDS = [
  'arrival',
  'leaving',
  'transfer',
  'promotion',
  'conditionalPromotion',
  'repeat',
  'graduation',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Whether the pupil is in a class afterwards. */
export const leadsToClass = (kind: MovementKind): boolean =>
  kind !== 'leaving' && kind !== 'graduation';
