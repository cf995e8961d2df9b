import {
  all,
  change,
  get,
  rows,
  run,
  select,
  type ReadableDb,
  type WritableDb,
} from '../statement';

const last = select<[], { hash: string }>('SELECT hash FROM audit ORDER BY id DESC LIMIT 1');
const byRequest = select<[string], { accountId: number | null; action: string; result: string }>(
  'SELECT account_id AS accountId, action, result FROM audit WHERE request_id = ?',
);
const insert = change<
  [string, string, number | null, string, string, string, string, string, string, string]
>(
  `INSERT INTO audit
     (at, request_id, account_id, actor, workstation, action, reason, result, previous_hash, hash)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const insertChange = change<[number, number, string, string, string | null, string | null]>(
  `INSERT INTO audit_change (audit_id, position, entity, entity_id, before, after)
   VALUES (?, ?, ?, ?, ?, ?)`,
);
const ofEntity = select<
  [string, string],
  {
    at: string;
    actor: string;
    workstation: string;
    action: string;
    before: string | null;
    after: string | null;
  }
>(
  `SELECT audit.at, audit.actor, audit.workstation, audit.action, change.before, change.after
   FROM audit_change AS change JOIN audit ON audit.id = change.audit_id
   WHERE change.entity = ? AND change.entity_id = ?
   ORDER BY audit.id DESC`,
);
const everyRow = select<
  [],
  [number, string, string, number | null, string, string, string, string, string, string, string]
>(
  `SELECT id, at, request_id, account_id, actor, workstation, action, reason, result,
          previous_hash, hash
   FROM audit ORDER BY id`,
);
const changesOf = select<[number], [string, string, string | null, string | null]>(
  `SELECT entity, entity_id, before, after FROM audit_change WHERE audit_id = ? ORDER BY position`,
);

export type AuditChange = {
  readonly entity: string;
  readonly entityId: string;
  readonly before: string | null;
  readonly after: string | null;
};
export type AuditRow = {
  readonly at: string;
  readonly requestId: string;
  readonly accountId: number | null;
  readonly actor: string;
  readonly workstation: string;
  readonly action: string;
  readonly reason: string;
  readonly result: string;
};

/** The hash of the newest row, or an empty text in a new journal. */
export const lastAuditHash = (db: ReadableDb): string => get(db, last, [])?.hash ?? '';

/** What a request was answered, if it was already done. */
export const auditOfRequest = (db: ReadableDb, requestId: string) =>
  get(db, byRequest, [requestId]);

/** Adds one row and its changes; `hash` covers both and the row before. */
export function insertAudit(
  db: WritableDb,
  row: AuditRow,
  changes: readonly AuditChange[],
  hashes: { readonly previous: string; readonly own: string },
): void {
  const { id } = run(db, insert, [
    row.at,
    row.requestId,
    row.accountId,
    row.actor,
    row.workstation,
    row.action,
    row.reason,
    row.result,
    hashes.previous,
    hashes.own,
  ]);
  for (const [index, { entity, entityId, before, after }] of changes.entries()) {
    run(db, insertChange, [id, index, entity, entityId, before, after]);
  }
}

/** Every change of one thing, newest first. */
export const auditOfEntity = (db: ReadableDb, entity: string, entityId: string) =>
  all(db, ofEntity, [entity, entityId]);

/** The whole trail from the oldest, for checking the chain. */
export function* wholeAudit(
  db: ReadableDb,
): Generator<{ row: AuditRow; changes: AuditChange[]; previous: string; own: string }> {
  for (const [
    id,
    at,
    requestId,
    accountId,
    actor,
    workstation,
    action,
    reason,
    result,
    previous,
    own,
  ] of rows(db, everyRow, [])) {
    const changes = rows(db, changesOf, [id]).map(([entity, entityId, before, after]) => ({
      entity,
      entityId,
      before,
      after,
    }));
    yield {
      row: { at, requestId, accountId, actor, workstation, action, reason, result },
      changes,
      previous,
      own,
    };
  }
}
