import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { FULL_SCHOOL, SMALL_SCHOOL, type ClassPlan } from './classes';
import { makeDemoSchool, type DemoPerson } from './demo-school';
import type { DemoRows } from './rows';

type AllRows = { -readonly [Name in keyof DemoRows]: DemoRows[Name][number][] };

function make(seed: number, today: '2026-11-22' | '2026-09-01', classes: readonly ClassPlan[]) {
  const all: Partial<Record<keyof DemoRows, unknown[]>> = {};
  const hash = createHash('sha256');
  const pieces = makeDemoSchool({ seed, today, years: 1, classes });
  let piece = pieces.next();
  for (; piece.done !== true; piece = pieces.next()) {
    hash.update(JSON.stringify(piece.value));
    for (const [name, rows] of Object.entries(piece.value.rows)) {
      (all[name as keyof DemoRows] ??= []).push(...rows);
    }
  }
  const people: readonly DemoPerson[] = piece.value;
  return { rows: all as AllRows, people, hash: hash.digest('hex') };
}

test('the same seed makes the same rows, another seed others', () => {
  const first = make(1, '2026-11-22', SMALL_SCHOOL).hash;
  expect(make(1, '2026-11-22', SMALL_SCHOOL).hash).toBe(first);
  expect(make(2, '2026-11-22', SMALL_SCHOOL).hash).not.toBe(first);
});

test('on the first day of a year there is a school but nothing is entered', () => {
  const { rows } = make(1, '2026-09-01', SMALL_SCHOOL);
  expect(rows.lessons.length).toBeGreaterThan(1000);
  expect([rows.cells, rows.marks, rows.lessonWorks, rows.periodMarks].flat()).toEqual([]);
  expect(rows.lessons.filter((lesson) => lesson[4] !== '')).toEqual([]);
});

