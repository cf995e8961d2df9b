/** `fit`: the page as wide as the room for it; a number: 1 is the size on paper. */
export type Zoom = 'fit' | number;

/** Steps of «+» and «−»; 1 is the size on paper. */
const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;
const SMALLEST = 0.2;
const LARGEST = 4;
/** CSS pixels in a point, the unit of PDF. */
export const PX_PER_POINT = 96 / 72;
/** Less than this between two sizes is not seen. */
const SAME = 0.005;

const within = (factor: number): number => Math.min(LARGEST, Math.max(SMALLEST, factor));

/** How large the page is shown: 1 is the size on paper. Sizes in CSS pixels and points. */
export function zoomFactor(zoom: Zoom, roomPx: number, pagePoints: number): number {
  if (zoom !== 'fit') return within(zoom);
  return pagePoints > 0 ? within(roomPx / (pagePoints * PX_PER_POINT)) : 1;
}

/** The next larger (`by` 1) or smaller (−1) step after a factor; at the end the factor's own limit. */
export function nextZoom(factor: number, by: 1 | -1): number {
  const found =
    by === 1
      ? STEPS.find((step) => step > factor + SAME)
      : STEPS.findLast((step) => step < factor - SAME);
  return found ?? (by === 1 ? LARGEST : STEPS[0]);
}
