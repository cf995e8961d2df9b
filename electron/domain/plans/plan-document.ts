import type { DocumentRow, TableDocument } from '../documents/table-document';
import { hoursSpan } from './correction-sheet';
import { sumHours, type PlanKind, type PlanRowContent } from './plan-row';

const KINDS: Readonly<Record<PlanKind, string>> = {
  lesson: '',
  practical: 'практическая',
  laboratory: 'лабораторная',
  control: 'контрольная',
  excursion: 'экскурсия',
};

/** Календарно-тематический план on paper: sections over their topics, hours summed. */
export function planDocument(plan: {
  readonly school: string;
  readonly yearName: string;
  readonly title: string;
  readonly author: string;
  readonly deputy: string;
  readonly rows: readonly PlanRowContent[];
}): TableDocument {
  const rows: DocumentRow[] = [];
  let section = '';
  let next = 1;
  for (const row of plan.rows) {
    if (row.section !== '' && row.section !== section) {
      rows.push({ kind: 'section', cells: [row.section] });
    }
    section = row.section;
    rows.push({
      cells: [
        hoursSpan(next, next + row.hours - 1),
        row.topic,
        row.hours,
        KINDS[row.kind],
        row.homework,
        row.resources,
      ],
    });
    next += row.hours;
  }
  rows.push({ kind: 'total', cells: [null, 'Всего часов', sumHours(plan.rows), null, null, null] });
  return {
    title: `КТП ${plan.title}`,
    school: plan.school,
    heading: [
      'Календарно-тематическое планирование',
      `${plan.title}, ${plan.yearName} учебный год`,
    ],
    ...(plan.author !== '' && { lines: [`Составитель: ${plan.author}`] }),
    orientation: 'portrait',
    parts: [
      {
        columns: [
          { title: '№ урока', width: 6, align: 'center' },
          { title: 'Тема урока', width: 40 },
          { title: 'Часов', width: 5, align: 'center' },
          { title: 'Вид', width: 10 },
          { title: 'Домашнее задание', width: 18 },
          { title: 'Ресурсы', width: 14 },
        ],
        rows,
      },
    ],
    signatures: [
      { role: 'Учитель', name: plan.author },
      { role: 'Заместитель директора по УВР', name: plan.deputy },
    ],
  };
}
