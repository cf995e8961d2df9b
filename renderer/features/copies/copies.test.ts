import { describe, expect, test } from 'vitest';
import type { IsoDate } from '#domain/calendar/iso-date';
import { copiesTexts } from '../../text/copies';
import { ageText, copyAge } from './copy-age';
import { formatMoment } from './moment';
import { sizeText } from './size-text';

const at = (day: IsoDate) => ({ madeAt: `${day}T12:00:00.000Z` });
const today: IsoDate = '2026-11-23';

describe('the age of the last copy', () => {
  test('is of the newest, whatever the order is', () => {
    const copies = [at('2026-09-01'), at('2026-11-20'), at('2026-10-01')];
    expect(copyAge(copies, null, today)).toEqual({ level: 'fresh', days: 3, due: null });
  });

  test('is late once the day of the regulation is past, not on it', () => {
    const made = [at('2026-11-15')];
    const late = (due: IsoDate) => copyAge(made, due, today);
    expect(late('2026-11-23')).toEqual({ level: 'fair', days: 8, due: '2026-11-23' });
    expect(late('2026-11-22')).toEqual({ level: 'late', days: 8, due: '2026-11-22' });
    expect(ageText(late('2026-11-22'))).toMatch(/была нужна до 22\.11\.2026/);
    expect(ageText(late('2026-11-30'))).toBe('Следующая по регламенту — до 30.11.2026.');
  });

  test('is told where there is none, and is never below zero', () => {
    expect(copyAge([], null, today)).toEqual({ level: 'none' });
    expect(copyAge([at('2026-12-01')], null, today)).toMatchObject({ level: 'fresh', days: 0 });
  });

  test('in words', () => {
    expect([0, 1, 2, 11, 21].map(copiesTexts.age.days)).toEqual([
      'сегодня',
      'вчера',
      '2 дня назад',
      '11 дней назад',
      '21 день назад',
    ]);
  });
});

test('sizes as people read them', () => {
  expect(
    [0, 900, 1023, 1024, 10_000, 327_155_712, 1_610_612_736, 1_073_741_300, 32e9, 5e15].map(
      sizeText,
    ),
  ).toEqual([
    '0 байт',
    '900 байт',
    '1023 байт',
    '1 КБ',
    '9,8 КБ',
    '312 МБ',
    '1,5 ГБ',
    '1 ГБ',
    '30 ГБ',
    '4547 ТБ',
  ]);
});

test('a moment is shown by this computer’s clock', () => {
  const shown = formatMoment('2026-11-19T11:05:59.000Z');
  expect(shown).toMatch(/^19\.11\.2026, \d{2}:05$|^\d{2}\.11\.2026, \d{2}:\d{2}$/);
});

test('counts agree with their words', () => {
  const counts = { pupils: 1, staff: 2, classes: 24, lessons: 21, marks: 14_210 };
  expect(copiesTexts.counts(counts).replaceAll(/\s/g, ' ')).toBe(
    '1 ученик, 2 сотрудника, 24 класса, 21 урок, 14 210 отметок',
  );
});
