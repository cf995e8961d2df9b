import { writeFileSync, mkdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { createHash, randomUUID } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { z } from 'zod';
import { bundleForNode } from '../../build/bundle-for-node';
import { ERRORS } from '#contract/errors';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import { hashOfAllRows } from '#db/testing/row-hash';
import { ROLES } from '#domain/people/roles';
import { rightOf } from '#domain/regulation/rights';
import type { GrantKind } from './grants';
import { regulationOn } from './regulation/versions';
import { inputsOf } from './testing/random-input';
import { smallSchool, windowOn } from './testing/school';

const SEED = 20_261_123;
const CALLS = 8;
let workers: { readonly copyWorker: string; readonly pdfWorker: string };
beforeAll(async () => {
  workers = {
    copyWorker: await bundleForNode('electron/core/copies/copy-worker.ts'),
    pdfWorker: await bundleForNode('electron/core/sheets/pdf-worker.ts'),
  };
});
afterAll(async () => {
  for (const file of Object.values(workers)) await rm(path.dirname(file), { recursive: true });
});

type Leaf = {
  readonly '~orpc': { readonly meta: ProcedureMeta; readonly inputSchema?: z.ZodType };
};
const procedures = Object.entries(contract).flatMap(([topic, group]) =>
  Object.entries(group as unknown as Record<string, Leaf>).map(([name, leaf]) => ({
    topic,
    name,
    meta: leaf['~orpc'].meta,
    schema: leaf['~orpc'].inputSchema,
  })),
);
type Call = (input?: unknown) => Promise<unknown>;

/** Calls, and follows a stream to its end; a watch has none. The code of the refusal, or ''. */
async function outcomeOf(call: Call, input: unknown, endless: boolean): Promise<string> {
  try {
    const answer = await call(input);
    if (answer === null || typeof answer !== 'object' || !(Symbol.asyncIterator in answer)) {
      return '';
    }
    const stream = (answer as AsyncGenerator)[Symbol.asyncIterator]();
    if (endless) await stream.return?.(undefined);
    else while ((await stream.next()).done !== true);
    return '';
  } catch (error) {
    if (error instanceof ORPCError) return error.code;
    throw error;
  }
}

test(
  'any call of anybody ends with a result or a declared refusal',
  { timeout: 400_000 },
  async () => {
    const school = await smallSchool(workers);
    const { core, folder } = school;
    const file = path.join(folder, 'список.csv');
    const list = 'Фамилия;Имя;Отчество;Класс\nИванова;Анна;;8-А\nПетров;;;8-А\n';
    const sha256 = createHash('sha256').update(list).digest('hex');
    writeFileSync(file, list);
    mkdirSync(path.join(folder, 'drive'));
    const grants = (
      [
        ['open', file],
        ['open', folder],
        ['open', path.join(folder, 'нет.xlsx')],
        ['save', path.join(folder, 'ведомость.pdf')],
        ['save', folder],
        ['copy', path.join(folder, 'drive')],
        ['copy', file],
        ['restore', file],
        ['restore', path.join(folder, 'drive')],
      ] satisfies [GrantKind, string][]
    ).map(([kind, place]) => {
      const grant = randomUUID();
      core.grants.add(grant, kind, place);
      return grant;
    });
    const windows = [
      ...(await Promise.all(
        ROLES.map(async (role) => ({ role, ...(await school.windowOf(role)) })),
      )),
      { role: undefined, ...windowOn(core) },
    ].map((one) => ({ ...one, session: one.connection.session }));
    const declared = new Set(['', ...Object.keys(ERRORS)]);
    const { open } = core;
    if (open === null) throw new Error('not open');
    const rowHash = () => hashOfAllRows(open.journal.db);
    let calls = 0;

    for (const { role, client, connection, session } of windows) {
      for (const { topic, name, meta, schema } of procedures) {
        const call = (client as unknown as Record<string, Record<string, Call>>)[topic]?.[name];
        if (call === undefined) throw new Error(`${topic}.${name} is not there`);
        const who = `${topic}.${name} by ${role ?? 'nobody'}`;
        const always = meta.always === true;
        const allowed =
          always ||
          (role !== undefined &&
            (meta.access.includes('signedIn') || meta.access.includes(role)) &&
            (meta.rule === undefined ||
              rightOf(regulationOn(open.journal.db, core.today()), role, meta.rule).may));
        const before = allowed ? '' : rowHash();
        const valid =
          schema === undefined
            ? fc.constant(undefined)
            : inputsOf(schema, { grants, sha256 }).filter(
                (input) => schema.safeParse(input).success,
              );
        const inputs = [
          ...fc.sample(valid, { numRuns: schema === undefined ? 1 : CALLS, seed: SEED }),
          ...fc.sample(fc.anything(), { numRuns: CALLS, seed: SEED }),
        ];
        for (const input of inputs) {
          connection.session = session;
          connection.locked = false;
          const taken = schema === undefined || schema.safeParse(input).success;
          school.failures.length = 0;
          const code = await outcomeOf(call, input, name === 'watch');
          const said = `${who}: ${fc.stringify(input)}`;
          calls += 1;
          expect(declared, said).toContain(code);
          expect(code, said).not.toBe('INTERNAL');
          if (allowed && !taken) expect(code, said).toBe('BAD_REQUEST');
          if (!allowed && taken)
            expect(code, said).toBe(role === undefined ? 'NOT_SIGNED_IN' : 'FORBIDDEN');
        }
        if (!allowed) expect(rowHash(), who).toBe(before);
      }
    }
    expect(calls).toBeGreaterThan(3000);
    school.remove();
  },
);
