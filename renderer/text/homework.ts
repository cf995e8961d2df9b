import type { HomeworkDay } from '#contract/homework';
import type { Manner } from '#domain/homework/homework';
import { MANNER_WORDS } from '#domain/homework/homework-words';
import { plural } from './common';
import { shortDay } from './journal';

const hours = (minutes: number): string => {
  const whole = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (whole === 0) return `${rest} мин`;
  return rest === 0 ? `${whole} ч` : `${whole} ч ${rest} мин`;
};

export const homeworkTexts = {
  title: 'Домашнее задание',
  hint: 'Что и как сделать: параграф, номера',
  key: 'Alt+H',
  notInThisGrade: 'В этом классе домашних заданий не задают.',
  fromPlan: 'Из плана:',
  takeFromPlan: 'Взять задание из плана (Ctrl+T)',
  nothingInPlan: 'Задания для этого урока в плане нет.',
  due: 'На какой урок',
  dueNext: (day: string | undefined) => (day === undefined ? 'следующий' : `следующий, ${day}`),
  dueLesson: (day: string) => `урок ${day}`,
  dueOther: 'другой день…',
  dueDay: 'На какой день',
  minutes: 'Сколько минут займёт',
  minutesUnit: 'мин',
  manner: 'Как выполнять',
  manners: {
    '': 'как выполнять',
    ...MANNER_WORDS,
  } satisfies Record<Manner, string>,
  materials: 'Файлы и ссылки',
  materialsHint: 'По одному в строке: карточка-4.pdf',
  addMaterials: '+ файлы и ссылки',
  addTask: '+ задание группе или ученикам',
  task: (number: number) => `Отдельное задание ${number}`,
  whom: 'Кому',
  chooseWhom: 'Группа или ученики',
  groups: 'Группы',
  pupils: 'Ученики',
  taskText: 'Что сделать',
  remove: 'Убрать отдельное задание',
  load: ({ date, minutes, norm }: HomeworkDay) =>
    `На ${shortDay(date)} задано ${hours(minutes)} из ${hours(norm)}`,
  overNorm: (norm: number) => `Больше нормы ${hours(norm)} на день (СанПиН 1.2.3685-21)`,
  unknown: (count: number) =>
    `и ещё ${count} ${plural(count, 'задание', 'задания', 'заданий')} без оценки времени`,
  subject: (name: string, minutes: number) => `${name} — ${hours(minutes)}`,
} as const;
