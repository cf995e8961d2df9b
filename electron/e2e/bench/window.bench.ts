import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { launch } from '../support/program';
import { expect, test } from '@playwright/test';
import { editorRows } from './editor-rows';
import { largestPageRows, timesOfKeys } from './key-rows';
import { pasteRows } from './paste-rows';
import { ratioRow, timeRow, type Row } from './median';

const electron = createRequire(import.meta.url)('electron') as unknown as string;
const probe = path.join(import.meta.dirname, 'start-probe.cjs');
const school = process.env['BENCH_SCHOOL'] ?? '';
const rows: Row[] = [];

/** Milliseconds from the start of the process to the first painted input field. */
function timeOfStart(folder: string, data: string, env: Record<string, string>): Promise<number> {
  const started = Date.now();
  const child = spawn(
    electron,
    ['--no-sandbox', '-r', probe, folder, ...(env['ARGS']?.split(' ') ?? [])],
    {
      env: { ...process.env, ...env, EMPTY_WINDOW_DATA: data },
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  return new Promise((resolve, reject) => {
    child.stdout.on('data', (text: Buffer) => {
      const at = /painted (\d+)/.exec(text.toString())?.[1];
      if (at === undefined) return;
      child.once('exit', () => resolve(Number(at) - started));
      child.kill('SIGTERM');
    });
    child.once('error', reject);
  });
}

test('start of the program beside an empty window', async () => {
  test.setTimeout(300_000);
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  const data = path.join(scratch, 'data');
  await mkdir(data, { recursive: true });
  await cp(path.join(school, 'demo'), path.join(data, 'journal'), { recursive: true });
  const empty = path.join(import.meta.dirname, 'empty');
  const ours: number[] = [];
  const least: number[] = [];
  for (let run = -1; run < 11; run++) {
    const base = await timeOfStart(empty, path.join(scratch, 'empty'), {});
    const own = await timeOfStart('.', data, { SCHOOL_JOURNAL_DATA: data });
    if (run < 0) continue;
    least.push(base);
    ours.push(own);
  }
  rows.push(ratioRow('Start to a usable log-in / an empty window', ours, least, 1.6, 'empty'));
  await rm(scratch, { recursive: true, force: true });
});

test('page opened and marks entered on the ten-year school', async () => {
  test.setTimeout(300_000);
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'bench-'));
  await cp(path.join(school, 'demo'), path.join(scratch, 'demo'), { recursive: true });
  const { window, close } = await launch({ dataFolder: scratch, args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  const chips = window.getByRole('navigation', { name: 'Мои страницы' }).getByRole('button');
  await expect(chips.first()).toBeVisible();

  const opened = await window.evaluate(async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const label = () => document.querySelector('[role="grid"]')?.getAttribute('aria-label');
    const times: number[] = [];
    for (let run = 0; run < 40; run++) {
      const chips = [
        ...document.querySelectorAll<HTMLElement>('nav[aria-label="Мои страницы"] button'),
      ];
      const others = chips.filter((chip) => chip.getAttribute('aria-current') !== 'page');
      const before = label();
      const started = performance.now();
      others[run % others.length]?.click();
      while (label() === undefined || label() === before) {
        if (performance.now() - started > 5000) throw new Error(`still ${before}`);
        await frame();
      }
      await frame();
      await frame();
      if (run > 3) times.push(performance.now() - started);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    return times;
  });
  rows.push(timeRow('Click to another page painted', opened, 100));

  const { painted, saved } = await timesOfKeys(window);
  rows.push(timeRow('Key to mark painted', painted, null));
  rows.push(timeRow('Key to mark durable and painted', saved, 30));
  await close();
  rows.push(...(await pasteRows(scratch)));
  await rm(scratch, { recursive: true, force: true });
});

test('keys on a page of 35 pupils and four months', async () => {
  test.setTimeout(300_000);
  rows.push(...(await largestPageRows(process.env['BENCH_LARGE'] ?? '')));
});

test('timetable editor of thirty classes', async () => {
  test.setTimeout(300_000);
  rows.push(...(await editorRows(process.env['BENCH_THIRTY'] ?? '')));
});

test.afterAll(async () => {
  await writeFile(process.env['BENCH_RESULTS'] ?? 'bench.json', JSON.stringify(rows));
});
test.describe.configure({ mode: 'serial' });
