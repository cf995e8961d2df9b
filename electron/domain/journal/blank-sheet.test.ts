import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { IsoDate } from '../calendar/iso-date';
import { blankSheets, type BlankPage } from './blank-sheet';

const span = { school: 'Школа', of: '8-А', from: '2026-11-23', to: '2026-11-28' } as const;
const page = (lessons: number): BlankPage => ({
  title: '8-А. Алгебра',
  teachers: ['Ершова А. П.'],
  pupils: ['Абрамов Олег', 'Власов Пётр'],
  lessons: Array.from({ length: lessons }, (_, index) => ({
    date: `2026-11-${String(1 + index).padStart(2, '0')}` as IsoDate,
    number: 1 + (index % 7),
  })),
});

test('every lesson has a column for marks and a line for its topic, whatever their number', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }), (counts) => {
      const { parts } = blankSheets(counts.map(page), span);
      const grids = parts.filter((_, index) => index % 2 === 0);
      const lines = parts.filter((_, index) => index % 2 === 1);
      const columns = grids.reduce((sum, part) => sum + part.columns.length - 2, 0);
      const topics = lines.reduce((sum, part) => sum + part.rows.length, 0);
      const lessons = counts.reduce((sum, count) => sum + count, 0);
      expect([columns, topics]).toEqual([lessons, lessons]);
      expect(grids.every(({ columns: all }) => all.length <= 14)).toBe(true);
      expect(grids.filter(({ newPage }) => newPage !== true).length).toBe(lessons > 0 ? 1 : 0);
    }),
  );
});

test('without lessons it says so', () => {
  expect(blankSheets([page(0)], span).lines).toEqual(['Уроков в эти дни нет.']);
});
