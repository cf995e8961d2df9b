import { execFileSync } from 'node:child_process';
import { cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { pupilRows, pupilsXlsx } from '#core/imports/testing/sample-files';
import { chooseInDialogs } from '../support/dialogs';
import { ADMINISTRATOR, makeNewJournal } from '../support/first-start';
import { inspectJournal } from '../support/inspect';
import { expect, test, type Program } from '../support/program';

/** Every row of the open journal, read from a copy of its files while nothing is being written. */
async function rowsOf(dataFolder: string): Promise<string> {
  const aside = path.join(dataFolder, '..', 'aside');
  await cp(path.join(dataFolder, 'journal'), aside, { recursive: true });
  const { hash, integrity } = await inspectJournal(aside, ADMINISTRATOR);
  await rm(aside, { recursive: true });
  expect(integrity).toBe('ok');
  return hash;
}

async function newJournal(start: () => Promise<Program>): Promise<Program> {
  const program = await start();
  await makeNewJournal(program.window);
  return program;
}

/** What happened and what to do, as one alert, without a word of the machine. */
async function expectPlainly(window: Page, happened: string, advice: RegExp): Promise<void> {
  const alert = window.getByRole('alert').filter({ hasText: happened });
  await expect(alert).toBeVisible({ timeout: 30_000 });
  await expect(alert).toContainText(advice);
  const latin = (await alert.innerText()).match(/[A-Za-z]{3,}/g) ?? [];
  expect(latin.filter((word) => !['XLSX', 'ODS', 'CSV'].includes(word))).toEqual([]);
}

test('files that cannot be a list are told plainly and change nothing', async ({
  start,
  folder,
  dataFolder,
}) => {
  const { app, window } = await newJournal(start);
  const good = await pupilsXlsx(pupilRows(3));
  const choose = async (name: string, bytes: Uint8Array | string) => {
    await writeFile(path.join(folder, name), bytes);
    await chooseInDialogs(app, path.join(folder, name));
    await window.getByRole('button', { name: /Выбрать файл|Другой файл/ }).click();
  };
  await window.getByRole('link', { name: 'Импорт', exact: true }).click();
  await window.getByRole('button', { name: 'Ученики…' }).click();
  await choose('ученики.xlsx', good);
  await window.getByRole('button', { name: 'Загрузить 9 учеников' }).click();
  await expect(window.getByText(/Внесено новых: 9\./)).toBeVisible();
  const before = await rowsOf(dataFolder);

  await window.getByRole('button', { name: 'Загрузить ещё файл' }).click();
  const png = Buffer.from('89504e470d0a1a0a0000000d4948445200000001000000010802000000', 'hex');
  const untouched = 'Журнал не изменился. ';
  const files: readonly (readonly [string, Uint8Array | string, string, RegExp])[] = [
    ['обрезанный.xlsx', good.slice(0, good.length / 2), 'Файл повреждён', /сохраните заново/],
    ['картинка.xlsx', png, 'Это не таблица', /Подойдут файлы XLSX, ODS и CSV/],
    ['большой.csv', 'Иванов;Иван;5-А;;;;;;;;;;\r\n'.repeat(1_450_000), 'больше 20 МБ', /разделите/],
    ['пустой.csv', '', 'Файл пуст', /Выберите другой файл/],
  ];
  for (const [name, bytes, happened, advice] of files) {
    await test.step(name, async () => {
      await choose(name, bytes);
      await expectPlainly(window, happened, advice);
      await expect(window.getByRole('alert')).toContainText(untouched);
      await expect(window.getByText(name)).toBeVisible();
    });
  }
  expect(await rowsOf(dataFolder)).toBe(before);

  await test.step('and a good file is taken after them', async () => {
    await choose('ученики.xlsx', await pupilsXlsx(pupilRows(4)));
    await expect(window.getByRole('button', { name: 'Загрузить 3 учеников' })).toBeEnabled();
  });
});

const mount = (...args: readonly string[]) => execFileSync('mount', [...args], { stdio: 'ignore' });

/** Root may write where the modes forbid it, so the refusals come from real file systems. */
async function mounted(
  folder: string,
  name: string,
  deed: (drive: string) => Promise<void>,
): Promise<void> {
  const drive = path.join(folder, name);
  await mkdir(drive);
  let refused = false;
  try {
    mount('-t', 'tmpfs', '-o', 'size=128k', 'tmpfs', drive);
  } catch {
    refused = true; // not Linux, or not root
  }
  test.skip(refused, 'this system lets nobody mount');
  try {
    await deed(drive);
  } finally {
    execFileSync('umount', ['-l', drive]);
  }
}

async function copyTo({ app, window }: Program, drive: string): Promise<void> {
  await window.getByRole('link', { name: 'Копии', exact: true }).click();
  await chooseInDialogs(app, drive);
  await window.getByRole('button', { name: 'Другая папка…' }).click();
  await window.getByRole('button', { name: 'Сделать копию' }).click();
}

test('a full drive is told plainly, and nothing of the copy stays on it', async ({
  start,
  folder,
  dataFolder,
}) => {
  const program = await newJournal(start);
  const before = await rowsOf(dataFolder);
  await mounted(folder, 'Полная флешка', async (drive) => {
    await copyTo(program, drive);
    await expectPlainly(program.window, 'не хватает места', /Освободите|другой носитель/i);
    expect(await readdir(drive)).toEqual([]);
    await expect(program.window.getByText('Копий ещё нет')).toBeVisible();
  });
  expect(await rowsOf(dataFolder)).toBe(before);
});

test('a folder nobody may write to is told plainly', async ({ start, folder, dataFolder }) => {
  const program = await newJournal(start);
  const before = await rowsOf(dataFolder);
  await mounted(folder, 'Защищённая флешка', async (drive) => {
    mount('-o', 'remount,ro', drive);
    await copyTo(program, drive);
    await expectPlainly(program.window, 'нельзя записывать', /Снимите защиту от записи/);
    await expect(program.window.getByText('Копий ещё нет')).toBeVisible();
  });
  expect(await rowsOf(dataFolder)).toBe(before);
});
