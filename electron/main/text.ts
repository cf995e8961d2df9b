/** The words of the shell: dialogs of the system and what is said when a start fails. */

export const DIALOG_TEXT = {
  table: 'Список для импорта',
  timetable: 'Файл расписания',
  netschool: 'Отчёт «Сетевого города»',
  plan: 'План: документ Word или таблица',
  copy: 'Куда сделать копию',
  restore: 'Папка с копией журнала',
  save: 'Сохранить',
} as const;

const tables = { name: 'Таблицы', extensions: ['xlsx', 'ods', 'csv', 'txt', 'tsv', 'xls'] };
const everything = { name: 'Все файлы', extensions: ['*'] };

export const FILE_FILTERS = {
  table: [tables, everything],
  timetable: [
    { name: 'Расписание', extensions: ['xml', 'fet', 'csv', 'xlsx', 'ods', 'txt'] },
    everything,
  ],
  netschool: [{ name: 'Таблицы', extensions: ['xlsx', 'ods'] }, everything],
  plan: [
    { name: 'Документы и таблицы', extensions: ['docx', 'xlsx', 'ods', 'csv', 'txt', 'doc'] },
    everything,
  ],
  pdf: [{ name: 'Документ PDF', extensions: ['pdf'] }],
  xlsx: [{ name: 'Таблица Excel', extensions: ['xlsx'] }],
  csv: [{ name: 'Таблица CSV', extensions: ['csv'] }],
  fet: [{ name: 'Файл FET', extensions: ['fet'] }],
};

export const FAILURE_TEXT = {
  title: 'Школьный журнал',
  coreLost:
    'Внутренняя часть программы остановилась. Всё, что было показано как сохранённое, цело. ' +
    'Она уже запущена снова: войдите ещё раз.',
  startFailed:
    'Программа не смогла запуститься. Данные не изменены. Запустите её ещё раз; если не поможет, ' +
    'покажите администратору файл журнала событий в папке',
} as const;
