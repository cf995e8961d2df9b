import { assertNever } from '../assert-never';
import type { Grading, MarkValue } from './mark-value';
import { FIVE_POINTS, periodScaleOf, pointsIn, type PointScale } from './point-scale';

/** How a page is assessed (S6): by the points of a scale, by pass or fail, or not at all. */
export type Assessment = { readonly grading: Grading; readonly scale: PointScale };

export const FIVE_POINT_MARKS: Assessment = { grading: 'marks', scale: FIVE_POINTS };

/** Whether such a mark may stand at a lesson; «н/а» and «осв» may wherever anything may. */
export function fits(value: MarkValue, { grading, scale }: Assessment): boolean {
  switch (grading) {
    case 'none':
      return false;
    case 'marks':
    case 'credit':
      if (value === 'зач' || value === 'незач') return grading === 'credit';
      if (value === '.' || value === 'н/а' || value === 'осв') return true;
      return grading === 'marks' && pointsIn(value, scale) !== undefined;
    default:
      return assertNever(grading);
  }
}

/** How the marks of periods and of the year are set where lessons are assessed so. */
export const ofPeriods = ({ grading, scale }: Assessment): Assessment => ({
  grading,
  scale: periodScaleOf(scale),
});
