import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('a corrected mark is in the deputy’s report: who, when, what stood, what stands', async ({
  start,
  folder,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  // A mark of last week, put by the demonstration: not one that was entered a moment ago.
  const cells = page.grid.locator('[role="gridcell"][data-col]', { hasText: /^[345]$/ });
  const place = cells.first();
  const before = (await place.innerText()).trim();
  const after = before === '3' ? '4' : '3';
  await place.click();
  await page.press(after);
  await page.allSaved();
  await logOut(window);

  await logInAs(window, 'deputy');
  await go(window, 'Отчёты');
  await window.getByRole('tab', { name: 'Исправления' }).click();
  const table = window.getByRole('grid', { name: 'Исправления в журнале' });
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText('8-А');
  await expect(row.getByRole('gridcell').nth(2)).toHaveText(before);
  await expect(row.getByRole('gridcell').nth(3)).toHaveText(after);
  await look(app, window, 'corrections');

  await test.step('by teacher', async () => {
    await window.getByText('По учителям').click();
    const counts = window.getByRole('grid', { name: 'По учителям' });
    await expect(counts.getByRole('row').nth(1).getByRole('gridcell').nth(1)).toHaveText('1');
    await window.getByText('Список', { exact: true }).click();
  });

  await test.step('on paper and as a table', async () => {
    await window.getByRole('button', { name: 'Отчёт на бумаге' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    await expect(window.getByText('Отчёт об исправлениях в журнале')).toBeAttached();
    await look(app, window, 'corrections-paper');
    const file = path.join(folder, 'Исправления.csv');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: /Сохранить/ }).click();
    await window.getByRole('menuitem', { name: /CSV/ }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('8-А');
    expect(await readFile(file, 'utf8')).toContain(`;${before};${after};`);
  });
});

test('sheets for a day without computers are printed in advance', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'teacher');
  await go(window, 'Отчёты');
  await window.getByRole('tab', { name: 'На случай сбоя' }).click();
  await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
  await expect(window.getByText('Лист журнала на время технического сбоя')).toBeAttached();
  await expect(window.getByText('с 23.11.2026 по 28.11.2026')).toBeAttached();
  await look(app, window, 'blank-sheets');
  await window.getByRole('button', { name: 'Неделей позже' }).click();
  await expect(window.getByText('с 30.11.2026 по 05.12.2026')).toBeAttached();
});
