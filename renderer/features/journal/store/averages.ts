import type { CellMark } from '#domain/journal/cell-content';
import type { WorkKind } from '#contract/school';
import type { IsoDate } from '#domain/calendar/iso-date';
import {
  averageOf,
  weightedAverageOf,
  formatAverage,
  type WeightedMark,
} from '#domain/marks/average';
import { isMarkValue, type MarkValue } from '#domain/marks/mark-value';
import { marksSoFar, type MarksSoFar } from '#domain/marks/minimum-marks';
import { markCount, proposalOf } from '#domain/periods/period-proposal';
import { isFinal, proposeFinalMark, type FinalKind } from '#domain/periods/finals';
import type { Proposal } from '#domain/marks/propose';
import { notesDemanded, type NoteReason } from '#domain/regulation/period-rules';
import { pupilForecast, type PupilForecast } from './forecasts';
import type { Work } from './page-commands';
import { finalId, type MarkedPeriod, type PageModel } from './page-model';

/** What stands at the right of a pupil's row: ready texts. */
export type PupilAverages = {
  /** «4,25»; empty where nothing counts. */
  readonly plain: string;
  readonly weighted: string;
  /** How many marks there are, debts included. */
  readonly count: number;
  /** The mark the averages ask for. */
  readonly proposed: string;
  /** Against what the mark of the page's period needs; absent where nothing is asked. */
  readonly soFar: MarksSoFar | undefined;
};

export type Averages = {
  readonly of: (pupilId: number, period: MarkedPeriod) => PupilAverages;
  /** The current marks that count in the period, with their weights; of the year of all its periods. */
  readonly marks: (pupilId: number, period: MarkedPeriod) => readonly WeightedMark[];
  /** Why such a mark may not be set without a note (J6). */
  readonly reasons: (pupilId: number, period: MarkedPeriod, mark: string) => readonly NoteReason[];
  /** What would change the proposal; counted when asked for. */
  readonly forecast: (pupilId: number, period: MarkedPeriod) => PupilForecast | undefined;
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
    readonly worksOf: (lessonId: number) => readonly (readonly [position: number, work: Work])[];
    readonly kindOf: (work: Work) => WorkKind | undefined;
  },
): Averages {
  const { scale } = model.page;
  const kept = new Map<number, Map<number, PupilAverages>>();

  function marksIn(pupilId: number, period: MarkedPeriod): WeightedMark[] {
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

  const spans = new Map(model.pupils.map((pupil) => [pupil.id, pupil]));
  /** Of the page's own period; who is exempt from it needs no marks. */
  function soFarOf(pupilId: number, period: MarkedPeriod, marks: readonly WeightedMark[]) {
    const span = spans.get(pupilId);
    const exempt = page.periodMarkOf(pupilId, period.id) === 'осв';
    if (model.due === null || period.id !== model.period.id || span === undefined || exempt) {
      return undefined;
    }
    const { from, to, away } = span;
    const here = (date: IsoDate) =>
      from <= date &&
      (to === null || date <= to) &&
      !away.some(([since, until]) => since <= date && date <= until);
    const days = model.lessons.map(({ date }) => date).filter(here);
    return marksSoFar(
      marks.map(({ value }) => value),
      model.due,
      days,
      model.today,
    );
  }

  /** Of the final mark; that of an examination is proposed by nothing. */
  function finalProposal(pupilId: number, kind: FinalKind): Proposal {
    const of = (id: number): MarkValue | '' => {
      const value = page.periodMarkOf(pupilId, id);
      return isMarkValue(value) ? value : '';
    };
    const marks = { year: of(model.period.id), exam: of(finalId('exam')) };
    return kind === 'final'
      ? proposeFinalMark(marks, model.page.finals, model.page)
      : { kind: 'none', why: 'nothing-counts' };
  }

  function count(pupilId: number, period: MarkedPeriod): PupilAverages {
    const marks = marksIn(pupilId, period);
    const plain = averageOf(
      marks.map(({ value }) => value),
      scale,
    );
    const weighted = weightedAverageOf(marks, scale);
    const periodMarks = model.periods
      .filter(({ kind }) => kind !== 'year')
      .map(({ id }) => markOfPeriod(pupilId, id))
      .filter(isMarkValue);
    const proposal = isFinal(period.kind)
      ? finalProposal(pupilId, period.kind)
      : proposalOf(
          { kind: period.kind, marks, periodMarks },
          model.page,
          model.rulesOf(period).proposal,
        );
    return {
      plain: plain === undefined ? '' : formatAverage(plain),
      weighted: weighted === undefined ? '' : formatAverage(weighted),
      count: marks.length,
      proposed: proposal.kind === 'proposed' ? proposal.mark : '',
      soFar: soFarOf(pupilId, period, marks),
    };
  }

  function of(pupilId: number, period: MarkedPeriod): PupilAverages {
    let own = kept.get(pupilId);
    if (own === undefined) kept.set(pupilId, (own = new Map()));
    let averages = own.get(period.id);
    if (averages === undefined) own.set(period.id, (averages = count(pupilId, period)));
    return averages;
  }

  return {
    of,
    marks: marksIn,
    reasons(pupilId, period, mark) {
      const { proposed } = of(pupilId, period);
      return notesDemanded(model.rulesOf(period), {
        mark,
        proposed: proposed === '' ? undefined : proposed,
        marks: markCount(marksIn(pupilId, period)),
      });
    },
    forecast(pupilId, period) {
      if (period.kind === 'year' || isFinal(period.kind)) return undefined;
      const works = model.lessons.flatMap(({ id }) => page.worksOf(id).map(([, work]) => work));
      const { proposal } = model.rulesOf(period);
      return pupilForecast(model, marksIn(pupilId, period), works, page.kindOf, proposal);
    },
    forget: (pupilId) => void kept.delete(pupilId),
    forgetAll: () => kept.clear(),
  };
}
