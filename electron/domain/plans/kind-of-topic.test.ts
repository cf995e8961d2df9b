import { expect, test } from 'vitest';
import { kindOfTopic, parseKind } from './kind-of-topic';

test.each([
  ['Контрольная работа № 1 по теме «Дроби»', 'control'],
  ['К/р «Квадратные корни»', 'control'],
  ['К.р. № 3', 'control'],
  ['Итоговая контрольная работа', 'control'],
  ['Зачёт по теме «Электричество»', 'control'],
  ['Контрольный диктант', 'control'],
  ['Диктант с грамматическим заданием', 'control'],
  ['Всероссийская проверочная работа', 'control'],
  ['Подготовка к контрольной работе', 'lesson'],
  ['Анализ контрольной работы. Работа над ошибками', 'lesson'],
  ['Словарный диктант', 'lesson'],
  ['Лабораторная работа № 2 «Измерение силы»', 'laboratory'],
  ['Л/р № 4', 'laboratory'],
  ['Практическая работа «Климат»', 'practical'],
  ['Экскурсия в природу', 'excursion'],
  ['Зачётная книжка', 'lesson'],
  ['Круговорот воды', 'lesson'],
  ['Сократ и его ученики', 'lesson'],
])('%s → %s', (topic, kind) => {
  expect(kindOfTopic(topic)).toBe(kind);
});

test.each([
  ['к/р', 'control'],
  ['Контрольная', 'control'],
  ['л', 'laboratory'],
  ['лр', 'laboratory'],
  ['пр', 'practical'],
  ['экскурсия', 'excursion'],
  ['урок', 'lesson'],
  ['', 'lesson'],
  ['что-то', undefined],
])('typed «%s» → %s', (typed, kind) => {
  expect(parseKind(typed)).toBe(kind);
});
