import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the secretary enters an order, looks at the list of a day and takes the order back', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'secretary');
  await go(window, 'Ученики');
  await window.getByRole('tab', { name: 'Движение' }).click();
  const register = window.getByRole('grid', { name: 'Движение учеников' });
  await expect(register).toBeVisible();
  await look(app, window, 'movement-register');

  await window.getByRole('button', { name: 'Новый приказ' }).click();
  await window.getByRole('combobox', { name: 'Вид движения' }).click();
  await window.getByRole('option', { name: 'Отчисление' }).click();
  await window.getByLabel('Приказ №').fill('99-у');
  const finder = window.getByRole('combobox', { name: 'Добавить ученика' });
  await finder.fill('8-Б');
  const option = window.getByRole('option').first();
  const name = ((await option.textContent()) ?? '').split(/[,·]/)[0]!.trim();
  await option.click();
  const table = window.getByRole('table', { name: 'Ученики приказа' });
  await expect(table).toContainText(name);
  await expect(window.getByText('Готово к записи: 1 ученик.')).toBeVisible();

  await test.step('a backdated day says what will lie outside', async () => {
    const last = window.getByLabel(`День: ${name}`);
    await last.fill('10.11.2026');
    await last.press('Tab');
    await expect(window.getByText(/^Вне списка окаж/)).toBeVisible();
    await window.getByLabel(`Куда выбыл: ${name}`).fill('МБОУ «СОШ № 5» г. Энска');
    await expect(window.getByRole('button', { name: /^Записать, записи/ })).toBeEnabled();
    await look(app, window, 'movement-order');
    // In the Russian layout, and before the last words were checked.
    await window.getByLabel(`Куда выбыл: ${name}`).fill('МБОУ «СОШ № 6» г. Энска');
    await window.evaluate(() => {
      const key = { key: 'ы', code: 'KeyS', ctrlKey: true, bubbles: true };
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', key));
    });
    await expect(window.getByText('Приказ записан.')).toBeVisible();
  });
  const row = register.getByRole('row').filter({ hasText: '99-у' });
  await expect(row).toContainText(name);

  await test.step('the order is taken back', async () => {
    await row.click();
    await window.getByLabel('Почему отменяется').fill('Ошиблись учеником');
    await look(app, window, 'movement-revoke');
    await window.getByRole('button', { name: 'Отменить для этого ученика' }).click();
    await expect(window.getByText('Приказ отменён, списки восстановлены.')).toBeVisible();
    await expect(row).toHaveCount(0);
    await window.getByLabel('Отменённые').check();
    await expect(row).toContainText('отменено');
  });

  await test.step('the deputy looks, the class teacher sees the own class', async () => {
    await logOut(window);
    await logInAs(window, 'deputy');
    await go(window, 'Ученики');
    await window.getByRole('tab', { name: 'Движение' }).click();
    await expect(register).toBeVisible();
    await expect(window.getByRole('button', { name: 'Новый приказ' })).toHaveCount(0);
    await logOut(window);
    await logInAs(window, 'classTeacher');
    await go(window, 'Ученики');
    await window.getByRole('tab', { name: 'Движение' }).click();
    await expect(window.getByRole('heading', { name: 'Движение', exact: true })).toBeVisible();
    await expect(
      register.or(window.getByText('Движения в этом учебном году ещё не было')),
    ).toBeVisible();
    await expect(window.getByRole('button', { name: 'Новый приказ' })).toHaveCount(0);
  });
});
