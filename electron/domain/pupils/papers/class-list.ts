import { formatDate } from '../../calendar/iso-date';
import type { TableDocument } from '../../documents/table-document';
import { fullName } from '../../people/name';
import type { PupilData } from '../pupil-data';
import { teacherLine, teacherSignature, type ClassPaper } from './class-head';

/** «Список класса» on a day: who was in it then, by name. */
export function classListDocument(head: ClassPaper, pupils: readonly PupilData[]): TableDocument {
  const day = formatDate(head.day);
  const count = (sex: PupilData['sex']) => pupils.filter((one) => one.sex === sex).length;
  return {
    title: `Список ${head.className} класса на ${day}`,
    school: head.school,
    heading: [`Список ${head.className} класса`, `на ${day}, ${head.yearName} учебный год`],
    lines: teacherLine(head),
    orientation: 'portrait',
    parts: [
      {
        columns: [
          { title: '№', width: 4, align: 'right' },
          { title: 'Фамилия, имя, отчество', width: 38 },
          { title: 'Пол', width: 5, align: 'center' },
          { title: 'Дата рождения', width: 12, align: 'center' },
          { title: 'Личное дело', width: 11 },
          { title: 'Примечание', width: 24 },
        ],
        rows: pupils.map((pupil, index) => ({
          cells: [
            index + 1,
            fullName(pupil),
            pupil.sex === null ? null : pupil.sex === 'male' ? 'м' : 'ж',
            pupil.birthDate === null ? null : formatDate(pupil.birthDate),
            pupil.personalFile,
            null,
          ],
        })),
      },
    ],
    notes: [`Всего: ${pupils.length}, мальчиков: ${count('male')}, девочек: ${count('female')}.`],
    signatures: [teacherSignature(head)],
  };
}
