import type { Period } from '#contract/school';
import { assertNever } from '#domain/assert-never';

const ROMAN = ['I', 'II', 'III', 'IV'] as const;

/** «II четверть», «I полугодие», «Год». */
export function periodName({ kind, number }: Pick<Period, 'kind' | 'number'>): string {
  const roman = ROMAN[number - 1] ?? String(number);
  switch (kind) {
    case 'quarter':
      return `${roman} четверть`;
    case 'trimester':
      return `${roman} триместр`;
    case 'half':
      return `${roman} полугодие`;
    case 'year':
      return 'Год';
    default:
      return assertNever(kind);
  }
}

export const schoolTexts = {
  title: 'Школа',
  tabs: { overview: 'Обзор' },
  profile: 'О школе',
  name: 'Название',
  city: 'Город',
  noCity: 'не указан',
  year: 'Учебный год',
  counts: 'В журнале',
  countNames: {
    classes: 'Классов',
    pupils: 'Учеников',
    staff: 'Сотрудников',
    pages: 'Страниц журнала',
    timetables: 'Расписаний',
  },
  periods: 'Учебные периоды',
  period: 'Период',
  grades: 'Классы',
  from: 'С',
  to: 'По',
  holidays: 'Каникулы и праздники',
  workKinds: 'Виды работ',
  workKind: 'Вид работы',
  shortName: 'Сокращение',
  weight: 'Вес',
  written: 'Письменная',
  yes: 'да',
  no: 'нет',
  none: 'Не указаны.',
} as const;

/** «каб. 204»; a room with a name of its own («Спортзал») stands as it is. */
export const roomText = (room: string): string => (/^\d/.test(room) ? `каб.\u00a0${room}` : room);

export const timetableTexts = {
  title: 'Расписание',
  inForce: (name: string, from: string) => `${name}, действует с ${from}`,
  show: 'Чьё расписание',
  modes: { mine: 'Моё', class: 'Класс', teacher: 'Учитель' },
  class: 'Класс',
  teacher: 'Учитель',
  chooseClass: 'Выберите класс',
  chooseTeacher: 'Выберите учителя',
  lesson: 'Урок',
  weekdays: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'],
  empty: 'Расписания пока нет',
  emptyText: 'Его можно внести из файла в разделе «Импорт».',
  emptyMine: 'Уроков по этому расписанию у вас нет',
  emptyOther: 'Уроков по этому расписанию нет',
} as const;
