import type { CorrectionsWanted } from '#contract/corrections';
import { findSchool, findYearOr } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { CORRECTION_NAMES } from '#domain/journal/correction-names';
import type { Reading } from '../unit-of-work';
import { corrections } from './corrections';

/** «Отчёт об исправлениях»: the four columns of ТИП 2.14 with what they belong to. */
export function correctionsPaper(reading: Reading, wanted: CorrectionsWanted): TableDocument {
  const { rows, byTeacher, byClass } = corrections(reading, wanted);
  const year = findYearOr(reading.db, wanted.yearId, reading.today);
  const span = [
    ...(wanted.from === undefined ? [] : [`с ${formatDate(wanted.from)}`]),
    ...(wanted.to === undefined ? [] : [`по ${formatDate(wanted.to)}`]),
  ].join(' ');
  const counts = (title: string, list: typeof byTeacher) => ({
    heading: title,
    columns: [
      { title: title === 'По учителям' ? 'Кто исправлял' : 'Класс', width: 40 },
      { title: 'Отметок', width: 12, align: 'right' as const },
      { title: 'Итоговых', width: 12, align: 'right' as const },
      { title: 'Прочего', width: 12, align: 'right' as const },
    ],
    rows: list.map(({ name, marks, periodMarks, others }) => ({
      cells: [name, marks, periodMarks, others],
    })),
  });
  return {
    title: 'Отчёт об исправлениях',
    school: findSchool(reading.db)?.name ?? '',
    heading: [
      'Отчёт об исправлениях в журнале',
      ...(year === undefined ? [] : [`${year.name} учебный год`]),
      ...(span === '' ? [] : [`исправлено ${span}`]),
    ],
    lines: [
      `Учтено: ${wanted.kinds.map((kind) => CORRECTION_NAMES[kind].toLowerCase()).join(', ')}.`,
      ...(rows.length === 0 ? ['Исправлений нет.'] : []),
    ],
    orientation: 'landscape',
    fontSize: 9,
    parts:
      rows.length === 0
        ? []
        : [
            {
              columns: [
                { title: 'Кто исправил', width: 22 },
                { title: 'Когда', width: 13 },
                { title: 'Было', width: 14 },
                { title: 'Стало', width: 14 },
                { title: 'Что', width: 12 },
                { title: 'Класс', width: 7, align: 'center' },
                { title: 'Предмет', width: 20 },
                { title: 'Урок или период', width: 18 },
                { title: 'Ученик', width: 18 },
                { title: 'Причина', width: 18 },
              ],
              rows: rows.map((row) => ({
                cells: [
                  row.by,
                  `${formatDate(row.day)} ${row.time}`,
                  row.before,
                  row.after === '' ? 'удалено' : row.after,
                  CORRECTION_NAMES[row.kind],
                  row.className,
                  [row.subjectName, row.groupName].filter((part) => part !== '').join(', '),
                  row.where,
                  row.pupil,
                  row.reason,
                ],
              })),
            },
            counts('По учителям', byTeacher),
            counts('По классам', byClass),
          ],
    notes: wanted.withSlips
      ? []
      : ['Без опечаток: того, что тот же человек исправил в течение 15 минут.'],
    signatures: [{ role: 'Заместитель директора по УВР', name: '' }],
  };
}
