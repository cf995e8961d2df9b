import { formatDate, type IsoDate } from '../calendar/iso-date';
import type { TableDocument } from '../documents/table-document';
import { fullName, type PersonName } from '../people/name';
import { teacherLine, teacherSignature, type ClassPaper } from '../pupils/papers/class-head';
import { SPORT_GROUP_NAMES, type HealthData } from './health-sheet';

export type HealthLine = PersonName & {
  readonly birthDate: IsoDate | null;
  readonly health: HealthData;
};

/** «Листок здоровья» of a class (ИНС 3.6): for the hands of who is permitted only. */
export function healthDocument(head: ClassPaper, pupils: readonly HealthLine[]): TableDocument {
  const day = formatDate(head.day);
  return {
    title: `Листок здоровья ${head.className} класса на ${day}`,
    school: head.school,
    heading: [
      `Листок здоровья ${head.className} класса`,
      `на ${day}, ${head.yearName} учебный год`,
    ],
    lines: [...teacherLine(head), 'Для служебного пользования: сведения о здоровье.'],
    orientation: 'landscape',
    fontSize: 9,
    parts: [
      {
        columns: [
          { title: '№', width: 3, align: 'right' },
          { title: 'Фамилия, имя, отчество', width: 28 },
          { title: 'Год рождения', width: 8, align: 'center' },
          { title: 'Группа здоровья', width: 9, align: 'center' },
          { title: 'Физкультурная группа', width: 15 },
          { title: 'Ряд, парта', width: 13 },
          { title: 'Рекомендации', width: 30 },
          { title: 'Заболевания, ограничения', width: 26 },
          { title: 'ОВЗ, инвалидность', width: 16 },
        ],
        rows: pupils.map((pupil, index) => ({
          cells: [
            index + 1,
            fullName(pupil),
            pupil.birthDate === null ? null : pupil.birthDate.slice(0, 4),
            pupil.health.group,
            pupil.health.sport === null ? null : SPORT_GROUP_NAMES[pupil.health.sport],
            pupil.health.seat,
            pupil.health.recommendations,
            pupil.health.conditions,
            pupil.health.disability,
          ],
        })),
      },
    ],
    signatures: [teacherSignature(head)],
  };
}
