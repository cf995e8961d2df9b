import type { PageData } from '#contract/journal-page';
import { formatBrought, type BroughtMark } from '#domain/marks/brought';
import { isMarkValue } from '#domain/marks/mark-value';
import { journalTexts } from '../../../text/journal';
import type { MarkedPeriod, PageModel, Pupil } from './page-model';

/** Marks with the own class they were given in; without one they are from another school. */
export type BroughtFrom = {
  readonly className: string | undefined;
  readonly marks: readonly BroughtMark[];
};

/** What pupils of the page bring for its subject from where they were before. */
export type Brought = {
  /** The current marks of a period, of the year those of all its periods; they count as ours do. */
  readonly current: (pupilId: number, period: MarkedPeriod) => readonly BroughtMark[];
  /** The same by the place they are from. */
  readonly byPlace: (pupilId: number, period: MarkedPeriod) => readonly BroughtFrom[];
  /** The mark for a whole period that passed elsewhere; '' where there is none. */
  readonly periodMark: (pupilId: number, periodId: number) => string;
  /** Where from; undefined of who brought nothing. */
  readonly school: (pupilId: number) => string | undefined;
};

export function createBrought({
  brought,
  broughtFrom,
  elsewhere,
}: Pick<PageData, 'brought' | 'broughtFrom' | 'elsewhere'>): Brought {
  const rows = Map.groupBy(brought, ([pupilId]) => pupilId);
  const before = Map.groupBy(elsewhere, ([pupilId]) => pupilId);
  const schools = new Map(broughtFrom);
  const fromSchool = (pupilId: number, period: MarkedPeriod) =>
    (rows.get(pupilId) ?? []).flatMap(([, periodId, kind, value, weight, date]) =>
      kind === 'current' && (period.kind === 'year' || periodId === period.id) && isMarkValue(value)
        ? [{ value, weight, date }]
        : [],
    );
  function byPlace(pupilId: number, period: MarkedPeriod): readonly BroughtFrom[] {
    const own = (before.get(pupilId) ?? []).filter(
      ([, , , date]) => period.startsOn <= date && date <= period.endsOn,
    );
    const classes = [...Map.groupBy(own, ([, , , , className]) => className)].map(
      ([className, marks]): BroughtFrom => ({
        className,
        marks: marks.flatMap(([, value, weight, date]) =>
          isMarkValue(value) ? [{ value, weight, date }] : [],
        ),
      }),
    );
    return [{ className: undefined, marks: fromSchool(pupilId, period) }, ...classes].filter(
      ({ marks }) => marks.length > 0,
    );
  }
  return {
    current: (pupilId, period) => byPlace(pupilId, period).flatMap(({ marks }) => marks),
    byPlace,
    periodMark: (pupilId, periodId) =>
      (rows.get(pupilId) ?? []).find(([, id, kind]) => kind === 'period' && id === periodId)?.[3] ??
      '',
    school: (pupilId) => schools.get(pupilId),
  };
}

/** «5 4×2 3(12.11)»: what of the shown period was brought; '' where nothing. */
export const broughtMarksText = ({ brought, period }: PageModel, { id }: Pupil): string =>
  formatBrought(brought.current(id, period));

/** «Из прежней школы (№ 5): 5 4. Из 8-А: 3»: what of the shown period was brought, and where from. */
export const broughtSaid = ({ brought, period }: PageModel, { id }: Pupil): string =>
  brought
    .byPlace(id, period)
    .map(({ className, marks }) =>
      className === undefined
        ? journalTexts.brought.marks(formatBrought(marks), brought.school(id) ?? '')
        : journalTexts.brought.ofClass(formatBrought(marks), className),
    )
    .join('. ');
