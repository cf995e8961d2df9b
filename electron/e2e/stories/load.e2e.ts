import type { Page } from '@playwright/test';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const tab = (window: Page, name: string) => window.getByRole('tab', { name, exact: true });
const openTab = async (window: Page, name: string) => {
  await go(window, 'Школа');
  await tab(window, name).click();
};

test('an administrator makes a class, its plan, its load, its groups and an individual plan', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'administrator');

  await test.step('classes', async () => {
    await openTab(window, 'Классы');
    await expect(window.getByRole('table', { name: 'Классы учебного года' })).toBeVisible();
    await look(app, window, 'classes');
    await window.getByRole('textbox', { name: 'Класс', exact: true }).fill('9');
    await window.getByLabel('Буква нового класса').fill('в');
    await window.getByLabel('Буква нового класса').press('Enter');
    const profile = window.getByLabel('Профиль, 9-В');
    await profile.fill('инженерный');
    await profile.press('Enter');
    await expect(profile).toHaveValue('инженерный');
  });

  await test.step('curriculum', async () => {
    await tab(window, 'Учебный план').click();
    const sheet = window.getByRole('grid', { name: 'Учебный план: предметы и классы' });
    await expect(sheet).toBeVisible();
    await look(app, window, 'curriculum');
    await window.getByRole('button', { name: 'Печать', exact: true }).click();
    const paper = window.getByRole('region', { name: 'Учебный план на бумаге' });
    await expect(paper.locator('canvas').first()).toBeVisible();
    await look(app, window, 'curriculum-paper');
    await window.getByText('По классам', { exact: true }).click();
    await expect(paper).toBeVisible();
    await window.getByRole('button', { name: 'К учебному плану' }).click();
    await window.getByText('5–9', { exact: true }).click();
    const row = sheet.getByRole('row', { name: /^Русский язык/ });
    const cells = row.getByRole('gridcell');
    const column = (await sheet.getByRole('columnheader').allTextContents()).indexOf('9-В') - 1;
    await cells.nth(column).click();
    await window.keyboard.type('3,5');
    await window.keyboard.press('Enter');
    await expect(cells.nth(column)).toHaveText('3,5');
    await window.keyboard.press('Control+z');
    await expect(cells.nth(column)).toHaveText('');
    await window.keyboard.press('Control+y');
    await expect(cells.nth(column)).toHaveText('3,5');
    await tab(window, 'Классы').click();
    await tab(window, 'Учебный план').click();
    await window.getByText('5–9', { exact: true }).click();
    await expect(cells.nth(column)).toHaveText('3,5');
  });

  await test.step('load', async () => {
    await tab(window, 'Нагрузка').click();
    await window.getByText(/^Не распределено \(/).click();
    const table = window.getByRole('table', { name: 'Нагрузка по классам и предметам' });
    const line = table.getByRole('row', { name: /9-В.*Русский язык/ });
    await expect(line).toContainText('−3,5');
    await look(app, window, 'load-missing');
    await line.getByRole('button', { name: /^Учитель, 9-В Русский язык/ }).click();
    await window.getByRole('combobox', { name: 'Учитель' }).click();
    await window.getByRole('option').first().click();
    await window.getByRole('button', { name: 'Назначить', exact: true }).click();
    await expect(line).toHaveCount(0);
    await window.getByText('Всё', { exact: true }).click();
    await look(app, window, 'load');
    await window.getByText('По учителям', { exact: true }).click();
    await expect(window.getByRole('grid', { name: 'Нагрузка по учителям' })).toBeVisible();
    await look(app, window, 'load-teachers');
    await window.getByText('Тарификация', { exact: true }).click();
    await expect(window.getByText('Распределение учебной нагрузки').first()).toBeAttached({
      timeout: 30_000,
    });
  });

  await test.step('groups', async () => {
    await tab(window, 'Группы').click();
    await window.getByRole('combobox', { name: 'Класс', exact: true }).click();
    await window.getByRole('option', { name: '8-А', exact: true }).click();
    const grid = window.getByRole('grid', { name: 'Группы класса 8-А' });
    await expect(grid).toBeVisible();
    await look(app, window, 'groups');
    const cell = grid.getByRole('gridcell', { name: /1 группа$/, selected: true }).first();
    const name = (await cell.getAttribute('aria-label')) ?? '';
    const other = grid.getByRole('gridcell', { name: name.replace('1 группа', '2 группа') });
    await other.click();
    await expect(window.getByText('Среди периода перевод в другую группу')).toBeVisible();
    await expect(other).toHaveAttribute('aria-selected', 'false');
    await window.getByLabel('Причина перевода').fill('заявление родителей');
    await other.click();
    await expect(other).toHaveAttribute('aria-selected', 'true');
    await grid.focus();
    await window.keyboard.press('Control+z');
    await expect(other).toHaveAttribute('aria-selected', 'false');
  });

  await test.step('individual plan', async () => {
    await tab(window, 'ИУП').click();
    await expect(window.getByRole('grid', { name: 'Индивидуальные учебные планы' })).toBeVisible();
    await look(app, window, 'individual-plans');
    await window.getByRole('row', { name: /Алгебра/ }).click();
    await expect(window.getByRole('heading', { name: 'Расписание ученика' })).toBeVisible();
    await look(app, window, 'individual-plan');
  });
});

test('a deputy plans and gives out, the director looks, a class teacher divides the own class', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });

  await logInAs(window, 'deputy');
  await openTab(window, 'Классы');
  await expect(window.getByRole('button', { name: 'Добавить класс' })).toHaveCount(0);
  await tab(window, 'Учебный план').click();
  await expect(
    window.getByRole('grid', { name: 'Учебный план: предметы и классы' }),
  ).toHaveAttribute('aria-readonly', 'false');
  await go(window, 'Журнал');
  await window.getByRole('heading', { level: 1 }).getByRole('button').click();
  await window.getByRole('combobox', { name: 'Класс или предмет' }).fill('10-А, 11-А');
  await window.getByRole('option').first().click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('10-А, 11-А');
  await expect(window.getByRole('heading', { level: 1 })).toContainText('элективный курс');
  await logOut(window);

  await logInAs(window, 'director');
  await openTab(window, 'Учебный план');
  await expect(
    window.getByRole('grid', { name: 'Учебный план: предметы и классы' }),
  ).toHaveAttribute('aria-readonly', 'true');
  await tab(window, 'Нагрузка').click();
  await expect(window.getByRole('table')).toBeVisible();
  await expect(window.getByRole('button', { name: /^Учитель,/ })).toHaveCount(0);
  await logOut(window);

  await logInAs(window, 'classTeacher');
  await openTab(window, 'Группы');
  await expect(window.getByRole('grid', { name: 'Группы класса 8-А' })).toBeVisible();
  await expect(window.getByRole('button', { name: 'Новое деление' })).toHaveCount(0);
  await expect(tab(window, 'Нагрузка')).toHaveCount(0);
});
