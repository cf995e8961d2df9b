/** «каб. 204»; a room with a name of its own («Спортзал») stands as it is. */
export const roomText = (room: string): string => (/^\d/.test(room) ? `каб.\u00a0${room}` : room);

export const timetableTexts = {
  title: 'Расписание',
  tabs: { view: 'Просмотр' },
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
