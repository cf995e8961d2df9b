import { plural } from '../text/plural';

type Words = (count: number, what: string) => string;

const pupils = (count: number) => `${count} ${plural(count, 'ученик', 'ученика', 'учеников')}`;
const toPupils = (count: number) => `${count} ${plural(count, 'ученику', 'ученикам', 'ученикам')}`;
const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** Every kind of duty (D1) and how people say so many of it. A source of duties adds its own. */
export const DUTY_KINDS = {
  /** Nothing at all was entered: neither a topic nor who was absent. */
  lessonEmpty: (count) =>
    `${lessons(count)} ${plural(count, 'не заполнен', 'не заполнены', 'не заполнены')}`,
  topicMissing: (count) => `${lessons(count)} без темы`,
  /** The plan names homework for the lesson, the journal has none. */
  homeworkMissing: (count) => `${lessons(count)} без домашнего задания по плану`,
  /** A written work that waits for its marks. */
  workUnmarked: (count, what) => `Выставить отметки: ${what}, ${pupils(count)}`,
  debtPast: (count) =>
    `${count} ${plural(count, 'долг', 'долга', 'долгов')}: срок сдачи вышел, нужна отметка`,
  periodMarks: (count, what) => `Выставить отметки за ${what}: ${pupils(count)}`,
  /** For the class teacher to look after: the marks are set by their teachers. */
  classWithoutMarks: (count, what) => `Напомнить учителям: ${pupils(count)} без отметок за ${what}`,
  fewMarks: (count, what) => `${toPupils(count)} не хватает отметок для итоговой за ${what}`,
  planMissing: () => 'Внести план (КТП)',
  dataCheck: (count) => `Сверить данные учеников: ${pupils(count)}`,
  lessonsWithoutTeacher: (count) => `${lessons(count)} без учителя: назначить замену`,
  pageWithoutTeacher: (count) => `${lessons(count)} без учителя: назначить в нагрузке`,
  controlsProposed: (count) =>
    `${count} ${plural(count, 'контрольная предложена', 'контрольные предложены', 'контрольных предложено')}: утвердить в графике`,
  controlsMisplaced: (count) =>
    `${count} ${plural(count, 'контрольная стоит', 'контрольные стоят', 'контрольных стоят')} в графике не на уроке: перенести`,
  backupFirst: () => 'Сделать первую резервную копию журнала',
  /** Counted in days since the last one. */
  backupLate: (count) =>
    `Резервная копия: последней ${count} ${plural(count, 'день', 'дня', 'дней')}`,
  /** Sections of the readiness that are not done. */
  setUp: (count, what) =>
    count === 1
      ? `Подготовить журнал к учебному году: «${what}»`
      : `Подготовить журнал к учебному году: ${count} ${plural(count, 'раздел', 'раздела', 'разделов')}`,
  /** Told to who answers for all plans; each teacher is told of the own. */
  plansMissing: (count) =>
    `Нет планов (КТП) у ${count} ${plural(count, 'страницы', 'страниц', 'страниц')} журнала`,
  yearUnopened: () => 'Открыть новый учебный год',
  regulationDraft: (_count, what) => `Утвердить проект регламента «${what}»`,
  regulationIdle: (_count, what) => `Ввести в действие утверждённый регламент «${what}»`,
  summarySheets: (count, what) =>
    count === 1
      ? `Распечатать сводную ведомость за год: ${what}`
      : `Распечатать сводные ведомости за год: ${count} ${plural(count, 'класс', 'класса', 'классов')}`,
  programmeReport: () => 'Распечатать отчёт о выполнении программ',
} as const satisfies Record<string, Words>;

export type DutyKind = keyof typeof DUTY_KINDS;

/** «3 урока без темы» */
export const dutyWords = (kind: DutyKind, count: number, what = ''): string => {
  const words: Words = DUTY_KINDS[kind];
  return words(count, what);
};
