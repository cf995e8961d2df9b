import type { DutiesWanted } from '#contract/duties';
import { findSchool } from '#db/queries/school';
import { formatDate } from '#domain/calendar/iso-date';
import type { TableDocument } from '#domain/documents/table-document';
import { dueWords, STATE_NAMES } from '#domain/duties/due-words';
import { DUTY_STATES } from '#domain/duties/duty';
import { dutiesByClass, dutiesByPerson, ownerName, type DutyCounts } from '#domain/duties/summary';
import { dayOf } from '#domain/regulation/instant';
import { refuse } from '../refuse';
import type { Reading } from '../unit-of-work';
import { schoolDuties } from './duties';

const countsPart = (heading: string, title: string, counts: readonly DutyCounts[]) => ({
  heading,
  columns: [
    { title, width: 40 },
    ...DUTY_STATES.map((state) => ({
      title: STATE_NAMES[state],
      width: 13,
      align: 'right' as const,
    })),
  ],
  rows: counts.map((one) => ({ cells: [one.name, ...DUTY_STATES.map((state) => one[state])] })),
});

/** «Дела школы» on paper (D2): how much whom and which class concerns, then what. */
export function dutiesPaper(reading: Reading, wanted: DutiesWanted): TableDocument {
  const { lines, people, classes, now } = schoolDuties(reading);
  const names = new Map(people.map(({ staffId, name }) => [staffId, name]));
  const { staffId, classId } = wanted;
  const ofClass = classes.find(({ id }) => id === classId);
  if (classId !== undefined && ofClass === undefined) refuse('NOT_FOUND', { what: 'class' });
  const own = lines.filter(
    (line) =>
      (staffId === undefined || line.staffId === staffId) &&
      (classId === undefined || line.classIds.includes(classId)),
  );
  const whole = staffId === undefined && classId === undefined;
  const of = [
    ...(staffId === undefined ? [] : [names.get(staffId) ?? '']),
    ...(ofClass === undefined ? [] : [`${ofClass.name} класс`]),
  ].filter((part) => part !== '');
  return {
    title: 'Дела школы',
    school: findSchool(reading.db)?.name ?? '',
    heading: ['Дела со сроками', ...of, `на ${formatDate(dayOf(now))}, ${now.slice(11)}`],
    lines: own.length === 0 ? ['Всё сделано: дел со сроками нет.'] : [],
    orientation: 'landscape',
    fontSize: 9,
    parts:
      own.length === 0
        ? []
        : [
            ...(whole
              ? [
                  countsPart('По исполнителям', 'Кто', dutiesByPerson(own, names)),
                  countsPart('По классам', 'Класс', dutiesByClass(own, classes)),
                ]
              : []),
            {
              ...(whole && { heading: 'Список' }),
              columns: [
                { title: 'Срок', width: 18 },
                { title: 'Кто', width: 18 },
                { title: 'Что', width: 36 },
                { title: 'Где', width: 28 },
                { title: 'Пункт', width: 12 },
              ],
              rows: DUTY_STATES.flatMap((state) => {
                const part = own.filter((line) => line.state === state);
                if (part.length === 0) return [];
                return [
                  { kind: 'section' as const, cells: [STATE_NAMES[state], '', '', '', ''] },
                  ...part.map((line) => ({
                    cells: [
                      dueWords(line.due, state, now),
                      ownerName(line, names),
                      line.text,
                      line.where,
                      line.clauses.join(', '),
                    ],
                  })),
                ];
              }),
            },
          ],
    notes: own.some(({ state }) => state === 'closed')
      ? ['«Уже закрыто» — срок прошёл, и журнал закрыт: внести можно, только если открыть.']
      : [],
  };
}
