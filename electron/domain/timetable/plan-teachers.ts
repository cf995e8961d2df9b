import { addDays, type IsoDate } from '../calendar/iso-date';

/** Who teaches a page in which days; no last day: still. */
export interface PageTeacher {
  readonly id: number;
  readonly pageId: number;
  readonly staffId: number;
  readonly hoursPerWeek: number;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
}

export type TeacherChange =
  | {
      readonly kind: 'begins';
      readonly pageId: number;
      readonly staffId: number;
      readonly hoursPerWeek: number;
    }
  | { readonly kind: 'hours'; readonly row: PageTeacher; readonly hoursPerWeek: number }
  | { readonly kind: 'ends'; readonly row: PageTeacher; readonly to: IsoDate }
  /** Would have begun with the new timetable or later: never taught. */
  | { readonly kind: 'never'; readonly row: PageTeacher };

/** One hour of the week of a page; of every second week it is half an hour's weight. */
export interface PageHour {
  readonly pageId: number;
  readonly teacherIds: readonly number[];
  readonly weight: number;
}

/**
 * Who begins and who ends with a new timetable (T3). A page whose new lessons name nobody keeps its
 * teachers; on the others whoever is not named ends the day before, and so do those of the pages
 * that the timetable has `left`.
 */
export function planTeachers(
  hours: readonly PageHour[],
  teachers: readonly PageTeacher[],
  { validFrom, left }: { readonly validFrom: IsoDate; readonly left: ReadonlySet<number> },
): TeacherChange[] {
  const changes: TeacherChange[] = [];
  const wanted = new Map<number, Map<number, number>>();
  for (const { pageId, teacherIds, weight } of hours) {
    const ofPage = wanted.get(pageId) ?? new Map<number, number>();
    for (const staffId of teacherIds) ofPage.set(staffId, (ofPage.get(staffId) ?? 0) + weight);
    wanted.set(pageId, ofPage);
  }
  const later = Map.groupBy(
    teachers.filter(({ to }) => to === null || to >= validFrom),
    ({ pageId }) => pageId,
  );
  const stop = (row: PageTeacher) =>
    changes.push(
      row.from < validFrom
        ? { kind: 'ends', row, to: addDays(validFrom, -1) }
        : { kind: 'never', row },
    );
  for (const [pageId, ofPage] of wanted) {
    const present = later.get(pageId) ?? [];
    if (ofPage.size === 0) continue;
    for (const row of present) {
      const hoursPerWeek = ofPage.get(row.staffId);
      if (hoursPerWeek === undefined) stop(row);
      else if (row.hoursPerWeek !== hoursPerWeek)
        changes.push({ kind: 'hours', row, hoursPerWeek });
    }
    for (const [staffId, hoursPerWeek] of ofPage) {
      if (present.some((row) => row.staffId === staffId)) continue;
      changes.push({ kind: 'begins', pageId, staffId, hoursPerWeek });
    }
  }
  for (const pageId of left) for (const row of later.get(pageId) ?? []) stop(row);
  return changes;
}
