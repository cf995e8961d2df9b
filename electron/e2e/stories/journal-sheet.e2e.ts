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

test('marks come from a spreadsheet and go to it: told beforehand, entered at once, taken back by one key', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  const { col } = await page.cursor();
  const rows = (await page.grid.getByRole('row').count()) - 1;
  const put = (text: string) =>
    app.evaluate(({ clipboard }, value) => clipboard.writeText(value), text);
  const column = (at: number) =>
    page.grid.locator(`[role="gridcell"][data-col="${at}"]`).allInnerTexts();
  const before = [await column(0), await column(col)];

  await test.step('a table of Excel over the whole page: what stays out is told before', async () => {
    await page.press('Home', 'Control+ArrowUp');
    const line = (row: number) =>
      Array.from({ length: col + 3 }, (_, at) =>
        row === 1 && at === 2 ? 'отл' : at === 0 ? '5/4' : at === 1 ? '' : 'Н 4',
      ).join('\t');
    await put(Array.from({ length: rows + 2 }, (_, row) => line(row)).join('\r\n'));
    await page.press('Control+KeyV');
    const question = window.getByRole('alert').filter({ hasText: 'Будет внесено' });
    await expect(question).toContainText('за краем страницы');
    await expect(question).toContainText('урок ещё не прошёл');
    await expect(question).toContainText('«отл»');
    await look(app, window, 'journal-paste');
    expect(await column(0)).toEqual(before[0]);
    await page.press('Escape');
    await expect(question).toHaveCount(0);
    await page.press('Control+KeyV', 'Enter');
    expect(await column(0)).toEqual(before[0]?.map(() => '5/4'));
    expect(await column(col)).toEqual(before[1]?.map(() => 'Н 4'));
    await page.allSaved();
    await expect(page.grid.locator('[data-sign]')).toHaveCount(0);
  });
  await test.step('one key takes it all back and one gives it again; it is in the journal', async () => {
    await page.press('Control+KeyZ');
    expect([await column(0), await column(col)]).toEqual(before);
    await page.press('Control+KeyY');
    await page.allSaved();
    await window.reload();
    await logInAs(window, 'classTeacher');
    await expect(page.grid).toBeVisible();
    expect(await column(0)).toEqual(before[0]?.map(() => '5/4'));
  });
  await test.step('one value into what is selected; copied again as a spreadsheet takes it', async () => {
    await page.cell(0, col).click();
    await page.press('Shift+ArrowDown', 'Shift+ArrowDown', 'Delete');
    await put('н');
    await page.press('Control+KeyV');
    for (const row of [0, 1, 2]) await expect(page.cell(row, col)).toHaveText('Н');
    await page.press('Control+KeyC');
    expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe('Н\nН\nН');
    await page.press('Control+KeyX');
    for (const row of [0, 1, 2]) await expect(page.cell(row, col)).toHaveText('');
    await page.press('Control+KeyZ');
    for (const row of [0, 1, 2]) await expect(page.cell(row, col)).toHaveText('Н');
    await page.allSaved();
  });
});

test('a pupil, a day and the next lesson are found by keys; letters grow and are remembered', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  const heading = window.getByRole('heading', { level: 1 });
  const atCursor = async () => {
    const { row, col } = await page.cursor();
    const name = await page.grid.getByRole('rowheader').nth(row).innerText();
    const day = page.grid.locator(`[role="columnheader"][data-col="${col}"]`);
    return { name, day: await day.getAttribute('aria-label') };
  };

  await test.step('a pupil by letters of the name', async () => {
    await page.press('Control+KeyF');
    await window.getByRole('dialog').getByRole('combobox').fill('родио');
    await look(app, window, 'journal-find');
    await page.press('Enter');
    await expect(page.grid).toBeFocused();
    expect((await atCursor()).name).toContain('Родионов');
  });
  await test.step('a day of this quarter, and one of another', async () => {
    await page.press('Control+KeyG');
    await window.getByRole('dialog').getByRole('combobox').fill('12.11');
    await page.press('Enter');
    await expect.poll(async () => (await atCursor()).day).toContain('12 ноября');
    await page.press('Control+KeyG');
    await window.getByRole('dialog').getByRole('combobox').fill('13 10');
    await page.press('Enter');
    await expect(window.getByRole('tab', { name: 'I четверть', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect.poll(async () => (await atCursor()).day).toMatch(/1\d октября/);
  });
  await test.step('my next lessons, page after page; what is typed at once goes to the new one', async () => {
    await page.open('8-А');
    const first = await heading.innerText();
    await page.press('Control+PageUp');
    await expect(heading).not.toHaveText(first);
    await page.press('Control+PageDown');
    await expect(heading).toHaveText(first);
    const here = await page.cursor();
    const before = await page.text(here.row, here.col);
    await page.press('Control+PageUp', 'KeyY');
    await expect(heading).not.toHaveText(first);
    await expect(page.grid).toBeFocused();
    await expect.poll(async () => (await page.cursor()).row).toBeGreaterThan(0);
    const { row, col } = await page.cursor();
    await expect(page.cell(row - 1, col)).toHaveText('Н');
    await page.allSaved();
    await page.press('Control+PageDown');
    await expect(heading).toHaveText(first);
    // What was typed on the way went to the other page and to no other.
    await expect(page.cell(here.row, here.col)).toHaveText(before);
  });
  await test.step('the mouse at rest, or a key, tells of a cell and who changed it', async () => {
    const { row, col } = await page.cursor();
    await page.press('5', 'ArrowUp');
    await page.allSaved();
    const card = window.getByRole('tooltip');
    await page.cell(row, col).hover();
    await expect(card).toContainText('вес');
    await expect(card).toContainText('пусто → 5');
    await window.mouse.move(2, 2);
    await expect(card).toHaveCount(0);
    await page.press('Shift+F2');
    await expect(card).toContainText('Шевченко');
    await look(app, window, 'journal-peek');
    await page.press('Escape');
    await expect(card).toHaveCount(0);
    await page.press('Control+KeyZ');
  });
  await test.step('columns by weeks and months, to look at; a week leads to its lessons', async () => {
    await page.press('Alt+KeyW');
    const weeks = window.getByRole('region', { name: /по неделям$/ });
    await expect(weeks).toBeFocused();
    await look(app, window, 'journal-weeks');
    await page.press('Alt+KeyM');
    const months = window.getByRole('region', { name: /по месяцам$/ });
    await expect(months.getByRole('button', { name: 'ноябрь' })).toBeVisible();
    await page.press('Alt+KeyW');
    await weeks.getByRole('button', { name: '9–12 ноября' }).click();
    await expect(page.grid).toBeFocused();
    expect((await atCursor()).day).toContain('9 ноября');
  });
  await test.step('larger letters, kept for the next start', async () => {
    const size = () => window.evaluate(() => getComputedStyle(document.documentElement).fontSize);
    for (let times = 0; times < 5; times += 1) await page.press('Control+Equal');
    expect(await size()).toBe('32px');
    const { row, col } = await page.cursor();
    await expect(page.cell(row, col)).toBeInViewport();
    await look(app, window, 'journal-200');
    await window.reload();
    await logInAs(window, 'classTeacher');
    await expect(page.grid).toBeVisible();
    expect(await size()).toBe('32px');
    await page.press('Control+Digit0');
    expect(await size()).toBe('16px');
  });
  await test.step('all keys by «?»', async () => {
    await page.grid.focus();
    await page.press('?');
    await expect(window.getByText('Все клавиши страницы')).toBeVisible();
    await look(app, window, 'journal-all-keys');
  });
});
