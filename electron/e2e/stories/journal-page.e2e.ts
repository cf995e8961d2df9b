import path from 'node:path';
import { demoSchool, DEMO_PASSWORD, logInAs } from '../support/demo';
import { inspectJournal } from '../support/inspect';
import { journalPage } from '../support/journal-page';
import { expect, test } from '../support/program';

test('a page is filled by keyboard only; closed and opened again, everything is there', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const first = await start({ args: ['--demo'] });
  await logInAs(first.window, 'teacher');
  const page = journalPage(first.window);
  await page.open('8-А');
  const { row, col } = await page.cursor();
  expect(row).toBe(0);

  await test.step('attendance and marks of today, the cursor goes down', async () => {
    await page.press('5', '4', 'KeyY', 'Digit3', '.', ' ');
    const expected = ['5', '4', 'Н', '3'];
    for (const [index, text] of expected.entries()) {
      await expect(page.cell(index, col)).toHaveText(text);
    }
  });

  await test.step('undo takes back, redo gives again', async () => {
    await page.press('Home', 'End', 'Control+ArrowUp', 'Delete');
    await expect(page.cell(0, col)).toHaveText('');
    await page.press('Control+z');
    await expect(page.cell(0, col)).toHaveText('5');
    await page.press('Control+y');
    await expect(page.cell(0, col)).toHaveText('');
    await page.press('Control+z');
    await expect(page.cell(0, col)).toHaveText('5');
  });

  await test.step('the average follows at once', async () => {
    const average = page.grid.locator('[role="row"][aria-rowindex="2"] [role="gridcell"]').nth(-3);
    const before = await average.innerText();
    await page.press('Control+ArrowUp', '2');
    await expect(average).not.toHaveText(before);
  });

  await test.step('topic and homework', async () => {
    await first.window.getByLabel('Тема').fill('Времена группы Perfect');
    await first.window.getByLabel(/^Домашнее задание/).fill('Упр. 5, стр. 41');
    await first.window.keyboard.press('Tab');
  });
  await page.allSaved();
  await first.window.waitForTimeout(1500); // the pause after which text is saved by itself
  await page.allSaved();
  const shown = await page.grid.locator(`[role="gridcell"][data-col="${col}"]`).allInnerTexts();
  await first.close();

  const journal = await inspectJournal(path.join(dataFolder, 'demo'), {
    login: 'teacher',
    password: DEMO_PASSWORD,
  });
  expect(journal).toMatchObject({ integrity: 'ok', foreignKeys: [], auditChain: true });
  expect(journal.cells.length).toBeGreaterThan(3);

  const second = await start({ args: ['--demo'] });
  await logInAs(second.window, 'teacher');
  const again = journalPage(second.window);
  await again.open('8-А');
  await expect(again.cell(0, col)).toHaveText('2');
  expect(await again.grid.locator(`[role="gridcell"][data-col="${col}"]`).allInnerTexts()).toEqual(
    shown,
  );
  await expect(second.window.getByLabel('Тема')).toHaveValue('Времена группы Perfect');
});

test('two windows on one page do not lose each other’s marks', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'teacher');
  const page = journalPage(window);
  await page.open('8-А');

  const opened = app.waitForEvent('window');
  await window.getByRole('button', { name: /: меню$/ }).click();
  await window.getByRole('menuitem', { name: 'Новое окно' }).click();
  const other = await opened;
  await logInAs(other, 'teacher');
  const second = journalPage(other);
  await second.open('8-А');
  await page.grid.focus();
  const { col } = await page.cursor();

  await page.press('Control+ArrowUp', '5', '4');
  await second.press('Control+ArrowUp', 'ArrowDown', 'ArrowDown', '3', '2');
  await page.allSaved();
  await second.allSaved();
  for (const [row, text] of ['5', '4', '3', '2'].entries()) {
    await expect(page.cell(row, col), `first window, row ${row}`).toHaveText(text);
    await expect(second.cell(row, col), `second window, row ${row}`).toHaveText(text);
  }
});

test('two colleagues on one page see each other and what the other writes', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  const opened = app.waitForEvent('window');
  await window.getByRole('button', { name: /: меню$/ }).click();
  await window.getByRole('menuitem', { name: 'Новое окно' }).click();
  const other = await opened;
  await logInAs(other, 'deputy');
  await other.getByRole('link', { name: 'Журнал', exact: true }).click();
  const second = journalPage(other);
  await expect(second.grid).toBeVisible();
  const title = await window.getByRole('heading', { level: 1 }).innerText();
  await other.getByRole('heading', { level: 1 }).getByRole('button').click();
  await other.getByRole('combobox').fill(title.replace('▾', '').replace('·', '').trim());
  await other.keyboard.press('Enter');
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(title);

  await expect(window.getByText(/^На странице: /)).toBeVisible();
  await expect(other.getByText(/^На странице: Шевченко/)).toBeVisible();
  await page.grid.focus();
  const { row, col } = await page.cursor();
  await page.press('5');
  await expect(second.cell(row, col)).toHaveText('5');
  await expect(second.cell(row, col)).toHaveClass(/flash/);
  await other.getByRole('link', { name: 'Мои дела', exact: true }).click();
  await expect(window.getByText(/^На странице: /)).toHaveCount(0);
});
