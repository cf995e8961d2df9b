import { randomBytes, randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createJournal, openJournal, type Journal } from '#db/open';
import { SMALL_SCHOOL } from '#domain/demo/classes';
import type { OpeningStep } from '#domain/year-opening/steps';
import type { Session } from '../context';
import { buildDemo } from '../demo/build-demo';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool } from '../testing/school';
import type { Reading, Writing } from '../unit-of-work';
import { finishOpening, moveClass, yearEndPupils } from './pupils';
import { openingState } from './state';
import { copyStep, makeClasses, openYear } from './steps';

const TODAY = '2027-06-15';
const key = randomBytes(32);
const folder = mkdtempSync(path.join(os.tmpdir(), 'opening-'));
const template = path.join(folder, 'template.db');

beforeAll(async () => {
  const journal = createJournal({ file: template, key });
  await buildDemo({
    journal,
    journalId: 'opening',
    today: TODAY,
    years: 1,
    seed: 7,
    // A second tenth class: the elective is then a stream over both.
    classes: [...SMALL_SCHOOL, { grade: 10, letter: 'Б', size: 8 }],
  });
  journal.write((db) =>
    db.connection.exec(`
      UPDATE staff_member SET dismissed_on = '2027-06-10' WHERE id =
        (SELECT staff_id FROM page_teacher JOIN journal_page ON journal_page.id = page_id
         JOIN study_group ON study_group.id = group_id JOIN school_class ON school_class.id = class_id
         WHERE grade = 8 ORDER BY page_teacher.id LIMIT 1);
      INSERT INTO special_day (year_id, date, works_as, name, grade_from, grade_to) VALUES
        (1, '2026-10-20', NULL, 'День школы', 1, 11), (1, '2026-12-05', 1, '', 5, 11),
        (1, '2027-05-08', 5, 'За понедельник', 1, 11);`),
  );
  journal.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let copies = 0;
function copyOfSchool(): Journal {
  const file = path.join(folder, `copy-${(copies += 1)}.db`);
  copyFileSync(template, file);
  return openJournal({ file, key });
}
const actor = {} as Session;
const reading = (journal: Journal): Reading =>
  ({ db: journal.db, actor, today: TODAY, core: {} }) as unknown as Reading;
const writing = (journal: Journal, work: (unit: Writing) => void) =>
  journal.write((db) =>
    work({
      db,
      actor,
      today: TODAY,
      core: {},
      now: '2027-06-15T09:00:00.000Z',
      record: () => undefined,
      afterCommit: () => undefined,
    } as unknown as Writing),
  );

const order = { number: '41-у', date: '2027-06-11' } as const;
function moveAll(journal: Journal, only?: number) {
  const { classes } = yearEndPupils(reading(journal));
  for (const one of only === undefined ? classes : classes.slice(0, only)) {
    writing(journal, (unit) =>
      moveClass(unit, {
        classId: one.id,
        order,
        graduationOn: '2027-06-11',
        debtsDueOn: '2027-10-01',
        pupils: one.pupils.map(({ id, kind, toClassId, subjectIds }) => ({
          pupilId: id,
          kind: kind !== 'graduation' && toClassId === null ? 'graduation' : kind,
          toClassId: kind === 'graduation' ? null : toClassId,
          subjectIds: toClassId === null ? [] : subjectIds,
        })),
      }),
    );
  }
}
const RUN: Readonly<Record<OpeningStep, (journal: Journal) => void>> = {
  year: (journal) =>
    writing(journal, (unit) => openYear(unit, openingState(reading(journal)).dates)),
  classes: (journal) =>
    writing(journal, (unit) => makeClasses(unit, openingState(reading(journal)))),
  curriculum: (journal) => writing(journal, (unit) => copyStep(unit, { step: 'curriculum' })),
  groups: (journal) => writing(journal, (unit) => copyStep(unit, { step: 'groups' })),
  load: (journal) => writing(journal, (unit) => copyStep(unit, { step: 'load' })),
  pupils: (journal) => {
    moveAll(journal);
    writing(journal, finishOpening);
  },
};
const STEPS = ['year', 'classes', 'curriculum', 'groups', 'load', 'pupils'] as const;

const TABLES = [
  'school_year',
  'period',
  'holiday',
  'special_day',
  'bell_schedule',
  'bell',
  'bell_use',
  'school_class',
  'curriculum_item',
  'study_group',
  'stream_class',
  'journal_page',
  'page_teacher',
  'class_membership',
  'study_group_membership',
  'movement_order',
  'movement',
  'movement_effect',
  'academic_debt',
  'year_opening',
];
const rowsOf = (journal: Journal, sql: string): unknown[][] =>
  journal.db.connection.prepare(sql).raw().all() as unknown[][];
const dump = (journal: Journal) =>
  Object.fromEntries(
    TABLES.map((table) => [
      table,
      rowsOf(journal, `SELECT * FROM ${table}`)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
const straight = () => {
  const journal = copyOfSchool();
  for (const step of STEPS) RUN[step](journal);
  return journal;
};

test('classes move up, the last grade leaves, what was learnt and who teaches goes along', () => {
  const journal = straight();
  const of = (sql: string) => rowsOf(journal, sql);
  const newYear = `(SELECT id FROM school_year WHERE name = '2027/2028')`;
  expect(
    of(`SELECT new.grade, new.letter, old.grade FROM school_class new
        LEFT JOIN school_class old ON old.id = new.continues_id
        WHERE new.year_id = ${newYear} ORDER BY 1, 2`),
  ).toEqual([
    [1, 'А', null],
    [2, 'А', 1],
    [5, 'А', 4],
    [9, 'А', 8],
    [9, 'Б', 8],
    [10, 'А', null],
    [10, 'Б', null],
    [11, 'А', 10],
    [11, 'Б', 10],
  ]);
  // The first class learns what the first class learnt.
  const curriculum = (yearId: string) =>
    of(`SELECT subject_id, hours_per_week FROM curriculum_item JOIN school_class ON school_class.id = class_id
        WHERE grade = 1 AND year_id = ${yearId} ORDER BY 1`);
  expect(curriculum(newYear)).toEqual(curriculum('1'));
  expect(curriculum(newYear).length).toBeGreaterThan(5);
  expect(
    of(`SELECT count(*) FROM page_teacher JOIN staff_member ON staff_member.id = staff_id
        JOIN journal_page ON journal_page.id = page_id JOIN study_group ON study_group.id = group_id
        JOIN school_class ON school_class.id = class_id
        WHERE dismissed_on IS NOT NULL AND year_id = ${newYear}`),
  ).toEqual([[0]]);
  const [[teachers]] = of(`SELECT count(*) FROM page_teacher WHERE from_date = '2027-09-01'`) as [
    [number],
  ];
  expect(teachers).toBeGreaterThan(20);
  // Everybody but those who finished is in a class of the new year, in groups of that class.
  expect(
    of(`SELECT count(*) FROM class_membership member JOIN school_class class ON class.id = class_id
        WHERE class.year_id = 1 AND class.grade < 11 AND member.to_date IS NULL`),
  ).toEqual([[0]]);
  expect(
    of(`SELECT count(*) FROM study_group_membership AS member JOIN study_group ON study_group.id = group_id
        WHERE member.from_date = '2027-09-01' AND NOT EXISTS (
          SELECT 1 FROM class_membership AS own WHERE own.pupil_id = member.pupil_id
            AND own.class_id = study_group.class_id AND own.from_date = '2027-09-01')
          AND study_group.kind = 'subgroup'`),
  ).toEqual([[0]]);
  expect(openingState(reading(journal)).finished).toBe(true);
  expect(journal.db.connection.pragma('foreign_key_check')).toEqual([]);
  journal.close();
});

test('special days of the year before are offered: a day off on its date, a working one on its weekday', () => {
  const journal = copyOfSchool();
  expect(openingState(reading(journal)).dates.specialDays).toEqual([
    { date: '2027-10-20', worksAs: null, name: 'День школы', gradeFrom: 1, gradeTo: 11 },
    { date: '2027-12-04', worksAs: 1, name: '', gradeFrom: 5, gradeTo: 11 },
    { date: '2028-05-06', worksAs: 5, name: 'За понедельник', gradeFrom: 1, gradeTo: 11 },
  ]);
  // What the administrator took out is not made.
  const { dates } = openingState(reading(journal));
  writing(journal, (unit) =>
    openYear(unit, { ...dates, specialDays: dates.specialDays.slice(0, 2) }),
  );
  const made = `SELECT date, works_as FROM special_day WHERE date > '2027-08-31' ORDER BY date`;
  expect(rowsOf(journal, made)).toEqual([
    ['2027-10-20', null],
    ['2027-12-04', 1],
  ]);
  RUN.year(journal);
  expect(rowsOf(journal, made)).toHaveLength(2);
  journal.close();
});

test('a stream of the tenth classes is one of the eleventh, its pupils in it from the first day', () => {
  const journal = straight();
  const stream = (grade: number) => {
    const [row] = rowsOf(
      journal,
      `SELECT study_group.id, class.letter FROM study_group JOIN school_class AS class ON class.id = class_id
       WHERE kind = 'stream' AND class.grade = ${grade} AND class.year_id =
         (SELECT id FROM school_year WHERE starts_on = '${grade === 11 ? 2027 : 2026}-09-01')`,
    ) as [number, string][];
    const members = (dated: string) =>
      rowsOf(
        journal,
        `SELECT pupil_id FROM study_group_membership WHERE group_id = ${row![0]} AND ${dated} ORDER BY 1`,
      ).flat();
    return { id: row![0], lead: row![1], members };
  };
  const [before, after] = [stream(10), stream(11)];
  expect(after.lead).toBe('А');
  expect(
    rowsOf(
      journal,
      `SELECT class.grade, class.letter FROM stream_class JOIN school_class AS class ON class.id = class_id
       WHERE group_id = ${after.id}`,
    ),
  ).toEqual([[11, 'Б']]);
  const chosen = after.members("from_date = '2027-09-01' AND to_date IS NULL");
  expect(chosen.length).toBeGreaterThan(5);
  expect(chosen).toEqual(before.members("to_date >= '2027-05-01'"));
  journal.close();
});

test('nothing of the old year changes but the last day of its stays', () => {
  const journal = copyOfSchool();
  const old = () =>
    Object.fromEntries(
      [
        'school_year WHERE id <= 2',
        'period WHERE year_id <= 2',
        'school_class WHERE year_id <= 2',
        'curriculum_item WHERE class_id IN (SELECT id FROM school_class WHERE year_id <= 2)',
        'study_group WHERE class_id IN (SELECT id FROM school_class WHERE year_id <= 2)',
        "page_teacher WHERE from_date < '2027-06-01'",
        'lesson',
        'journal_cell',
        'mark',
        'period_mark',
      ].map((from) => [from, rowsOf(journal, `SELECT * FROM ${from}`)]),
    );
  const stays = () =>
    rowsOf(
      journal,
      `SELECT class_id, pupil_id, from_date FROM class_membership WHERE from_date < '2027-06-01' ORDER BY 1, 2, 3`,
    );
  const [before, staysBefore] = [old(), stays()];
  for (const step of STEPS) RUN[step](journal);
  expect(old()).toEqual(before);
  expect(stays()).toEqual(staysBefore);
  journal.close();
});

test('stopped anywhere and begun again, any step twice: the rows are those of one straight run', () => {
  const whole = straight();
  const expected = dump(whole);
  whole.close();
  const anyPath = fc.array(
    fc.record({ again: fc.integer({ min: 0, max: 5 }), classes: fc.integer({ min: 0, max: 4 }) }),
    { minLength: 6, maxLength: 6 },
  );
  fc.assert(
    fc.property(anyPath, (turns) => {
      const journal = copyOfSchool();
      for (const [index, { again, classes }] of turns.entries()) {
        const step = STEPS[index]!;
        // The pupils' step is broken off after some classes, and gone on with.
        if (step === 'pupils') moveAll(journal, classes);
        RUN[step](journal);
        for (const earlier of STEPS.slice(0, index + 1).slice(-again)) RUN[earlier](journal);
      }
      expect(dump(journal)).toEqual(expected);
      journal.close();
    }),
    { numRuns: 6 },
  );
});

test('a step before its time, and everybody but the administrator, is refused', async () => {
  const journal = copyOfSchool();
  for (const step of STEPS.slice(1)) expect(() => RUN[step](journal), step).toThrow('INVALID');
  journal.close();
  const school = await smallSchool();
  const copy = { requestId: randomUUID(), step: 'groups' } as const;
  const { client } = await school.windowOf('deputy');
  expect((await client.yearOpening.state()).done).toEqual([]);
  expect(await refusalOf(client.yearOpening.copy(copy))).toMatchObject({ data: { why: 'role' } });
  expect(await refusalOf(school.administrator.client.yearOpening.copy(copy))).toMatchObject({
    data: { why: 'stepTooEarly' },
  });
  for (const role of ['teacher', 'classTeacher', 'secretary'] as const) {
    const other = (await school.windowOf(role)).client;
    expect(await refusalOf(other.yearOpening.state())).toMatchObject({ data: { why: 'role' } });
  }
  school.remove();
});
