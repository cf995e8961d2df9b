/** A scale of points (S6): from which point on a mark is satisfactory, good, excellent. */
export type PointScale = {
  readonly lowest: number;
  readonly highest: number;
  readonly satisfactoryFrom: number;
  readonly goodFrom: number;
  readonly excellentFrom: number;
};

/** Four levels that follow each other within the points. */
export const isSoundScale = ({
  lowest,
  highest,
  satisfactoryFrom,
  goodFrom,
  excellentFrom,
}: PointScale): boolean =>
  lowest < satisfactoryFrom &&
  satisfactoryFrom < goodFrom &&
  goodFrom < excellentFrom &&
  excellentFrom <= highest;
