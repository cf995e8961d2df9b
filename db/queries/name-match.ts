import { all, change, run, select, type ReadableDb, type WritableDb } from '../statement';

export type NameKind = 'teacher' | 'subject' | 'class' | 'room';

const ofSource = select<[string, NameKind], { name: string; targetId: number }>(
  'SELECT name, target_id AS targetId FROM name_match WHERE source = ? AND kind = ?',
);
const upsert = change<[string, NameKind, string, number]>(
  `INSERT INTO name_match (source, kind, name, target_id) VALUES (?, ?, ?, ?)
   ON CONFLICT (source, kind, name) DO UPDATE SET target_id = excluded.target_id`,
);

/** What the names of another program were said to mean. */
export const findNameMatches = (
  db: ReadableDb,
  source: string,
  kind: NameKind,
): ReadonlyMap<string, number> =>
  new Map(all(db, ofSource, [source, kind]).map(({ name, targetId }) => [name, targetId]));

export const saveNameMatch = (
  db: WritableDb,
  source: string,
  kind: NameKind,
  name: string,
  targetId: number,
) => run(db, upsert, [source, kind, name, targetId]);
