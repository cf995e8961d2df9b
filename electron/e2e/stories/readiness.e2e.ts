import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoSchool, logInAs } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { makeNewJournal } from '../support/first-start';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const tab = (window: Page, name: string) => window.getByRole('tab', { name, exact: true }).click();
const table = (window: Page) => window.getByRole('grid', { name: 'Разделы журнала' });
const section = (window: Page, name: string) =>
  table(window).getByRole('row', { name: new RegExp(`^${name}`) });
async function openChecklist(window: Page): Promise<void> {
  await go(window, 'Отчёты');
  await tab(window, 'Готовность к году');
  await expect(table(window)).toBeVisible();
}

test('a new school sees what its journal lacks, goes there, and sees it done', async ({
  start,
  folder,
}) => {
  test.setTimeout(120_000);
  const { app, window } = await start({ today: '2026-08-27' });
  await makeNewJournal(window);
  await openChecklist(window);
  await expect(section(window, 'Учебные периоды')).toContainText('есть');
  await expect(section(window, 'Планы')).toContainText('Сначала — «Нагрузка учителей»');
  await expect(
    section(window, 'Предметы учебного плана').getByTitle('20.08.2026, срок прошёл'),
  ).toBeVisible();
  await expect(section(window, 'Расписание')).toContainText('05.09.2026');
  await look(app, window, 'readiness-new-school');

  await test.step('a row leads to where it is done, and is done afterwards', async () => {
    await section(window, 'Кабинеты').click();
    await expect(window.getByRole('heading', { name: 'Здания и кабинеты' })).toBeVisible();
    await window.getByLabel('Новое здание: Здание').fill('Школа');
    await window.keyboard.press('Enter');
    await window.getByLabel('Новый кабинет: Номер').fill('12');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('gridcell', { name: '12', exact: true })).toBeVisible();
    await window.keyboard.press('Alt+ArrowLeft');
    await expect(section(window, 'Кабинеты')).toContainText('есть');
  });

  await test.step('by keyboard too; a class asks for its teacher, its pupils and the rest', async () => {
    await table(window).focus();
    for (let down = 0; down < 7; down += 1) await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    await window.getByRole('textbox', { name: 'Класс', exact: true }).fill('5');
    await window.getByLabel('Буква нового класса').fill('а');
    await window.getByLabel('Буква нового класса').press('Enter');
    await expect(window.getByLabel('Профиль, 5-А')).toBeVisible();
    await openChecklist(window);
    await expect(section(window, 'Классы')).toContainText('0 из 1 класса');
    await expect(section(window, 'Списки учеников')).toContainText('5-А');
    await expect(section(window, 'Учебные периоды')).toContainText('1 из 1 класса');
  });

  await test.step('on paper and as a table', async () => {
    await window.getByRole('button', { name: 'На бумаге' }).click();
    const paper = window.getByRole('region', { name: 'Готовность журнала к учебному году' });
    await expect(paper.locator('canvas').first()).toBeVisible();
    await look(app, window, 'readiness-paper');
    const file = path.join(folder, 'ready.xlsx');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: 'Сохранить' }).click();
    await window.getByRole('menuitem', { name: 'Таблица Excel (XLSX)…' }).click();
    await expect(window.getByText('Файл сохранён: ready.xlsx')).toBeVisible();
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
    await window.getByRole('button', { name: 'К списку' }).click();
    await expect(table(window)).toBeVisible();
  });
});

test('the director sees what is left in a school at work', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'director');
  await openChecklist(window);
  await expect(section(window, 'Расписание').getByRole('img', { name: 'готово' })).toBeVisible();
  await expect(section(window, 'Доступ учителей к журналу')).toContainText('и ещё');
  await look(app, window, 'readiness-demo');
  await section(window, 'Расписание').click();
  await expect(window.getByRole('heading', { name: 'Расписание' })).toBeVisible();
});
