import { expect, test } from 'vitest';
import { ROLES } from '#domain/people/roles';
import { contract } from './index';
import type { ProcedureMeta } from './procedure';

type Leaf = { readonly '~orpc': { readonly meta: ProcedureMeta } };
const procedures = Object.entries(contract).flatMap(([topic, group]) =>
  Object.entries(group as unknown as Record<string, Leaf>).map(([name, procedure]) => ({
    name: `${topic}.${name}`,
    meta: procedure['~orpc'].meta,
  })),
);

const mark = ({ access, always }: ProcedureMeta, role: (typeof ROLES)[number]): string => {
  if (always === true || access.includes('anyone')) return '○';
  return access.includes('signedIn') || access.includes(role) ? '●' : '·';
};

test('who may call what: a change of this table is a change of rights', async () => {
  const width = Math.max(...procedures.map(({ name }) => name.length));
  const lines = procedures.map(({ name, meta }) =>
    [name.padEnd(width), meta.kind.padEnd(7), ...ROLES.map((role) => mark(meta, role).padEnd(13))]
      .join(' ')
      .trimEnd(),
  );
  const head = [' '.repeat(width), 'kind   ', ...ROLES.map((role) => role.padEnd(13))].join(' ');
  const legend = '● with this role   ○ without a log-in   · refused';
  const table = [legend, head.trimEnd(), ...lines, ''].join('\n');
  await expect(table).toMatchFileSnapshot('./access.golden.txt');
});

test('every procedure lets somebody in, and every command of a person names itself for the trail', () => {
  for (const { name, meta } of procedures) {
    expect(meta.access.length, name).toBeGreaterThan(0);
    if (meta.kind === 'command' && meta.always !== true) expect(meta.audit, name).toBeTruthy();
  }
});
