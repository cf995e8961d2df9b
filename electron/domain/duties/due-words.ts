import { weekdayOf, type IsoDate } from '../calendar/iso-date';
import { MONTHS_OF } from '../calendar/month-names';
import { dayOf, endOf, type LocalInstant } from '../regulation/instant';
import type { DutyState } from './duty';

const WEEKDAYS_OF = [
  'понедельника',
  'вторника',
  'среды',
  'четверга',
  'пятницы',
  'субботы',
  'воскресенья',
] as const;

const dayWords = (day: IsoDate): string => {
  const [, month, number] = day.split('-');
  return `${Number(number)} ${MONTHS_OF[Number(month) - 1]}`;
};

/** «до сегодня 18:00», «до пятницы, 27 ноября», «до 30 июня», «срок вышел 17 ноября». */
export function dueWords(due: LocalInstant, state: DutyState, now: LocalInstant): string {
  const day = dayOf(due);
  const time = due === endOf(day) ? '' : due.slice(11);
  const withTime = (words: string) => (time === '' ? words : `${words}, ${time}`);
  switch (state) {
    case 'overdue':
      if (day === dayOf(now)) return `срок вышел сегодня в ${time}`;
      return `срок вышел ${dayWords(day)}`;
    case 'closed':
      return `срок был ${dayWords(day)}`;
    case 'today':
      return time === '' ? 'до конца дня' : `до сегодня ${time}`;
    case 'week':
      return withTime(`до ${WEEKDAYS_OF[weekdayOf(day) - 1]}, ${dayWords(day)}`);
    case 'later':
      return `до ${dayWords(day)}`;
  }
}

/** Names of the parts of a list. */
export const STATE_NAMES: Readonly<Record<DutyState, string>> = {
  overdue: 'Просрочено',
  today: 'Сегодня',
  week: 'На этой неделе',
  later: 'Позже',
  closed: 'Уже закрыто',
};
