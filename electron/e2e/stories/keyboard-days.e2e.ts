import { randomUUID } from 'node:crypto';
import { demoSchool, DEMO_LOGINS, DEMO_PASSWORD } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { countingKeys } from '../support/keys';
import { look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

/** No mouse and no field filled by its name here: the focus goes where keys lead it. */

test('a class teacher’s day by keyboard only: absences, reasons, a certificate, a word to parents', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  const keys = countingKeys(window);
  const page = journalPage(window);
  const day = window.getByRole('grid', { name: 'Посещаемость за день' });
  const whole = (row: number) =>
    day.locator('tbody').getByRole('row').nth(row).getByRole('gridcell').first();
  const hisPage = async () => {
    await keys.find('8-а алгебра', /^8-А · Алгебра/);
    await expect(page.grid).toBeFocused();
    await expect(window.getByRole('heading', { level: 2 }).first()).toContainText('23 ноября');
  };

  await keys.logIn('classTeacher');
  await test.step('two are absent at the own lesson', async () => {
    await hisPage();
    await keys.press('KeyY', 'ArrowDown', 'KeyY');
    await page.allSaved();
  });
  const pupils = page.grid.getByRole('rowheader');
  const [first = '', third = ''] = await Promise.all(
    [0, 2].map((row) => pupils.nth(row).getAttribute('title')),
  );

  await test.step('the first is ill by a letter, the third by a certificate that is taken back', async () => {
    await keys.find('посещ', /^Посещаемость/);
    await expect(day).toBeFocused();
    await expect(whole(0)).toHaveText('Н 1');
    await keys.press('KeyE');
    await expect(whole(0)).toHaveText('У 1');
    await keys.press('ArrowDown', 'ArrowDown');
    await expect(whole(2)).toHaveText('Н 1');
    await keys.press('KeyC');
    await expect(window.getByLabel('Номер')).toBeFocused();
    await keys.type('15');
    await keys.press('Enter');
    await expect(day).toBeFocused();
    await expect(whole(2)).toHaveText('Б 1');
    await keys.press('Control+KeyZ');
    await expect(whole(2)).toHaveText('Н 1');
    await keys.press('KeyC');
    await expect(window.getByLabel('Номер')).toBeFocused();
    await keys.type('16');
    await keys.press('Enter');
    await expect(whole(2)).toHaveText('Б 1');
  });

  await test.step('a word to the parents of the first', async () => {
    await hisPage();
    await keys.press('F2');
    await keys.tabTo(window.getByRole('button', { name: 'Запись для родителей' }));
    await keys.press('Enter');
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByLabel('Запись', { exact: true })).toBeFocused();
    await keys.type('Завтра сдаём тетради.');
    await keys.press('Control+Enter');
    await expect(dialog.getByRole('listitem').first()).toContainText('Завтра сдаём тетради.');
    await keys.press('Escape');
    await expect(dialog).toHaveCount(0);
  });
  expect(keys.seconds('a class teacher’s day')).toBeLessThan(90);

  await test.step('all of it stands there after a new log-in', async () => {
    await window.reload();
    await keys.logIn('classTeacher');
    await keys.find('посещ', /^Посещаемость/);
    await expect(whole(0)).toHaveText('У 1');
    await expect(whole(2)).toHaveText('Б 1');
    await expect(day.getByRole('rowheader').nth(0)).toContainText(first ?? '–');
    await expect(day.getByRole('rowheader').nth(2)).toContainText(third ?? '–');
    await keys.find('записи для', /^Ученики · Записи для родителей/);
    await expect(
      window.getByRole('grid', { name: 'Записи для родителей' }).getByRole('row').nth(1),
    ).toContainText(first ?? '–');
  });
});

type Lesson = {
  readonly id: number;
  readonly className: string;
  readonly subjectName: string;
  readonly groupName: string;
  readonly teachers: readonly { readonly name: string }[];
  readonly changes: readonly unknown[];
};
type DayOfChanges = { readonly lessons: readonly Lesson[] };

