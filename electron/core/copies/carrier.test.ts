import { readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { bundleForNode } from '../../../build/bundle-for-node';
import { restoreCopy } from './restore-copy';
import { mountedDrive } from './testing/mounted';
import { NOW, schoolWithKeys } from './testing/school-with-keys';

const probe = mountedDrive('1m');
probe?.remove();
const canMount = probe !== undefined;

let workerFile: string;
let school: Awaited<ReturnType<typeof schoolWithKeys>>;
let drive: NonNullable<ReturnType<typeof mountedDrive>> | undefined;
beforeAll(async () => {
  workerFile = await bundleForNode('electron/core/copies/copy-worker.ts');
  school = await schoolWithKeys(workerFile);
});
afterEach(() => {
  drive?.remove();
  drive = undefined;
});
afterAll(() => {
  school.remove();
  rmSync(path.dirname(workerFile), { recursive: true, force: true });
});

const plugIn = (size: string) => {
  drive = mountedDrive(size);
  if (drive === undefined) throw new Error('the drive was not mounted');
  return drive;
};
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: { problem?: string; name: string }) => error.problem ?? error.name,
  );
const free = (folder: string) => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
};

test.skipIf(!canMount)(
  'a drive with too little room is told before anything is written',
  async () => {
    const { folder } = plugIn('1m');
    const steps: string[] = [];
    const copy = school.copy({
      targetFolder: folder,
      onProgress: ({ step }) => steps.push(step),
    });
    expect(await problemOf(copy)).toBe('diskFull');
    expect(new Set(steps)).toEqual(new Set(['reading']));
    expect(readdirSync(folder)).toEqual([]);
  },
);

test.skipIf(!canMount)('a drive that fills up meanwhile keeps an older copy whole', async () => {
  const { folder } = plugIn('8m');
  const older = await school.copy({ targetFolder: folder });
  const copy = school.copy({
    targetFolder: folder,
    now: new Date(NOW.getTime() + 60_000),
    onProgress: ({ step, done }) => {
      const started = step === 'reading' && done === 0;
      if (started || step === 'reading') return;
      const filling = path.join(folder, 'filling');
      writeFileSync(filling, Buffer.alloc(Math.max(free(folder), 0)), { flag: 'a' });
    },
  });
  expect(await problemOf(copy)).toBe('diskFull');
  rmSync(path.join(folder, 'filling'));
  expect(readdirSync(folder)).toEqual([path.basename(older.folder)]);
  const journalFolder = path.join(school.root, 'from-older');
  const restored = await restoreCopy({
    copyFolder: folder,
    secret: { recoveryKey: school.recoveryKey },
    journalFolder,
    now: NOW,
    workerFile,
  });
  expect(restored.kind).toBe('restored');
});

test.skipIf(!canMount)('nothing can be written: readOnly', async () => {
  const { folder, makeReadOnly } = plugIn('8m');
  makeReadOnly();
  expect(await problemOf(school.copy({ targetFolder: folder }))).toBe('readOnly');
});

test.skipIf(!canMount)('a copy is restored from a carrier that is read-only', async () => {
  const { folder, makeReadOnly } = plugIn('8m');
  await school.copy({ targetFolder: folder });
  makeReadOnly();
  const restored = await restoreCopy({
    copyFolder: folder,
    secret: { login: 'zavuch', password: 'p' },
    journalFolder: path.join(school.root, 'from-read-only'),
    now: NOW,
    workerFile,
  });
  expect(restored.kind).toBe('restored');
});

test.skipIf(!canMount).for(['reading', 'writing', 'verifying', 'opening'] as const)(
  'a drive pulled out while %s: told, and nothing lands on the computer in its place',
  async (when) => {
    const { folder, pullOut } = plugIn('8m');
    const copy = school.copy({
      targetFolder: folder,
      onProgress: ({ step }) => {
        if (step === when) pullOut();
      },
    });
    expect(await problemOf(copy)).toBe('driveGone');
    expect(readdirSync(folder)).toEqual([]);
  },
);
