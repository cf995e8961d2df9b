import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('every screen of a school at work: Russian, whole, accessible', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await look(app, window, 'log-in');

  await logInAs(window, 'classTeacher');
  await look(app, window, 'start-teacher');
  const page = journalPage(window);
  await page.open('8-А');
  await look(app, window, 'journal-page');
  await page.press('F2');
  await look(app, window, 'journal-cell');
  await page.press('Escape');
  await go(window, 'Расписание');
  await expect(window.getByRole('table').first()).toBeVisible();
  await look(app, window, 'timetable');
  await logOut(window);

  await logInAs(window, 'deputy');
  await go(window, 'Отчёты');
  await window.getByRole('combobox', { name: 'Класс' }).click();
  await window.getByRole('option', { name: '8-А', exact: true }).click();
  await window.getByText('I', { exact: true }).click();
  await expect(window.getByText('8-А класса за I четверть').first()).toBeAttached();
  await look(app, window, 'summary-sheet');
  await go(window, 'Копии');
  await look(app, window, 'copies');
  await logOut(window);

  await logInAs(window, 'administrator');
  for (const [link, name] of [
    ['Мои дела', 'start-administrator'],
    ['Импорт', 'import'],
    ['Ученики', 'pupils'],
    ['Школа', 'school'],
    ['Пользователи', 'people'],
  ] as const) {
    await go(window, link);
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await window.waitForTimeout(400);
    await look(app, window, name);
  }
});

test('the first start: Russian, whole, accessible', async ({ start }) => {
  test.setTimeout(180_000);
  const { app, window } = await start();
  await look(app, window, 'first-start');
  await window.getByRole('button', { name: /Восстановить из копии/ }).click();
  await look(app, window, 'restore');
  await window.getByRole('button', { name: /Назад/ }).click();
  await window.getByRole('button', { name: /Новый журнал/ }).click();
  await window.getByLabel('Название школы').fill('МБОУ «Средняя школа № 0»');
  await look(app, window, 'new-journal-school');
  await window.getByRole('button', { name: 'Дальше' }).click();
  await expect(window.getByText('1–9 классы: четверти')).toBeVisible();
  await look(app, window, 'new-journal-year');
  await window.getByRole('button', { name: 'Дальше' }).click();
  await look(app, window, 'new-journal-administrator');
  await window.getByLabel('Фамилия').fill('Кузнецова');
  await window.getByLabel('Имя', { exact: true }).fill('Алла');
  await window.getByLabel('Логин').fill('кузнецова');
  await window.getByLabel('Пароль', { exact: true }).fill('кот мурлычет 7');
  await window.getByLabel('Пароль ещё раз').fill('кот мурлычет 7');
  await window.getByRole('button', { name: 'Создать журнал' }).click();
  await expect(window.getByText('Показывается только сейчас.')).toBeVisible({ timeout: 30_000 });
  await look(app, window, 'recovery-key');
});
