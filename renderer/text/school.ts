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
  tabGroups: { school: 'Школа', teaching: 'Обучение' },
  tabs: {
    overview: 'Обзор',
    classes: 'Классы',
    curriculum: 'Учебный план',
    load: 'Нагрузка',
    groups: 'Группы',
    individual: 'ИУП',
    profile: 'Сведения',
    rooms: 'Здания и кабинеты',
    bells: 'Звонки',
    calendar: 'Год и периоды',
    subjects: 'Предметы',
    workKinds: 'Виды работ',
    scales: 'Оценивание',
    staff: 'Сотрудники',
  },
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
