import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Progress } from '#contract/procedure';
import type { DemoBuildStep, DemoPerson } from '#contract/setup';
import { createJournal } from '#db/open';
import { insertAccount } from '#db/queries/accounts';
import { findStaff } from '#db/queries/people';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { ClassPlan } from '#domain/demo/classes';
import { ROLES, type Role } from '#domain/people/roles';
import { shortName } from '#domain/people/name';
import { declaredStream, lockWhenIdle } from '../access';
import type { CallContext, Core } from '../context';
import type { DemoSummary } from '../demo/build-demo';
import { layDemoHealth, type DemoAccount } from '../demo/demo-health';
import { eventStream } from '../jobs/event-stream';
import { newKeyFile, writeKeyFile } from '../keys/key-file';
import { addAccountSlot, LOW_COST } from '../keys/slots';
import { changePlace, demoFolder, journalFile } from '../session/journal-state';
import { refuse } from '../refuse';
import { changingPlaces } from './changing-places';
import { DEMO_PEOPLE_FILE } from './workplace';

/** Shown on the log-in screen of the demonstration school: it guards nothing. */
const DEMO_PASSWORD = 'демо';
const SEED = 20_260_901;

type BuildOptions = {
  readonly folder: string;
  readonly core: Pick<Core, 'today'>;
  readonly years: number;
  /** The full school's where not said. */
  readonly classes?: readonly ClassPlan[];
  readonly onProgress: (progress: Progress<DemoBuildStep>) => void;
  readonly signal?: AbortSignal | undefined;
};

/** Accounts for the people one can try the program as: their key slots and their names in the clear. */
async function addDemoAccounts(
  journal: ReturnType<typeof createJournal>,
  key: Buffer,
  folder: string,
  {
    demoPeople,
    today,
  }: { readonly demoPeople: DemoSummary['demoPeople']; readonly today: IsoDate },
): Promise<void> {
  const staff = new Map(findStaff(journal.db, 0).map((row) => [row.id, row]));
  const shown: DemoPerson[] = [];
  const accounts: (DemoAccount & { readonly login: string })[] = [];
  let keyFile = newKeyFile();
  for (const { staffId, login, roles } of demoPeople) {
    const added = await addAccountSlot(keyFile, {
      key,
      login,
      password: DEMO_PASSWORD,
      cost: LOW_COST,
    });
    keyFile = added.keyFile;
    const account = { staffId, login, slotId: added.slotId, mustChangePassword: false, roles };
    const accountId = journal.write((db) => insertAccount(db, account));
    const person = staff.get(staffId);
    const role = ROLES.find((one) => roles.includes(one));
    if (person === undefined || role === undefined) continue;
    const name = shortName(person);
    shown.push({ login, password: DEMO_PASSWORD, name, role });
    accounts.push({ accountId, staffId, login, name, accountSecret: added.accountSecret });
  }
  const ofRole = (role: Role) =>
    accounts.find(({ login }) => shown.some((one) => one.login === login && one.role === role));
  const [classTeacher, deputy] = [ofRole('classTeacher'), ofRole('deputy')];
  const holders = classTeacher && deputy && { classTeacher, deputy };
  layDemoHealth(journal, accounts, holders, today);
  await writeKeyFile(folder, keyFile);
  await writeFile(path.join(folder, DEMO_PEOPLE_FILE), JSON.stringify(shown));
}

/** Builds the demonstration school whole beside its place, then puts it there. */
export async function buildDemoFolder(options: BuildOptions): Promise<DemoSummary> {
  const { folder, core, years, classes, onProgress, signal } = options;
  const part = `${folder}.part`;
  await rm(part, { recursive: true, force: true });
  await mkdir(part, { recursive: true });
  const key = randomBytes(32);
  const journal = createJournal({ file: journalFile(part), key });
  try {
    const { buildDemo } = await import('../demo/build-demo');
    const summary = await buildDemo({
      journal,
      journalId: randomUUID(),
      today: core.today(),
      years,
      seed: SEED,
      onProgress: ({ done, step }) => onProgress({ done: done * 0.98, step }),
      ...(classes !== undefined && { classes }),
      ...(signal === undefined ? {} : { signal }),
    });
    onProgress({ done: 0.98, step: 'accounts' });
    const { demoPeople } = summary;
    await addDemoAccounts(journal, key, part, { demoPeople, today: core.today() });
    journal.close();
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
    return summary;
  } catch (error) {
    journal.close();
    await rm(part, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Refuses where leaving this place would log somebody out who has no say in it: it needs no log-in,
 * and a locked window stays with who locked it.
 */
function checkNobodyElse({ core, connection }: CallContext): void {
  lockWhenIdle(core, connection);
  if (connection.session !== null && connection.locked) refuse('SESSION_LOCKED');
  const others = [...core.connections].filter((one) => one !== connection);
  const working = core.place === 'school' && others.some(({ session }) => session !== null);
  if (working) refuse('FORBIDDEN', { why: 'othersWork' });
}

/** Goes over to the demonstration school, building it where it is not there. */
export function openDemo({
  context,
  input,
  signal,
}: {
  readonly context: CallContext;
  readonly input: { readonly rebuild: boolean };
  readonly signal?: AbortSignal | undefined;
}) {
  const { core } = context;
  const folder = demoFolder(core);
  const stream = eventStream<Progress<DemoBuildStep>>(
    (emit, aborted) =>
      changingPlaces(core, aborted, async () => {
        checkNobodyElse(context);
        if (input.rebuild || !existsSync(journalFile(folder))) {
          if (core.place === 'demo') changePlace(core, 'demo');
          await buildDemoFolder({
            folder,
            core,
            years: core.demoYears,
            onProgress: emit,
            signal: aborted,
          });
          checkNobodyElse(context);
        }
        changePlace(core, 'demo');
        emit({ done: 1, step: 'accounts' });
      }),
    signal,
  );
  return declaredStream(core, 'setup.openDemo', stream);
}

/** Back to the school's own journal, or to the assistant where there is none. */
export function leaveDemo({ context: { core } }: { readonly context: CallContext }): void {
  if (core.place === 'demo') changePlace(core, 'school');
}
