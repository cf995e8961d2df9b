import type { CurriculumPart } from '#domain/curriculum/totals';

export const curriculumTexts = {
  title: 'Учебный план',
  hint: 'Часы в неделю. Цифры и запятая — ввод, Enter вниз, Delete — не изучается, Ctrl+C и Ctrl+V — обмен с таблицей, Ctrl+Z — отменить.',
  readOnlyHint: 'Часы в неделю по классам и предметам.',
  table: 'Учебный план: предметы и классы',
  subject: 'Предмет',
  grades: 'Классы',
  ranges: { all: 'Все', primary: '1–4', basic: '5–9', senior: '10–11' },
  parts: {
    mandatory: 'Обязательная часть',
    formed: 'Формируемая часть',
    extra: 'Внеурочная деятельность',
  } satisfies Record<CurriculumPart, string>,
  signs: { mandatory: '', formed: 'ф', extra: 'в' } satisfies Record<CurriculumPart, string>,
  counted: 'Всего / предел СанПиН',
  ofLimit: (hours: string, limit: number) => `${hours}/${limit}`,
  limit: (limit: number) =>
    `Не больше ${limit} ч в неделю без внеурочной деятельности (СанПиН 1.2.3685-21, таблица 6.6)`,
  overLimit: (over: string) => `На ${over} ч больше, чем разрешает СанПиН 1.2.3685-21, таблица 6.6`,
  strip: 'Выбранные ячейки',
  part: 'Часть плана',
  grading: 'Аттестация',
  gradings: {
    subject: 'как у предмета',
    marks: 'отметки',
    credit: 'зачёт',
    none: 'без аттестации',
  },
  gradingSigns: { marks: 'о', credit: 'з', none: 'б/а' },
  hoursPerYear: 'Часов в год',
  weeks: (weeks: number) => `${weeks} учебных недель`,
  chosen: (count: number) => `Выбрано ячеек: ${count}`,
  copyColumn: (name: string) => `${name} — в параллель`,
  copied: (names: string) => `План скопирован в ${names}.`,
  noParallel: 'Других классов этой параллели нет.',
  notHours: (text: string) =>
    `«${text}» — не часы. Подойдут числа до 40, дробь через запятую: 0,5.`,
  nothingChosen: 'В выбранных ячейках часов нет: сначала впишите часы.',
  empty: 'Классов в этом году пока нет',
  emptyText: 'Учебный план составляется по классам. Добавьте их на вкладке «Классы».',
  toClasses: 'Перейти к классам',
} as const;
