import { expect, test } from 'vitest';
import { SECTION_KEYS } from '#domain/readiness/sections';
import { mayOpen } from '../../routes/screens-for';
import { placeOfSection } from './places';

test('whoever sees the checklist can go where each section is made', () => {
  for (const role of ['administrator', 'director', 'deputy'] as const) {
    for (const section of SECTION_KEYS) {
      expect(mayOpen([role], placeOfSection(section, [role]))).toBe(true);
    }
  }
  expect(placeOfSection('timetable', ['deputy'])).toBe('/timetable/editor');
  expect(placeOfSection('timetable', ['director'])).toBe('/timetable');
});
