import { expect, test } from 'vitest';
import { ROLES, type Role } from '#domain/people/roles';
import { screenTexts } from '../text/screens';
import { mayOpen, screensFor } from './screens-for';

const rail = (...roles: readonly Role[]) => screensFor(roles).map(({ title }) => title);

test('everybody sees the start, the timetable and the school', () => {
  for (const role of ROLES) {
    expect(rail(role), role).toEqual(
      expect.arrayContaining([screenTexts.start, screenTexts.timetable, screenTexts.school]),
    );
  }
});

test('what a role never needs is absent', () => {
  expect(rail('teacher')).not.toContain(screenTexts.pupils);
  expect(rail('teacher')).not.toContain(screenTexts.people);
  expect(rail('secretary')).toContain(screenTexts.pupils);
  expect(rail('secretary')).not.toContain(screenTexts.people);
  expect(rail('administrator')).toContain(screenTexts.people);
});

test('several roles see what any of them sees', () => {
  expect(rail('teacher', 'deputy')).toContain(screenTexts.people);
});

test('a kept address opens only where the role has its screen', () => {
  expect(mayOpen(['administrator'], '/people')).toBe(true);
  expect(mayOpen(['teacher'], '/people')).toBe(false);
  expect(mayOpen(['teacher'], '/timetable?of=class&class=3')).toBe(true);
  expect(mayOpen(['teacher'], '/')).toBe(true);
  expect(mayOpen(['teacher'], '/nothing-here')).toBe(false);
});
