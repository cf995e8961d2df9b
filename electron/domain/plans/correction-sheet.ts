import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { TableDocument } from '../documents/table-document';
import type { CorrectionKind } from './lay-plan';
import type { Progress } from './plan-progress';

/** The words of a correction as they stand on paper. */
export const CORRECTION_WORDS: Readonly<Record<CorrectionKind, string>> = {
  merge: 'Объединение с соседней темой',
  hours: 'Сокращение часов на тему',
  leaveOut: 'Снятие темы',
  selfStudy: 'Самостоятельное изучение',
};

export type CorrectionLine = {
  readonly from: number;
  readonly to: number;
  readonly topic: string;
  readonly hours: number;
  readonly plannedOn: readonly IsoDate[];
  readonly factOn: readonly IsoDate[];
  readonly correction: {
    readonly kind: CorrectionKind;
    readonly hours: number;
    readonly reason: string;
  };
};

/** «34», «35–36» */
export const hoursSpan = (from: number, to: number): string =>
  from === to ? String(from) : `${from}–${to}`;
const dates = (days: readonly IsoDate[]) => days.map(formatDate).join(', ');

/** Лист корректировки of a page: what was changed in its plan, why and how (K3). */
export function correctionSheet(sheet: {
  readonly school: string;
  readonly yearName: string;
  readonly page: string;
  readonly subject: string;
  readonly planTitle: string;
  readonly planHours: number;
  readonly today: IsoDate;
  readonly progress: Progress;
  readonly teachers: readonly string[];
  readonly deputy: string;
  readonly lines: readonly CorrectionLine[];
}): TableDocument {
  const { progress, lines } = sheet;
  const fact = lines.reduce((sum, { correction }) => sum + correction.hours, 0);
  const planned = lines.reduce((sum, { hours }) => sum + hours, 0);
  return {
    title: `Лист корректировки ${sheet.page} ${sheet.subject}`,
    school: sheet.school,
    heading: [
      'Лист корректировки календарно-тематического планирования',
      `${sheet.subject}, ${sheet.page}, ${sheet.yearName} учебный год`,
    ],
    lines: [
      `План: ${sheet.planTitle}, ${sheet.planHours} ч. Учитель: ${sheet.teachers.join(', ')}`,
      `На ${formatDate(sheet.today)}: по плану ${progress.planned} ч, дано уроков ${progress.given}, пройдено часов плана ${progress.covered}, отставание ${Math.max(0, progress.lag)} ч.`,
    ],
    orientation: 'landscape',
    parts: [
      {
        columns: [
          { title: '№ урока', width: 7, align: 'center' },
          { title: 'Тема', width: 34 },
          { title: 'Дата по плану', width: 12, align: 'center' },
          { title: 'Дата по факту', width: 12, align: 'center' },
          { title: 'Часов по плану', width: 8, align: 'center' },
          { title: 'Часов по факту', width: 8, align: 'center' },
          { title: 'Причина корректировки', width: 20 },
          { title: 'Способ корректировки', width: 20 },
        ],
        rows: [
          ...lines.map(({ from, to, topic, hours, plannedOn, factOn, correction }) => ({
            cells: [
              hoursSpan(from, to),
              topic,
              dates(plannedOn),
              dates(factOn),
              hours,
              correction.hours,
              correction.reason,
              CORRECTION_WORDS[correction.kind],
            ],
          })),
          ...(lines.length === 0
            ? []
            : [
                {
                  kind: 'total' as const,
                  cells: [null, 'Итого', null, null, planned, fact, null, null],
                },
              ]),
        ],
        ...(lines.length === 0 && { notes: ['Корректировка не требовалась.'] }),
      },
    ],
    signatures: [
      ...sheet.teachers.map((name) => ({ role: 'Учитель', name })),
      { role: 'Заместитель директора по УВР', name: sheet.deputy },
    ],
  };
}