describe('the full school', () => {
  const { rows, people } = make(2026, '2026-11-22', FULL_SCHOOL);

  test('has 24 classes, 48 teachers and about 620 pupils', () => {
    expect(rows.classes.filter(([, yearId]) => yearId === 1)).toHaveLength(24);
    expect(
      rows.staff.filter(([, , , , position]) => /^(?:Учитель|Преп)/.test(position)),
    ).toHaveLength(48);
    expect(Math.abs(rows.pupils.length - 628)).toBeLessThan(15);
    const names = rows.staff.map(([, last, first, middle]) => `${last} ${first} ${middle}`);
    expect(new Set(names).size).toBe(names.length);
  });

  test('has a stream of the upper classes and a pupil with an individual plan, at free hours', () => {
    const [stream] = rows.streamClasses;
    const [plan] = rows.individualPlans;
    expect(rows.groups.filter(([id]) => id === stream?.[0]).map(([, , , kind]) => kind)).toEqual([
      'stream',
    ]);
    const ownGroup = rows.individualPlanItems.find(([, , mode]) => mode === 'individual')?.[4];
    const special = rows.pages.filter(([, groupId]) => [stream?.[0], ownGroup].includes(groupId));
    expect(special).toHaveLength(2);
    const teacherOf = new Map(rows.pageTeachers.map(([pageId, staffId]) => [pageId, staffId]));
    const hours = rows.timetableEntries.map(
      ([version, weekday, number, pageId]) =>
        `${version} ${weekday} ${number} ${teacherOf.get(pageId)}`,
    );
    expect(new Set(hours).size).toBe(hours.length);
    // After the plan began the pupil has no cell on a page of the class in that subject.
    const lessons = new Map(rows.lessons.map((lesson) => [lesson[0], lesson]));
    const pages = new Map(rows.pages.map((page) => [page[0], page]));
    const away = new Set(rows.individualPlanItems.map(([, subjectId]) => subjectId));
    const wrong = rows.cells.filter(([lessonId, pupilId]) => {
      const lesson = lessons.get(lessonId);
      const [, groupId, subjectId] = pages.get(lesson?.[1] ?? 0) ?? [0, 0, 0];
      return (
        pupilId === plan?.[1] &&
        away.has(subjectId) &&
        groupId !== ownGroup &&
        (lesson?.[2] ?? '') >= plan[3]
      );
    });
    expect(wrong).toEqual([]);
  });

  test('has orders of movement that say what lists say, and one conditional promotion', () => {
    const kinds = Map.groupBy(rows.movements, ([, , , kind]) => kind);
    expect(kinds.get('conditionalPromotion')).toHaveLength(1);
    expect(kinds.get('transfer')).toHaveLength(1);
    expect(rows.debts).toHaveLength(1);
    const begun = rows.memberships.filter(
      ([, classId, , from]) => classId <= 24 && from > '2026-09-01',
    );
    const told = [...(kinds.get('arrival') ?? []), ...(kinds.get('transfer') ?? [])];
    expect(told.map(([, pupil, , , on, , to]) => [to, pupil, on])).toEqual(
      expect.arrayContaining(begun.map(([, classId, pupil, from]) => [classId, pupil, from])),
    );
    expect(told).toHaveLength(begun.length);
    expect(rows.movements.length).toBeGreaterThan(10);
    for (const [id] of rows.movements) {
      expect(rows.movementEffects.some(([movementId]) => movementId === id)).toBe(true);
    }
  });

  test('has people to log in as, each with work of their own', () => {
    expect(people.map(({ roles }) => roles.join())).toEqual([
      'director',
      'deputy',
      'administrator',
      'secretary',
      'classTeacher,teacher',
      'teacher',
    ]);
    expect(new Set(people.map(({ login }) => login)).size).toBe(6);
    const [classTeacher, teacher] = people.slice(4).map(({ staffId }) => staffId);
    const led = rows.classes.filter(
      ([, yearId, , , homeroom]) => yearId === 1 && homeroom === classTeacher,
    );
    expect(led.map(([, , grade, letter]) => `${grade}-${letter}`)).toEqual(['8-А']);
    expect(rows.pageTeachers.some(([, staff]) => staff === teacher)).toBe(true);
    expect(rows.classes.some(([, , , , homeroom]) => homeroom === teacher)).toBe(false);
  });

  test('has the marks a school has', () => {
    const share = (value: string) =>
      rows.marks.filter((mark) => mark[4] === value).length / rows.marks.length;
    expect(rows.marks.length).toBeGreaterThan(60_000);
    expect(share('5')).toBeGreaterThan(0.25);
    expect(share('4')).toBeGreaterThan(0.3);
    expect(share('3')).toBeGreaterThan(0.1);
    expect(share('2')).toBeGreaterThan(0.01);
    expect(share('2')).toBeLessThan(0.08);
    expect(share('.')).toBeGreaterThan(0);
    const values = new Set(rows.periodMarks.map((mark) => mark[3]));
    for (const value of ['5', '4', '3', '2', 'осв', 'н/а']) expect(values).toContain(value);
    const of = new Map<number, string[]>();
    for (const [pupil, , , value] of rows.periodMarks)
      of.set(pupil, [...(of.get(pupil) ?? []), value]);
    const excellent = [...of.values()].filter((marks) => marks.every((mark) => mark === '5'));
    expect(excellent.length).toBeGreaterThan(5);
    expect(excellent.length).toBeLessThan(100);
  });

  test('the marks of a pupil are alike', () => {
    const of = new Map<number, number[]>();
    for (const [, pupil, , , value] of rows.marks) {
      if (/^[2-5]$/.test(value)) of.set(pupil, [...(of.get(pupil) ?? []), Number(value)]);
    }
    const means = [...of.values()].map((marks) => marks.reduce((a, b) => a + b) / marks.length);
    const mean = means.reduce((a, b) => a + b) / means.length;
    const spread = Math.sqrt(means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / means.length);
    expect(spread).toBeGreaterThan(0.3);
  });

  test('has several marks in a cell, marks with an absence, long illness, and forgotten lessons', () => {
    expect(rows.marks.some(([, , position]) => position === 3 || position === 2)).toBe(true);
    const away = new Set(
      rows.cells
        .filter(([, , attendance]) => attendance === 'ill' || attendance === 'absent')
        .map(([lesson, pupil]) => `${lesson} ${pupil}`),
    );
    expect(rows.marks.some(([lesson, pupil]) => away.has(`${lesson} ${pupil}`))).toBe(true);
    const reasons = new Set(rows.cells.map(([, , attendance]) => attendance));
    expect(reasons).toEqual(new Set([null, 'ill', 'absent', 'excused', 'late']));
    const forgotten = rows.lessons.filter((one) => one[2] < '2026-11-22' && one[4] === '');
    expect(forgotten.length).toBeGreaterThan(20);
    expect(forgotten.length).toBeLessThan(300);
    expect(rows.cells.some(([, , , , remark]) => remark !== '')).toBe(true);
  });
});
