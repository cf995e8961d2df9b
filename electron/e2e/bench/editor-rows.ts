import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { logInAs } from '../support/demo';
import { go } from '../support/look';
import { launch } from '../support/program';
import { timeRow, type Row } from './median';

/** The aim for placing a lesson with its clash check: nobody feels it. */
const PLACING_MS = 50;
/** Opening answers at once and is done before one looks elsewhere: half a second for thirty classes. */
const OPENING_MS = 500;
const OPENINGS = 20;
const PLACINGS = 30;

type Times = { readonly key: number[]; readonly drop: number[]; failed: number };

/** Click on a draft in the list until its board is painted. */
async function openings(window: Page): Promise<number[]> {
  const times: number[] = [];
  const edit = window.getByRole('button', { name: 'Править', exact: true });
  for (let run = -3; run < OPENINGS; run++) {
    await edit.waitFor();
    const took = await window.evaluate(async () => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const button = [...document.querySelectorAll('button')].find(
        (one) => one.textContent === 'Править',
      );
      const started = performance.now();
      button?.click();
      while (document.querySelector('[role="grid"] [data-card]') === null) {
        if (performance.now() - started > 10_000) throw new Error('the board does not open');
        await frame();
      }
      await frame();
      await frame();
      return performance.now() - started;
    });
    if (run >= 0) times.push(took);
    if (run < OPENINGS - 1) {
      await window.getByRole('button', { name: 'К версиям', exact: true }).click();
    }
  }
  return times;
}

/** Times Ctrl+V and a drop until the frame that shows the lesson there; what failed is counted. */
const watch = (window: Page) =>
  window.evaluate(() => {
    const grid = document.querySelector('[role="grid"]')!;
    const times: Times = { key: [], drop: [], failed: 0 };
    Object.assign(globalThis, { timesOfPlacing: times });
    const cards = (cell: Element | null) => cell?.querySelectorAll('[data-card]').length ?? 0;
    const measure = (cell: Element | null, into: number[]) => {
      const started = performance.now();
      const before = cards(cell);
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => {
          const took = performance.now() - started;
          if (cards(cell) > before) into.push(took);
          else times.failed += 1;
        });
        port1.start();
        port2.postMessage(null);
      });
    };
    grid.addEventListener(
      'keydown',
      (event) => {
        const { code, ctrlKey } = event as KeyboardEvent;
        if (!ctrlKey || code !== 'KeyV') return;
        measure(grid.querySelector('td[aria-selected="true"]'), times.key);
      },
      { capture: true },
    );
    grid.addEventListener(
      'drop',
      (event) => measure((event.target as Element).closest('td'), times.drop),
      { capture: true },
    );
  });

/** The timetable editor of 30 classes in a real window: opened, a lesson placed by key and by hand. */
export async function editorRows(school: string): Promise<Row[]> {
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  await cp(path.join(school, 'demo'), path.join(scratch, 'demo'), { recursive: true });
  const { window, close } = await launch({ dataFolder: scratch, args: ['--demo'] });
  await logInAs(window, 'deputy');
  await go(window, 'Расписание');
  await window.getByRole('tab', { name: 'Редактор' }).click();
  const opened = await openings(window);

  const grid = window.getByRole('grid', { name: 'Редактор расписания' });
  const cellAt = (row: number, col: number) =>
    grid.locator(`td[data-row="${row}"][data-col="${col}"]`);
  const undo = window.getByRole('button', { name: 'Отменить (Ctrl+Z)' });
  await watch(window);
  // The third lesson of a first class goes to the end of its day, where nobody is in the way.
  const FROM = 2;
  const TO = 6;
  for (let run = 0; run < PLACINGS; run++) {
    const col = run % 5;
    await cellAt(FROM, col).locator('[data-card]').first().click();
    await grid.focus();
    await window.keyboard.press('Control+x');
    for (let row = FROM; row < TO; row++) await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Control+v');
    await expect(cellAt(TO, col).locator('[data-card]')).toHaveCount(1);
    await undo.click();
    await expect(cellAt(TO, col).locator('[data-card]')).toHaveCount(0);
  }
  for (let run = 0; run < PLACINGS; run++) {
    const col = run % 5;
    const from = (await cellAt(FROM, col).locator('[data-card]').first().boundingBox())!;
    await window.mouse.move(from.x + 20, from.y + 10);
    await window.mouse.down();
    await window.mouse.move(from.x + 40, from.y + 40, { steps: 3 });
    const to = (await cellAt(TO, col).boundingBox())!;
    await window.mouse.move(to.x + 20, to.y + 20, { steps: 4 });
    await window.mouse.up();
    await expect(cellAt(TO, col).locator('[data-card]')).toHaveCount(1);
    await undo.click();
    await expect(cellAt(TO, col).locator('[data-card]')).toHaveCount(0);
  }
  const { key, drop, failed } = await window.evaluate(
    () => (globalThis as unknown as { timesOfPlacing: Times }).timesOfPlacing,
  );
  expect(failed, 'placings that the next frame did not show').toBe(0);
  expect([key.length, drop.length]).toEqual([PLACINGS, PLACINGS]);
  await close();
  await rm(scratch, { recursive: true, force: true });
  return [
    timeRow('Timetable editor of 30 classes, click to painted', opened, OPENING_MS),
    timeRow('Lesson placed by key, clash check, painted', key, PLACING_MS),
    timeRow('Lesson placed by drop, clash check, painted', drop, PLACING_MS),
  ];
}
