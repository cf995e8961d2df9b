import { formatDate, type IsoDate } from '#domain/calendar/iso-date';
import { plural } from './common';

/** «каб. 204»; a room with a name of its own («Спортзал») stands as it is. */
export const roomText = (room: string): string => (/^\d/.test(room) ? `каб.\u00a0${room}` : room);

export const timetableTexts = {
  title: 'Расписание',
  tabs: { view: 'Просмотр', editor: 'Редактор' },
  show: 'Чьё расписание',
  modes: {
    mine: 'Моё',
    class: 'Класс',
    teacher: 'Учитель',
    room: 'Кабинет',
    pupil: 'Ученик',
  },
  choose: {
    class: 'Выберите класс',
    teacher: 'Выберите учителя',
    room: 'Выберите кабинет',
    pupil: 'Выберите ученика',
  },
  day: 'Неделя, на которую приходится день',
  previousWeek: 'Предыдущая неделя',
  nextWeek: 'Следующая неделя',
  thisWeek: 'Эта неделя',
  which: 'Какое расписание',
  held: 'Уроки недели с изменениями',
  heldGroup: 'По дням',
  versionsGroup: 'Версии расписания',
  version: (name: string, state: 'draft' | 'past' | 'now' | 'coming' | 'replaced', from: string) =>
    ({
      draft: `${name} — черновик`,
      past: `${name} — действовало с ${from}`,
      now: `${name} — действует с ${from}`,
      coming: `${name} — будет действовать с ${from}`,
      replaced: `${name} — не действовало`,
    })[state],
  heldWeek: (from: IsoDate, to: IsoDate) => `с ${formatDate(from)} по ${formatDate(to)}`,
  dayOfWeek: (name: string, day: IsoDate) => `${name}, ${Number(day.slice(8))}.${day.slice(5, 7)}`,
  changed: (count: number) =>
    `${count} ${plural(count, 'изменение', 'изменения', 'изменений')} за неделю`,
  unchanged: 'без изменений',
  noLessons: 'На этой неделе уроков нет',
  noLessonsText: 'Каникулы, праздники или уроки не разложены. Выберите другую неделю.',
  week: { 1: 'неделя А', 2: 'неделя Б' },
  weekSign: { 1: 'нед. А', 2: 'нед. Б' },
  toPaper: 'Печать и файлы',
  paper: 'Расписание на бумаге',
  paperOf: 'Что напечатать',
  backToWeek: 'К расписанию',
  papers: {
    one: 'То, что на экране',
    class: 'Все классы, лист на класс',
    teacher: 'Все учителя',
    room: 'Все кабинеты',
    schoolA4: 'Вся школа для стены, листы A4',
    schoolA3: 'Вся школа для стены, листы A3',
  },
  lesson: 'Урок',
  weekdays: ['Понедельник', 'Вторник', 'Среда', 'Четверг', 'Пятница', 'Суббота', 'Воскресенье'],
  empty: 'Расписания пока нет',
  emptyText: 'Его можно внести из файла в разделе «Импорт».',
  emptyMine: 'Уроков по этому расписанию у вас нет',
  emptyOther: 'Уроков по этому расписанию нет',
} as const;
