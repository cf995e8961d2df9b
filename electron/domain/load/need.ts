/** What of a class's lessons in a subject is given to teachers, in hours a week. */
export type GivenHours = {
  /** What a pupil learns by the curriculum. */
  readonly planned: number;
  /** With the whole class. */
  readonly whole: number;
  /** In each of the subgroups, also those nobody teaches yet. */
  readonly groups: readonly number[];
};

export type Need = {
  /** Teachers' hours the curriculum asks for: what is not learnt together is taught in each subgroup. */
  readonly needed: number;
  readonly given: number;
  /** Below 0: not given to anybody yet; above 0: more than the curriculum has. */
  readonly difference: number;
};

const hundredths = (value: number) => Math.round(value * 100) / 100;

/**
 * Teachers' hours against the curriculum (S3, ЭЛЖ «распределение учебной нагрузки»): a subject of
 * 3 hours in two subgroups takes 6; with 1 hour of them together, 1 + 2 × 2.
 */
export function needOf({ planned, whole, groups }: GivenHours): Need {
  const apart = Math.max(0, planned - whole);
  const needed = groups.length === 0 ? planned : Math.min(planned, whole) + apart * groups.length;
  const given = whole + groups.reduce((sum, hours) => sum + hours, 0);
  return {
    needed: hundredths(needed),
    given: hundredths(given),
    difference: hundredths(given - needed),
  };
}

export type LoadState = 'even' | 'missing' | 'surplus';

/**
 * Whether a subject of a class is given out exactly. Hours may be missing in one subgroup and be
 * surplus in another: missing wins, for there somebody is not taught.
 */
export function stateOf(given: GivenHours): LoadState {
  const { planned, whole, groups } = given;
  const apart = planned - whole;
  const missing = groups.length === 0 ? apart > 0 : groups.some((hours) => hours < apart);
  if (missing) return 'missing';
  return needOf(given).difference > 0 ? 'surplus' : 'even';
}
