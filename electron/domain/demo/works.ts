import type { DefaultWorkKindName } from '../marks/work-kinds';
import type { DefaultSubjectName } from '../school/default-subjects';

/** What a pupil may have a gift for. */
export type Area = 'humanities' | 'science' | 'practice';

/** How a subject is marked: what is done on most lessons, what every fifth, what ends a topic. */
export type MarkingStyle = {
  readonly area: Area;
  /** How far its marks lie above (below) the school's. */
  readonly ease: number;
  readonly usual: readonly DefaultWorkKindName[];
  readonly written: readonly DefaultWorkKindName[];
  readonly control: readonly DefaultWorkKindName[];
};

const EXACT = {
  area: 'science',
  ease: -0.2,
  usual: ['Ответ на уроке', 'Работа на уроке', 'Ответ на уроке'],
  written: [
    'Самостоятельная работа',
    'Проверочная работа',
    'Самостоятельная работа',
    'Тестирование',
  ],
  control: ['Контрольная работа'],
} as const satisfies MarkingStyle;

const ORAL = {
  area: 'humanities',
  ease: 0.05,
  usual: ['Ответ на уроке', 'Устный развёрнутый ответ', 'Работа на уроке'],
  written: ['Тестирование', 'Проверочная работа', 'Доклад/Презентация'],
  control: ['Контрольная работа'],
} as const satisfies MarkingStyle;

const CREATIVE = {
  area: 'practice',
  ease: 0.55,
  usual: ['Работа на уроке'],
  written: ['Практическая работа', 'Работа на уроке'],
  control: ['Проект'],
} as const satisfies MarkingStyle;

const NATURAL = {
  ...EXACT,
  ease: -0.1,
  written: ['Лабораторная работа', 'Самостоятельная работа', 'Практическая работа'],
} as const satisfies MarkingStyle;

const STYLES: Readonly<Partial<Record<DefaultSubjectName, MarkingStyle>>> = {
  'Русский язык': {
    area: 'humanities',
    ease: -0.15,
    usual: ['Ответ на уроке', 'Работа на уроке', 'Работа в тетради'],
    written: ['Проверочная работа', 'Предметный диктант', 'Самостоятельная работа', 'Изложение'],
    control: ['Диктант', 'Контрольная работа'],
  },
  'Литературное чтение': {
    ...ORAL,
    written: ['Чтение наизусть', 'Пересказ текста', 'Проверочная работа'],
  },
  Литература: { ...ORAL, written: ['Чтение наизусть', 'Тестирование'], control: ['Сочинение'] },
  'Иностранный язык (английский)': {
    ...ORAL,
    ease: 0,
    written: ['Контроль лексики', 'Контроль грамматики', 'Контроль аудирования'],
  },
  География: { ...ORAL, written: ['Практическая работа', 'Работа с картами', 'Тестирование'] },
  'Окружающий мир': ORAL,
  История: ORAL,
  Обществознание: ORAL,
  Информатика: { ...NATURAL, ease: 0.2, written: ['Практическая работа', 'Тестирование'] },
  Физика: NATURAL,
  Химия: NATURAL,
  Биология: { ...NATURAL, ease: 0 },
  'Изобразительное искусство': CREATIVE,
  Музыка: CREATIVE,
  'Труд (технология)': CREATIVE,
  'Физическая культура': { ...CREATIVE, written: ['Зачёт'], control: ['Зачёт'] },
  'Основы безопасности и защиты Родины': { ...ORAL, ease: 0.3 },
  'Индивидуальный проект': { ...CREATIVE, control: ['Зачёт'] },
};

/** How the subject is marked; what is not named is marked as mathematics is. */
export const markingStyleOf = (subject: DefaultSubjectName): MarkingStyle =>
  STYLES[subject] ?? EXACT;

/** How exemplary schools call the title of a work: «Контрольная работа по теме „…“». */
export function workTitle(kind: DefaultWorkKindName, topic: string): string {
  return `${kind} по теме «${topic.replaceAll('«', '„').replaceAll('»', '“')}»`;
}
