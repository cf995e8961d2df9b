import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('an examination is put into the curriculum, its marks and the final ones stand after the year’s', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });

  await test.step('the deputy says which class is examined in what', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Школа');
    await window.getByRole('tab', { name: 'Учебный план', exact: true }).click();
    const sheet = window.getByRole('grid', { name: 'Учебный план: предметы и классы' });
    await window.getByText('5–9', { exact: true }).click();
    const heads = await sheet.getByRole('columnheader').allTextContents();
    const cells = sheet.getByRole('row', { name: /^Алгебра/ }).getByRole('gridcell');
    await cells.nth(heads.indexOf('8-А') - 1).click();
    const after = window.getByRole('combobox', { name: 'После годовой' });
    await after.click();
    await window.getByRole('option', { name: 'экзамен и итоговая' }).click();
    await expect(after).toHaveValue('экзамен и итоговая');
    await look(app, window, 'curriculum-exam');
    await logOut(window);
  });

  await test.step('the teacher sets the year’s mark, that of the examination, and the final one', async () => {
    await logInAs(window, 'classTeacher');
    await go(window, 'Журнал');
    await window.getByRole('button', { name: /▾$/ }).click();
    await window.getByRole('combobox', { name: 'Класс или предмет' }).fill('8-А Алгебра');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: /^8-А · Алгебра/ })).toBeVisible();
    await window.getByText('Год', { exact: true }).click();
    const { grid, cell, press, allSaved, cursor } = journalPage(window);
    await expect(grid.getByRole('columnheader', { name: 'Экз.', exact: true })).toBeVisible();
    await expect(grid.getByRole('columnheader', { name: 'Итог', exact: true })).toBeVisible();
    await grid.focus();
    await press('Control+ArrowUp');
    const { row, col } = await cursor();
    await press('4');
    const why = window.locator('#journal-note');
    if (await why.isVisible()) {
      await window.keyboard.type('По итогам года');
      await press('Enter');
    }
    await allSaved();
    await press('Control+ArrowUp', 'ArrowRight', '5');
    await allSaved();
    await expect(cell(row, col + 1)).toHaveText('5');
    await press('Control+ArrowUp', 'ArrowRight');
    await expect(cell(row, col + 2)).toContainText('(5)');
    await expect(window.getByText(/среднее годовой и экзаменационной/)).toBeVisible();
    await press('4');
    await expect(window.getByLabel(/Напишите почему/)).toBeFocused();
    await look(app, window, 'final-mark-why');
    await press('Escape', 'Control+ArrowUp', 'Enter');
    await allSaved();
    await expect(cell(row, col + 2)).toContainText('5');
    await press('Control+z');
    await allSaved();
    await expect(cell(row, col + 2)).toContainText('(5)');
    await press('Control+y');
    await allSaved();
    await look(app, window, 'journal-final-marks');
    await expect(grid.locator('[data-sign]')).toHaveCount(0);
  });

  await test.step('the year sheet has their rows', async () => {
    await go(window, 'Отчёты');
    await window.getByRole('main').getByText('Год', { exact: true }).click();
    await expect(window.locator('canvas').first()).toBeVisible();
    await look(app, window, 'summary-sheet-exam');
  });
});
