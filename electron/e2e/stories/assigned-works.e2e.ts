import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('a lesson has several works with their terms, and a debt waits for its mark', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  await go(window, 'Журнал');
  const page = journalPage(window);
  await expect(page.grid).toBeVisible();
  await page.grid.focus();
  const { press, cell } = page;
  await press('End', 'Control+ArrowUp');
  const { col } = await page.cursor();
  const head = page.grid.locator(`[role="columnheader"][data-col="${col}"]`);
  const panel = window.getByRole('complementary', { name: 'Урок' });
  const choose = async (kind: string) => {
    await window.getByRole('combobox', { name: 'Вид работы' }).fill(kind);
    await press('Enter');
    await expect(page.grid).toBeFocused();
  };

  await test.step('two works are assigned by keyboard', async () => {
    await press('Control+Space', 'Delete', 'Escape', 'Control+ArrowUp', 'Alt+KeyK');
    await choose('контрольная');
    await press('Alt+Shift+KeyK');
    await choose('домашнее');
    await expect(head).toContainText('К/р Д/з');
  });

  await test.step('the second one gets its form and its term', async () => {
    await panel.getByRole('button', { name: 'форма и сроки' }).last().click();
    await panel.getByLabel('Форма').selectOption('устная');
    const due = panel.getByLabel('Сдать до');
    await due.fill('01.11.2026');
    await due.press('Enter');
    await expect(window.getByText('Сдать раньше, чем задано, нельзя')).toBeVisible();
    await expect(due).toHaveValue('');
    await due.fill('30.11.2026');
    await due.press('Enter');
    await expect(head).toHaveAccessibleName(/Домашнее задание, устно, сдать до 30\.11, вес 1/);
    await page.grid.focus();
  });

  await test.step('marks go to the work that is chosen by its number', async () => {
    await press('Alt+Digit2');
    await expect(window.getByText('Отметки — за 2-ю работу: Домашнее задание.')).toBeVisible();
    await press('4', 'ArrowUp', 'Alt+Digit1', '5');
    await expect(cell(0, col)).toHaveText('5 4');
  });

  await test.step('a dot is a debt of the pupil and of the page until a mark stands there', async () => {
    const button = panel.getByRole('button', { name: /^Долгов на странице/ });
    const count = async () =>
      (await button.count()) === 0 ? 0 : Number(/\d+/.exec(await button.innerText())?.[0]);
    const before = await count();
    const place = await page.cursor();
    await press('.');
    await expect.poll(count).toBe(before + 1);
    await press('Home', 'Alt+Period');
    await expect(panel.getByText('Долги ученика')).toBeVisible();
    await button.click();
    await look(app, window, 'journal-assigned-works');
    await page.grid.focus();
    // From dot to dot to the one just put.
    for (let step = 0; step <= before && (await page.cursor()).col !== place.col; step += 1) {
      await press('Alt+Period');
    }
    expect(await page.cursor()).toEqual(place);
    await press('3');
    await expect(cell(place.row, place.col)).toHaveText('3');
    await expect.poll(count).toBe(before);
    await press('ArrowUp');
    await panel.getByRole('button', { name: 'Кто и когда менял' }).click();
    await expect(panel.getByText('. → 3')).toBeVisible();
  });
});
