import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { plainDocx } from '#core/imports/testing/sample-plans';
import { demoSchool, logInAs } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('a teacher brings in a plan, takes its topics by one key and reads the lag', async ({
  start,
  dataFolder,
  folder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const sheet = window.getByRole('grid', { name: 'План по строкам' });

  await test.step('the plans of one’s own', async () => {
    await go(window, 'Планы (КТП)');
    await expect(window.getByRole('grid')).toBeVisible();
    await look(app, window, 'plans-list');
    await window.getByRole('row').nth(1).click();
    await expect(sheet).toBeVisible();
    await look(app, window, 'plans-editor');
  });

  await test.step('a plan out of a document of Word', async () => {
    await window.getByRole('tab', { name: 'Планы', exact: true }).click();
    const file = path.join(folder, 'ктп.docx');
    await writeFile(file, plainDocx(60));
    await chooseInDialogs(app, file);
    await window.getByRole('link', { name: 'Загрузить из файла' }).click();
    await window.getByRole('button', { name: /Выбрать/ }).click();
    await expect(window.getByText('Уроки: 60')).toBeVisible();
    await window.getByRole('combobox', { name: 'Предмет и параллель' }).click();
    await window.getByRole('option').first().click();
    await window.getByLabel('Название').fill('План из Word');
    for (const box of await window.getByRole('checkbox').all()) await box.check();
    await look(app, window, 'plans-import');
    await window.getByRole('button', { name: 'Загрузить план: 60 строк' }).click();
    await expect(sheet).toBeVisible();
    await expect(sheet.getByText('Тема 1 из файла', { exact: true })).toBeVisible();
    await expect(window.getByText('60 часов · 60 строк · контрольных: 6')).toBeVisible();
  });

  await test.step('typing, a new line, moving and taking back; saved by itself', async () => {
    await sheet.focus();
    await window.keyboard.press('ArrowDown');
    // Letters that are not on the driver's keyboard come without keys: the field is opened first.
    await window.keyboard.press('F2');
    await window.keyboard.press('Control+a');
    await window.keyboard.type('Набранная тема');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+Enter');
    await window.keyboard.press('F2');
    await window.keyboard.type('Зачёт по разделу');
    await window.keyboard.press('Tab');
    await window.keyboard.type('2');
    await window.keyboard.press('Enter');
    await expect(window.getByText('62 часа · 61 строка · контрольных: 7')).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(window.getByText('61 час · 61 строка · контрольных: 7')).toBeVisible();
    await window.keyboard.press('Control+y');
    await expect(window.getByText('Сохранено').last()).toBeVisible();
    await window.getByRole('tab', { name: 'По классам' }).click();
    await window.getByRole('tab', { name: 'Планы', exact: true }).click();
    await window.getByRole('row', { name: /План из Word/ }).click();
    await expect(sheet.getByText('Набранная тема')).toBeVisible();
    await expect(sheet.getByText('Зачёт по разделу')).toBeVisible();
  });

  await test.step('lessons that were given before count as the plan’s topics', async () => {
    await window.getByRole('tab', { name: 'По классам' }).click();
    await expect(window.getByRole('grid')).toBeVisible();
    await look(app, window, 'plans-pages');
    await window.getByLabel('Найти в таблице').fill('Алгебра');
    await window.getByRole('row').nth(1).click();
    await expect(window.getByRole('region', { name: 'Темы по датам' })).toBeVisible();
    await window.getByRole('button', { name: 'Считать их темами плана по порядку' }).click();
    await expect(window.getByText(/Связано с планом/)).toBeVisible();
    await look(app, window, 'plans-layout');
  });

  await test.step('the next topic by Ctrl+T on the page, and back by Ctrl+Z', async () => {
    await window.getByRole('link', { name: 'Открыть журнал' }).click();
    const page = journalPage(window);
    await expect(page.grid).toBeVisible();
    await page.grid.focus();
    await page.press('End');
    const topic = window.getByLabel('Тема', { exact: true });
    await expect(topic).toHaveValue('');
    await expect(window.getByText('Ctrl+T — из плана')).toBeVisible();
    await look(app, window, 'plans-journal');
    await page.grid.focus();
    await page.press('Control+t');
    await expect(topic).not.toHaveValue('');
    await expect(window.getByText(/урок \d+ по плану/)).toBeVisible();
    const taken = await topic.inputValue();
    await page.press('Control+z');
    await expect(topic).toHaveValue('');
    await page.press('Control+t');
    await expect(topic).toHaveValue(taken);
    await window.getByRole('button', { name: 'другая тема из плана' }).click();
    await window.getByRole('combobox', { name: 'Тема плана: номер или слово' }).fill('55');
    await window.keyboard.press('Enter');
    // The fifty-fifth lesson of the plan: two lines before it take a lesson more.
    await expect(topic).toHaveValue('Тема 53 из файла');
  });
});

test('a deputy sees how programmes are fulfilled, corrects a page and prints', async ({
  start,
  dataFolder,
  folder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'deputy');
  await go(window, 'Планы (КТП)');

  await test.step('the report on the screen and on paper', async () => {
    await window.getByRole('tab', { name: 'Выполнение программ' }).click();
    await expect(window.getByRole('grid')).toBeVisible();
    await look(app, window, 'plans-fulfilment');
    await window.getByText('По учителям').click();
    await expect(window.getByText(/^Всего: по плану/)).toBeVisible();
    await window.getByRole('button', { name: 'Печать и сохранение' }).click();
    await expect(window.getByRole('region', { name: 'Отчёт о выполнении программ' })).toBeVisible();
    const file = path.join(folder, 'выполнение.xlsx');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: /^Сохранить/ }).click();
    await window.getByRole('menuitem', { name: /Excel/ }).click();
    await expect(window.getByText(/выполнение\.xlsx/)).toBeVisible();
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('a page that lags: proposals taken, the sheet of corrections', async () => {
    await window.getByRole('tab', { name: 'По классам' }).click();
    await window.getByLabel('Только с отставанием').check();
    await window.getByLabel('Найти в таблице').fill('не хватает');
    await window.getByRole('row').nth(1).click();
    const region = window.getByRole('region', { name: 'Темы по датам' });
    await expect(region).toBeVisible();
    await expect(window.getByText(/До конца года не хватает/)).toBeVisible();
    await window.getByRole('button', { name: /^Принять/ }).click();
    await expect(window.getByText('Сначала назовите причину.')).toBeVisible();
    await window.getByRole('combobox', { name: 'Причина корректировки' }).fill('Карантин');
    await window.keyboard.press('Escape');
    await window.getByRole('button', { name: /^Принять/ }).click();
    await expect(window.getByText(/До конца года уроков хватает/)).toBeVisible();
    await expect(region.getByText(/Карантин/).first()).toBeVisible();
    await window.getByRole('button', { name: 'Лист корректировки' }).click();
    await expect(window.getByRole('region', { name: 'Лист корректировки КТП' })).toBeVisible();
    await look(app, window, 'plans-correction-sheet');
  });
});
