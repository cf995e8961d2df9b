import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { demoSchool, DEMO_LOGINS, DEMO_PASSWORD, logIn, logInAs } from '../support/demo';
import { expect, test } from '../support/program';

/** The person chooses this folder in the system's dialog. */
const chooses = (app: ElectronApplication, folder: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
  }, folder);

test('a copy is made to a folder; on another computer the journal comes back from it', async ({
  start,
  folder,
  dataFolder,
}) => {
  const carrier = path.join(folder, 'флешка');
  await mkdir(carrier);
  await demoSchool(dataFolder);

  await test.step('the copy', async () => {
    const { app, window, close } = await start({ args: ['--demo'] });
    await logInAs(window, 'administrator');
    await window.getByRole('link', { name: 'Копии' }).click();
    await expect(window.getByText('Копий ещё нет')).toBeVisible();
    await chooses(app, carrier);
    await window.getByRole('button', { name: 'Другая папка…' }).click();
    await expect(window.getByRole('radio', { name: 'флешка' })).toBeChecked();
    await window.getByRole('button', { name: 'Сделать копию' }).click();
    await expect(window.getByText('Копия сделана, прочитана обратно и открыта.')).toBeVisible();
    await expect(window.getByText('Последняя копия — сегодня')).toBeVisible();
    await expect(window.getByRole('grid').getByRole('row')).toHaveCount(2);
    await close();
    expect(await readdir(carrier)).toHaveLength(1);
  });

  await test.step('another computer', async () => {
    const { app, window } = await start({ dataFolder: path.join(folder, 'other') });
    await window.getByText('Восстановить из копии').click();
    const choose = window.getByRole('button', { name: 'Выбрать папку…' });
    await chooses(app, folder);
    await choose.click();
    await expect(window.getByText('В этой папке нет копии журнала.')).toBeVisible();
    await chooses(app, carrier);
    await choose.click();
    await expect(window.getByText('целы: контрольная сумма сошлась')).toBeVisible();

    await window.getByRole('radiogroup').getByText('Логин и пароль').click();
    const password = window.getByLabel('Пароль в день копии');
    await window.getByRole('textbox', { name: 'Логин' }).fill(DEMO_LOGINS.administrator);
    await password.fill('не тот');
    await window.keyboard.press('Enter');
    await expect(window.getByText('Логин и пароль к этой копии не подошли.')).toBeVisible();
    await password.fill(DEMO_PASSWORD);
    await window.keyboard.press('Enter');
    await expect(window.getByText('Журнал восстановлен.')).toBeVisible();
    await window.getByRole('button', { name: 'Войти в журнал' }).click();
    await logIn(window, DEMO_LOGINS.administrator, DEMO_PASSWORD);
    await window.getByRole('link', { name: 'Ученики' }).click();
    await expect(window.getByRole('grid')).toBeVisible();
  });
});
