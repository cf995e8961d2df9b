import { expect, test } from 'vitest';
import { SECTION_KEYS } from '#domain/readiness/sections';
import { queryClient } from '../../api/query-client';
import { SESSION_KEY } from '../../api/session-state';
import { mayOpen } from '../../routes/screens-for';
import { placeOfSection } from './places';

test('whoever sees the checklist can go where each section is made', () => {
  for (const role of ['administrator', 'director', 'deputy'] as const) {
    for (const section of SECTION_KEYS) {
      expect(mayOpen([role], placeOfSection(section, [role]))).toBe(true);
    }
  }
});

test('who may not make the timetable by the regulation is led to where it is seen', () => {
  queryClient.setQueryData(SESSION_KEY, { rights: { changeTimetable: ['deputy'] } });
  expect(placeOfSection('timetable', ['deputy'])).toBe('/timetable/editor');
  expect(placeOfSection('timetable', ['director'])).toBe('/timetable');
});
