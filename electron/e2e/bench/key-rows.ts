import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { expect, launch } from '../support/program';
import { timeRow, type Row } from './median';

type Times = { readonly painted: number[]; readonly saved: number[] };

/** From the key to the first frame with the mark, and to the frame in which it is shown as durable. */
export async function timesOfKeys(window: Page): Promise<Times> {
  const page = journalPage(window);
  await page.grid.focus();
  await window.evaluate(() => {
    const grid = document.querySelector('[role="grid"]')!;
    const times = { painted: [] as number[], saved: [] as number[] };
    Object.assign(globalThis, { timesOfKeys: times });
    // The frame is painted when the message that was posted from its callback arrives.
    const afterFrame = (work: () => void) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', work);
        port1.start();
        port2.postMessage(null);
      });
    grid.addEventListener(
      'keydown',
      (event) => {
        const { key } = event as KeyboardEvent;
        if (!/^[2-5]$/.test(key)) return;
        const started = performance.now();
        const cell = document.querySelector(
          `[id="${grid.getAttribute('aria-activedescendant')}"]`,
        )!;
        let shown = false;
        const watcher = new MutationObserver(() => {
          if (!(cell.textContent ?? '').includes(key)) return;
          if (!shown) afterFrame(() => times.painted.push(performance.now() - started));
          shown = true;
          if (cell.hasAttribute('data-sign')) return;
          watcher.disconnect();
          afterFrame(() => times.saved.push(performance.now() - started));
        });
        watcher.observe(cell, {
          attributes: true,
          childList: true,
          subtree: true,
          characterData: true,
        });
      },
      { capture: true },
    );
  });
  for (let pass = 0; pass < 6; pass++) {
    await window.keyboard.press('Control+ArrowUp');
    for (let row = 0; row < 20; row++) {
      await window.keyboard.press(`Digit${2 + ((row + pass) % 4)}`);
      await window.waitForTimeout(50); // a quick typist
    }
  }
  await page.allSaved();
  return window.evaluate(() => (globalThis as unknown as { timesOfKeys: Times }).timesOfKeys);
}

/** The same on the largest page there is: a class of 35 with five lessons a week for four months. */
export async function largestPageRows(school: string): Promise<Row[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  await cp(path.join(school, 'demo'), path.join(scratch, 'demo'), { recursive: true });
  const { window, close } = await launch({ dataFolder: scratch, args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('6-В');
  await expect(page.cell(34, 59)).toBeAttached();
  const columns = Number(await page.grid.getAttribute('aria-colcount'));
  const { painted, saved } = await timesOfKeys(window);
  await close();
  await rm(scratch, { recursive: true, force: true });
  const name = `${columns} columns × 35 pupils`;
  return [
    timeRow(`Key to mark painted, ${name}`, painted, null),
    timeRow(`Key to mark durable and painted, ${name}`, saved, 30),
  ];
}
