import { cp, mkdir, readdir, rm, truncate } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { chooseInDialogs } from '../support/dialogs';
import { ADMINISTRATOR, makeNewJournal } from '../support/first-start';
import { inspectJournal } from '../support/inspect';
import { logIn } from '../support/demo';
import { expect, test } from '../support/program';

async function chooseCopy(window: Page): Promise<void> {
  await window.getByRole('button', { name: /Выбрать папку|Другая папка/ }).click();
}

test('a copy is made, the data folder is lost, the copy brings every row back', async ({
  start,
  dataFolder,
  folder,
}) => {
  const drive = path.join(folder, 'Флешка');
  await mkdir(drive);
  const first = await start();
  const key = await makeNewJournal(first.window);
  await first.window.getByRole('link', { name: 'Копии', exact: true }).click();
  await chooseInDialogs(first.app, drive);
  await first.window.getByRole('button', { name: 'Другая папка…' }).click();
  await first.window.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(first.window.getByText(/Копия сделана/).first()).toBeVisible({ timeout: 60_000 });
  await first.close();
  const [name = ''] = await readdir(drive);
  const copy = path.join(drive, name);
  expect((await readdir(copy)).toSorted()).toEqual(
    ['journal.db', 'keys.json', 'manifest.json', 'ПРОЧТИ МЕНЯ.txt'].toSorted(),
  );
  // A duplicate: to look into the copy itself would change its file.
  const duplicate = path.join(folder, 'duplicate');
  await cp(copy, duplicate, { recursive: true });
  const before = await inspectJournal(duplicate, ADMINISTRATOR);
  await rm(dataFolder, { recursive: true });

  const second = await start();
  await second.window.getByRole('button', { name: /Восстановить из копии/ }).click();
  await chooseInDialogs(second.app, drive);
  await chooseCopy(second.window);
  await expect(second.window.getByText('МБОУ «Средняя школа № 0»').first()).toBeVisible();

  await test.step('a wrong key says so and changes nothing', async () => {
    await second.window.getByText('Логин и пароль', { exact: true }).click();
    await second.window.getByRole('textbox', { name: 'Логин' }).fill(ADMINISTRATOR.login);
    await second.window.getByLabel('Пароль в день копии').fill('не тот пароль');
    await second.window.getByRole('button', { name: 'Восстановить' }).click();
    await expect(second.window.getByText(/не подошли/)).toBeVisible({ timeout: 30_000 });
    expect(await readdir(dataFolder)).not.toContain('journal');
  });

  await second.window.getByText('Ключ восстановления', { exact: true }).first().click();
  await second.window.getByRole('textbox', { name: 'Ключ восстановления' }).fill(key.toLowerCase());
  await second.window.getByRole('button', { name: 'Восстановить' }).click();
  await expect(second.window.getByText('Журнал восстановлен.')).toBeVisible({ timeout: 60_000 });
  await second.close();
  const after = await inspectJournal(path.join(dataFolder, 'journal'), ADMINISTRATOR);
  expect(after.hash).toBe(before.hash);
  expect(after.integrity).toBe('ok');

  const third = await start();
  await logIn(third.window, ADMINISTRATOR.login, ADMINISTRATOR.password);
});

test('a copy cut in half is told plainly before anything is touched', async ({
  start,
  folder,
  dataFolder,
}) => {
  const drive = path.join(folder, 'Флешка');
  await mkdir(drive);
  const first = await start();
  await makeNewJournal(first.window);
  await first.window.getByRole('link', { name: 'Копии', exact: true }).click();
  await chooseInDialogs(first.app, drive);
  await first.window.getByRole('button', { name: 'Другая папка…' }).click();
  await first.window.getByRole('button', { name: 'Сделать копию' }).click();
  await expect(first.window.getByText(/Копия сделана/).first()).toBeVisible({ timeout: 60_000 });
  await first.close();
  const [name = ''] = await readdir(drive);
  await truncate(path.join(drive, name, 'journal.db'), 4096 * 5);
  await rm(dataFolder, { recursive: true });

  const second = await start();
  await second.window.getByRole('button', { name: /Восстановить из копии/ }).click();
  await chooseInDialogs(second.app, drive);
  await chooseCopy(second.window);
  await expect(second.window.getByText('не целы').first()).toBeVisible();
  await expect(second.window.getByRole('button', { name: 'Восстановить' })).toHaveCount(0);
});
