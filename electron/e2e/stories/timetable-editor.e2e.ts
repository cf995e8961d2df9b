import type { Locator, Page } from '@playwright/test';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

/** The Monday after the day of the stories; the days of its week by their columns. */
const MONDAY = '30.11.2026';
const WEEK = ['30 ноября', '1 декабря', '2 декабря', '3 декабря', '4 декабря'] as const;

type Place = { readonly row: number; readonly col: number };

const placeOf = async (cell: Locator): Promise<Place> => ({
  row: Number(await cell.getAttribute('data-row')),
  col: Number(await cell.getAttribute('data-col')),
});

/** Walks with the arrows from where the cursor is. */
async function walk(window: Page, grid: Locator, to: Place): Promise<void> {
  const from = await placeOf(grid.locator('td[aria-selected="true"]'));
  const press = async (key: string, times: number) => {
    for (let step = 0; step < times; step++) await window.keyboard.press(key);
  };
  await press(to.row > from.row ? 'ArrowDown' : 'ArrowUp', Math.abs(to.row - from.row));
  await press(to.col > from.col ? 'ArrowRight' : 'ArrowLeft', Math.abs(to.col - from.col));
}

const cellAt = (grid: Locator, { row, col }: Place) =>
  grid.locator(`td[data-row="${row}"][data-col="${col}"]`);

