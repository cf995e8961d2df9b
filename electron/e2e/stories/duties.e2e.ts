import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const duties = (window: Page) => window.getByRole('region', { name: 'Дела со сроками' });
const part = (window: Page, name: string) =>
  duties(window).getByRole('region', { name, exact: true });
const TEACHER = 'Орлова-Донская В. С.';

/** How many lines a person has in «Дела школы»: overdue and today's. */
async function countsOf(window: Page, name: string): Promise<readonly string[]> {
  const table = window.getByRole('grid', { name: 'По людям' });
  await expect(table).toBeVisible();
  await window.getByPlaceholder('Найти в таблице').fill(name);
  const row = table.getByRole('row').nth(1);
  await expect(row).toContainText(name);
  return (await row.getByRole('gridcell').allInnerTexts()).slice(1, 3);
}

test('a teacher goes from a duty to its lesson by keyboard; what is done disappears, for the deputy too', async ({
  start,
  folder,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });

  await test.step('the deputy sees what the teacher owes', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Дела школы');
    const [overdue = ''] = await countsOf(window, TEACHER);
    expect(Number(overdue)).toBeGreaterThan(0);
    await logOut(window);
  });

  await logInAs(window, 'teacher');
  const page = journalPage(window);
  const overdue = part(window, 'Просрочено').getByRole('link');
  await expect(overdue.first()).toBeVisible();
  await look(app, window, 'duties-teacher');
  const before = await overdue.count();
  const texts = await overdue.allInnerTexts();
  const index = texts.findIndex((text) => text.startsWith('1 урок не заполнен'));
  expect(index).toBeGreaterThanOrEqual(0);

  await test.step('arrows lead to the line, Enter to its lesson', async () => {
    await overdue.first().focus();
    for (let at = 0; at < index; at += 1) await window.keyboard.press('ArrowDown');
    await expect(overdue.nth(index)).toBeFocused();
    await expect(window.getByText('По регламенту: ТИП 2.12')).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(page.grid).toBeVisible();
    const topic = window.getByLabel('Тема', { exact: true });
    await expect(topic).toHaveValue('');
    await topic.fill('Неправильные глаголы');
    await topic.press('Enter');
    await page.allSaved();
  });

  await test.step('and the line is gone', async () => {
    await go(window, 'Мои дела');
    await expect(overdue).toHaveCount(before - 1);
    expect(await overdue.allInnerTexts()).not.toContain(texts[index]);
    await logOut(window);
  });

  await test.step('the deputy has one less, by person and by class, and goes to the page', async () => {
    await logInAs(window, 'deputy');
    // The screen of last time is open again.
    await go(window, 'Мои дела');
    await expect(duties(window)).toBeVisible();
    await look(app, window, 'duties-deputy');
    await go(window, 'Дела школы');
    expect((await countsOf(window, TEACHER))[0]).toBe(before === 1 ? '' : String(before - 1));
    await window.getByPlaceholder('Найти в таблице').fill('');
    await look(app, window, 'duties-school');
    await window.getByText('По классам').click();
    const classes = window.getByRole('grid', { name: 'По классам' });
    await expect(classes).toContainText('11-А');
    await look(app, window, 'duties-school-classes');
    await window.getByPlaceholder('Найти в таблице').fill('1-Б');
    await classes.getByRole('row', { name: /^1-Б/ }).click();
    const lines = window.getByRole('grid', { name: 'Список' });
    await expect(lines.getByRole('row').nth(1)).toContainText('1-Б');
    await look(app, window, 'duties-school-lines');
  });

  await test.step('on paper and as a table', async () => {
    await window.getByRole('button', { name: 'На бумаге' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    await expect(window.getByText('1-Б класс').first()).toBeAttached();
    await look(app, window, 'duties-school-paper');
    await window.getByRole('button', { name: 'К списку' }).click();
    await window.getByText('По людям').click();
    await window.getByPlaceholder('Найти в таблице').fill(TEACHER);
    await window.getByRole('grid', { name: 'По людям' }).getByRole('row').nth(1).click();
    await expect(window.getByRole('grid', { name: 'Список' })).toContainText(TEACHER);
    await window.getByRole('button', { name: 'На бумаге' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    const file = path.join(folder, 'Дела.csv');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: /Сохранить/ }).click();
    await window.getByRole('menuitem', { name: /CSV/ }).click();
    await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain(TEACHER);
    expect(await readFile(file, 'utf8')).not.toContain('По исполнителям');
    await window.getByRole('button', { name: 'К списку' }).click();
    const lines = window.getByRole('grid', { name: 'Список' });
    await lines.getByRole('row').nth(1).click();
    await expect(page.grid).toBeVisible();
  });
});

test('every role has its own list, and who owes nothing is told so', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  await duties(window)
    .getByRole('button', { name: /^Позже/ })
    .click();
  await expect(duties(window)).toContainText('Сверить данные учеников');
  await look(app, window, 'duties-class-teacher');
  await logOut(window);
  await logInAs(window, 'secretary');
  await expect(duties(window)).toContainText('Всё сделано');
  await look(app, window, 'duties-secretary');
  await expect(window.getByRole('link', { name: 'Дела школы' })).toHaveCount(0);
});
