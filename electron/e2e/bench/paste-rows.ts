import { logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { expect, launch } from '../support/program';
import { timeRow, type Row } from './median';

const PUPILS = 25;
const LESSONS = 20;
const RUNS = 6;

type Times = { readonly painted: number[]; readonly saved: number[] };

/** The last days of the second quarter: all its lessons are held, none is closed yet. */
const LATE = '2026-12-28';

/** 500 cells of a spreadsheet put over a quarter: from the key that agrees to the paint. */
export async function pasteRows(dataFolder: string): Promise<Row[]> {
  const { app, window, close } = await launch({ dataFolder, args: ['--demo'], today: LATE });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  await page.grid.focus();
  await window.evaluate(() => {
    const times: Times = { painted: [], saved: [] };
    Object.assign(globalThis, { timesOfPastes: times });
    const afterFrame = (work: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', work);
        port1.start();
        port2.postMessage(null);
      });
    document.querySelector('[role="grid"]')!.addEventListener(
      'keydown',
      (event) => {
        if ((event as KeyboardEvent).key !== 'Enter') return;
        const started = performance.now();
        const grid = event.currentTarget as Element;
        const untilSaved = () => {
          if (document.querySelector('[data-sign]') === null) {
            times.saved.push(performance.now() - started);
          } else afterFrame(untilSaved);
        };
        // What was pasted is there when the first of its cells changes.
        const watcher = new MutationObserver((changes) => {
          const drawn = changes.some(
            ({ target }) =>
              (target instanceof Element ? target : target.parentElement)?.closest('[data-col]') !==
              null,
          );
          if (!drawn) return;
          watcher.disconnect();
          afterFrame(() => {
            times.painted.push(performance.now() - started);
            afterFrame(untilSaved);
          });
        });
        watcher.observe(grid, { childList: true, subtree: true, characterData: true });
      },
      { capture: true },
    );
  });
  for (let run = 0; run < RUNS; run += 1) {
    const line = Array.from({ length: LESSONS }, (_, at) => 2 + ((at + run) % 4)).join('\t');
    const text = Array.from({ length: PUPILS }, () => line).join('\n');
    await app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
    await page.press('Home', 'Control+ArrowUp', 'Control+KeyV');
    await expect(window.getByRole('alert').filter({ hasText: 'Будет внесено' })).toBeVisible();
    await page.press('Enter');
    await expect(page.grid.locator('[data-sign]')).toHaveCount(0);
    await window.waitForTimeout(300);
  }
  const { painted, saved } = await window.evaluate(
    () => (globalThis as unknown as { timesOfPastes: Times }).timesOfPastes,
  );
  await close();
  return [
    timeRow('Paste of 500 cells painted', painted, null),
    timeRow('Paste of 500 cells durable and painted', saved, null),
  ];
}
