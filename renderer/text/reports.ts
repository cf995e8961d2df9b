import type { PeriodKind } from '#domain/periods/period-name';

export const pdfTexts = {
  page: 'Номер страницы',
  pageOf: (page: number, pages: number) => `Страница ${page} из ${pages}`,
  of: (pages: number | null) => (pages === null ? 'из –' : `из ${pages}`),
  previousPage: 'Предыдущая страница',
  nextPage: 'Следующая страница',
  pagesGroup: 'Страницы',
  zoomGroup: 'Масштаб',
  smaller: 'Мельче (Ctrl+−)',
  larger: 'Крупнее (Ctrl++)',
  fitWidth: 'По ширине',
  asOnPaper: '100 %',
} as const;

export const summaryTexts = {
  title: 'Сводная ведомость учёта успеваемости',
  tab: 'Сводная ведомость',
  hint: 'По отметкам, которые уже стоят в журнале. Следующий класс — Alt+↓, предыдущий — Alt+↑.',
  class: 'Класс',
  periodKinds: {
    quarter: 'Четверть',
    trimester: 'Триместр',
    half: 'Полугодие',
    year: 'Период',
  } satisfies Record<PeriodKind, string>,
  nothingFound: 'Такого класса нет',
  previousClass: 'Предыдущий класс (Alt+↑)',
  nextClass: 'Следующий класс (Alt+↓)',
  preview: (className: string, period: string) => `Сводная ведомость ${className}, ${period}`,
  noClasses: 'Классов пока нет',
  noClassesText: 'Ведомость появится, когда в журнал внесут списки классов.',
  noOwnClass: 'Класса за вами нет',
  noOwnClassText: 'Ведомость класса видят администрация и его классный руководитель.',
  toImport: 'К импорту',
} as const;

export const blankTexts = {
  tab: 'На случай сбоя',
  title: 'Бланки на случай сбоя',
  hint: 'Напечатайте заранее: если компьютеры не работают, уроки записывают сюда, а потом переносят в журнал.',
  label: 'Бланки журнала для записи от руки',
  of: 'Чьи страницы',
  mine: 'Мои страницы',
  from: 'С',
  to: 'По',
  previous: 'Неделей раньше',
  next: 'Неделей позже',
} as const;
