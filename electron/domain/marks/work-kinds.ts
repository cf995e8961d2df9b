/** A kind of work (вид работы) as a new journal gets it. */
export type DefaultWorkKind = {
  readonly name: string;
  readonly shortName: string;
  /** What a mark for it counts in the weighted average. */
  readonly weight: number;
  /** Written work is checked later than an oral answer, so its marks have a later deadline (R1). */
  readonly written: boolean;
};

/**
 * The dictionary a new journal starts with (S6), the most used kinds first. The names are those of
 * the journals Russian schools use today, so that their records can be taken over.
 */
export const DEFAULT_WORK_KINDS = [
  { name: 'Ответ на уроке', shortName: 'Отв', weight: 1, written: false },
  { name: 'Работа на уроке', shortName: 'Р/у', weight: 1, written: false },
  { name: 'Домашнее задание', shortName: 'Д/з', weight: 1, written: true },
  { name: 'Самостоятельная работа', shortName: 'С/р', weight: 2, written: true },
  { name: 'Контрольная работа', shortName: 'К/р', weight: 3, written: true },
  { name: 'Проверочная работа', shortName: 'Пр/р', weight: 2, written: true },
  { name: 'Практическая работа', shortName: 'Практ', weight: 2, written: true },
  { name: 'Лабораторная работа', shortName: 'Л/р', weight: 2, written: true },
  { name: 'Тестирование', shortName: 'Тест', weight: 2, written: true },
  { name: 'Диктант', shortName: 'Дикт', weight: 3, written: true },
  { name: 'Предметный диктант', shortName: 'П/д', weight: 1, written: true },
  { name: 'Изложение', shortName: 'Изл', weight: 3, written: true },
  { name: 'Изложение с элементами сочинения', shortName: 'Изл+', weight: 3, written: true },
  { name: 'Сочинение', shortName: 'Соч', weight: 3, written: true },
  { name: 'Контрольное списывание', shortName: 'К/сп', weight: 2, written: true },
  { name: 'Чтение наизусть', shortName: 'Наиз', weight: 1, written: false },
  { name: 'Пересказ текста', shortName: 'Перес', weight: 1, written: false },
  { name: 'Устный развёрнутый ответ', shortName: 'У/отв', weight: 1, written: false },
  { name: 'Контроль аудирования', shortName: 'Ауд', weight: 2, written: true },
  { name: 'Контроль грамматики', shortName: 'Грам', weight: 2, written: true },
  { name: 'Контроль лексики', shortName: 'Лекс', weight: 2, written: true },
  { name: 'Работа с картами', shortName: 'Карты', weight: 1, written: true },
  { name: 'Работа в тетради', shortName: 'Р/т', weight: 1, written: true },
  { name: 'Ведение рабочей тетради', shortName: 'Тетр', weight: 1, written: true },
  { name: 'Доклад/Презентация', shortName: 'Докл', weight: 1, written: false },
  { name: 'Реферат', shortName: 'Реф', weight: 1, written: true },
  { name: 'Проект', shortName: 'Проект', weight: 2, written: true },
  { name: 'Тематическая работа', shortName: 'Тем/р', weight: 2, written: true },
  { name: 'Зачёт', shortName: 'Зач', weight: 2, written: false },
  { name: 'Дифференцированный зачёт', shortName: 'Д/зач', weight: 2, written: false },
  { name: 'Диагностическая работа', shortName: 'Диагн', weight: 1, written: true },
  { name: 'Диагностическая контрольная работа', shortName: 'ДКР', weight: 3, written: true },
  { name: 'Экзамен', shortName: 'Экз', weight: 3, written: true },
] as const satisfies readonly DefaultWorkKind[];

export type DefaultWorkKindName = (typeof DEFAULT_WORK_KINDS)[number]['name'];

/** A control work is written by everybody, whatever the school calls its kinds of it. */
export const isControlKind = (name: string): boolean => /контрольн/iu.test(name);
