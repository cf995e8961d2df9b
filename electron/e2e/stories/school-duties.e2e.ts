import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { chooseInDialogs, printAtOnce } from '../support/dialogs';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const duty = (window: Page, text: RegExp) =>
  window.getByRole('region', { name: 'Дела со сроками' }).getByRole('link', { name: text });

test('the administrator copies the journal, goes to what is not ready; the director to the draft', async ({
  start,
  folder,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'administrator');

  await test.step('a copy is made, and nobody is told of it any more', async () => {
    await expect(duty(window, /Сделать первую резервную копию журнала/)).toBeVisible();
    await look(app, window, 'duties-administrator');
    await duty(window, /Сделать первую резервную копию журнала/).click();
    const drive = path.join(folder, 'Флешка');
    await mkdir(drive);
    await chooseInDialogs(app, drive);
    await window.getByRole('button', { name: 'Другая папка…' }).click();
    await window.getByRole('button', { name: 'Сделать копию' }).click();
    await expect(window.getByText(/Копия сделана/).first()).toBeVisible({ timeout: 60_000 });
    await expect(
      window.getByText(/^Следующая по регламенту — до \d\d\.\d\d\.\d{4}\.$/),
    ).toBeVisible();
    await go(window, 'Мои дела');
    await expect(duty(window, /Подготовить журнал к учебному году/)).toBeVisible();
    await expect(duty(window, /копи/)).toHaveCount(0);
  });

  await test.step('what is not ready of the year', async () => {
    await duty(window, /Подготовить журнал к учебному году/).click();
    await expect(window.getByRole('grid', { name: 'Разделы журнала' })).toBeVisible();
    await logOut(window);
  });

  await test.step('the director', async () => {
    await logInAs(window, 'director');
    await go(window, 'Мои дела');
    const draft = duty(window, /Утвердить проект регламента/);
    await expect(draft).toBeVisible();
    await look(app, window, 'duties-director');
    await draft.click();
    await expect(window.getByRole('button', { name: 'Утвердить' })).toBeVisible();
    await logOut(window);
  });

  await test.step('the deputy is told of plans and of the report on programmes', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Мои дела');
    await expect(duty(window, /Нет планов \(КТП\) у 2 страниц журнала/)).toBeVisible();
    await duty(window, /Распечатать отчёт о выполнении программ/).click();
    await window.getByRole('button', { name: 'Печать и сохранение' }).click();
    await expect(
      window.getByRole('region', { name: 'Отчёт о выполнении программ' }).locator('canvas').first(),
    ).toBeVisible();
    const printed = await printAtOnce(app);
    await window.getByRole('button', { name: 'Печать', exact: true }).click();
    await expect.poll(printed).toBe(1);
    await go(window, 'Мои дела');
    await expect(duty(window, /Нет планов/)).toBeVisible();
    await expect(duty(window, /отчёт о выполнении программ/)).toHaveCount(0);
  });
});

test('in June the summary sheets are printed one after another', async ({ start, dataFolder }) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'], today: '2027-06-07' });
  await logInAs(window, 'administrator');
  const sheets = (classes: string) =>
    duty(window, new RegExp(`Распечатать сводные ведомости за год: ${classes}`));
  await expect(sheets('24 класса')).toBeVisible();
  await look(app, window, 'duties-june');
  await sheets('24 класса').click();
  const sheet = window.getByRole('region', { name: /^Сводная ведомость 1-А, год/ });
  await expect(sheet.locator('canvas').first()).toBeVisible();
  const printed = await printAtOnce(app);
  await window.keyboard.press('Control+p');
  // Another class is on the screen before the paper is out: the one that was printed is noted.
  await window.keyboard.press('Alt+ArrowDown');
  await go(window, 'Мои дела');
  await expect.poll(printed).toBe(1);
  await expect(sheets('23 класса')).toBeVisible();
  await sheets('23 класса').click();
  await expect(window.getByRole('region', { name: /^Сводная ведомость 1-Б, год/ })).toBeVisible();
});
