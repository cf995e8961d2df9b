import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { journalPage } from '../support/journal-page';
import { expect, test } from '../support/program';

test('a quarter with its marks set is closed; the administrator opens a lesson for a cause', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const page = journalPage(window);
  const status = window.getByRole('status').filter({ hasText: 'Закрыто' });
  const firstQuarter = () => window.getByRole('tab', { name: 'I четверть', exact: true }).click();
  let before = '';

  await test.step('the teacher is told why it takes nothing, and who may open it', async () => {
    await logInAs(window, 'teacher');
    await page.open('8-А');
    await firstQuarter();
    await expect(page.cell(0, 0)).toBeVisible();
    await page.grid.focus();
    await page.press('Home', 'Control+ArrowUp');
    await expect(status).toContainText(
      'итоговые отметки за этот период уже выставлены (ТИП Д.2.1)',
    );
    await expect(status).toContainText('Открыть может администратор журнала.');
    before = await page.text(0, 0);
    await page.press('2');
    await expect(status).toBeVisible();
    expect(await page.text(0, 0)).toBe(before);
    await expect(window.getByRole('button', { name: 'Закрытое: открыть по причине' })).toHaveCount(
      0,
    );
    await look(app, window, 'journal-closed');
  });
  const title = await window.getByRole('heading', { level: 1 }).innerText();
  await logOut(window);

  await test.step('the administrator opens the quarter for a cause', async () => {
    await logInAs(window, 'administrator');
    await go(window, 'Журнал');
    await window.getByRole('heading', { level: 1 }).getByRole('button').click();
    await window.getByRole('combobox', { name: 'Класс или предмет' }).fill(title.replace(' ▾', ''));
    await window.keyboard.press('Enter');
    await firstQuarter();
    await expect(page.cell(0, 0)).toBeVisible();
    await window.getByRole('button', { name: 'Закрытое: открыть по причине' }).click();
    const form = window.getByRole('dialog');
    await expect(form.getByRole('button', { name: 'Открыть', exact: true })).toBeDisabled();
    await form.getByLabel('Уроки с').fill('01.09.2026');
    await form.getByLabel('по', { exact: true }).fill('23.10.2026');
    await form.getByLabel('Причина').fill('пересдача контрольной');
    await form.getByRole('button', { name: 'Открыть', exact: true }).click();
    await expect(form).toHaveCount(0);
    await window.getByRole('button', { name: 'Закрытое: открыть по причине' }).click();
    await expect(window.getByRole('table', { name: 'Что открывали' })).toContainText(
      'пересдача контрольной',
    );
    await look(app, window, 'journal-open-locked');
    await window.keyboard.press('Escape');
  });
  await logOut(window);

  await test.step('the teacher corrects the mark', async () => {
    await logInAs(window, 'teacher');
    await page.open('8-А');
    await firstQuarter();
    await expect(page.cell(0, 0)).toBeVisible();
    await page.grid.focus();
    await page.press('Home', 'Control+ArrowUp', '3');
    await expect(page.cell(0, 0)).toContainText('3');
    await page.allSaved();
  });

  await test.step('a page that is looked at closes by itself when the opening ends', async () => {
    const opened = app.waitForEvent('window');
    await window.getByRole('button', { name: /: меню$/ }).click();
    await window.getByRole('menuitem', { name: 'Новое окно' }).click();
    const other = await opened;
    await logInAs(other, 'administrator');
    await go(other, 'Журнал');
    await other.getByRole('heading', { level: 1 }).getByRole('button').click();
    await other.getByRole('combobox', { name: 'Класс или предмет' }).fill(title.replace(' ▾', ''));
    await other.keyboard.press('Enter');
    await other.getByRole('tab', { name: 'I четверть', exact: true }).click();
    await page.grid.focus();
    await page.press('Control+ArrowUp');
    await expect(status).toHaveCount(0);
    await other.getByRole('button', { name: 'Закрытое: открыть по причине' }).click();
    await other.getByRole('button', { name: 'Закрыть снова' }).click();
    await expect(status).toContainText('итоговые отметки за этот период уже выставлены');
    await expect(page.cell(0, 0)).toHaveClass(/closed/);
    await expect(page.cell(0, 0)).toContainText('3');
    // The cursor stays where it was.
    expect(await page.grid.evaluate((grid) => grid.ownerDocument.activeElement === grid)).toBe(
      true,
    );
  });
});
