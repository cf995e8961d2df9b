import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPlanBook, type PlanBook } from './plan-book';

const row = (topic: string, used = false) => ({
  section: 'Раздел',
  topic,
  hours: 1,
  kind: 'lesson' as const,
  homework: '',
  resources: '',
  used,
});
const bookOf = (...topics: readonly string[]) => createPlanBook(topics.map((one) => row(one)));
const topics = (book: PlanBook) => book.state().rows.map(({ topic }) => topic);

test('typing fills a cell, a new topic says what it is, wrong hours are told', () => {
  const book = createPlanBook([]);
  book.setCell(0, 1, ' Контрольная работа № 1 ');
  expect(book.state().rows[0]).toMatchObject({ topic: 'Контрольная работа № 1', kind: 'control' });
  expect(book.setCell(0, 2, '0')).toBe(false);
  expect(book.state().problem).toBe('hours');
  expect(book.setCell(0, 2, '3')).toBe(true);
  expect(book.setCell(0, 3, 'лаб')).toBe(true);
  expect(book.state().rows[0]).toMatchObject({ hours: 3, kind: 'laboratory' });
});

test('a table of Word with its numbering goes into topics and hours', () => {
  const book = bookOf('Старая');
  book.moveTo({ row: 0, col: 1 });
  book.paste([
    ['1', 'Дроби', '2'],
    ['2', 'К/р «Дроби»', '1'],
    ['3', 'Корни', '5'],
  ]);
  expect(book.state().rows.map(({ topic, hours, kind }) => [topic, hours, kind])).toEqual([
    ['Дроби', 2, 'lesson'],
    ['К/р «Дроби»', 1, 'control'],
    ['Корни', 5, 'lesson'],
  ]);
  book.undo();
  expect(topics(book)).toEqual(['Старая']);
});

test('lines move, go and come back; one that was given does not go', () => {
  const book = createPlanBook([row('А'), row('Б', true), row('В')]);
  book.moveTo({ row: 2, col: 1 });
  book.shift(-1);
  expect(topics(book)).toEqual(['А', 'В', 'Б']);
  book.drag(0, 3);
  expect(topics(book)).toEqual(['В', 'Б', 'А']);
  book.moveTo({ row: 1, col: 1 });
  book.remove();
  expect(book.state().problem).toBe('used');
  book.moveTo({ row: 0, col: 1 });
  book.remove();
  expect(topics(book)).toEqual(['Б', 'А']);
  book.insert('above');
  expect(book.state().rows[0]).toMatchObject({ topic: '', section: 'Раздел' });
});

test('every change is taken back and done again, whatever they were', () => {
  const place = fc.record({ row: fc.nat(6), col: fc.nat(5) });
  const text = fc.constantFrom('2', 'К/р', 'у', '', 'Тема');
  const deed = fc.oneof(
    fc.tuple(place, text).map(([at, typed]) => (book: PlanBook) => {
      book.setCell(at.row, at.col, typed);
    }),
    place.map((at) => (book: PlanBook) => book.moveTo(at)),
    place.map((at) => (book: PlanBook) => book.moveTo(at, true)),
    fc.constantFrom('above' as const, 'below' as const).map((where) => (book: PlanBook) => {
      book.insert(where);
    }),
    fc.constant((book: PlanBook) => book.remove()),
    fc.constant((book: PlanBook) => book.clear()),
    fc.constant((book: PlanBook) => book.fillDown()),
    fc.constantFrom(1 as const, -1 as const).map((by) => (book: PlanBook) => book.shift(by)),
    fc.tuple(fc.nat(6), fc.nat(6)).map(([from, before]) => (book: PlanBook) => {
      book.drag(from, Math.min(before, book.state().rows.length));
    }),
    fc
      .array(fc.array(text, { maxLength: 3 }), { minLength: 1, maxLength: 4 })
      .map((table) => (book: PlanBook) => book.paste(table)),
  );
  fc.assert(
    fc.property(fc.array(deed, { maxLength: 25 }), (deeds) => {
      const book = bookOf('А', 'Б', 'В');
      const start = book.state().rows;
      for (const work of deeds) work(book);
      const end = book.state().rows;
      let steps = 0;
      for (book.undo(); book.state().problem !== 'nothingToUndo'; book.undo()) steps += 1;
      expect(book.state().rows).toEqual(start);
      for (let step = 0; step < steps; step += 1) book.redo();
      expect(book.state().rows).toEqual(end);
    }),
  );
});
