import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the marks of a quarter: why one is not the proposed, and all the others at once', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  await go(window, 'Журнал');
  await window.getByRole('button', { name: /▾$/ }).click();
  await window.getByRole('combobox', { name: 'Класс или предмет' }).fill('8-А Алгебра');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('heading', { name: /^8-А · Алгебра/ })).toBeVisible();
  const page = journalPage(window);
  const last = page.grid.locator('[role="gridcell"][id^="journal-cell-"]:not([style*="left"])');
  const cellOf = (row: number) => last.and(window.locator(`[data-row="${row}"]`));
  const proposedIn = async (row: number) =>
    (await cellOf(row).innerText()).replaceAll(/[^1-5]/g, '');

  await test.step('another mark than the proposed one asks why, in place', async () => {
    await cellOf(0).click();
    const proposed = await proposedIn(0);
    await expect(window.getByText(/^Отметки: /)).toBeVisible();
    const other = proposed === '5' ? '4' : '5';
    await window.keyboard.press(other);
    const why = window.getByLabel(/Напишите почему/);
    await expect(why).toBeFocused();
    await window.keyboard.press('Enter');
    await expect(window.getByText('Без пояснения отметка не ставится.')).toBeVisible();
    await look(app, window, 'period-mark-why');
    await why.fill('Победа на олимпиаде');
    await window.keyboard.press('Enter');
    await expect(page.grid).toBeFocused();
    await page.allSaved();
    await expect(cellOf(0)).toContainText(other);
  });

  await test.step('every other proposed mark is told first, then set in one step', async () => {
    const before = await cellOf(1).innerText();
    await window.keyboard.press('Control+Enter');
    await expect(window.getByText(/будет поставлено \d+ отмет/)).toBeVisible();
    await look(app, window, 'period-marks-proposed');
    expect(await cellOf(1).innerText()).toBe(before);
    await window.keyboard.press('Enter');
    await expect(window.getByText(/^Поставлено: \d+/)).toBeVisible();
    await page.allSaved();
    await expect(page.grid.locator('[data-sign]')).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await page.allSaved();
    expect(await cellOf(1).innerText()).toBe(before);
    await expect(page.grid.locator('[data-sign]')).toHaveCount(0);
  });
});
