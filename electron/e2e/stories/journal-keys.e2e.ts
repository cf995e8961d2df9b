import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { demoSchool, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { expect, test } from '../support/program';

/** Opens the journal from the rail: the page takes the keys at once. */
async function openJournal(window: Page) {
  await window.getByRole('link', { name: 'Журнал', exact: true }).click();
  const page = journalPage(window);
  await expect(page.grid).toBeFocused();
  return page;
}

test('a teacher fills a lesson by keys alone, and all of it is there after a restart', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const first = await start({ args: ['--demo'] });
  await logInAs(first.window, 'teacher');
  const { cursor, cell, press } = await openJournal(first.window);
  const { row, col } = await cursor();
  const lesson = () => [0, 1, 2, 3].map((down) => cell(row + down, col).innerText());

  await test.step('marks and attendance, down the column', async () => {
    await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Delete', 'Escape');
    await press('Control+ArrowUp', '5', 'KeyY', '4');
    await expect
      .poll(async () => (await Promise.all(lesson())).slice(0, 3))
      .toEqual(['5', 'Н', '4']);
    await press('Shift+Digit3', 'Shift+Digit4');
    await expect(cell(row + 3, col)).toHaveText('3 4');
  });
  await test.step('undo after saving, and again forward', async () => {
    await expect(cell(row + 3, col)).not.toHaveAttribute('data-sign');
    await press('Control+KeyZ', 'Control+KeyZ');
    await expect(cell(row + 3, col)).toHaveText('');
    await press('Control+KeyY');
    await expect(cell(row + 3, col)).toHaveText('3');
  });
  await test.step('kind of work for the column, topic and homework', async () => {
    await press('Alt+KeyK');
    await first.window.getByRole('combobox', { name: 'Вид работы' }).fill('контрольная');
    await press('Enter');
    await first.window.getByLabel('Тема', { exact: true }).fill('Теорема Виета');
    await first.window.getByRole('textbox', { name: 'Домашнее задание' }).fill('§ 21, № 450–455');
    await press('Escape');
    await expect(first.window.getByRole('grid')).toBeFocused();
  });
  await test.step('a mark outside the scale says why', async () => {
    await press('7');
    await expect(first.window.getByText('Такой отметки нет: здесь ставят 1–5.')).toBeVisible();
  });
  await expect(cell(row + 3, col)).not.toHaveAttribute('data-sign');
  await first.close();

  const second = await start({ args: ['--demo'] });
  await logInAs(second.window, 'teacher');
  // The program opens where it was left.
  const again = journalPage(second.window);
  await expect(again.grid).toBeFocused();
  await expect(again.cell(row, col)).toHaveText('5');
  await expect(again.cell(row + 1, col)).toHaveText('Н');
  await expect(again.cell(row + 2, col)).toHaveText('4');
  await expect(again.cell(row + 3, col)).toHaveText('3');
  await expect(second.window.getByLabel('Тема', { exact: true })).toHaveValue('Теорема Виета');
  await expect(second.window.getByRole('textbox', { name: 'Домашнее задание' })).toHaveValue(
    '§ 21, № 450–455',
  );
});

test('the page has no faults a screen reader would meet', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  await logInAs(window, 'teacher');
  await openJournal(window);
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
});

test('who does not teach the page looks and is told who fills it', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  await logInAs(window, 'deputy');
  const { press, cursor, cell } = await openJournal(window);
  const { row, col } = await cursor();
  const before = await cell(row, col).innerText();
  await press('5');
  await expect(window.getByText(/^Смотреть можно, заполняет/)).toBeVisible();
  await expect(cell(row, col)).toHaveText(before);
});
