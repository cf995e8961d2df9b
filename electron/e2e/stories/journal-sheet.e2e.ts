import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { look } from '../support/look';
import { expect, test } from '../support/program';

test('cells are selected, counted, filled and taken back as in a spreadsheet', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  const { col } = await page.cursor();
  const selected = window.getByText(/^Выделено: /);
  const column = async () =>
    page.grid.locator(`[role="gridcell"][data-col="${col}"]`).allInnerTexts();
  const before = await column();

  await test.step('a column by its head, counted in the line below', async () => {
    await page.grid.locator(`[role="columnheader"][data-col="${col}"]`).click({
      position: { x: 10, y: 8 },
    });
    await expect(selected).toContainText(`${before.length} `);
    await look(app, window, 'journal-selection');
  });
  await test.step('one key fills it, one step takes it back', async () => {
    await page.press('4');
    await expect(selected).toContainText('среднее 4,00');
    await page.allSaved();
    await page.press('Control+KeyZ');
    expect(await column()).toEqual(before);
    await page.allSaved();
  });
  await test.step('a row by the name, everything by Ctrl+A', async () => {
    await page.grid.getByRole('rowheader').nth(1).click();
    expect((await page.cursor()).row).toBe(1);
    await expect(selected).toBeVisible();
    await page.press('Control+KeyA');
    await expect(selected).toBeVisible();
    await page.press('ArrowDown');
    await expect(selected).toHaveCount(0);
  });
  await test.step('the corner of a selection is drawn over other cells', async () => {
    await page.cell(0, col).click();
    await page.press('5');
    await page.cell(0, col).click();
    await page.grid.locator('[data-fill]').hover();
    await window.mouse.down();
    await page.cell(3, col).hover();
    await window.mouse.up();
    for (const row of [0, 1, 2, 3]) await expect(page.cell(row, col)).toHaveText('5');
    await page.press('Control+KeyZ');
    expect((await column()).slice(1)).toEqual(before.slice(1));
  });
});
