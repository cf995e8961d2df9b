import { randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import type { z } from 'zod';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import { all, get, select, type ReadableDb } from '#db/statement';
import { hashOfAllRows } from '#db/testing/row-hash';
import type { Role } from '#domain/people/roles';
import { letsOf } from '#domain/regulation/rights';
import { inputsOf } from './testing/random-input';
import { smallSchool, type Client } from './testing/school';
import { regulationOn } from './regulation/versions';
import { auditChainHolds } from './unit-of-work';

/** How many calls each role makes: a few thousand with every run, 100,000 when somebody asks. */
const CALLS = Number(process.env['RANDOM_CALLS'] ?? 3000);
const SEED = Number(process.env['RANDOM_SEED'] ?? 20_261_124);
const KNOWN = { grants: [randomUUID()], sha256: '0'.repeat(64) };
const SAMPLES = 60;

/**
 * Those that end a session or derive keys: stories of their own try them. Everything else is called
 * past the screens, as somebody with the port could.
 */
const APART = /^(?:session|setup)\.|^people\.(?:giveAccount|resetPassword|block)|^copies\./;

type Leaf = {
  readonly '~orpc': { readonly meta: ProcedureMeta; readonly inputSchema?: z.ZodType };
};
type Procedure = {
  readonly topic: string;
  readonly name: string;
  readonly meta: ProcedureMeta;
  readonly inputs: readonly unknown[];
};
const procedures: readonly Procedure[] = Object.entries(contract).flatMap(([topic, group]) =>
  Object.entries(group as unknown as Record<string, Leaf>).flatMap(([name, leaf]) => {
    const { meta, inputSchema } = leaf['~orpc'];
    if (APART.test(`${topic}.${name}`) || name === 'watch') return [];
    const inputs =
      inputSchema === undefined
        ? [undefined]
        : fc.sample(inputsOf(inputSchema, KNOWN), { numRuns: SAMPLES, seed: SEED });
    return [{ topic, name, meta, inputs }];
  }),
);

let remove = () => {};
afterEach(() => remove());

const changesMade = select<[], { total: number; lastAudit: number }>(
  'SELECT total_changes() AS total, coalesce(max(id), 0) AS lastAudit FROM audit',
);
const changesTold = select<[number], { told: number }>(
  'SELECT count(*) AS told FROM audit_change WHERE audit_id > ?',
);
/** Rows changed since besides those of the trail: a look at personal data is recorded there (U4). */
function changedSince(
  db: ReadableDb,
  before: { readonly total: number; readonly lastAudit: number },
): number {
  const now = get(db, changesMade, [])!;
  if (now.total === before.total) return 0;
  const told = get(db, changesTold, [before.lastAudit])!.told;
  return now.total - before.total - (now.lastAudit - before.lastAudit) - told;
}
/** What of pages was changed by an account, with the page's teachers of the day and substitutes. */
const strangers = select<[number, number], { entity: string; entityId: string }>(
  `SELECT change.entity, change.entity_id AS entityId
   FROM audit JOIN audit_change AS change ON change.audit_id = audit.id
   JOIN lesson ON lesson.id = CAST(change.entity_id AS INTEGER)
   WHERE audit.account_id = ? AND change.entity IN ('cell', 'lesson', 'work')
     AND NOT EXISTS (
       SELECT 1 FROM page_teacher AS teacher WHERE teacher.page_id = lesson.page_id
         AND teacher.staff_id = ?)
     AND NOT EXISTS (
       SELECT 1 FROM day_change AS held WHERE held.lesson_id = lesson.id
         AND held.kind = 'substitution')`,
);
const entered = select<[number], { cells: number; others: number }>(
  `SELECT sum(change.entity = 'cell') AS cells, sum(change.entity <> 'cell') AS others
   FROM audit JOIN audit_change AS change ON change.audit_id = audit.id
   WHERE audit.account_id = ?`,
);

/** Where the ids of an input are to be found, so that most calls meet something that is there. */
const TABLES: Readonly<Record<string, string>> = {
  lessonId: 'lesson',
  pupilId: 'pupil',
  pageId: 'journal_page',
  periodId: 'period',
  classId: 'school_class',
  staffId: 'staff_member',
  subjectId: 'subject',
  groupId: 'study_group',
  kindId: 'work_kind',
  yearId: 'school_year',
};
const idsOf = (db: ReadableDb, table: string): readonly number[] =>
  all(db, select<[], { id: number }>(`SELECT id FROM ${table}`), []).map(({ id }) => id);

/** The input with ids of things that are there and versions of things that are new, mostly. */
function lifelike(
  input: unknown,
  ids: ReadonlyMap<string, readonly number[]>,
  next: (below: number) => number,
): unknown {
  if (Array.isArray(input)) return input.map((one) => lifelike(one, ids, next));
  if (typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(
    Object.entries(input).map(([key, value]) => {
      // Each is a request of its own, else it would be answered as the first time.
      if (key === 'requestId') return [key, randomUUID()];
      if (typeof value !== 'number' || next(8) === 0) return [key, lifelike(value, ids, next)];
      if (key === 'version') return [key, next(3)];
      const known = ids.get(key);
      return [key, known === undefined ? value : known[next(known.length)]];
    }),
  );
}

type Call = (input?: unknown) => Promise<unknown>;
const callOf = (client: Client, { topic, name }: Procedure): Call =>
  (client as unknown as Record<string, Record<string, Call>>)[topic]![name]!;

async function codeOf(call: Call, input: unknown): Promise<string> {
  try {
    const answer = await call(input);
    if (answer !== null && typeof answer === 'object' && Symbol.asyncIterator in answer) {
      await (answer as AsyncGenerator).return(undefined);
    }
    return '';
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
}

/**
 * Requirements, table of roles; КИА 4.4.9, ИНС б: random calls of one role after another, most of them
 * for a page, a lesson and a pupil that are there. Nothing but the trail is changed by a call that is refused
 * or that only reads, and of pages each changes what is the role's own.
 */
test.each<{ readonly role: Role; readonly more: readonly Role[] }>([
  { role: 'secretary', more: [] },
  { role: 'director', more: [] },
  { role: 'classTeacher', more: [] },
  { role: 'teacher', more: [] },
  { role: 'classTeacher', more: ['teacher'] },
  { role: 'deputy', more: [] },
  { role: 'administrator', more: [] },
])(
  `nothing beyond the rights of $role $more under ${CALLS} random calls`,
  { timeout: 3_600_000 },
  async ({ role, more }) => {
    const school = await smallSchool();
    ({ remove } = school);
    const { core } = school;
    Object.assign(core, {
      pdf: { renderPdf: () => Promise.resolve(new Uint8Array(8)), close: () => Promise.resolve() },
    });
    const { client, connection } = await school.windowOf(role);
    if (connection.session === null) throw new Error('not logged in');
    const session = { ...connection.session, roles: [role, ...more] };
    connection.session = session;
    const { db } = core.open!.journal;
    const visible = new Set<number>();
    if (role !== 'secretary') {
      for (const { id } of await client.journal.pages({})) visible.add(id);
    }
    let seen = SEED;
    const next = (below: number) => {
      seen = (Math.imul(seen, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((seen / 4_294_967_296) * below);
    };
    const ids = new Map(Object.entries(TABLES).map(([key, table]) => [key, idsOf(db, table)]));
    // Journals are what strangers want: every third call goes there.
    const journal = procedures.filter(({ topic }) => topic === 'journal');
    const changesAgain = async (procedure: Procedure, input: unknown) => {
      const rowsBefore = hashOfAllRows(db);
      await codeOf(
        callOf(client, procedure),
        lifelike(input, new Map(), () => 0),
      );
      return hashOfAllRows(db) !== rowsBefore;
    };
    const counts = { refused: 0, done: 0 };
    const opened = new Set<number>();
    for (let made = 0; made < CALLS; made++) {
      const from = next(3) === 0 ? journal : procedures;
      const procedure = from[next(from.length)]!;
      const input = lifelike(procedure.inputs[next(procedure.inputs.length)], ids, next);
      connection.session = session;
      connection.locked = false;
      const who = `${procedure.topic}.${procedure.name} by ${session.roles.join()}`;
      const said = () => `${who}, call ${made}: ${fc.stringify(input)}`;
      const { meta } = procedure;
      const allowed = meta.access.some(
        (access) => access === 'signedIn' || session.roles.some((one) => one === access),
      );
      const before = get(db, changesMade, [])!;
      const code = await codeOf(callOf(client, procedure), input);
      if (code === 'INTERNAL') expect.fail(`${said()} ended INTERNAL`);
      if (!allowed && code !== 'FORBIDDEN') expect.fail(`${said()} was answered «${code}»`);
      // The rule is asked anew: calls of an administrator change the regulation too.
      const { rule } = meta;
      const lets = rule && letsOf(regulationOn(db, core.today()), rule);
      const given = lets === undefined || session.roles.some((one) => lets(one));
      if (!given && code !== 'FORBIDDEN') expect.fail(`${said()} though ${rule} is others'`);
      if (code !== '' || meta.kind === 'query') {
        const changed = changedSince(db, before);
        // What a refused command had begun is counted though it was rolled back: looked at once more.
        const stays = changed > 0 && (code === '' || (await changesAgain(procedure, input)));
        if (stays) expect.fail(`${said()} changed ${changed} rows (${code})`);
      }
      counts[code === '' ? 'done' : 'refused'] += 1;
      if (code === '' && procedure.topic === 'journal' && procedure.name === 'page') {
        opened.add((input as { pageId: number }).pageId);
      }
    }
    // Who changes the load, the lists or the classes may change whose pages there are: not a teacher.
    if (role === 'teacher' || role === 'classTeacher' || role === 'director') {
      expect([...opened].filter((pageId) => !visible.has(pageId))).toEqual([]);
      expect(all(db, strangers, [session.accountId, session.staffId])).toEqual([]);
    }
    const trail = get(db, entered, [session.accountId]);
    if (role === 'teacher') expect(trail?.cells).toBeGreaterThan(0);
    if (role === 'secretary') expect(trail?.cells ?? 0).toBe(0);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.done).toBeGreaterThan(0);
    expect(auditChainHolds(db)).toBe(true);
  },
);
