import type { Placement, TimetablePage } from './ground';

/**
 * Hours a week of a page by its load (S3). Teachers may hold the lessons together or share them out:
 * the curriculum tells which where it is known, else equal hours mean together.
 */
export function weeklyHoursOf(
  teacherHours: readonly number[],
  curriculum: number | undefined,
): number {
  const sum = teacherHours.reduce((total, hours) => total + hours, 0);
  const most = Math.max(0, ...teacherHours);
  if (curriculum !== undefined) {
    return teacherHours.length === 0 ? curriculum : Math.min(sum, Math.max(most, curriculum));
  }
  return teacherHours.every((hours) => hours === most) ? most : sum;
}

/** What an hour counts: one of alternating weeks is a half. */
export const weightOf = ({ week }: Pick<Placement, 'week'>, alternating: boolean): number =>
  alternating && week !== 0 ? 0.5 : 1;

/** Hours a week of each page that are not in the timetable yet; below zero where there are too many. */
export function unplacedHours(
  pages: readonly TimetablePage[],
  placements: Iterable<Placement>,
  alternating: boolean,
): ReadonlyMap<number, number> {
  const left = new Map(pages.map(({ id, hours }) => [id, hours]));
  for (const place of placements) {
    left.set(place.pageId, (left.get(place.pageId) ?? 0) - weightOf(place, alternating));
  }
  return left;
}
