import type { IndividualPlan, IndividualPlans, PlanItem } from '#contract/individual';
import type { IsoDate } from '#domain/calendar/iso-date';
import { formatHours, parseHours } from '#domain/curriculum/totals';

export type Mode = 'class' | 'individual' | 'exempt';
export type DraftLine = {
  readonly subjectId: number;
  readonly subjectName: string;
  readonly mode: Mode;
  /** As typed. */
  readonly hours: string;
};
export type Draft = {
  readonly pupilId: number | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly reason: string;
  readonly lines: readonly DraftLine[];
};

/** The subjects of the class with what the plan says about each; what it does not name is the class's. */
export function linesOf(
  { curriculum }: IndividualPlans,
  classId: number | undefined,
  plan: IndividualPlan | undefined,
): readonly DraftLine[] {
  const ofClass = curriculum.filter((one) => one.classId === classId);
  const named = new Map(plan?.items.map((item) => [item.subjectId, item]));
  const own = ofClass.map(({ subjectId, subjectName, hoursPerWeek }): DraftLine => {
    const item = named.get(subjectId);
    return {
      subjectId,
      subjectName,
      mode: item?.mode ?? 'class',
      hours: formatHours(item?.mode === 'individual' ? item.hoursPerWeek : hoursPerWeek),
    };
  });
  const known = new Set(ofClass.map(({ subjectId }) => subjectId));
  const more = (plan?.items ?? [])
    .filter(({ subjectId }) => !known.has(subjectId))
    .map(({ subjectId, subjectName, mode, hoursPerWeek }): DraftLine => ({
      subjectId,
      subjectName,
      mode,
      hours: formatHours(hoursPerWeek),
    }));
  return [...own, ...more];
}

/** The lines as they are stored; undefined where hours of a line are no hours. */
export function itemsOf(lines: readonly DraftLine[]): readonly PlanItem[] | undefined {
  const items: PlanItem[] = [];
  for (const { subjectId, mode, hours } of lines) {
    if (mode === 'class') continue;
    const hoursPerWeek = mode === 'exempt' ? 0 : parseHours(hours);
    if (hoursPerWeek === null || hoursPerWeek === undefined) return undefined;
    items.push({ subjectId, mode, hoursPerWeek });
  }
  return items;
}

/** A plan's own fields, as the core compares them. */
export const fieldsOf = ({ from, to, reason, items }: IndividualPlan) => ({
  from,
  to,
  reason,
  items: items.map(({ subjectId, mode, hoursPerWeek }) => ({ subjectId, mode, hoursPerWeek })),
});
