import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEMO_LOGINS, DEMO_PASSWORD, demoSchool, logInAs, logOut } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { go, look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

type Sheet = {
  readonly lessons: readonly { readonly id: number; readonly date: string }[];
  readonly cells: readonly (readonly [number, number, number, string])[];
};

/** A day on which somebody of the class teacher's class is noted absent without a reason. */
async function dayOfAnAbsence(call: Awaited<ReturnType<typeof pastTheScreen>>): Promise<string> {
  await call('session', 'logIn', { login: DEMO_LOGINS.classTeacher, password: DEMO_PASSWORD });
  const [own] = (await call('attendance', 'classes', {})).answer as { id: number }[];
  const asked = { classId: own!.id, from: '2026-09-01', to: '2026-11-20' };
  const { lessons, cells } = (await call('attendance', 'sheet', asked)).answer as Sheet;
  await call('session', 'logOut');
  const [lessonId] = cells.findLast(([, , , attendance]) => attendance === 'absent')!;
  const [year, month, day] = lessons.find(({ id }) => id === lessonId)!.date.split('-');
  return `${day}.${month}.${year}`;
}

test('a class teacher says by keys why pupils were absent, enters a certificate and takes it back', async ({
  start,
  dataFolder,
  folder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const call = await pastTheScreen(window);
  const away = await dayOfAnAbsence(call);
  // The tool took the window's way to the core: the screen needs one of its own.
  await window.reload();
  await logInAs(window, 'classTeacher');
  await go(window, 'Посещаемость');
  const day = window.getByRole('grid', { name: 'Посещаемость за день' });
  await expect(day).toBeVisible();
  await look(app, window, 'attendance-day');

  const week = window.getByRole('grid', { name: 'Посещаемость за неделю' });
  await window.getByText('Неделя', { exact: true }).click();
  await expect(week).toBeVisible();
  await window.getByRole('button', { name: 'Раньше' }).click();
  await window.getByRole('textbox', { name: 'День' }).fill(away);
  await expect(week.getByRole('gridcell', { name: /^Н/ }).first()).toBeVisible();
  await look(app, window, 'attendance-week');

  const rows = week.getByRole('row').filter({ has: window.getByRole('rowheader') });
  const row = rows
    .filter({ has: window.getByRole('gridcell', { name: 'Н', exact: true }) })
    .first();
  const name = await row.getByRole('rowheader').textContent();
  const own = week.getByRole('row', { name: name ?? '' });
  const letters = (letter: RegExp) => own.getByRole('gridcell', { name: letter });
  const at = (await rows.allTextContents()).findIndex((text) => text.startsWith(name ?? '–'));
  const before = await own.textContent();
  const hours = own.getByRole('gridcell', { name: /^Н$/ });
  const missed = await hours.count();

  await test.step('a letter in the first column: the reason of the whole week, and back', async () => {
    await week.focus();
    await window.keyboard.press('Control+Home');
    for (let step = 0; step < at; step += 1) await window.keyboard.press('ArrowDown');
    // «У» where it lies on a Russian keyboard.
    await window.keyboard.press('KeyE');
    await expect(hours).toHaveCount(0);
    await expect(letters(/^У/).first()).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(hours).toHaveCount(missed);
    expect(await own.textContent()).toBe(before);
  });

  await test.step('a certificate turns every «Н» of its days at once, and gives it back', async () => {
    await week.focus();
    await window.keyboard.press('KeyC');
    await expect(window.getByLabel('Номер')).toBeFocused();
    await window.getByLabel('Номер').fill('77');
    await look(app, window, 'attendance-document');
    await window.keyboard.press('Enter');
    await expect(hours).toHaveCount(0);
    await expect(letters(/^Бс$/)).toHaveCount(missed);
    await look(app, window, 'attendance-documented');
    await expect(week).toBeFocused();
    await window.keyboard.press('Control+z');
    await expect(hours).toHaveCount(missed);
    expect(await own.textContent()).toBe(before);
    await expect(window.getByText('Отозванные: 1')).toBeVisible();
  });

  await test.step('sums by reason and the sheet on paper', async () => {
    await window.getByText('Итоги', { exact: true }).click();
    await expect(window.getByRole('grid', { name: 'Пропуски по ученикам' })).toBeVisible();
    await look(app, window, 'attendance-sums');
    await window.getByText('Неделя', { exact: true }).first().click();
    await window.getByRole('button', { name: 'Печать', exact: true }).first().click();
    await expect(window.getByRole('region', { name: 'Лист посещаемости' })).toBeVisible();
    await expect(window.locator('canvas').first()).toBeVisible();
    await look(app, window, 'attendance-paper');
    const file = path.join(folder, 'посещаемость.xlsx');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: /^Сохранить/ }).click();
    await window.getByRole('menuitem', { name: /Excel/ }).click();
    await expect(window.getByText(/посещаемость\.xlsx/)).toBeVisible();
    expect((await readFile(file)).subarray(0, 2).toString()).toBe('PK');
  });

  await test.step('the deputy looks at every class and sets nothing', async () => {
    await logOut(window);
    await logInAs(window, 'deputy');
    await go(window, 'Посещаемость');
    await expect(window.getByRole('combobox', { name: 'Класс' })).toBeVisible();
    await expect(window.getByText(/Причины вносит тот/)).toBeVisible();
    await expect(window.getByRole('button', { name: 'Внести справку' })).toHaveCount(0);
  });
});