test('a substitute’s lesson by keyboard only: filled, and no other one of that page', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { window } = await start({ args: ['--demo'] });
  const call = await pastTheScreen(window);
  await call('session', 'logIn', { login: DEMO_LOGINS.teacher, password: DEMO_PASSWORD });
  const { staffId } = (await call('session', 'current')).answer as { staffId: number };
  await call('session', 'logOut');
  await call('session', 'logIn', { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD });
  const { lessons } = (await call('changes', 'day', { date: '2026-11-23' })).answer as DayOfChanges;
  let lesson: Lesson | undefined;
  for (const one of lessons) {
    if (one.teachers.length !== 1 || one.changes.length > 0 || one.groupName !== '') continue;
    if (!/^(?:[5-9]|1\d)-/.test(one.className) || /^(?:Разг|Физ)/.test(one.subjectName)) continue;
    const { substitutes } = (await call('changes', 'offers', { lessonId: one.id })).answer as {
      substitutes: readonly { staffId: number; merges: boolean }[];
    };
    if (!substitutes.some((offer) => offer.staffId === staffId && !offer.merges)) continue;
    lesson = one;
    break;
  }
  const decided = await call('changes', 'decide', {
    requestId: randomUUID(),
    lessonId: lesson!.id,
    lastChangeId: 0,
    decision: { kind: 'substitution', staffId },
    reason: 'болезнь',
    payment: 'paid',
    lateWhy: 'внесено после урока',
  });
  expect(decided.refused).toBeUndefined();
  await window.reload();

  const keys = countingKeys(window);
  const page = journalPage(window);
  const title = `${lesson!.className} · ${lesson!.subjectName}`;
  await keys.logIn('teacher');
  await keys.find(`${lesson!.className} ${lesson!.subjectName}`, new RegExp(`^${title}`));
  await expect(page.grid).toBeFocused();
  await expect(window.getByRole('heading', { level: 2 }).first()).toContainText('23 ноября');
  const { col } = await page.cursor();
  await keys.press('KeyY', '5', '4');
  await keys.press('Alt+KeyT');
  await expect(window.getByLabel('Тема', { exact: true })).toBeFocused();
  await keys.type('Повторение');
  await keys.press('Escape', 'Alt+KeyH');
  await expect(window.getByRole('textbox', { name: 'Домашнее задание' })).toBeFocused();
  await keys.type('Стр. 20');
  await keys.press('Escape');
  await expect(page.grid).toBeFocused();
  await page.allSaved();
  expect(keys.seconds('a substitute’s lesson')).toBeLessThan(60);

  await test.step('the lesson before is not his', async () => {
    await keys.press('Control+ArrowUp', 'ArrowLeft');
    const { row, col: before } = await page.cursor();
    const stood = await page.text(row, before);
    await keys.press(stood === '2' ? '3' : '2');
    await expect(window.getByRole('status').filter({ hasText: /заполняет/ })).toBeVisible();
    expect(await page.text(row, before)).toBe(stood);
  });
  await test.step('it stands there after a new log-in', async () => {
    await window.reload();
    await keys.logIn('teacher');
    await keys.find(`${lesson!.className} ${lesson!.subjectName}`, new RegExp(`^${title}`));
    await expect(page.grid).toBeFocused();
    await expect(page.cell(0, col)).toHaveText('Н');
    await expect(page.cell(1, col)).toHaveText('5');
    await expect(window.getByLabel('Тема', { exact: true })).toHaveValue('Повторение');
  });
});

