export const startTexts = {
  title: 'Начало',
  myPages: 'Мои страницы',
  noPages: 'Страниц журнала для вас пока нет',
  noPagesText: 'Они появятся, когда администратор внесёт расписание.',
} as const;
