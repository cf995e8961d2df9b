import type BetterSqlite3 from 'better-sqlite3';

declare const writable: unique symbol;

/** A journal that can be read. */
export type ReadableDb = { readonly connection: BetterSqlite3.Database };
/** A journal inside a write transaction: only `Journal.write` hands one out. */
export type WritableDb = ReadableDb & { readonly [writable]: true };

type Value = string | number | bigint | Buffer | null;
type Params = readonly Value[] | Readonly<Record<string, Value>>;

/** SQL that only reads, with the types of its parameters and of a row. */
export type Select<P extends Params, Row> = {
  readonly sql: string;
  readonly types?: { readonly params: P; readonly row: Row };
};
/** SQL that changes rows. */
export type Change<P extends Params> = {
  readonly sql: string;
  readonly changes: true;
  readonly types?: { readonly params: P };
};

export const select = <P extends Params, Row>(sql: string): Select<P, Row> => ({ sql });
export const change = <P extends Params>(sql: string): Change<P> => ({ sql, changes: true });

const prepared = new WeakMap<BetterSqlite3.Database, Map<string, BetterSqlite3.Statement>>();

/** Each statement is prepared once for a connection: that is most of what a small query costs. */
function statementOf(db: ReadableDb, sql: string, reads: boolean) {
  let statements = prepared.get(db.connection);
  if (statements === undefined) prepared.set(db.connection, (statements = new Map()));
  let statement = statements.get(sql);
  if (statement === undefined) {
    statement = db.connection.prepare(sql);
    if (statement.readonly !== reads) throw new Error('a select must read and a change must write');
    statements.set(sql, statement);
  }
  return statement;
}

/** All rows as objects. */
export function all<P extends Params, Row>(
  db: ReadableDb,
  query: Select<P, Row>,
  params: P,
): Row[] {
  return statementOf(db, query.sql, true).raw(false).all(params) as Row[];
}

/** All rows as arrays in the order of the columns: half the cost of objects on the way to a screen. */
export function rows<P extends Params, Row extends readonly unknown[]>(
  db: ReadableDb,
  query: Select<P, Row>,
  params: P,
): Row[] {
  return statementOf(db, query.sql, true).raw(true).all(params) as Row[];
}

/** The first row, or undefined. */
export function get<P extends Params, Row>(
  db: ReadableDb,
  query: Select<P, Row>,
  params: P,
): Row | undefined {
  return statementOf(db, query.sql, true).raw(false).get(params) as Row | undefined;
}

/** Runs a change: how many rows it touched and the id of the last one inserted. */
export function run<P extends Params>(
  db: WritableDb,
  query: Change<P>,
  params: P,
): { readonly changes: number; readonly id: number } {
  const { changes, lastInsertRowid } = statementOf(db, query.sql, false).run(params);
  return { changes, id: Number(lastInsertRowid) };
}
