import { afterEach, beforeEach, expect, test } from 'vitest';
import { startingRegulation } from '#domain/regulation/stored';
import { temporaryJournal } from '../testing/temporary-journal';
import { findRegulationOn, insertRegulation, saveRegulation } from './regulation';

let place: ReturnType<typeof temporaryJournal>;
beforeEach(() => {
  place = temporaryJournal();
});
afterEach(() => place.remove());

const titled = (title: string) => ({ ...startingRegulation(), title });
const titleNow = () => findRegulationOn(place.journal.db, '2026-11-23')?.title;

test('the rules asked for are those written last, also inside a transaction that is undone', () => {
  const { journal } = place;
  const id = journal.write((db) =>
    insertRegulation(db, {
      document: titled('Первый'),
      fromDate: '2026-09-01',
      madeAt: '2026-09-01T08:00:00.000Z',
      madeBy: '',
    }),
  );
  expect(titleNow()).toBe('Первый');
  expect(() =>
    journal.write((db) => {
      saveRegulation(db, id, { document: titled('Не сбылось'), version: 2 });
      expect(titleNow()).toBe('Не сбылось');
      throw new Error('undone');
    }),
  ).toThrow('undone');
  expect(titleNow()).toBe('Первый');
  journal.write((db) => saveRegulation(db, id, { document: titled('Второй'), version: 2 }));
  expect(titleNow()).toBe('Второй');
});
