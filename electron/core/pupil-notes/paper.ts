import { findSchool } from '#db/queries/school';
import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { formatClassName } from '#domain/people/class-name';
import { NOTE_NAMES } from '#domain/pupils/pupil-note';
import { compareText } from '#domain/text/compare-text';
import { classToSee } from '../pupils/class-access';
import type { Reading } from '../unit-of-work';
import { notesOfClass } from './notes';

/** «Записи для родителей»: what was written of the pupils of a class, by pupil (J8). */
export function notesPaper(
  reading: Reading,
  order: { readonly classId: number; readonly from: IsoDate; readonly to: IsoDate },
): TableDocument {
  const rows = notesOfClass(reading, order).toSorted(
    (a, b) => compareText(a.pupil, b.pupil) || a.date.localeCompare(b.date),
  );
  const name = formatClassName(classToSee(reading, order.classId).head);
  return {
    title: `Записи для родителей ${name}`,
    school: findSchool(reading.db)?.name ?? '',
    heading: [
      'Записи для родителей',
      `${name}, с ${formatDate(order.from)} по ${formatDate(order.to)}`,
    ],
    ...(rows.length === 0 && { lines: ['Записей за эти дни нет.'] }),
    orientation: 'portrait',
    parts:
      rows.length === 0
        ? []
        : [
            {
              columns: [
                { title: 'Ученик', width: 24 },
                { title: 'Дата', width: 11, align: 'center' },
                { title: 'Вид', width: 16 },
                { title: 'Запись', width: 44 },
                { title: 'Предмет', width: 16 },
                { title: 'Кто записал', width: 18 },
              ],
              rows: rows.map((row, index) => ({
                cells: [
                  rows[index - 1]?.pupil === row.pupil ? '' : row.pupil,
                  formatDate(row.date),
                  NOTE_NAMES[row.kind],
                  row.text,
                  row.subjectName ?? '',
                  row.author,
                ],
              })),
            },
          ],
    signatures: [{ role: 'Классный руководитель', name: '' }],
  };
}
