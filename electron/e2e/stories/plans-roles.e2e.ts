import { demoSchool, logInAs } from '../support/demo';
import { go } from '../support/look';
import { expect, test } from '../support/program';

test('the administrator changes a plan on behalf of its author; the director only looks and prints', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const opened = async (role: 'administrator' | 'director') => {
    const { window, close } = await start({ args: ['--demo'] });
    await logInAs(window, role);
    await go(window, 'Планы (КТП)');
    await window.getByRole('tab', { name: 'Планы', exact: true }).click();
    await expect(window.getByRole('grid')).toBeVisible();
    return { window, close };
  };
  const sheetOf = (window: Awaited<ReturnType<typeof opened>>['window']) =>
    window.getByRole('grid', { name: 'План по строкам' });
  let written = '';

  await test.step('the administrator: another’s plan is changed and saved by itself', async () => {
    const { window, close } = await opened('administrator');
    await expect(window.getByRole('link', { name: 'Загрузить из файла' })).toBeVisible();
    await window.getByRole('row').nth(1).click();
    const sheet = sheetOf(window);
    await expect(sheet).toBeVisible();
    await expect(window.getByText(/Составил/)).toBeVisible();
    await sheet.focus();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('F2');
    await window.keyboard.press('Control+a');
    written = 'Тема, поправленная администратором';
    await window.keyboard.type(written);
    await window.keyboard.press('Enter');
    await expect(sheet.getByText(written)).toBeVisible();
    await window.getByRole('tab', { name: 'По классам' }).click();
    await window.getByRole('tab', { name: 'Планы', exact: true }).click();
    await window.getByRole('row').nth(1).click();
    await expect(sheet.getByText(written)).toBeVisible();
    await close();
  });

  await test.step('the director sees it and cannot change it: no deed is offered, no key works', async () => {
    const { window, close } = await opened('director');
    await expect(window.getByRole('link', { name: 'Загрузить из файла' })).toBeHidden();
    await window.getByRole('row').nth(1).click();
    const sheet = sheetOf(window);
    await expect(sheet.getByText(written)).toBeVisible();
    await expect(window.getByRole('textbox', { name: 'Название плана' })).toBeHidden();
    await expect(window.getByRole('button', { name: 'Ещё', exact: true })).toBeHidden();
    const before = await sheet.textContent();
    await sheet.focus();
    await window.keyboard.press('ArrowDown');
    for (const key of ['Delete', 'Control+Enter', 'Control+Delete', 'Alt+ArrowDown', 'F2']) {
      await window.keyboard.press(key);
    }
    await window.keyboard.type('чужая тема');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Control+v');
    expect(await sheet.textContent()).toBe(before);
    await window.getByRole('button', { name: 'Печать' }).click();
    await expect(window.getByRole('region', { name: 'План по строкам' })).toBeVisible();
    await close();
  });

  await test.step('the director reads how programmes are fulfilled', async () => {
    const { window } = await opened('director');
    await window.getByRole('tab', { name: 'Выполнение программ' }).click();
    await expect(window.getByRole('grid')).toBeVisible();
    await window.getByRole('tab', { name: 'По классам' }).click();
    await window.getByRole('row').nth(1).click();
    await expect(window.getByRole('region', { name: 'Темы по датам' })).toBeVisible();
    await expect(window.getByRole('button', { name: /Предложить|Считать их темами/ })).toBeHidden();
  });
});
