import { numberOf, type MarkValue, type PointMark } from './mark-value';

/** A scale of points (S6): from which point on a mark is satisfactory, good, excellent. */
export type PointScale = {
  readonly lowest: number;
  readonly highest: number;
  /** What is a pass: успеваемость counts from here. */
  readonly satisfactoryFrom: number;
  /** What is of quality: качество знаний counts from here. */
  readonly goodFrom: number;
  readonly excellentFrom: number;
  /** The marks of periods and of the year are set in five points, whatever the lessons' marks are. */
  readonly periodsInFive: boolean;
};

export const FIVE_POINTS: PointScale = {
  lowest: 1,
  highest: 5,
  satisfactoryFrom: 3,
  goodFrom: 4,
  excellentFrom: 5,
  periodsInFive: false,
};

/** Four levels that follow each other within the points. */
export const isSoundScale = ({
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
}: Omit<PointScale, 'periodsInFive'>): boolean =>
  lowest < satisfactoryFrom &&
  satisfactoryFrom < goodFrom &&
  goodFrom < excellentFrom &&
  excellentFrom <= highest;

const pointMark = (points: number): PointMark => `${points}`;

/** Every mark of the scale, the lowest first. */
export const pointsOf = ({ lowest, highest }: PointScale): readonly PointMark[] =>
  Array.from({ length: highest - lowest + 1 }, (_, index) => pointMark(lowest + index));

/** The points of the mark if the scale has them. */
export function pointsIn(value: MarkValue, { lowest, highest }: PointScale): number | undefined {
  const points = numberOf(value);
  return points !== undefined && lowest <= points && points <= highest ? points : undefined;
}

/** The lowest point that is still short of «satisfactory»: what a debt may be counted as. */
export const failOf = ({ satisfactoryFrom }: PointScale): number => satisfactoryFrom - 1;

/** Points whose levels are those of the five-point marks: they can be counted with them as they are. */
export const isFivePoint = ({
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
}: PointScale): boolean =>
  lowest >= 1 && highest === 5 && satisfactoryFrom === 3 && goodFrom === 4 && excellentFrom === 5;

export type FiveMark = '1' | '2' | '3' | '4' | '5';

/** The five-point mark of the same level: 9 and 10 of ten are «5», 7 and 8 «4», 5 and 6 «3», less «2». */
export function inFivePoints(points: number, scale: PointScale): FiveMark {
  if (points >= scale.excellentFrom) return '5';
  if (points >= scale.goodFrom) return '4';
  if (points >= scale.satisfactoryFrom) return '3';
  return isFivePoint(scale) && points === 1 ? '1' : '2';
}

/** The scale that marks of periods and of the year are set by. */
export const periodScaleOf = (scale: PointScale): PointScale =>
  scale.periodsInFive ? FIVE_POINTS : scale;

/** What digits typed so far mean on a scale. */
export type TypedPoints =
  /** A mark that no further digit could change. */
  | { readonly kind: 'whole'; readonly value: PointMark }
  /** More digits may follow; `value` is what it is if none do. */
  | { readonly kind: 'begun'; readonly value: PointMark | undefined }
  | { readonly kind: 'none' };

/**
 * A mark typed by digits: it is taken at once where no other mark of the scale begins like it, so
 * that of ten points only «1» waits for a «0» or for the next key. Where the scale has no zero and
 * goes to ten or further, «0» alone is a ten: one key.
 */
export function typedPoints(digits: string, scale: PointScale): TypedPoints {
  const { lowest, highest } = scale;
  const ten = digits === '0' && lowest > 0 && lowest <= 10 && highest >= 10;
  if (ten) return { kind: 'whole', value: '10' };
  const all = pointsOf(scale);
  const value = all.find((mark) => mark === digits);
  const longer = all.some((mark) => mark.length > digits.length && mark.startsWith(digits));
  if (longer) return { kind: 'begun', value };
  return value === undefined ? { kind: 'none' } : { kind: 'whole', value };
}
