import { z } from 'zod';
import type { MarkValue } from './mark-value';
import { failOf, pointsIn, type PointScale } from './point-scale';
import { formatRatio, ratio, type Ratio } from './ratio';

/** The weight of a kind of work (S6): 0 to 100 with at most two decimals; 1 is an ordinary one. */
export const weightSchema = z
  .number({ error: 'Вес работы — число от 0 до 100, не более двух знаков после запятой.' })
  .min(0, { error: 'Вес работы не может быть меньше 0.' })
  .max(100, { error: 'Вес работы не может быть больше 100.' })
  .multipleOf(0.01, { error: 'В весе работы не более двух знаков после запятой.' });

/** One mark with the weight of its work. Two marks of one work are two of these (J2). */
export type WeightedMark = { readonly value: MarkValue; readonly weight: number };

/**
 * What a debt («.») does: nothing; counts as a «2» (on other scales as the highest point that is no
 * pass); or forbids a period mark until it is settled. By default it does nothing, as in «Сетевой
 * город. Образование», where a dot is only a debt.
 */
export type DebtRule = 'ignore' | 'as-two' | 'block';

/**
 * Средний балл: the sum of the marks divided by their number (the formula of «Дневник.ру»; a double
 * mark is two marks; осв, зач, незач, н/а and what the scale does not have are left out). Undefined
 * where nothing counts. J5.
 */
export function averageOf(
  values: readonly MarkValue[],
  scale: PointScale,
  debts: DebtRule = 'ignore',
) {
  return weightedAverageOf(
    values.map((value) => ({ value, weight: 1 })),
    scale,
    debts,
  );
}

/**
 * Средневзвешенный балл: Σ(mark · weight) / Σ weight; «5» of weight 3, «5» of 1 and «4» of 5 give
 * 40/9 = 4,44. A mark of weight 0 does not count; undefined where nothing counts. J5.
 */
export function weightedAverageOf(
  marks: readonly WeightedMark[],
  scale: PointScale,
  debts: DebtRule = 'ignore',
): Ratio | undefined {
  return weightedMean(marks, (value) =>
    value === '.' && debts === 'as-two' ? failOf(scale) : pointsIn(value, scale),
  );
}

/** Зачтено: the share of «зач» among «зач» and «незач», by the weights of their works. */
export const passedShare = (marks: readonly WeightedMark[]): Ratio | undefined =>
  weightedMean(marks, (value) => (value === 'зач' ? 1 : value === 'незач' ? 0 : undefined));

function weightedMean(
  marks: readonly WeightedMark[],
  countedAs: (value: MarkValue) => number | undefined,
): Ratio | undefined {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of marks) {
    const number = countedAs(value);
    // Weights have two decimals at most: in hundredths they are whole, and the sums stay exact.
    const hundredths = Math.round(weight * 100);
    if (number === undefined || hundredths <= 0) continue;
    sum += number * hundredths;
    weights += hundredths;
  }
  return ratio(sum, weights);
}

/** «4,44», «3,50»: two decimals, a half goes up, decimal comma. */
export function formatAverage(average: Ratio): string {
  return formatRatio(average, 2);
}
