import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('a teacher thanks a pupil from the page; the class teacher and the deputy read it', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  await page.cell(0, 0).click();
  const pupil = (await page.grid.getByRole('rowheader').first().getAttribute('title')) ?? '';
  const panel = window.getByRole('button', { name: 'Запись для родителей' });
  await panel.click();
  const dialog = window.getByRole('dialog');
  await expect(dialog.getByLabel('Запись', { exact: true })).toBeFocused();
  await window.keyboard.type('Благодарю за помощь товарищам.');
  await look(app, window, 'pupil-note-dialog');
  await window.keyboard.press('Control+Enter');
  await expect(dialog.getByRole('listitem').first()).toContainText('Благодарю за помощь');
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await test.step('the class teacher finds it in the list of the class', async () => {
    await go(window, 'Ученики');
    await window.getByRole('tab', { name: 'Записи для родителей' }).click();
    const row = window.getByRole('grid', { name: 'Записи для родителей' }).getByRole('row').nth(1);
    await expect(row).toContainText(pupil);
    await expect(row).toContainText('Благодарность');
    await look(app, window, 'pupil-notes');
    await window.getByRole('button', { name: 'На бумаге' }).click();
    await expect(window.getByText('Благодарю за помощь товарищам.')).toBeAttached();
  });
  await logOut(window);

  await test.step('the deputy takes it out on the card', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Ученики');
    await window.getByRole('tab', { name: 'Записи для родителей' }).click();
    await window.getByRole('combobox', { name: 'Класс' }).click();
    await window.getByRole('option', { name: '8-А' }).click();
    await window.getByRole('row', { name: /Благодарю за помощь/ }).click();
    const section = window.getByRole('region', { name: 'Записи для родителей' });
    await expect(section).toContainText('Благодарю за помощь');
    await look(app, window, 'pupil-notes-card');
    await section.getByRole('button', { name: 'Убрать' }).click();
    await expect(section).not.toContainText('Благодарю за помощь');
  });
});
