export const commonTexts = {
  program: 'Школьный журнал',
  loading: 'Загружается…',
  cancel: 'Отмена',
  close: 'Закрыть',
  back: 'Назад',
  next: 'Дальше',
  retry: 'Повторить',
  print: 'Напечатать',
  copy: 'Скопировать',
  wrongDate: 'Такого дня нет',
  datePattern: 'ДД.ММ.ГГГГ',
  copied: 'Скопировано: строки можно вставить в таблицу.',
  screenError: {
    title: 'Этот экран не открылся из-за ошибки в программе.',
    text: 'Всё сохранённое цело. Откройте экран ещё раз; если не поможет, откройте программу заново — понадобится войти.',
    again: 'Открыть ещё раз',
    reload: 'Открыть программу заново',
  },
  printOutcome: {
    cancelled: 'Печать отменена.',
    noPrinter: 'Принтер не найден. Подключите его или выберите другой в настройках компьютера.',
  },
} as const;

export const listFilterTexts = {
  class: 'Класс',
  from: 'С',
  to: 'По',
  everybody: 'Все',
} as const;

export const tableTexts = {
  filter: 'Найти в таблице',
  clearFilter: 'Очистить поиск',
  copyAll: 'Скопировать таблицу',
  print: 'Напечатать таблицу',
  saveXlsx: 'Сохранить таблицу в XLSX',
  markAll: 'Отметить все строки',
  mark: (name: string) => `Отметить: ${name}`,
  count: (shown: number, all: number) =>
    shown === all ? `Строк: ${all}` : `Показано ${shown} из ${all}`,
  nothingFound: 'Ничего не найдено. Измените слово для поиска.',
} as const;

export const editTableTexts = {
  actions: 'Действия',
  remove: 'Убрать',
  add: 'Добавить строку',
} as const;

export { plural } from '#domain/text/plural';
