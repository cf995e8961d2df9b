/** What a line of a plan is for (K1): the kinds of work the journal names (J3). */
export const PLAN_KINDS = ['lesson', 'practical', 'laboratory', 'control', 'excursion'] as const;
export type PlanKind = (typeof PLAN_KINDS)[number];

export const MOST_PLAN_ROWS = 600;
export const MOST_PLAN_HOURS = 40;

/** All that a line of a plan says, without its number. */
export type PlanRowContent = {
  readonly section: string;
  readonly topic: string;
  /** Lessons it takes, 1 to 40. */
  readonly hours: number;
  readonly kind: PlanKind;
  readonly homework: string;
  readonly resources: string;
};

export const samePlanRow = (a: PlanRowContent, b: PlanRowContent): boolean =>
  a.section === b.section &&
  a.topic === b.topic &&
  a.hours === b.hours &&
  a.kind === b.kind &&
  a.homework === b.homework &&
  a.resources === b.resources;

/** The hours of a plan. */
export const sumHours = (rows: readonly Pick<PlanRowContent, 'hours'>[]): number =>
  rows.reduce((sum, { hours }) => sum + hours, 0);
