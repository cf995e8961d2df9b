import { plural } from '../text/plural';

type Words = (count: number, what: string) => string;

const lessons = (count: number) => `${count} ${plural(count, 'урок', 'урока', 'уроков')}`;

/** Every kind of duty (D1) and how people say so many of it. A source of duties adds its own. */
export const DUTY_KINDS = {
  /** Nothing at all was entered: neither a topic nor who was absent. */
  lessonEmpty: (count) =>
    `${lessons(count)} ${plural(count, 'не заполнен', 'не заполнены', 'не заполнены')}`,
  topicMissing: (count) => `${lessons(count)} без темы`,
  /** The plan names homework for the lesson, the journal has none. */
  homeworkMissing: (count) => `${lessons(count)} без домашнего задания, которое есть в плане`,
} as const satisfies Record<string, Words>;

export type DutyKind = keyof typeof DUTY_KINDS;

/** «3 урока без темы» */
export const dutyWords = (kind: DutyKind, count: number, what = ''): string => {
  const words: Words = DUTY_KINDS[kind];
  return words(count, what);
};
