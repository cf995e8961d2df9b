import type { CellMark } from '#domain/journal/cell-content';
import type { Period } from '#contract/school';
import {
  averageOf,
  weightedAverageOf,
  formatAverage,
  type WeightedMark,
} from '#domain/marks/average';
import { isMarkValue } from '#domain/marks/mark-value';
import { pointsOf } from '#domain/marks/point-scale';
import { proposePeriodMark, proposeYearMark } from '#domain/marks/propose';
import type { PageModel } from './page-model';

/** What stands at the right of a pupil's row: ready texts. */
export type PupilAverages = {
  /** «4,25»; empty where nothing counts. */
  readonly plain: string;
  readonly weighted: string;
  /** How many marks there are, debts included. */
  readonly count: number;
  /** The mark the averages ask for. */
  readonly proposed: string;
};

/** What one more mark of weight 1 would make of the average and the proposal (J5). */
export type Forecast = {
  readonly mark: string;
  readonly average: string;
  readonly proposed: string;
};

export type Averages = {
  readonly of: (pupilId: number, period: Period) => PupilAverages;
  readonly forecast: (pupilId: number, period: Period) => readonly Forecast[];
  readonly forget: (pupilId: number) => void;
  readonly forgetAll: () => void;
};

/** Averages of the pupils of a page, counted when first asked for and kept until a mark changes. */
export function createAverages(
  model: PageModel,
  page: {
    readonly marksOf: (lessonId: number, pupilId: number) => readonly CellMark[];
    readonly weightOf: (lessonId: number, work: number) => number;
    readonly periodMarkOf: (pupilId: number, periodId: number) => string;
  },
): Averages {
  const { scale } = model.page;
  const kept = new Map<number, Map<number, PupilAverages>>();

  function marksIn(pupilId: number, period: Period): WeightedMark[] {
    const marks: WeightedMark[] = [];
    for (const { id, date } of model.lessons) {
      if (date < period.startsOn || date > period.endsOn) continue;
      for (const { work, value } of page.marksOf(id, pupilId)) {
        marks.push({ value, weight: page.weightOf(id, work) });
      }
    }
    marks.push(...model.brought.current(pupilId, period));
    return marks;
  }

  /** Ours where one is set, else the one brought for a period that passed elsewhere. */
  const markOfPeriod = (pupilId: number, periodId: number) =>
    page.periodMarkOf(pupilId, periodId) || model.brought.periodMark(pupilId, periodId);

  function count(pupilId: number, period: Period): PupilAverages {
    const marks = marksIn(pupilId, period);
    const plain = averageOf(
      marks.map(({ value }) => value),
      scale,
    );
    const weighted = weightedAverageOf(marks, scale);
    const parts = model.periods.filter(({ kind }) => kind !== 'year');
    const proposal =
      period.kind === 'year'
        ? proposeYearMark(
            parts.map(({ id }) => markOfPeriod(pupilId, id)).filter(isMarkValue),
            model.page,
          )
        : proposePeriodMark(marks, model.page);
    return {
      plain: plain === undefined ? '' : formatAverage(plain),
      weighted: weighted === undefined ? '' : formatAverage(weighted),
      count: marks.length,
      proposed: proposal.kind === 'proposed' ? proposal.mark : '',
    };
  }

  return {
    of(pupilId, period) {
      let own = kept.get(pupilId);
      if (own === undefined) kept.set(pupilId, (own = new Map()));
      let averages = own.get(period.id);
      if (averages === undefined) own.set(period.id, (averages = count(pupilId, period)));
      return averages;
    },
    forecast(pupilId, period) {
      if (period.kind === 'year') return [];
      const marks = marksIn(pupilId, period);
      const best = pointsOf(scale).toReversed().slice(0, 4);
      return best.flatMap((mark) => {
        const proposal = proposePeriodMark([...marks, { value: mark, weight: 1 }], model.page);
        return proposal.kind === 'proposed' && marks.length > 0
          ? [{ mark, average: formatAverage(proposal.average), proposed: proposal.mark }]
          : [];
      });
    },
    forget: (pupilId) => void kept.delete(pupilId),
    forgetAll: () => kept.clear(),
  };
}
