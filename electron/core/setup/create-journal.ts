import { randomBytes, randomUUID } from 'node:crypto';
import { mkdir, rename, rm } from 'node:fs/promises';
import type { NewJournal } from '#contract/setup';
import { createJournal } from '#db/open';
import { accountById, insertAccount } from '#db/queries/accounts';
import { saveRecoveryPublicKey } from '#db/queries/health';
import { insertStaffMember } from '#db/queries/people';
import { insertRegulation } from '#db/queries/regulation';
import {
  insertHoliday,
  insertPeriod,
  insertSchool,
  insertWorkKind,
  insertYear,
} from '#db/queries/school';
import { insertSubject } from '#db/queries/subjects';
import type { WritableDb } from '#db/statement';
import { DEFAULT_WORK_KINDS } from '#domain/marks/work-kinds';
import { isWeakPassword } from '#domain/people/password-rule';
import { DEFAULT_SUBJECTS } from '#domain/school/default-subjects';
import { startingRegulation } from '#domain/regulation/stored';
import { newYearProblem } from '#domain/school/new-year';
import type { CallContext, Core } from '../context';
import { recoveryPairOf } from '../health/account-keys';
import { newKeyFile, writeKeyFile } from '../keys/key-file';
import { newRecoveryKey } from '../keys/recovery-key';
import { addAccountSlot, addRecoverySlot } from '../keys/slots';
import { refuse } from '../refuse';
import { signIn } from '../session/log-in';
import { journalExists, journalFile, journalFolder, openWith } from '../session/journal-state';
import { runCommand } from '../unit-of-work';
import { changingPlaces } from './changing-places';

/** Whether each period has grades and is no other one's second: what the journal's tables ask. */
function periodsAreTold({ periods }: NewJournal): boolean {
  const keys = periods.map(({ kind, number, gradeFrom }) => `${kind} ${number} ${gradeFrom}`);
  return (
    new Set(keys).size === keys.length &&
    periods.every(({ gradeFrom, gradeTo }) => gradeFrom <= gradeTo)
  );
}

/** The year with its periods, holidays, kinds of work and subjects. */
function fillYear(db: WritableDb, { year, periods, holidays }: NewJournal): void {
  const [firstYear, lastYear] = [year.startsOn.slice(0, 4), year.endsOn.slice(0, 4)];
  const yearId = insertYear(db, { name: `${firstYear}/${lastYear}`, ...year });
  for (const period of periods) insertPeriod(db, yearId, period);
  const gradeFrom = Math.min(...periods.map((period) => period.gradeFrom));
  const gradeTo = Math.max(...periods.map((period) => period.gradeTo));
  insertPeriod(db, yearId, { kind: 'year', number: 1, ...year, gradeFrom, gradeTo });
  for (const holiday of holidays) insertHoliday(db, yearId, holiday);
  for (const [position, kind] of DEFAULT_WORK_KINDS.entries()) {
    insertWorkKind(db, { ...kind, position });
  }
  for (const [position, subject] of DEFAULT_SUBJECTS.entries()) {
    insertSubject(db, { ...subject, position });
  }
}

/** Journal and keys in a folder beside the place they will stand in. Answers the key. */
async function build(
  folder: string,
  input: NewJournal,
  recoveryKey: string,
  { keyCost, now }: Pick<Core, 'keyCost' | 'now'>,
) {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const key = randomBytes(32);
  const { login, password, ...name } = input.administrator;
  const account = await addAccountSlot(newKeyFile(), { key, login, password, cost: keyCost });
  const { keyFile } = await addRecoverySlot(account.keyFile, { key, recoveryKey, cost: keyCost });
  await writeKeyFile(folder, keyFile);
  const journal = createJournal({ file: journalFile(folder), key });
  try {
    const accountId = journal.write((db) => {
      const journalId = randomUUID();
      insertSchool(db, { ...input.school, journalId, demo: false });
      const pair = recoveryPairOf(recoveryKey, journalId);
      if (pair !== undefined) saveRecoveryPublicKey(db, pair.publicKey);
      fillYear(db, input);
      insertRegulation(db, {
        document: startingRegulation(),
        fromDate: input.year.startsOn,
        madeAt: now().toISOString(),
        madeBy: '',
      });
      const staffId = insertStaffMember(db, { ...name, position: 'Администратор журнала' });
      return insertAccount(db, {
        staffId,
        login,
        slotId: account.slotId,
        mustChangePassword: false,
        roles: ['administrator'],
      });
    });
    return { key, accountId, accountSecret: account.accountSecret };
  } finally {
    journal.close();
  }
}

type Call = { readonly context: CallContext; readonly input: NewJournal };

async function create(
  context: CallContext,
  input: NewJournal,
): Promise<{ readonly recoveryKey: string }> {
  const { core, connection } = context;
  if (core.place !== 'school' || journalExists(core)) refuse('ALREADY_SET_UP');
  if (newYearProblem(input) !== undefined || !periodsAreTold(input)) {
    refuse('INVALID', { why: 'dates' });
  }
  const { login, password } = input.administrator;
  if (isWeakPassword(password, login)) refuse('INVALID', { why: 'weakPassword' });
  const recoveryKey = newRecoveryKey();
  const folder = journalFolder(core);
  const { key, accountId, accountSecret } = await build(`${folder}.part`, input, recoveryKey, core);
  if (core.place !== 'school' || journalExists(core)) refuse('ALREADY_SET_UP');
  await rename(`${folder}.part`, folder);
  const open = openWith(core, key);
  const account = accountById(open.journal.db, accountId);
  if (account === undefined) throw new Error('the new journal has no administrator');
  runCommand(
    core,
    open,
    { requestId: randomUUID(), action: 'setup.createJournal', actor: null },
    ({ record }) => record('school', '1', null, input.school),
  );
  signIn(core, connection, open, { account, accountSecret });
  return { recoveryKey };
}

/**
 * Makes the school's journal: whole in its folder, or not at all. The administrator is signed in,
 * and the recovery key is answered this once.
 */
export function createSchoolJournal({
  context,
  input,
}: Call): Promise<{ readonly recoveryKey: string }> {
  return changingPlaces(context.core, undefined, () => create(context, input));
}
