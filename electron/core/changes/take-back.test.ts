import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Decision } from '#domain/timetable/day-change';
import type { Client } from '../testing/school';
import { refusalOf } from '../testing/refusal-of';
import { schoolOfChanges } from './testing/school-of-changes';

let school: Awaited<ReturnType<typeof schoolOfChanges>>;
let deputy: Client;
beforeAll(async () => {
  school = await schoolOfChanges({ now: () => new Date(2026, 10, 23, 10, 0) });
  deputy = (await school.windowOf('deputy')).client;
});
afterAll(() => school.remove());

const lessons = () =>
  school.journal.db.connection
    .prepare('SELECT id, page_id, date, lesson_number, cancelled, room_id FROM lesson ORDER BY id')
    .all();
const standingOf = (lessonId: number) =>
  school.journal.db.connection
    .prepare('SELECT id FROM day_change WHERE lesson_id = ? AND revoked_at IS NULL ORDER BY id')
    .all(lessonId)
    .map((row) => (row as { id: number }).id);

/** No page, pupil or teacher in two lessons of one hour, unless groups were merged. */
async function clashes(): Promise<string[]> {
  const found: string[] = [];
  for (const date of ['2026-11-23', '2026-11-24'] as const) {
    const held = (await deputy.changes.day({ date })).lessons.filter(
      ({ cancelled, goneTo }) => !cancelled && goneTo === null,
    );
    const seen = new Set<string>();
    for (const { number, className, teachers, room } of held) {
      const keys = [className, ...teachers.map(({ name }) => name), ...(room ? [room] : [])];
      for (const key of keys.map((one) => `${date} ${number} ${one}`)) {
        if (seen.has(key)) found.push(key);
        seen.add(key);
      }
    }
  }
  return found;
}

type Step =
  | { readonly do: 'decide'; readonly lesson: number; readonly decision: number }
  | { readonly do: 'takeBack'; readonly which: number };

/** КИА 4.6.2, ТИП 2.13: whatever was registered, taking it back leaves the day as it was. */
test(
  'any changes taken back in turn restore every lesson exactly',
  { timeout: 120_000 },
  async () => {
    const { algebra, physics, reading } = school.tuesday;
    const targets = [school.lessons.algebra[2] ?? 0, algebra, physics, reading];
    const staff = [school.first, school.second, school.third];
    const decisions: readonly Decision[] = [
      ...staff.map((staffId): Decision => ({ kind: 'substitution', staffId })),
      { kind: 'cancellation' },
      ...Object.values(school.pages).map((pageId): Decision => ({ kind: 'replacement', pageId })),
      ...school.rooms.map((roomId): Decision => ({ kind: 'room', roomId })),
      ...(['2026-11-23', '2026-11-24'] as const).flatMap((date) =>
        [1, 2, 3, 4, 5].map((lessonNumber): Decision => ({ kind: 'move', date, lessonNumber })),
      ),
    ];
    const steps = fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc.record({
            do: fc.constant('decide' as const),
            lesson: fc.nat({ max: targets.length - 1 }),
            decision: fc.nat({ max: decisions.length - 1 }),
          }),
        },
        {
          weight: 1,
          arbitrary: fc.record({ do: fc.constant('takeBack' as const), which: fc.nat() }),
        },
      ),
      { maxLength: 14 },
    );
    const before = lessons();
    let registered = 0;
    let outOfTurn = 0;
    await fc.assert(
      fc.asyncProperty(steps as fc.Arbitrary<Step[]>, async (order) => {
        const standing: number[] = [];
        const takeBack = (changeId: number) =>
          deputy.changes.takeBack({ requestId: randomUUID(), changeId, why: 'Ошибка' });
        for (const step of order) {
          if (step.do === 'takeBack') {
            const changeId = standing[step.which % Math.max(1, standing.length)];
            if (changeId === undefined) continue;
            // Out of turn it may be refused; then nothing has changed.
            const now = lessons();
            const refused = await refusalOf(takeBack(changeId));
            if (refused === undefined) {
              standing.splice(standing.indexOf(changeId), 1);
              outOfTurn += 1;
            } else expect(lessons()).toEqual(now);
            continue;
          }
          const lessonId = targets[step.lesson] ?? 0;
          const refused = await refusalOf(
            deputy.changes.decide({
              requestId: randomUUID(),
              lessonId,
              lastChangeId: standingOf(lessonId).at(-1) ?? 0,
              decision: { ...decisions[step.decision]! },
              reason: '',
              payment: 'paid',
              lateWhy: '',
            }),
          );
          if (refused !== undefined) continue;
          standing.push(standingOf(lessonId).at(-1) ?? 0);
          registered += 1;
        }
        expect(await clashes()).toEqual([]);
        for (const changeId of standing.toReversed()) await takeBack(changeId);
        expect(lessons()).toEqual(before);
      }),
      { numRuns: 60, seed: 20_261_123 },
    );
    expect(registered).toBeGreaterThan(100);
    expect(outOfTurn).toBeGreaterThan(10);
  },
);
