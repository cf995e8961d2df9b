import { formatAverage } from '../marks/average';
import {
  formatPercent,
  levelMarks,
  type MarkIndicators,
  type PupilIndicators,
} from '../marks/indicators';
import type { Ratio } from '../marks/ratio';

/** A row below the table: a text for each subject and one for all of them together. */
export type FooterRow = {
  readonly label: string;
  readonly cells: readonly string[];
  readonly total: string;
};

/** The marks that are always counted; the others get a row only where one is set. */
const alwaysCounted: readonly string[] = ['5', '4', '3', '2', 'н/а', 'осв'];

/**
 * Average, success, quality, СОУ and the number of each mark, by subject and, in `total`, of all
 * the marks of the class together. A cell is blank where there is nothing to divide by.
 */
export function footerRows(
  bySubject: readonly MarkIndicators[],
  all: MarkIndicators,
): readonly FooterRow[] {
  const row = (label: string, text: (of: MarkIndicators) => string): FooterRow => ({
    label,
    cells: bySubject.map(text),
    total: text(all),
  });
  const counted = levelMarks.filter(
    (value) => alwaysCounted.includes(value) || all.counts[value] > 0,
  );
  return [
    row('Средний балл', ({ average }) => (average === undefined ? '' : formatAverage(average))),
    row('Успеваемость, %', ({ success }) => percent(success)),
    row('Качество знаний, %', ({ quality }) => percent(quality)),
    row('СОУ, %', ({ sou }) => percent(sou)),
    ...counted.map((value) =>
      row(value === '.' ? 'Долг («.»)' : `Отметок «${value}»`, ({ counts }) =>
        String(counts[value]),
      ),
    ),
  ];
}

/** The totals of the class as lines of text: its pupils by group, the shares by pupils, the average. */
export function classTotals(pupils: PupilIndicators, all: MarkIndicators): readonly string[] {
  const { groups } = pupils;
  const list = [
    `на «5» — ${groups.excellent}`,
    `с одной «4» — ${groups['one-four']}`,
    `на «4» и «5» — ${groups.good}`,
    `с одной «3» — ${groups['one-three']}`,
    `на «3», «4» и «5» — ${groups.satisfactory}`,
    `неуспевающих — ${groups.failing}`,
    `не аттестованы — ${groups['not-assessed']}`,
    `выставлены не все отметки — ${groups.incomplete}`,
    ...(groups.ungraded > 0 ? [`только «зач» и «осв» — ${groups.ungraded}`] : []),
  ];
  const share = (value: Ratio | undefined, part: number) =>
    value === undefined
      ? 'нет данных'
      : `${formatPercent(value)}\u00A0% (${part} из ${pupils.assessed})`;
  return [
    `Всего обучающихся: ${pupils.all}. Из них: ${list.join('; ')}.`,
    `По обучающимся: успеваемость — ${share(pupils.success, pupils.succeeding)}, ` +
      `качество знаний — ${share(pupils.quality, pupils.good)}. ` +
      `Средний балл класса — ${all.average === undefined ? 'нет данных' : formatAverage(all.average)}.`,
  ];
}

function percent(share: Ratio | undefined): string {
  return share === undefined ? '' : formatPercent(share);
}
