import { logIn } from '../support/demo';
import { ADMINISTRATOR, makeNewJournal } from '../support/first-start';
import { expect, test } from '../support/program';

test('a new journal is made by the assistant, and its administrator logs in again', async ({
  start,
}) => {
  const first = await start();
  const key = await makeNewJournal(first.window);
  expect(key.replaceAll(/[\s–-]/g, '')).toHaveLength(36);
  await expect(first.window.getByText('Что сделать сначала')).toBeVisible();
  await first.close();

  const second = await start();
  await second.window.getByLabel('Логин').fill(ADMINISTRATOR.login);
  await second.window.getByLabel('Пароль', { exact: true }).fill('не тот пароль');
  await second.window.keyboard.press('Enter');
  await expect(second.window.getByRole('alert').first()).toBeVisible();
  await logIn(second.window, ADMINISTRATOR.login, ADMINISTRATOR.password);
  await second.window.keyboard.press('Control+l');
  await expect(second.window.getByRole('navigation')).toHaveCount(0);
  await second.window.getByLabel('Пароль', { exact: true }).fill(ADMINISTRATOR.password);
  await second.window.keyboard.press('Enter');
  await expect(second.window.getByRole('navigation').first()).toBeVisible();
});
