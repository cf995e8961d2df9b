import { expect, test } from 'vitest';
import { PRESETS } from '#domain/regulation/presets/index';
import { regulationFromStored, startingRegulation } from '#domain/regulation/stored';
import { beforeMigration } from '../testing/at-migration';

test('what a journal began with lets who did it already; what a director approved stays', () => {
  const { connection, apply } = beforeMigration('0017-rights-of-the-school');
  const { enterPlans, correctPupilData } = PRESETS.tip.rules;
  const began = startingRegulation();
  const before = { ...began, rules: { ...began.rules, enterPlans, correctPupilData } };
  const insert = connection.prepare(
    `INSERT INTO regulation_version (document, from_date, approved_at, made_at) VALUES (?, ?, ?, '')`,
  );
  insert.run(JSON.stringify(before), '2026-09-01', null);
  insert.run(JSON.stringify(PRESETS.kia), '2026-11-02', '2026-10-30T10:00:00Z');
  insert.run(JSON.stringify(before), null, null);
  apply();
  const documents = connection
    .prepare('SELECT document FROM regulation_version ORDER BY id')
    .all() as { document: string }[];
  expect(documents.map(({ document }) => regulationFromStored(JSON.parse(document)))).toEqual([
    began,
    PRESETS.kia,
    before,
  ]);
});