test('a deputy makes a draft, moves lessons by keys and by hand, and puts it in force', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const menu = window.getByRole('button', { name: /: меню$/ });
  await logInAs(window, 'teacher');
  const teacher = ((await menu.getAttribute('aria-label')) ?? '').replace(': меню', '');
  expect(teacher).not.toBe('');
  await logOut(window);

  await logInAs(window, 'deputy');
  await go(window, 'Расписание');
  await window.getByRole('tab', { name: 'Редактор' }).click();
  await expect(window.getByRole('heading', { name: 'Версии расписания' })).toBeVisible();
  await look(app, window, 'timetable-versions');
  await window.getByRole('button', { name: 'Копия-черновик' }).first().click();
  const grid = window.getByRole('grid', { name: 'Редактор расписания' });
  await expect(grid).toBeVisible();
  await window.getByText('Учитель', { exact: true }).click();
  await window.getByRole('combobox', { name: 'Учитель', exact: true }).click();
  await window.getByRole('option', { name: teacher, exact: true }).click();
  const cards = grid.locator('[data-card]');
  await expect(cards.first()).toBeVisible();

  const moved = await test.step('by keys to a free place, back and again', async () => {
    const from = await placeOf(grid.locator('td:has([data-card])').first());
    const words = await cellAt(grid, from).locator('[data-card]').first().innerText();
    await grid.focus();
    await walk(window, grid, from);
    await window.keyboard.press('Control+x');
    const to = await placeOf(grid.locator('td[data-level="free"]').first());
    await look(app, window, 'timetable-editor-teacher');
    await walk(window, grid, to);
    await window.keyboard.press('Enter');
    await expect(cellAt(grid, to).locator('[data-card]')).toContainText(words.split('\n')[0]!);
    await expect(cellAt(grid, from).locator('[data-card]')).toHaveCount(0);
    await window.keyboard.press('Control+z');
    await expect(cellAt(grid, from).locator('[data-card]')).toHaveCount(1);
    await window.keyboard.press('Control+y');
    await expect(cellAt(grid, from).locator('[data-card]')).toHaveCount(0);
    return { to, className: words.split(/[\n·]/)[0]!.trim() };
  });

  await test.step('by hand', async () => {
    const source = grid.locator('td:has([data-card])').last();
    const from = await placeOf(source);
    await source.locator('[data-card]').hover();
    await window.mouse.down();
    const { x, y } = (await grid.boundingBox())!;
    await window.mouse.move(x + 200, y + 80, { steps: 4 });
    const free = grid.locator('td[data-level="free"]').first();
    await expect(free).toBeVisible();
    const to = await placeOf(free);
    const box = (await free.boundingBox())!;
    await window.mouse.move(box.x + 20, box.y + 20, { steps: 4 });
    await window.mouse.up();
    await expect(cellAt(grid, to).locator('[data-card]')).toHaveCount(1);
    await expect(cellAt(grid, from).locator('[data-card]')).toHaveCount(0);
  });

  await test.step('a clash is refused with its reason', async () => {
    await grid.focus();
    const from = await placeOf(grid.locator('td:has([data-card])').first());
    await walk(window, grid, from);
    await window.keyboard.press('Control+x');
    const taken = await placeOf(grid.locator('td[data-level="never"]').first());
    const before = await cards.count();
    await walk(window, grid, taken);
    await window.keyboard.press('Control+v');
    const status = window.getByRole('status').filter({ hasText: 'Не поставлено.' });
    await expect(status).toContainText(/идёт|ведёт/);
    await expect(cellAt(grid, from).locator('[data-card]')).toHaveCount(1);
    expect(await cards.count()).toBe(before);
    await look(app, window, 'timetable-editor-clash');
    await window.keyboard.press('Escape');
  });

  await test.step('taken out, then found by typing', async () => {
    await window.getByText('Класс', { exact: true }).click();
    await grid.focus();
    await walk(window, grid, { row: 1, col: 1 });
    const cell = cellAt(grid, { row: 1, col: 1 });
    const subject = (await cell.locator('[data-card] span').first().innerText()).split(' ·')[0]!;
    await window.keyboard.press('Delete');
    await expect(cell.locator('[data-card]')).toHaveCount(0);
    await expect(window.getByRole('tab', { name: 'Не расставлено (1)' })).toBeVisible();
    // Playwright has no Cyrillic keys: the key is sent as the keyboard would.
    await grid.dispatchEvent('keydown', { key: subject.charAt(0).toLowerCase(), bubbles: true });
    await expect(
      window.getByRole('combobox', { name: 'Предмет, учитель или класс' }),
    ).toBeFocused();
    await window.keyboard.insertText(subject.slice(1, 4));
    await expect(window.getByRole('option', { name: subject }).first()).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(cell.locator('[data-card]')).toHaveCount(1);
    await expect(window.getByRole('tab', { name: 'Не расставлено (0)' })).toBeVisible();
    await grid.press('Control+x');
    await look(app, window, 'timetable-editor-class');
    await grid.press('Escape');
  });

  await window.getByText('Кабинет', { exact: true }).click();
  await look(app, window, 'timetable-editor-room');
  await window.getByText('Вся школа', { exact: true }).click();
  await look(app, window, 'timetable-editor-school');

  await test.step('in force from next Monday', async () => {
    await window.getByRole('button', { name: 'Ввести в действие…' }).click();
    await expect(window.getByText(/Уроки до этого дня не изменятся/)).toBeVisible();
    await look(app, window, 'timetable-in-force');
    await window.getByRole('button', { name: `Ввести в действие с ${MONDAY}` }).click();
    await expect(window.getByText('Вступит в силу')).toBeVisible();
    await window.getByRole('button', { name: /Ещё действия: Основное расписание$/ }).click();
    await window.getByRole('menuitem', { name: 'Сравнить…' }).click();
    await expect(window.getByRole('table', { name: 'Чем отличаются версии' })).toBeVisible();
    await look(app, window, 'timetable-compare');
  });
  await logOut(window);

  await test.step('the teacher sees it on the week and in the journal', async () => {
    await logInAs(window, 'teacher');
    await go(window, 'Расписание');
    const week = window.getByRole('region', { name: 'Расписание' });
    const cell = week
      .getByRole('row')
      .nth(moved.to.row + 1)
      .getByRole('cell')
      .nth(moved.to.col);
    await expect(week).toBeVisible();
    await expect(cell).not.toContainText(moved.className);
    await window.getByLabel('Неделя, на которую приходится день').fill(MONDAY);
    await expect(cell).toContainText(moved.className);
    await look(app, window, 'timetable-week');
    await cell.getByRole('link').click();
    const header = `${WEEK[moved.to.col]}, ${moved.to.row + 1}-й урок`;
    await expect(
      window.getByRole('columnheader', { name: new RegExp(header) }).first(),
    ).toBeAttached();
    await go(window, 'Расписание');
    await window.getByRole('button', { name: 'Печать и файлы' }).click();
    await expect(window.getByRole('heading', { name: 'Расписание на бумаге' })).toBeVisible();
    await window.waitForTimeout(1500);
    await look(app, window, 'timetable-paper');
  });
});
