import type { PageData } from '#contract/journal';
import type { Period } from '#contract/school';
import { formatBrought, type BroughtMark } from '#domain/marks/brought';
import { isMarkValue } from '#domain/marks/mark-value';
import type { PageModel, Pupil } from './page-model';

/** What pupils of the page brought for its subject from the school they came from. */
export type Brought = {
  /** The current marks of a period, of the year those of all its periods; they count as ours do. */
  readonly current: (pupilId: number, period: Period) => readonly BroughtMark[];
  /** The mark for a whole period that passed elsewhere; '' where there is none. */
  readonly periodMark: (pupilId: number, periodId: number) => string;
  /** Where from; undefined of who brought nothing. */
  readonly school: (pupilId: number) => string | undefined;
};

export function createBrought({
  brought,
  broughtFrom,
}: Pick<PageData, 'brought' | 'broughtFrom'>): Brought {
  const rows = Map.groupBy(brought, ([pupilId]) => pupilId);
  const schools = new Map(broughtFrom);
  return {
    current: (pupilId, period) =>
      (rows.get(pupilId) ?? []).flatMap(([, periodId, kind, value, weight, date]) =>
        kind === 'current' &&
        (period.kind === 'year' || periodId === period.id) &&
        isMarkValue(value)
          ? [{ value, weight, date }]
          : [],
      ),
    periodMark: (pupilId, periodId) =>
      (rows.get(pupilId) ?? []).find(([, id, kind]) => kind === 'period' && id === periodId)?.[3] ??
      '',
    school: (pupilId) => schools.get(pupilId),
  };
}

/** «5 4×2 3(12.11)»: what of the shown period was brought; '' where nothing. */
export const broughtMarksText = ({ brought, period }: PageModel, { id }: Pupil): string =>
  formatBrought(brought.current(id, period));
