import { describe, expect, test } from 'vitest';
import { FULL_SCHOOL, SMALL_SCHOOL } from './classes';
import { curriculumOf, MAXIMUM_HOURS } from './curriculum';
import { distributeLoad } from './load';
import { randomOf } from './random';
import { firstStaff, recruiterOf } from './staff';
import { placeTimetable, type Activity } from './timetable';

function schoolOf(seed: number, classes = FULL_SCHOOL) {
  const random = randomOf(seed);
  const staff = firstStaff(recruiterOf(random.fork('names')), classes, '2026-09-01', random);
  const load = distributeLoad(classes, staff.teachers, random);
  const activities = load.assignments.flatMap(({ classIndex, line, teachers }) =>
    Array.from({ length: line.hours }, (): Activity => ({
      classIndex,
      subject: line.subject,
      teacherIds: teachers.map((teacher) => teacher.id),
      opensWeek: line.subject === 'Разговоры о важном',
    })),
  );
  return { staff, load, activities, slots: placeTimetable(activities, random.fork('timetable')) };
}

describe('the school of 24 classes', () => {
  test.each([1, 2, 3, 2026])('seed %i: 48 teachers, nobody and no class twice at once', (seed) => {
    const { staff, load, activities, slots } = schoolOf(seed);
    expect(staff.teachers).toHaveLength(48);
    expect(new Set(load.homerooms).size).toBe(24);
    const taken = new Set<string>();
    let length = 0;
    for (const [index, { classIndex, teacherIds }] of activities.entries()) {
      const { weekday, lessonNumber } = slots[index]!;
      taken.add(`class ${classIndex} ${weekday} ${lessonNumber}`);
      for (const id of teacherIds) taken.add(`teacher ${id} ${weekday} ${lessonNumber}`);
      length += 1 + teacherIds.length;
    }
    expect(taken.size).toBe(length);
    const hours = new Map<number, number>();
    for (const id of activities.flatMap((activity) => activity.teacherIds)) {
      hours.set(id, (hours.get(id) ?? 0) + 1);
    }
    expect(hours.size).toBe(48);
    expect(Math.max(...hours.values())).toBeLessThanOrEqual(27);
  });

  test('days have no gaps and the week opens with «Разговоры о важном»', () => {
    const { activities, slots } = schoolOf(7);
    const days = new Map<string, Set<number>>();
    for (const [index, activity] of activities.entries()) {
      const { weekday, lessonNumber } = slots[index]!;
      expect(activity.opensWeek).toBe(activity.subject === 'Разговоры о важном');
      expect(activity.opensWeek).toBe(weekday === 1 && lessonNumber === 1);
      const key = `${activity.classIndex} ${weekday}`;
      days.set(key, (days.get(key) ?? new Set()).add(lessonNumber));
    }
    for (const lessons of days.values()) expect(Math.max(...lessons)).toBe(lessons.size);
    expect(days.size).toBe(24 * 5);
  });
});

test('no grade has more hours than the sanitary rules allow', () => {
  for (const [grade, maximum] of Object.entries(MAXIMUM_HOURS)) {
    const hours = curriculumOf(Number(grade)).reduce((sum, line) => sum + line.hours, 0);
    expect(hours, `grade ${grade}`).toBeLessThanOrEqual(maximum);
    expect(hours, `grade ${grade}`).toBeGreaterThanOrEqual(maximum - 2);
  }
});

test('the same seed gives the same timetable, another seed another', () => {
  expect(schoolOf(5, SMALL_SCHOOL)).toEqual(schoolOf(5, SMALL_SCHOOL));
  expect(schoolOf(5, SMALL_SCHOOL).slots).not.toEqual(schoolOf(6, SMALL_SCHOOL).slots);
});

test('says so where no timetable can be', () => {
  const busy = Array.from({ length: 2 }, (_, index): Activity[] =>
    Array.from({ length: 5 }, () => ({
      classIndex: index,
      subject: 'Музыка',
      teacherIds: [1],
      opensWeek: false,
    })),
  ).flat();
  expect(() => placeTimetable(busy, randomOf(1))).toThrow('no timetable');
});
