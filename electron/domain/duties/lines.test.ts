import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '../calendar/iso-date';
import { at } from '../regulation/instant';
import { DUTY_STATES, isDutyOf, stateOf, type Duty } from './duty';
import { dueWords } from './due-words';
import { dutyLines } from './lines';

const NOW = '2026-11-19T15:00';
const duty: fc.Arbitrary<Duty> = fc
  .record({
    kind: fc.constantFrom('topicMissing', 'lessonEmpty'),
    staffId: fc.constantFrom(1, 2, null),
    page: fc.integer({ min: 1, max: 3 }),
    days: fc.integer({ min: -20, max: 20 }),
    hour: fc.constantFrom('08:00', '18:00'),
    closed: fc.constantFrom(undefined, 'windowOver'),
  })
  .map(({ kind, staffId, page, days, hour, closed }) => {
    const date = addDays('2026-11-19', days);
    return {
      kind,
      staffId,
      role: 'teacher',
      classIds: [page],
      where: '8-Б, алгебра',
      group: `page ${page}`,
      place: { at: 'lesson', pageId: page, date, number: 1 },
      due: at(date, hour),
      clauses: [],
      count: 1,
      closed,
    } as const;
  });

test('lines count every duty once, are in order of urgency, and lead to the first of theirs', () => {
  fc.assert(
    fc.property(fc.array(duty, { maxLength: 40 }), (duties) => {
      const lines = dutyLines(duties, NOW);
      expect(lines.reduce((sum, { count }) => sum + count, 0)).toBe(duties.length);
      expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
      const ranks = lines.map(({ state }) => DUTY_STATES.indexOf(state));
      expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      for (const line of lines) {
        const own = duties.filter(
          (one) =>
            one.kind === line.kind &&
            one.staffId === line.staffId &&
            one.classIds[0] === line.classIds[0] &&
            stateOf(one, NOW) === line.state,
        );
        expect(own.every(({ due }) => due >= line.due)).toBe(true);
        expect(own.some(({ due, place }) => due === line.due && place === line.place)).toBe(true);
      }
    }),
  );
});

test('three lessons of a page are one line of the people’s words', () => {
  const of = (date: `2026-11-${number}`): Duty => ({
    kind: 'topicMissing',
    staffId: 1,
    role: 'teacher',
    classIds: [1],
    where: '8-Б, алгебра',
    group: 'page 1',
    place: { at: 'lesson', pageId: 1, date, number: 2 },
    due: `${date}T18:00`,
    clauses: ['ТИП 2.5'],
    count: 1,
  });
  const lines = dutyLines([of('2026-11-19'), of('2026-11-17'), of('2026-11-16')], NOW);
  expect(lines.map(({ text, state, due }) => [text, state, due])).toEqual([
    ['2 урока без темы', 'overdue', '2026-11-16T18:00'],
    ['1 урок без темы', 'today', '2026-11-19T18:00'],
  ]);
});

test('a week ends with its Sunday', () => {
  const state = (due: `2026-11-${number}T12:00`) => stateOf({ due }, NOW);
  expect(state('2026-11-22T12:00')).toBe('week');
  expect(state('2026-11-23T12:00')).toBe('later');
});

test('what is closed nobody owes, what is a role’s all who hold it', () => {
  const deputy = { staffId: 5, roles: ['deputy', 'teacher'] as const };
  expect(isDutyOf(deputy, { staffId: null, role: 'deputy' })).toBe(true);
  expect(isDutyOf(deputy, { staffId: 4, role: 'deputy' })).toBe(false);
  expect(isDutyOf(deputy, { staffId: 5, role: 'classTeacher' })).toBe(false);
  expect(isDutyOf(deputy, { staffId: 5, role: 'teacher', closed: 'windowOver' })).toBe(false);
});

test('till when, as people say it', () => {
  const words = (due: `2026-${number}-${number}T${string}`) =>
    dueWords(due, stateOf({ due }, NOW), NOW);
  expect(words('2026-11-19T18:00')).toBe('до сегодня 18:00');
  expect(words('2026-11-19T23:59')).toBe('до конца дня');
  expect(words('2026-11-19T14:30')).toBe('срок вышел сегодня в 14:30');
  expect(words('2026-11-17T23:59')).toBe('срок вышел 17 ноября');
  expect(words('2026-11-20T23:59')).toBe('до пятницы, 20 ноября');
  expect(words('2026-11-20T11:00')).toBe('до пятницы, 20 ноября, 11:00');
  expect(words('2026-12-30T23:59')).toBe('до 30 декабря');
});
