import type { Period } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';

const holds = ({ startsOn, endsOn }: Period, day: IsoDate): boolean =>
  startsOn <= day && day <= endsOn;

/** The periods of a grade in order, the year last. */
export const periodsOfGrade = (periods: readonly Period[], grade: number): readonly Period[] =>
  periods
    .filter(({ gradeFrom, gradeTo }) => gradeFrom <= grade && grade <= gradeTo)
    .toSorted(
      (a, b) =>
        Number(a.kind === 'year') - Number(b.kind === 'year') ||
        a.startsOn.localeCompare(b.startsOn),
    );

/**
 * The period to begin with: the one that goes on; in the holidays the one that ended last; before
 * the year its first; where a grade has only the year, the year. `periods` as `periodsOfGrade` gives.
 */
export function currentPeriod(periods: readonly Period[], day: IsoDate): Period | undefined {
  const parts = periods.filter(({ kind }) => kind !== 'year');
  return (
    parts.find((period) => holds(period, day)) ??
    parts.findLast(({ endsOn }) => endsOn < day) ??
    parts[0] ??
    periods[0]
  );
}

/**
 * The period of this grade for one chosen before, perhaps in another grade: the same one, the year
 * for the year, or the half that holds the quarter's end (and the other way round). Else the current.
 */
export function matchingPeriod(
  all: readonly Period[],
  grade: number,
  chosenId: number | undefined,
  day: IsoDate,
): Period | undefined {
  const own = periodsOfGrade(all, grade);
  const chosen = all.find(({ id }) => id === chosenId);
  if (chosen === undefined) return currentPeriod(own, day);
  return (
    own.find(({ id }) => id === chosen.id) ??
    own.find(({ kind }) => kind === chosen.kind && kind === 'year') ??
    own.find((period) => period.kind !== 'year' && holds(period, chosen.endsOn)) ??
    currentPeriod(own, day)
  );
}
