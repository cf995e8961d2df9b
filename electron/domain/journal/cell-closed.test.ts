import { expect, test } from 'vitest';
import { cellClosed } from './cell-closed';

const open = {
  canEdit: true,
  lessonDate: '2026-11-19',
  today: '2026-11-23',
  pupilFrom: '2026-09-01',
  pupilTo: null,
} as const;

test('a lesson of the past or of today is open to who teaches the page', () => {
  expect(cellClosed(open)).toBeUndefined();
  expect(cellClosed({ ...open, lessonDate: '2026-11-23' })).toBeUndefined();
});

test('everything else says why', () => {
  expect(cellClosed({ ...open, canEdit: false })).toBe('notYours');
  expect(cellClosed({ ...open, locked: true })).toBe('locked');
  expect(cellClosed({ ...open, locked: true, canEdit: false })).toBe('notYours');
  expect(cellClosed({ ...open, lessonDate: '2026-11-24' })).toBe('future');
  expect(cellClosed({ ...open, pupilFrom: '2026-11-20' })).toBe('notYetHere');
  expect(cellClosed({ ...open, pupilTo: '2026-11-18' })).toBe('alreadyGone');
  expect(cellClosed({ ...open, pupilTo: '2026-11-19' })).toBeUndefined();
});
