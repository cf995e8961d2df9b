/** Names of the screens, as the rail and the search show them. */
export const screenTexts = {
  start: 'Мои дела',
  duties: 'Дела школы',
  journal: 'Журнал',
  attendance: 'Посещаемость',
  timetable: 'Расписание',
  plans: 'Планы (КТП)',
  pupils: 'Ученики',
  reports: 'Отчёты',
  copies: 'Копии',
  school: 'Школа',
  regulation: 'Регламент',
  import: 'Импорт',
  people: 'Пользователи',
} as const;
