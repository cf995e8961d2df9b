import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Journal } from '#db/open';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { SMALL_SCHOOL } from '#domain/demo/classes';
import { curriculumOf } from '#domain/demo/curriculum';
import { buildDemo, type DemoOrder, type DemoProgress, type DemoSummary } from './build-demo';

const TODAY = '2027-02-16';
let place: ReturnType<typeof temporaryJournal>;
let summary: DemoSummary;
const progress: DemoProgress[] = [];

const orderFor = (journal: Journal): DemoOrder => ({
  journal,
  journalId: 'demo-journal',
  today: TODAY,
  years: 2,
  seed: 3,
  classes: SMALL_SCHOOL,
});
const rowsOf = (sql: string): unknown[][] =>
  place.journal.db.connection.prepare(sql).raw().all() as unknown[][];

beforeAll(async () => {
  place = temporaryJournal();
  const onProgress = (state: DemoProgress) => progress.push(state);
  summary = await buildDemo({ ...orderFor(place.journal), onProgress });
});
afterAll(() => place.remove());

describe('the rows', () => {
  test('are sound', () => {
    expect(place.journal.db.connection.pragma('foreign_key_check')).toEqual([]);
    expect(place.journal.db.connection.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(rowsOf('SELECT name, journal_id, demo FROM school')).toEqual([
      ['Демонстрационная школа', 'demo-journal', 1],
    ]);
  });

  test('are those the summary counts', () => {
    const [counts] = rowsOf(`SELECT (SELECT count(*) FROM school_class),
      (SELECT count(*) FROM pupil), (SELECT count(*) FROM staff_member),
      (SELECT count(*) FROM lesson), (SELECT count(*) FROM mark)`);
    const { classes, pupils, staff, lessons, marks } = summary;
    expect(counts).toEqual([classes, pupils, staff, lessons, marks]);
    expect(marks).toBeGreaterThan(10_000);
  });

  test('have a schedule of control works: within the limits but one with its reason', () => {
    const [[all, proposed, over, lost] = []] = rowsOf(`
      SELECT count(*), sum(fixed = 0), sum(over_why <> ''), sum(lesson.id IS NULL)
      FROM control_work AS control LEFT JOIN lesson ON lesson.page_id = control.page_id
        AND lesson.date = control.date AND lesson.lesson_number = control.lesson_number`);
    expect(all).toBeGreaterThan(10);
    expect([proposed, over, lost]).toEqual([4, 1, 0]);
    const crowded = rowsOf(`
      SELECT class_id, date, count(DISTINCT subject_id) FROM control_work
      JOIN journal_page AS page ON page.id = page_id
      JOIN study_group ON study_group.id = page.group_id
      GROUP BY class_id, date HAVING count(DISTINCT subject_id) > 1`);
    expect(crowded).toHaveLength(1);
  });

  test('give each class the hours of the curriculum, in the load and in the timetable', () => {
    const pages = rowsOf(`SELECT grade, subject.name, hours_per_week,
        (SELECT count(*) FROM timetable_entry JOIN timetable_version AS version ON version.id = version_id
          WHERE page_id = page.id AND draft = 0)
      FROM journal_page page JOIN study_group ON study_group.id = group_id
      JOIN school_class ON school_class.id = class_id JOIN subject ON subject.id = subject_id
      JOIN page_teacher ON page_teacher.page_id = page.id`);
    const parts = { whole: 1, halves: 2, sexes: 2 };
    let expected = 0;
    for (const { grade } of SMALL_SCHOOL) {
      for (const { split } of curriculumOf(grade)) expected += 2 * parts[split];
    }
    expect(pages).toHaveLength(expected);
    for (const [grade, subject, hours, entries] of pages) {
      const line = curriculumOf(Number(grade)).find((one) => one.subject === subject);
      expect([hours, entries]).toEqual([line?.hours, line?.hours]);
    }
  });

  test('have no teacher, room or class twice at once', () => {
    const clashes = (what: string) =>
      rowsOf(`SELECT version_id, weekday, lesson_number, ${what} AS one
        FROM timetable_entry JOIN journal_page ON journal_page.id = timetable_entry.page_id
        JOIN study_group ON study_group.id = group_id
        JOIN page_teacher ON page_teacher.page_id = journal_page.id
        JOIN (SELECT 1 AS week UNION SELECT 2) AS one ON timetable_entry.week IN (0, one.week)
        GROUP BY one.week, 1, 2, 3, 4 HAVING count(*) > 1`);
    expect(clashes('staff_id')).toEqual([]);
    expect(clashes('room_id')).toEqual([]);
    expect(clashes(`class_id || ' ' || study_group.name`)).toEqual([]);
    // Whole class beside a subgroup, or two kinds of subgroups, or two subjects in one slot.
    expect(
      rowsOf(`SELECT count(*) FROM (SELECT 1 FROM timetable_entry
        JOIN journal_page ON journal_page.id = page_id JOIN study_group ON study_group.id = group_id
        JOIN (SELECT 1 AS week UNION SELECT 2) AS one ON timetable_entry.week IN (0, one.week)
        GROUP BY one.week, version_id, weekday, lesson_number, class_id
        HAVING count(DISTINCT subject_id) > 1 OR count(*) > 2)`),
    ).toEqual([[0]]);
  });

  test('have a lesson for each entry of the timetable on each school day, and no other', () => {
    expect(
      rowsOf(`SELECT count(*) FROM lesson JOIN journal_page ON journal_page.id = page_id
        JOIN study_group ON study_group.id = group_id
        JOIN school_class ON school_class.id = class_id
        WHERE strftime('%u', date) > '5'
          OR EXISTS (SELECT 1 FROM holiday WHERE holiday.year_id = school_class.year_id
            AND date BETWEEN starts_on AND ends_on)
          OR NOT EXISTS (SELECT 1 FROM period WHERE period.year_id = school_class.year_id
            AND grade BETWEEN grade_from AND grade_to AND kind <> 'year'
            AND date BETWEEN starts_on AND ends_on)
          OR NOT EXISTS (SELECT 1 FROM timetable_entry WHERE timetable_entry.page_id = lesson.page_id
            AND weekday = CAST(strftime('%u', date) AS INTEGER)
            AND timetable_entry.lesson_number = lesson.lesson_number)`),
    ).toEqual([[0]]);
    const [[pages, days]] = rowsOf(
      `SELECT count(DISTINCT page_id), count(DISTINCT date) FROM lesson`,
    ) as [[number, number]];
    expect(pages).toBe(rowsOf('SELECT id FROM journal_page').length);
    expect(days).toBeGreaterThan(2 * 160);
  });

  test('have a draft with alternating weeks, busy hours of two teachers, subjects of rooms', () => {
    expect(
      rowsOf(`SELECT version.draft, count(*), sum(week = 1), sum(week = 2),
          count(DISTINCT CASE WHEN week > 0 THEN page_id END)
        FROM timetable_entry JOIN timetable_version AS version ON version.id = version_id
        WHERE year_id = 2 GROUP BY version.id ORDER BY version.draft`).map(
        ([draft, , ...weeks]) => [draft, ...weeks],
      ),
    ).toEqual([
      [0, 0, 0, 0],
      [1, 2, 2, 2],
    ]);
    expect(rowsOf('SELECT strict, count(DISTINCT staff_id) FROM teacher_busy GROUP BY 1')).toEqual([
      [0, 1],
      [1, 1],
    ]);
    // Nobody is told to be away from a lesson that stands there.
    expect(
      rowsOf(`SELECT count(*) FROM teacher_busy AS busy
        JOIN page_teacher AS teacher ON teacher.staff_id = busy.staff_id
        JOIN timetable_entry AS entry ON entry.page_id = teacher.page_id
          AND entry.weekday = busy.weekday AND entry.lesson_number = busy.lesson_number
        JOIN timetable_version AS version ON version.id = entry.version_id
        WHERE draft = 0 AND year_id = 2 AND to_date IS NULL`),
    ).toEqual([[0]]);
    expect(
      rowsOf(`SELECT count(*) FROM timetable_entry AS entry
        JOIN journal_page AS page ON page.id = entry.page_id
        JOIN timetable_version AS version ON version.id = entry.version_id
        WHERE draft = 0 AND year_id = 2 AND NOT EXISTS (SELECT 1 FROM room_subject AS link
          WHERE link.room_id = entry.room_id AND link.subject_id = page.subject_id)`),
    ).toEqual([[0]]);
  });

  test('have entries only before the chosen day', () => {
    expect(
      rowsOf(`SELECT count(*) FROM lesson WHERE date >= '${TODAY}' AND (topic <> '' OR homework <> ''
        OR EXISTS (SELECT 1 FROM lesson_work WHERE lesson_id = lesson.id)
        OR EXISTS (SELECT 1 FROM journal_cell WHERE lesson_id = lesson.id))`),
    ).toEqual([[0]]);
    expect(rowsOf(`SELECT count(*) FROM lesson WHERE date >= '${TODAY}'`)).not.toEqual([[0]]);
    expect(
      rowsOf(`SELECT DISTINCT kind, number FROM period_mark JOIN period ON period.id = period_id
        WHERE year_id = 2 ORDER BY 1, 2`),
    ).toEqual([
      ['half', 1],
      ['quarter', 1],
      ['quarter', 2],
    ]);
    expect(
      rowsOf(`SELECT DISTINCT kind, number FROM period_mark JOIN period ON period.id = period_id
        WHERE year_id = 1`),
    ).toHaveLength(4 + 2 + 1);
  });

  test('have cells only for members of the class and the group on that day', () => {
    expect(
      rowsOf(`SELECT count(*) FROM journal_cell cell JOIN lesson ON lesson.id = lesson_id
        JOIN journal_page ON journal_page.id = page_id
        JOIN study_group ON study_group.id = group_id
        WHERE NOT EXISTS (SELECT 1 FROM class_membership one
            WHERE one.class_id = study_group.class_id AND one.pupil_id = cell.pupil_id
            AND date BETWEEN from_date AND coalesce(to_date, '9999'))
          OR name <> '' AND NOT EXISTS (SELECT 1 FROM study_group_membership one
            WHERE one.group_id = study_group.id AND one.pupil_id = cell.pupil_id
            AND date BETWEEN from_date AND coalesce(to_date, '9999'))`),
    ).toEqual([[0]]);
  });

  test('have neither marks nor homework in grade 1', () => {
    const of = (table: string) =>
      rowsOf(`SELECT count(*) FROM ${table} JOIN journal_page ON journal_page.id = page_id
        JOIN study_group ON study_group.id = group_id
        JOIN school_class ON school_class.id = class_id WHERE grade = 1`);
    expect(of(`(SELECT page_id FROM mark JOIN lesson ON lesson.id = lesson_id)`)).toEqual([[0]]);
    expect(of(`(SELECT page_id FROM lesson WHERE homework <> '')`)).toEqual([[0]]);
    expect(of(`(SELECT page_id FROM lesson WHERE topic <> '')`)).not.toEqual([[0]]);
  });

  test('move pupils up a grade from year to year and close what is over', () => {
    const moved = rowsOf(`SELECT new.grade - old.grade FROM class_membership a
      JOIN school_class old ON old.id = a.class_id AND old.year_id = 1
      JOIN class_membership b ON b.pupil_id = a.pupil_id
      JOIN school_class new ON new.id = b.class_id AND new.year_id = 2`);
    expect(moved.every(([grades]) => grades === 1)).toBe(true);
    expect(
      rowsOf(`SELECT count(*) FROM class_membership JOIN school_class ON school_class.id = class_id
        WHERE to_date IS NULL AND year_id = 1`),
    ).toEqual([[0]]);
    expect(rowsOf('SELECT DISTINCT dismissed_on FROM staff_member')).toEqual(
      expect.arrayContaining([[null], ['2026-08-25']]),
    );
  });
});

test('progress goes from 0 to 1', () => {
  const done = progress.map((state) => state.done);
  expect(done).toEqual(done.toSorted((a, b) => a - b));
  expect([done[0], done.at(-1)]).toEqual([0, 1]);
  expect(progress.length).toBeGreaterThan(5);
});

test('a journal with a school is left as it is', async () => {
  await expect(buildDemo(orderFor(place.journal))).rejects.toThrow('empty journal');
  // The two that were asked for, and the lists of the one before them.
  expect(rowsOf('SELECT count(*) FROM school_year')).toEqual([[3]]);
});

test('stops when cancelled, and lets others work meanwhile', async () => {
  const other = temporaryJournal();
  const controller = new AbortController();
  let turns = 0;
  const timer = setInterval(() => (turns += 1), 1);
  const build = buildDemo({
    ...orderFor(other.journal),
    signal: controller.signal,
    onProgress: ({ done }) => {
      if (done > 0.3) controller.abort(new Error('cancelled'));
    },
  });
  await expect(build).rejects.toThrow('cancelled');
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
  const years = other.journal.db.connection.prepare('SELECT count(*) FROM school_year').pluck();
  expect(years.get()).toBe(1);
  other.remove();
});
