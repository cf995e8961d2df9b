import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CopyEvent, CopyPreview, CopyRow, Drive, RestoreEvent } from '#contract/copies';
import { listCopies, insertCopy } from '#db/queries/copies';
import { findSchool } from '#db/queries/school';
import { declaredStream, lockWhenIdle } from '../access';
import type { CallContext, Core } from '../context';
import { eventStream } from '../jobs/event-stream';
import { refuse } from '../refuse';
import { changePlace, journalFile, schoolFolder } from '../session/journal-state';
import { isStillThere, runCommandOf, signedIn, type Reading } from '../unit-of-work';
import { listDrives } from './drives';
import { inspectCopy } from './inspect-copy';
import { changingPlaces } from '../setup/changing-places';
import { makeCopy } from './make-copy';
import { checkMayReplace } from './may-replace';
import { restoreCopy, type CopySecret } from './restore-copy';

type Call<Input> = {
  readonly context: CallContext;
  readonly input: Input;
  readonly signal?: AbortSignal | undefined;
};
type Target = { readonly grant: string } | { readonly drive: string };

/** The copies made of this journal, newest first. */
export const copies = ({ db }: Reading): readonly CopyRow[] =>
  listCopies(db).map(({ id, madeAt, folder, size, counts, verifiedAt }) => ({
    id,
    madeAt,
    folder,
    size,
    counts,
    verifiedAt,
  }));

/** The drives of now; the window gets a key, not the path. */
export async function drives(): Promise<readonly Drive[]> {
  return (await listDrives()).map(({ key, label, size, free, removable }) => ({
    key,
    label,
    size,
    free,
    removable,
  }));
}

async function folderOf(core: Core, target: Target): Promise<string> {
  if ('grant' in target) return core.grants.pathOf(target.grant, 'copy');
  const drive = (await listDrives()).find(({ key }) => key === target.drive);
  return drive?.path ?? refuse('STORAGE_PROBLEM', { problem: 'driveGone' });
}

/** Makes a copy and notes it in the journal and its trail (B1, B2). */
export function makeCopyOf({
  context,
  input,
  signal,
}: Call<{ readonly requestId: string; readonly target: Target }>) {
  const { core } = context;
  const { session, open } = signedIn(context);
  const stream = eventStream<CopyEvent>(async (emit, aborted) => {
    const left = new AbortController();
    const { manifest, folder } = await makeCopy({
      journal: open.journal,
      key: open.key,
      keyFileFolder: open.folder,
      targetFolder: await folderOf(core, input.target),
      info: { program: core.version, madeBy: session.name, today: core.today() },
      now: core.now(),
      workerFile: core.copyWorker,
      onProgress: (progress) => {
        // A copy is not taken away by who has been logged out or blocked meanwhile.
        if (!isStillThere(context, { session, open })) left.abort();
        emit({ kind: 'progress', progress });
      },
      signal: AbortSignal.any([aborted, left.signal]),
    });
    const { madeAt, size, sha256, counts } = manifest;
    const row = { madeAt, folder, size, counts, verifiedAt: core.now().toISOString() };
    const request = { requestId: input.requestId, action: 'copies.make' };
    const id = runCommandOf(context, { session, open }, request, ({ db, record }) => {
      const made = insertCopy(db, { ...row, sha256 });
      record('copy', String(made), null, { folder, size, sha256 });
      return made;
    });
    emit({ kind: 'done', copy: { id, ...row } });
  }, signal);
  return declaredStream(core, 'copies.make', stream);
}

/** The school's name of the journal on this computer: null where it is locked away. */
function presentJournal(core: Core): CopyPreview['replaces'] {
  if (!existsSync(journalFile(schoolFolder(core)))) return null;
  const open = core.place === 'school' ? core.open : null;
  return { schoolName: open === null ? null : (findSchool(open.journal.db)?.name ?? null) };
}

/** What lies in the folder that the person chose (B3). */
export async function inspect({
  context: { core },
  input,
  signal,
}: Call<{ readonly grant: string }>): Promise<CopyPreview> {
  const { manifest, problem } = await inspectCopy({
    folder: core.grants.pathOf(input.grant, 'restore'),
    ...(signal === undefined ? {} : { signal }),
  });
  return { manifest, problem, replaces: presentJournal(core) };
}

/**
 * Puts a copy in the place of the school's journal; the one that was here is kept aside. Only who
 * can open the copy and may replace the present journal can do it; all windows are logged out.
 */
export function restore({
  context,
  input,
  signal,
}: Call<{ readonly grant: string; readonly secret: CopySecret }>) {
  const { core } = context;
  lockWhenIdle(core, context.connection);
  const stream = eventStream<RestoreEvent>(async (emit, aborted) => {
    const copyFolder = core.grants.pathOf(input.grant, 'restore');
    const result = await changingPlaces(core, aborted, async () => {
      await checkMayReplace(context, input.secret);
      return restoreCopy({
        copyFolder,
        secret: input.secret,
        journalFolder: schoolFolder(core),
        now: core.now(),
        workerFile: core.copyWorker,
        closeJournal: () => {
          changePlace(core, 'school');
          core.replacing = true;
        },
        onProgress: (progress) => emit({ kind: 'progress', progress }),
        signal: aborted,
      }).finally(() => {
        core.replacing = false;
      });
    });
    if (result.kind === 'wrongSecret') refuse('WRONG_PASSWORD', { waitSeconds: 0 });
    const savedAs = result.savedAs === null ? null : path.basename(result.savedAs);
    core.log.info(`restored a copy, run ${randomUUID().slice(0, 8)}`);
    emit({ kind: 'done', savedAs });
  }, signal);
  return declaredStream(core, 'copies.restore', stream);
}