test('a morning of the deputy and of the administrator by keyboard only: a substitution, corrections, a lock opened', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const call = await pastTheScreen(window);
  await call('session', 'logIn', { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD });
  const { lessons } = (await call('changes', 'day', { date: '2026-11-24' })).answer as DayOfChanges;
  const absent = lessons.find(({ teachers, changes }) => teachers.length === 1 && !changes.length)!
    .teachers[0]!.name;
  await window.reload();
  const keys = countingKeys(window);
  const page = journalPage(window);

  await test.step('a class teacher corrects a mark of last week', async () => {
    await keys.logIn('classTeacher');
    await keys.find('8-а алгебра', /^8-А · Алгебра/);
    await expect(page.grid).toBeFocused();
    await keys.press('Control+ArrowUp', 'Control+ArrowLeft');
    const marked = page.grid.locator('[role="gridcell"][data-row="0"]', { hasText: /^[345]$/ });
    await expect(marked.first()).toBeVisible();
    const to = Number(await marked.first().getAttribute('data-col'));
    for (let { col } = await page.cursor(); col < to; col += 1) await keys.press('ArrowRight');
    await keys.press((await page.text(0, to)) === '3' ? '4' : '3');
    await page.allSaved();
    await keys.find('выйти из', /^Выйти из журнала/);
  });

  await test.step('tomorrow somebody is absent and the best of the free takes the first lesson', async () => {
    await keys.logIn('deputy');
    await keys.find('замены', /^Расписание · Замены/);
    await keys.tabTo(window.getByRole('button', { name: 'Следующий учебный день' }));
    await keys.press('Enter');
    await expect(window.getByText('вторник, 24 ноября')).toBeVisible();
    await keys.tabTo(window.getByRole('button', { name: 'Отметить отсутствие' }));
    await keys.press('Enter');
    await keys.type(absent.split(' ')[0]!);
    await keys.press('Enter');
    await keys.tabTo(window.getByRole('button', { name: 'Записать' }));
    await keys.press('Enter');
    await expect(window.getByRole('button', { name: 'Отметить отсутствие' })).toBeFocused();
    const waiting = window
      .getByRole('region', { name: 'Уроки дня' })
      .getByRole('button', { name: /ждёт решения/ });
    const before = await waiting.count();
    await keys.tabTo(waiting);
    await keys.press('Enter');
    await expect(window.locator('input[type="radio"]:focus')).toBeChecked();
    await keys.press('Enter');
    await expect(waiting).toHaveCount(before - 1);
    await expect(window.locator('button:focus')).toContainText('Замена');
  });

  await test.step('the report of corrections, and the page it speaks of', async () => {
    await keys.find('исправ', /^Отчёты · Исправления/);
    await expect(
      window.getByRole('grid', { name: 'Исправления в журнале' }).getByRole('row').nth(1),
    ).toContainText('8-А');
    await keys.find('8-а алгебра', /^8-А · Алгебра/);
    await expect(page.grid).toBeFocused();
    await keys.press('F6');
    await keys.tabTo(window.getByRole('heading', { level: 1 }).getByRole('button'));
    await keys.find('выйти из', /^Выйти из журнала/);
  });

  await test.step('the administrator opens a closed lesson for a cause', async () => {
    await keys.logIn('administrator');
    await keys.find('8-а алгебра', /^8-А · Алгебра/);
    await expect(page.grid).toBeFocused();
    await keys.press('Control+KeyG');
    await expect(window.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await keys.type('05.10');
    await keys.press('Enter');
    await expect(window.getByRole('tab', { name: 'I четверть', exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await expect(page.grid).toBeFocused();
    await keys.press('Alt+KeyO');
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByLabel('Причина')).toBeFocused();
    await keys.type('ошибка в отметке');
    await keys.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(page.grid).toBeFocused();
    await keys.press('Alt+KeyO');
    await expect(window.getByRole('table', { name: 'Что открывали' })).toContainText(
      'ошибка в отметке',
    );
    await look(app, window, 'keyboard-lock');
    await keys.press('Escape');
    await expect(page.grid).toBeFocused();
  });
  expect(keys.seconds('a morning of the deputy and the administrator')).toBeLessThan(150);
});
