import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { journalPage } from '../support/journal-page';
import { expect, test } from '../support/program';

test('a failure is written down, its lessons are entered from paper and stand with their cause', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const page = journalPage(window);
  const CAUSE = 'Технический сбой 19.10.2026 – 23.10.2026: отключили электричество';

  await test.step('the administrator writes the failure down', async () => {
    await logInAs(window, 'administrator');
    await go(window, 'Отчёты');
    await window.getByRole('tab', { name: 'Сбои' }).click();
    await expect(window.getByText('Сбоев не было')).toBeVisible();
    await look(app, window, 'outages-empty');
    await window.getByRole('button', { name: 'Записать сбой' }).click();
    const form = window.getByRole('region', { name: 'Записать сбой' });
    const save = form.getByRole('button', { name: 'Записать', exact: true });
    await form.getByLabel('С какого дня').fill('19.10.2026');
    await form.getByLabel('По какой день').fill('23.10.2025');
    await expect(save).toBeDisabled();
    await form.getByLabel('Что случилось').fill('отключили электричество');
    await save.click();
    await expect(form.getByRole('alert')).toContainText('Даты не складываются');
    await form.getByLabel('По какой день').fill('23.10.2026');
    await look(app, window, 'outages-form');
    await save.click();
    await expect(window.getByRole('grid', { name: 'Список сбоев' })).toContainText(
      'отключили электричество',
    );
    await look(app, window, 'outages-list');
    await window.getByRole('button', { name: 'Печать' }).click();
    await expect(window.getByRole('button', { name: 'К списку сбоев' })).toBeVisible();
  });
  await logOut(window);

  await test.step('the teacher comes from the blank sheets to the lesson and enters the marks', async () => {
    await logInAs(window, 'teacher');
    await go(window, 'Отчёты');
    await window.getByRole('tab', { name: 'На случай сбоя' }).click();
    await window.getByRole('link', { name: 'Внести заполненные листы' }).click();
    await expect(window.getByRole('button', { name: 'Записать сбой' })).toHaveCount(0);
    await window.getByText('отключили электричество').click();
    const lessons = window.getByRole('grid', { name: 'Уроки, которые шли без журнала' });
    await expect(lessons).toBeVisible();
    await look(app, window, 'outages-lessons');
    await lessons.getByText('8-А').first().click();
    await expect(page.grid).toBeVisible();
    await expect(
      window.getByRole('status').filter({ hasText: `${CAUSE}. Внести до конца` }),
    ).toBeVisible();
    await page.grid.focus();
    await page.press('Control+ArrowUp', '2', 'Control+ArrowUp', '3');
    await page.allSaved();
    await look(app, window, 'outages-page');
  });

  await test.step('what was changed stands in the report with its cause', async () => {
    await go(window, 'Отчёты');
    await window.getByRole('tab', { name: 'Исправления' }).click();
    await window.getByLabel('С опечатками').check();
    await expect(window.getByText(CAUSE).first()).toBeVisible();
    await look(app, window, 'outages-corrections');
  });
});
