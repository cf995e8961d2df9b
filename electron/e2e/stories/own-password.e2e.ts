import { demoSchool, logIn, logInAs, logOut } from '../support/demo';
import { ADMINISTRATOR, makeNewJournal } from '../support/first-start';
import { expect, test } from '../support/program';

test('somebody changes the own password from the menu', async ({ start }) => {
  const { window } = await start();
  await makeNewJournal(window);
  await window.getByRole('button', { name: /: меню$/ }).click();
  await window.getByRole('menuitem', { name: 'Сменить пароль…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Смена пароля' });
  const fresh = 'собака лает 8';
  await dialog.getByLabel('Нынешний пароль').fill('не тот пароль');
  await dialog.getByLabel('Новый пароль').fill(fresh);
  await dialog.getByLabel('Пароль ещё раз').fill(fresh);
  await dialog.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();

  await dialog.getByLabel('Нынешний пароль').fill(ADMINISTRATOR.password);
  await dialog.getByRole('button', { name: 'Сменить пароль' }).click();
  await expect(window.getByText('Пароль сменён.')).toBeVisible();
  await expect(dialog).toHaveCount(0);
  await logOut(window);
  await logIn(window, ADMINISTRATOR.login, fresh);
});

test('the demonstration is built anew, and its people come in as before', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  await window.getByRole('button', { name: 'Построить заново' }).click();
  await window
    .getByRole('dialog', { name: /заново\?$/ })
    .getByRole('button', { name: 'Построить заново' })
    .click();
  await expect(window.getByText('Готовится демонстрационная школа')).toBeVisible();
  await expect(window.getByLabel('Логин')).toBeEnabled();
  await expect(window.getByRole('button', { name: 'Построить заново' })).toBeVisible({
    timeout: 60_000,
  });
  await logInAs(window, 'secretary');
});
