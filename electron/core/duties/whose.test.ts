import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporaryJournal } from '#db/testing/temporary-journal';
import { findMembers, findPagesOfYear } from '#db/queries/journal-page';
import { findYear } from '#db/queries/school';
import { isDutyOf } from '#domain/duties/duty';
import { canFillLesson } from '#domain/journal/page-rights';
import { buildDemo } from '../demo/build-demo';
import type { Core, Session } from '../context';
import { openPage } from '../journal/open-page';
import { dutyGround } from './ground';
import { myDuties, schoolDuties } from './duties';

const TODAY = '2026-12-21';
const place = temporaryJournal();
const core = { today: () => TODAY, now: () => new Date(2026, 11, 21, 15, 0) } as unknown as Core;
const { db } = place.journal;
const as = (staffId: number, roles: Session['roles']): Session => ({
  accountId: 1,
  staffId,
  roles,
  name: '',
  login: '',
  mustChangePassword: false,
});
const reading = (actor: Session) => ({ db, core, today: TODAY, actor }) as const;

beforeAll(async () => {
  await buildDemo({
    journal: place.journal,
    journalId: 'duties',
    today: TODAY,
    years: 1,
    seed: 5,
    classes: [
      { grade: 1, letter: 'А', size: 8 },
      { grade: 8, letter: 'А', size: 10 },
      { grade: 8, letter: 'Б', size: 10 },
    ],
  });
  // Not everything is well: some lessons and marks of a month ago are missing.
  place.journal.write((writable) => {
    for (const sql of [
      "UPDATE lesson SET topic = '' WHERE id % 7 = 0",
      "UPDATE lesson SET homework = '' WHERE id % 5 = 0",
      'DELETE FROM mark WHERE lesson_id % 11 = 0',
      'DELETE FROM period_mark WHERE pupil_id % 9 = 0',
    ]) {
      writable.connection.prepare(sql).run();
    }
  });
});
afterAll(() => place.remove());

const people = () => [
  ...dutyGround(reading(as(1, ['deputy'])), findYear(db, TODAY)!, null)
    .people()
    .values(),
];

test('what one owes is what the school’s list has of one, whoever asks', () => {
  const { lines } = schoolDuties(reading(as(1, ['deputy'])));
  expect(lines.length).toBeGreaterThan(40);
  const own = people().map(({ staffId, roles }) => {
    const actor = as(staffId, roles);
    const mine = myDuties(reading(actor)).lines;
    expect(mine).toEqual(lines.filter((line) => isDutyOf(actor, line)));
    return mine.length;
  });
  expect(own.filter((count) => count > 0).length).toBeGreaterThan(5);
});

test('everybody may do what is owed: the page opens, the lesson is theirs to fill', () => {
  const { lines } = schoolDuties(reading(as(1, ['deputy'])));
  const roles = new Map(people().map((one) => [one.staffId, one.roles]));
  const ground = dutyGround(reading(as(1, ['deputy'])), findYear(db, TODAY)!, null);
  const asked = lines.filter(({ place: { at } }) => at === 'lesson' || at === 'period');
  expect(asked.length).toBeGreaterThan(40);
  for (const { staffId, role, place: to } of asked) {
    if (staffId === null || (to.at !== 'lesson' && to.at !== 'period')) continue;
    const actor = as(staffId, roles.get(staffId) ?? []);
    expect(actor.roles).toContain(role);
    const page = ground.everyPage().get(to.pageId)!;
    const lesson = db.connection
      .prepare('SELECT id FROM lesson WHERE page_id = ? AND date = ? AND lesson_number = ?')
      .pluck();
    const id =
      to.at === 'lesson' ? (lesson.get(to.pageId, to.date, to.number) as number) : undefined;
    const period = ground.periods()[0]!;
    const data = openPage(reading(actor), { pageId: to.pageId, periodId: period.id });
    expect(data.page.canEdit || (id !== undefined && data.page.lessonsToFill.includes(id))).toBe(
      true,
    );
    if (id !== undefined && ground.substituteOf(id) === undefined) {
      expect(canFillLesson(actor, page.staff, id, TODAY)).toBe(true);
    }
  }
});

test('who learns on a page is the same as on its screen', () => {
  const ground = dutyGround(reading(as(1, ['deputy'])), findYear(db, TODAY)!, null);
  for (const page of findPagesOfYear(db, ground.year.id)) {
    for (const day of ['2026-09-15', '2026-10-30', TODAY] as const) {
      const shown = findMembers(db, page, day, day).map(([id]) => id);
      expect(new Set(ground.pupilsOn(page, day))).toEqual(new Set(shown));
    }
  }
});
