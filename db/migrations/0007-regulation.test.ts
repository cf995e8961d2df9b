import { expect, test } from 'vitest';
import { PRESETS } from '#domain/regulation/presets/index';
import { regulationFromStored, startingRegulation } from '#domain/regulation/stored';
import { beforeMigration } from '../testing/at-migration';

const stored = (connection: ReturnType<typeof beforeMigration>['connection']) =>
  connection
    .prepare(
      'SELECT document, from_date AS fromDate, approved_at AS approvedAt FROM regulation_version',
    )
    .all() as { document: string; fromDate: string; approvedAt: string | null }[];

test('a journal there is already gets what a new one begins with, from its first year on', () => {
  const { connection, apply } = beforeMigration('0007-regulation');
  connection.exec(`INSERT INTO school_year (id, name, starts_on, ends_on) VALUES
    (1, '2026/2027', '2026-09-01', '2027-05-31'), (2, '2025/2026', '2025-09-01', '2026-05-31')`);
  apply();
  const [row, ...more] = stored(connection);
  expect(more).toEqual([]);
  expect(row).toMatchObject({ fromDate: '2025-09-01', approvedAt: null });
  // What the program has learnt to keep since, a later migration leaves to the school.
  const { enterPlans, correctPupilData } = PRESETS.tip.rules;
  const starting = startingRegulation();
  expect(regulationFromStored(JSON.parse(row?.document ?? ''))).toEqual({
    ...starting,
    rules: { ...starting.rules, enterPlans, correctPupilData },
  });
});

test('a journal without a year gets none', () => {
  const { connection, apply } = beforeMigration('0007-regulation');
  apply();
  expect(stored(connection)).toEqual([]);
});
