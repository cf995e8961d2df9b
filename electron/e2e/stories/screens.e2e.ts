import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { ElectronApplication, Page } from '@playwright/test';
import { DEMO_LOGINS, demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { expect, test } from '../support/program';

const SIZES = [
  { name: '1366', width: 1366, height: 768 },
  { name: '1920', width: 1920, height: 1080 },
] as const;
const folder = path.resolve(import.meta.dirname, '../../../docs/screenshots');
/** Pictures in the repository change only when somebody asks for them. */
const keep = process.env['KEEP_SCREENSHOTS'] === '1';

const resize = (app: ElectronApplication, width: number, height: number) =>
  app.evaluate(
    ({ BrowserWindow }, [w, h]) =>
      BrowserWindow.getAllWindows()[0]?.setContentBounds({ x: 0, y: 0, width: w!, height: h! }),
    [width, height],
  );

/** English that has no business on a screen; names of formats and keys may stay. */
const ALLOWED =
  /^(?:PDF|XLSX|ODS|CSV|FET|Ctrl|Alt|Shift|Enter|Tab|Delete|Esc|Home|End|PageUp|PageDown|F\d+|xlsx|ods|csv|fet|xml|I|II|III|IV|V|x|N|M|n|М|B|K|Z|Y|D|L|C|T|Up|Down|[ACEHKMPTXY]{2,4})$/;

async function expectRussian(window: Page): Promise<void> {
  const text = await window.locator('body').innerText();
  const words =
    text.replaceAll(/\S+\.(?:csv|fet|xml|xlsx|ods)\b/g, '').match(/[A-Za-z]{2,}/g) ?? [];
  const logins: readonly string[] = Object.values(DEMO_LOGINS);
  expect(words.filter((word) => !ALLOWED.test(word) && !logins.includes(word))).toEqual([]);
}

/** Nothing sticks out of the window, and no one-line text is cut without saying so. */
async function expectFits(window: Page): Promise<void> {
  const wide = await window.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(wide).toBeLessThanOrEqual(0);
}

async function expectAccessible(window: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page: window }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
}

async function look(app: ElectronApplication, window: Page, name: string): Promise<void> {
  await test.step(name, async () => {
    await window.mouse.move(2, 2);
    for (const { name: size, width, height } of SIZES) {
      await resize(app, width, height);
      await expect.poll(() => window.evaluate(() => globalThis.innerWidth)).toBe(width);
      await window.waitForTimeout(200);
      await expectFits(window);
      if (keep) await window.screenshot({ path: path.join(folder, `${name}-${size}.png`) });
    }
    await expectRussian(window);
    await expectAccessible(window);
  });
}

const go = (window: Page, name: string) =>
  window
    .getByRole('navigation', { name: 'Разделы программы' })
    .getByRole('link', { name, exact: true })
    .click();

test.beforeAll(async () => {
  if (keep) await mkdir(folder, { recursive: true });
});

test('every screen of a school at work: Russian, whole, accessible', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await look(app, window, 'log-in');

  await logInAs(window, 'classTeacher');
  await look(app, window, 'start-teacher');
  const page = journalPage(window);
  await page.open('8-А');
  await look(app, window, 'journal-page');
  await page.press('F2');
  await look(app, window, 'journal-cell');
  await page.press('Escape');
  await go(window, 'Расписание');
  await expect(window.getByRole('table').first()).toBeVisible();
  await look(app, window, 'timetable');
  await logOut(window);

  await logInAs(window, 'deputy');
  await go(window, 'Отчёты');
  await window.getByRole('combobox', { name: 'Класс' }).click();
  await window.getByRole('option', { name: '8-А', exact: true }).click();
  await window.getByText('I', { exact: true }).click();
  await expect(window.getByText('8-А класса за I четверть').first()).toBeAttached();
  await look(app, window, 'summary-sheet');
  await go(window, 'Копии');
  await look(app, window, 'copies');
  await logOut(window);

  await logInAs(window, 'administrator');
  for (const [link, name] of [
    ['Начало', 'start-administrator'],
    ['Импорт', 'import'],
    ['Ученики', 'pupils'],
    ['Школа', 'school'],
    ['Пользователи', 'people'],
  ] as const) {
    await go(window, link);
    await expect(window.getByRole('heading', { level: 1 })).toBeVisible();
    await window.waitForTimeout(400);
    await look(app, window, name);
  }
});

test('the first start: Russian, whole, accessible', async ({ start }) => {
  test.setTimeout(180_000);
  const { app, window } = await start();
  await look(app, window, 'first-start');
  await window.getByRole('button', { name: /Восстановить из копии/ }).click();
  await look(app, window, 'restore');
  await window.getByRole('button', { name: /Назад/ }).click();
  await window.getByRole('button', { name: /Новый журнал/ }).click();
  await window.getByLabel('Название школы').fill('МБОУ «Средняя школа № 0»');
  await look(app, window, 'new-journal-school');
  await window.getByRole('button', { name: 'Дальше' }).click();
  await expect(window.getByText('1–9 классы: четверти')).toBeVisible();
  await look(app, window, 'new-journal-year');
  await window.getByRole('button', { name: 'Дальше' }).click();
  await look(app, window, 'new-journal-administrator');
  await window.getByLabel('Фамилия').fill('Кузнецова');
  await window.getByLabel('Имя', { exact: true }).fill('Алла');
  await window.getByLabel('Логин').fill('кузнецова');
  await window.getByLabel('Пароль', { exact: true }).fill('кот мурлычет 7');
  await window.getByLabel('Пароль ещё раз').fill('кот мурлычет 7');
  await window.getByRole('button', { name: 'Создать журнал' }).click();
  await expect(window.getByText('Показывается только сейчас.')).toBeVisible({ timeout: 30_000 });
  await look(app, window, 'recovery-key');
});
