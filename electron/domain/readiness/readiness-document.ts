import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { DocumentSignature, TableDocument } from '../documents/table-document';
import type { ReadinessItem, ReadinessState } from './readiness';
import { amountWords, missingWords } from './words';
import { sectionFacts } from './sections';

export type ReadinessPaper = {
  readonly school: string;
  readonly yearName: string;
  readonly today: IsoDate;
  readonly rows: readonly (ReadinessItem & {
    readonly by: string;
    readonly due: IsoDate | null;
    readonly clauses: readonly string[];
  })[];
  readonly signatures: readonly DocumentSignature[];
};

export const STATE_NAMES: Readonly<Record<ReadinessState, string>> = {
  missing: 'не начато',
  partly: 'готово частично',
  done: 'готово',
};
/** On paper there is room for more names than in a line of the screen. */
const NAMES_ON_PAPER = 20;

/** «Готовность журнала к учебному году» to be signed (ЭЛЖ 1.1.10, 1.2.5; ТИП 2.1). */
export function readinessDocument(paper: ReadinessPaper): TableDocument {
  const { rows, today } = paper;
  const done = rows.filter(({ state }) => state === 'done').length;
  return {
    title: `Готовность к году ${paper.yearName.replace('/', '-')}`,
    school: paper.school,
    heading: ['Готовность журнала к учебному году', `${paper.yearName} учебный год`],
    lines: [
      `На ${formatDate(today)} готово разделов: ${done} из ${rows.length}.`,
      'Состояние определено программой по данным журнала.',
    ],
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      {
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Раздел', width: 22 },
          { title: 'Состояние', width: 11 },
          { title: 'Есть', width: 13 },
          { title: 'Чего не хватает', width: 32 },
          { title: 'Кто делает', width: 31 },
          { title: 'Срок', width: 10, align: 'center' },
          { title: 'Основание', width: 24 },
        ],
        rows: rows.map((row, index) => ({
          cells: [
            index + 1,
            sectionFacts(row.section).title,
            STATE_NAMES[row.state],
            amountWords(row),
            missingWords(row, NAMES_ON_PAPER),
            row.by,
            row.due === null ? '' : formatDate(row.due),
            row.clauses.map((clause) => clause.replaceAll(' ', '\u00A0')).join(', '),
          ],
        })),
      },
    ],
    signatures: paper.signatures,
    stamp: true,
  };
}
