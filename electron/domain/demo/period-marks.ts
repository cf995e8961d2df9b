import type { Random } from './random';

/** What a pupil got in a period on a page. */
export type Tally = {
  /** Σ mark · weight and Σ weight over the marks that count. */
  sum: number;
  weight: number;
  count: number;
  failed: number;
  /** Lessons held while the pupil was a member, and those missed. */
  held: number;
  missed: number;
};

export const emptyTally = (): Tally => ({
  sum: 0,
  weight: 0,
  count: 0,
  failed: 0,
  held: 0,
  missed: 0,
});

export type PeriodMark = { readonly value: string; readonly note: string };

const ENOUGH_MARKS = 3;

/**
 * The period mark as a teacher sets it: the weighted average, halves up; now and then one off, with
 * the reason noted; «н/а» without marks; undefined for one who came when the period was over.
 */
export function periodMarkOf(
  tally: Tally,
  kind: 'marks' | 'credit' | 'exempt' | 'tenPoints',
  random: Random,
): PeriodMark | undefined {
  if (tally.held === 0) return undefined;
  if (kind === 'exempt') return { value: 'осв', note: 'Медицинская справка' };
  const missed = `пропущено уроков: ${tally.missed} из ${tally.held}`;
  if (tally.count === 0 || tally.missed * 3 > tally.held * 2) {
    return { value: 'н/а', note: tally.missed > 0 ? `Не аттестован(а), ${missed}` : 'Нет отметок' };
  }
  if (kind === 'credit') {
    return { value: tally.failed * 2 > tally.count ? 'незач' : 'зач', note: '' };
  }
  const rounded = Math.floor((2 * tally.sum + tally.weight) / (2 * tally.weight));
  if (kind === 'tenPoints') return { value: String(rounded), note: '' };
  const rest = tally.sum / tally.weight - rounded;
  if (rest >= 0.3 && rounded < 5 && random.chance(0.2)) {
    return { value: String(rounded + 1), note: 'Выше среднего: учтены итоговые работы и старание' };
  }
  if (rest < -0.4 && rounded > 3 && random.chance(0.2)) {
    return { value: String(rounded - 1), note: 'Ниже среднего: не сданы обязательные работы' };
  }
  const note = tally.count < ENOUGH_MARKS ? `Отметок меньше трёх, ${missed}` : '';
  return { value: String(Math.max(2, rounded)), note };
}

/** The year's mark: the mean of the periods' marks, halves up. */
export function yearMarkOf(values: readonly string[]): string {
  const marks = values.map(Number).filter((value) => Number.isInteger(value) && value > 0);
  if (marks.length > 0) {
    return String(Math.floor(marks.reduce((a, b) => a + b, 0) / marks.length + 0.5));
  }
  const last = values.findLast((value) => value !== 'н/а');
  return last ?? 'н/а';
}
