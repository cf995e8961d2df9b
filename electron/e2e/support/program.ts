import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Page,
} from '@playwright/test';

/** Stories happen on this Monday, in the second quarter. */
export const TODAY = '2026-11-23';

export type Program = {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly close: () => Promise<void>;
};

type LaunchOptions = {
  readonly dataFolder: string;
  readonly args?: readonly string[];
  /** The day of the story, where it is not that Monday. */
  readonly today?: string;
};

/** Opens the program over a folder of data, as a person would; waits until something is shown. */
export async function launch({
  dataFolder,
  args = [],
  today = TODAY,
}: LaunchOptions): Promise<Program> {
  const executable = process.env['SCHOOL_JOURNAL_EXECUTABLE'];
  const app = await _electron.launch({
    ...(executable === undefined
      ? { args: ['.', ...args] }
      : { executablePath: executable, args: [...args] }),
    env: {
      ...(process.env as Record<string, string>),
      SCHOOL_JOURNAL_DATA: dataFolder,
      SCHOOL_JOURNAL_TODAY: today,
    },
  });
  const window = await app.firstWindow();
  window.setDefaultTimeout(10_000);
  await expect(window.getByRole('heading').first()).toBeVisible();
  return { app, window, close: () => app.close() };
}

type Fixtures = {
  /** A folder of the story's own, removed afterwards. */
  readonly folder: string;
  /** Where the program keeps its data in this story. */
  readonly dataFolder: string;
  /** Starts the program; every one still open is closed afterwards. */
  readonly start: (options?: Partial<LaunchOptions>) => Promise<Program>;
};

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line eslint/no-empty-pattern -- Playwright reads the pattern
  folder: async ({}, use) => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'story-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  dataFolder: async ({ folder }, use) => use(path.join(folder, 'data')),
  start: async ({ dataFolder }, use) => {
    const open: Program[] = [];
    await use(async (options = {}) => {
      const program = await launch({ dataFolder, ...options });
      open.push(program);
      return program;
    });
    for (const program of open) await program.close().catch(() => undefined);
  },
});

export { expect };
