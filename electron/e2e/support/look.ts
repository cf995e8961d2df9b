import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { DEMO_LOGINS } from './demo';
import { expect, test } from './program';

const SIZES = [
  { name: '1366', width: 1366, height: 768 },
  { name: '1920', width: 1920, height: 1080 },
] as const;
const folder = path.resolve(import.meta.dirname, '../../../docs/screenshots');
/** Pictures in the repository change only when somebody asks for them. */
const keep = process.env['KEEP_SCREENSHOTS'] === '1';

const resize = (app: ElectronApplication, width: number, height: number) =>
  app.evaluate(
    ({ BrowserWindow }, [w, h]) =>
      BrowserWindow.getAllWindows()[0]?.setContentBounds({ x: 0, y: 0, width: w!, height: h! }),
    [width, height],
  );

/** English that has no business on a screen; names of formats and keys may stay. */
const ALLOWED =
  /^(?:Word|Excel|docx|PDF|XLSX|ODS|CSV|FET|XML|aSc|Timetables|timetable|Ctrl|Alt|Shift|Enter|Tab|Delete|Backspace|Esc|Home|End|PageUp|PageDown|F\d+|xlsx|ods|csv|fet|xml|I|II|III|IV|V|x|N|M|n|М|B|K|Z|Y|D|L|C|T|Up|Down|[ACEHKMPTXY]{2,4})$/;

async function expectRussian(window: Page): Promise<void> {
  const text = await window.locator('body').innerText();
  const words =
    text.replaceAll(/\S+\.(?:csv|fet|xml|xlsx|ods|docx)\b/g, '').match(/[A-Za-z]{2,}/g) ?? [];
  const logins: readonly string[] = Object.values(DEMO_LOGINS);
  expect(words.filter((word) => !ALLOWED.test(word) && !logins.includes(word))).toEqual([]);
}

/** Nothing sticks out of the window, and no one-line text is cut without saying so. */
async function expectFits(window: Page): Promise<void> {
  const wide = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
}

async function expectAccessible(window: Page): Promise<void> {
  // What is still fading in or out has no contrast of its own yet.
  await window.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
      ),
  );
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

/**
 * Looks at what the window shows, in both sizes: nothing wider than the window, no English, axe finds
 * nothing. With KEEP_SCREENSHOTS=1 the pictures go to docs/screenshots.
 */
export async function look(app: ElectronApplication, window: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    if (keep) await mkdir(folder, { recursive: true });
    await window.mouse.move(2, 2);
    for (const { name: size, width, height } of SIZES) {
      await resize(app, width, height);
      await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
      await window.waitForTimeout(200);
      await expectFits(window);
      if (keep) await window.screenshot({ path: path.join(folder, `${name}-${size}.png`) });
    }
    await expectRussian(window);
    await expectAccessible(window);
  });
}

/** Opens a screen by its name in the rail. */
export const go = (window: Page, name: string) =>
  window
    .getByRole('navigation', { name: 'Разделы программы' })
    .getByRole('link', { name, exact: true })
    .click();
