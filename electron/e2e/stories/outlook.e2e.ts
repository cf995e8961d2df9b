import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { look } from '../support/look';
import { expect, test } from '../support/program';

test('a teacher sees live what the mark of a pupil needs and what would change it', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А.*Алгебра');
  const outlook = window.getByRole('region', { name: 'Прогноз итоговой отметки' });
  await expect(outlook).toContainText(/^Выходит «\d», ср\.в\. \d,\d\d/);
  const { row, col } = await page.cursor();

  await test.step('the text follows the marks that are typed', async () => {
    await page.press('Delete', '2', 'ArrowUp');
    const withTwo = await outlook.innerText();
    await page.press('5', 'ArrowUp');
    await expect(outlook).not.toHaveText(withTwo);
    await expect(outlook).toContainText(/(До «5» — |Выходит «5»)/);
  });

  await test.step('the column says how many marks there are and are lacking', async () => {
    const count = page.grid.locator(`[role="row"][aria-rowindex="${row + 2}"]`);
    const cell = count.locator('[role="gridcell"]').nth(-4);
    await expect(cell).toHaveText(/^\d+(\/\d+)?$/);
    await expect(cell).toHaveAttribute('title', /^\d+ отмет/);
    const before = await cell.innerText();
    await page.press('Delete');
    await expect(cell).not.toHaveText(before);
    await page.press('Control+z');
    await expect(cell).toHaveText(before);
  });
  await test.step('only those who lack marks are shown, and everybody again', async () => {
    const names = page.grid.getByRole('rowheader');
    const all = await names.count();
    const filter = window.getByRole('button', { name: /^Кому не хватает отметок: \d+$/ });
    const count = Number((await filter.innerText()).trim());
    await filter.click();
    await expect(names).toHaveCount(count);
    await page.press('ArrowDown', '4');
    await expect(page.cell((await page.cursor()).row - 1, col)).toHaveText('4');
    await look(app, window, 'journal-lacking');
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await filter.click();
    await expect(names).toHaveCount(all);
  });
  await page.allSaved();
  await look(app, window, 'journal-outlook');
});
