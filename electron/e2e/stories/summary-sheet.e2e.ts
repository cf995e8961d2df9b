import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { demoSchool, logInAs } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { expect, test } from '../support/program';

test('the summary sheet is looked at, saved, and its text read back', async ({
  start,
  dataFolder,
  folder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'deputy');
  await window.getByRole('link', { name: 'Отчёты', exact: true }).click();
  await window.getByRole('combobox', { name: 'Класс' }).click();
  await window.getByRole('option', { name: '8-А', exact: true }).click();
  await window.getByText('I', { exact: true }).click();
  await expect(window.locator('canvas').first()).toBeVisible();
  await expect(window.getByText('8-А класса за I четверть').first()).toBeAttached();

  const file = path.join(folder, 'Сводная ведомость.pdf');
  await chooseInDialogs(app, file);
  await window.getByRole('button', { name: /Сохранить PDF/ }).click();
  await expect(window.getByText(/Файл сохранён/).first()).toBeVisible();

  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(text).toContain('8-А класса за I четверть 2026/2027 учебного года');
  expect(text).toContain('Классный руководитель');
  expect(text).toContain('Заместитель директора');
  expect(text).toMatch(/Страница 1 из \d/);
  for (const subject of ['Алгебра', 'История', 'Физика']) expect(text).toContain(subject);
  const info = execFileSync('pdfinfo', [file], { encoding: 'utf8' });
  expect(info).toMatch(/Page size: +841\.89 x 595\.28/);
});
