import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { contract } from '#contract/index';
import type { ProcedureMeta } from '#contract/procedure';
import { insertRegulation } from '#db/queries/regulation';
import { ROLES, type Role } from '#domain/people/roles';
import { PRESETS } from '#domain/regulation/presets/index';
import { GIVEN_TO, type RegulatedAction } from '#domain/regulation/rights';
import { refusalOf } from '../testing/refusal-of';
import { smallSchool, type Client } from '../testing/school';

let school: Awaited<ReturnType<typeof smallSchool>>;
beforeEach(async () => {
  school = await smallSchool();
});
afterEach(() => school.remove());

/** The standard order, with one right given to these roles. */
function give(action: RegulatedAction, value: readonly Role[]): void {
  const rule = { ...PRESETS.tip.rules[action], value: [...value] };
  const document = { ...PRESETS.tip, rules: { ...PRESETS.tip.rules, [action]: rule } };
  school.core.open!.journal.write((db) => {
    db.connection.prepare('DELETE FROM regulation_version').run();
    insertRegulation(db, { document, fromDate: '2026-09-01', madeAt: '', madeBy: '' });
  });
}
const requestId = () => randomUUID();

/** Something each right is needed for; the refusal of the right comes before any other. */
const DEEDS: Readonly<
  Record<
    Exclude<
      RegulatedAction,
      'fillAnyPage' | 'setAbsenceReasons' | 'openLocks' | 'moveBetweenGroups'
    >,
    (client: Client) => Promise<unknown>
  >
> = {
  registerSubstitutions: (client) =>
    client.changes.removeAbsence({ requestId: requestId(), id: 999 }),
  changeTimetable: (client) =>
    client.timetable.deleteDraft({ requestId: requestId(), versionId: 999 }),
  enterPlans: (client) =>
    client.plans.create({
      requestId: requestId(),
      subjectId: 1,
      grade: 8,
      title: 'Алгебра',
      pageIds: [],
    }),
  correctPupilData: (client) =>
    client.pupils.save({
      requestId: requestId(),
      pupilId: school.pupils.abramov,
      version: 0,
      changes: { phone: '+79001234567' },
    }),
};

test.each(Object.keys(DEEDS) as (keyof typeof DEEDS)[])(
  '%s: by whom the regulation names, of those who can have it, and by nobody else (R4)',
  { timeout: 60_000 },
  async (action) => {
    const deed = DEEDS[action];
    const whyOf = async (role: Role) => {
      const { client } = await school.windowOf(role);
      const refusal = await refusalOf(deed(client));
      return refusal?.code === 'FORBIDDEN' ? (refusal.data as { why: string }).why : '';
    };
    for (const role of ROLES) {
      const reachable = (GIVEN_TO[action] as readonly Role[]).includes(role);
      give(action, [role]);
      expect(await whyOf(role), `${role} named`).toBe(reachable ? '' : 'role');
      give(
        action,
        ROLES.filter((one) => one !== role),
      );
      expect(await whyOf(role), `${role} not named`).toBe(reachable ? 'regulated' : 'role');
    }
  },
);

test('the window knows whom the rules of today name', async () => {
  give('enterPlans', ['teacher', 'secretary']);
  const { client } = await school.windowOf('deputy');
  const session = await client.session.current();
  expect(session?.rights.enterPlans).toEqual(['teacher']);
  expect(session?.rights.registerSubstitutions).toEqual(['administrator', 'deputy']);
});

test('every rule about rights that a procedure names can be given to whoever may call it', () => {
  for (const group of Object.values(contract)) {
    for (const leaf of Object.values(group as object)) {
      const { access, rule } = (leaf as { '~orpc': { meta: ProcedureMeta } })['~orpc'].meta;
      if (rule === undefined) continue;
      expect(GIVEN_TO[rule]).toEqual(expect.arrayContaining([...access]));
    }
  }
});
