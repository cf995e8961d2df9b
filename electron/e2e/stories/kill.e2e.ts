import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { demoSchool, DEMO_PASSWORD, logInAs } from '../support/demo';
import { inspectJournal } from '../support/inspect';
import { journalPage } from '../support/journal-page';
import { expect, launch, test, type Program } from '../support/program';

const KILLS = 25;

/** A number that looks random and is the same in every run. */
const dice = (seed: number) => {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

type Shown = Readonly<Record<string, string>>;

/** The cells of today's column that the window shows as saved, by row. */
const shownAsSaved = (window: Page, col: number): Promise<Shown> =>
  window.evaluate(
    (column) =>
      Object.fromEntries(
        [...document.querySelectorAll(`[role="gridcell"][data-col="${column}"]`)].flatMap((cell) =>
          cell.hasAttribute('data-sign') || cell.getAttribute('data-row') === null
            ? []
            : [[cell.getAttribute('data-row'), cell.textContent?.trim() ?? '']],
        ),
      ),
    col,
  );

/** A key is drawn at the latest so long after it. */
const DRAWN_MS = 30;

/**
 * Types marks down today's column without waiting for any to be saved, looks, and types one more that
 * is on its way when the kill comes.
 */
async function enterMarks(window: Page, random: (below: number) => number) {
  const page = journalPage(window);
  await page.open('8-А');
  const { col } = await page.cursor();
  await page.press('Control+ArrowUp');
  const digit = () => `${2 + random(4)}`;
  for (let left = 2 + random(10); left > 0; left--) await window.keyboard.press(`Digit${digit()}`);
  await window.waitForTimeout(DRAWN_MS);
  const { row } = await page.cursor();
  const saved = await shownAsSaved(window, col);
  const last = { row: `${row}`, text: digit() };
  await window.keyboard.press(`Digit${last.text}`);
  return { col, saved, last };
}

/** What was shown as saved is there; where one more mark was typed, that one may be. */
async function expectStillThere(
  window: Page,
  { col, saved, last }: Awaited<ReturnType<typeof enterMarks>>,
): Promise<void> {
  const page = journalPage(window);
  await page.open('8-А');
  const now = await shownAsSaved(window, col);
  for (const [row, text] of Object.entries(saved)) {
    const allowed = row === last.row ? [text, last.text] : [text];
    expect(allowed, `row ${row}`).toContain(now[row]);
  }
}

const pidsOf = (app: ElectronApplication, onlyCore: boolean): Promise<number[]> =>
  app.evaluate(
    ({ app: own }, core) =>
      own
        .getAppMetrics()
        .filter(({ name }) => !core || name === 'school-journal-core')
        .map(({ pid }) => pid),
    onlyCore,
  );

const killAll = (pids: readonly number[]) => {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it went with its parent
    }
  }
};

async function expectSound(dataFolder: string): Promise<void> {
  const who = { login: 'teacher', password: DEMO_PASSWORD };
  const journal = await inspectJournal(path.join(dataFolder, 'demo'), who);
  expect(journal).toMatchObject({ integrity: 'ok', foreignKeys: [], auditChain: true });
}

test(`the core killed ${KILLS} times during entry loses nothing shown as saved`, async ({
  dataFolder,
  start,
}) => {
  test.setTimeout(300_000);
  await demoSchool(dataFolder);
  const random = dice(1);
  const { app, window, close } = await start({ args: ['--demo'] });
  await app.evaluate(({ dialog }) => {
    Object.assign(dialog, { showMessageBox: () => Promise.resolve({ response: 0 }) });
  });
  await logInAs(window, 'teacher');
  let marks = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const entered = await enterMarks(window, random);
    killAll(await pidsOf(app, true));
    await expect(window.getByLabel('Логин')).toBeVisible();
    await logInAs(window, 'teacher');
    await expectStillThere(window, entered);
    marks += Object.values(entered.saved).filter((text) => text !== '').length;
  }
  expect(marks).toBeGreaterThan(KILLS);
  await close();
  await expectSound(dataFolder);
});

test(`the program killed ${KILLS} times during entry loses nothing shown as saved`, async ({
  dataFolder,
}) => {
  test.setTimeout(300_000);
  await demoSchool(dataFolder);
  const random = dice(2);
  let program: Program = await launch({ dataFolder, args: ['--demo'] });
  await logInAs(program.window, 'teacher');
  let marks = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const entered = await enterMarks(program.window, random);
    const gone = new Promise((resolve) => program.app.process().once('exit', resolve));
    killAll(await pidsOf(program.app, false));
    await gone;
    program = await launch({ dataFolder, args: ['--demo'] });
    await logInAs(program.window, 'teacher');
    await expectStillThere(program.window, entered);
    marks += Object.values(entered.saved).filter((text) => text !== '').length;
  }
  expect(marks).toBeGreaterThan(KILLS);
  await program.close();
  await expectSound(dataFolder);
});
