import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { demoSchool, DEMO_LOGINS, DEMO_PASSWORD, logInAs, logOut } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { go, look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

const run = promisify(execFile);
const TOMORROW = '2026-11-24';

type Lesson = {
  readonly id: number;
  readonly number: number;
  readonly className: string;
  readonly subjectName: string;
  readonly groupName: string;
  readonly teachers: readonly { readonly name: string }[];
  readonly changes: readonly unknown[];
};

/** The lessons of tomorrow as the core tells them; the window is left to the screens anew. */
async function lessonsOfTomorrow(window: Page): Promise<readonly Lesson[]> {
  const call = await pastTheScreen(window);
  await call('session', 'logIn', { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD });
  const { answer } = await call('changes', 'day', { date: TOMORROW });
  await call('session', 'logOut');
  await window.reload();
  return (answer as { lessons: readonly Lesson[] }).lessons;
}

test('a substitution is on the wall, on the file and in the week; taken back, all is as before', async ({
  start,
  folder,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const before = await lessonsOfTomorrow(window);
  const lesson = before.find(
    ({ changes, teachers, groupName, number }) =>
      changes.length === 0 && teachers.length === 1 && groupName === '' && number === 2,
  )!;
  await logInAs(window, 'deputy');
  await go(window, 'Расписание');
  await window.getByRole('tab', { name: 'Замены', exact: true }).click();
  await window.getByRole('button', { name: 'Следующий учебный день' }).click();
  await window.getByText('Все уроки дня').click();
  const line = window
    .getByRole('region', { name: 'Уроки дня' })
    .getByRole('button', {
      name: new RegExp(
        `^${lesson.number}.*${lesson.className} · ${lesson.subjectName.slice(0, 8)}`,
      ),
    })
    .first();
  await line.click();
  const substitute = window
    .getByRole('radiogroup', { name: 'Кто проведёт урок' })
    .getByRole('radio');
  const name = await substitute.first().evaluate((one: HTMLInputElement) => {
    const label = one.labels?.[0]?.textContent ?? '';
    return label.trim();
  });
  await substitute.first().check();
  await window.getByRole('button', { name: 'Назначить замену' }).click();
  await expect(line).toContainText('Замена');

  const print = async (file: string) => {
    await chooseInDialogs(app, path.join(folder, file));
    await window.getByRole('button', { name: 'Сохранить', exact: true }).click();
    await window.getByRole('menuitem', { name: 'Сохранить PDF…' }).click();
    await expect(window.getByText(`Файл сохранён: ${file}`)).toBeVisible();
    const { stdout } = await run('pdftotext', ['-layout', path.join(folder, file), '-']);
    return stdout.replaceAll(/\s+/g, ' ');
  };
  await test.step('the sheet for the wall, read back from its file', async () => {
    await window.getByRole('button', { name: 'Лист на стену' }).click();
    const text = await print('изменения.PDF');
    expect(text).toContain('Изменения в расписании на 24 ноября, вторник');
    expect(text).toContain('По классам');
    expect(text).toContain('По учителям');
    expect(text).toContain(`замена: ${name}`);
    expect(text).toContain(lesson.className);
    expect(text).toContain(lesson.teachers[0]!.name.split(' ')[0]);
    await window.getByRole('button', { name: 'К заменам дня' }).click();
  });

  const grid = window.getByRole('region', { name: 'Расписание' });
  await test.step('the week of the class shows it, the regular timetable does not', async () => {
    await window.getByRole('tab', { name: 'Просмотр' }).click();
    await window.getByText('Класс', { exact: true }).click();
    await window.getByRole('combobox', { name: 'Класс', exact: true }).click();
    await window.getByRole('option', { name: lesson.className, exact: true }).click();
    await expect(grid.getByText(`замена: ${name}`)).toHaveCount(1);
    await expect(window.getByText(/с 23\.11\.2026 по 29\.11\.2026/)).toBeVisible();
    await look(app, window, 'timetable-week-changes');
    await window.getByRole('button', { name: 'Печать и файлы' }).click();
    const text = await print('неделя.PDF');
    expect(text).toContain('Неделя с 23.11.2026 по 29.11.2026, с заменами и переносами');
    expect(text).toContain(`замена: ${name}`);
    await window.getByRole('button', { name: 'К расписанию' }).click();

    await window.getByRole('button', { name: 'Следующая неделя' }).click();
    await expect(window.getByText(/с 30\.11\.2026 по 06\.12\.2026/)).toBeVisible();
    await expect(grid.getByText(/^замена: /)).toHaveCount(0);
    await window.getByRole('button', { name: 'Эта неделя' }).click();
    await window.getByRole('combobox', { name: 'Какое расписание' }).click();
    await window.getByRole('option', { name: /действует с/ }).click();
    await expect(grid.getByText(/^замена: /)).toHaveCount(0);
    await window.getByRole('button', { name: 'Печать и файлы' }).click();
    expect(await print('версия.PDF')).not.toContain('с заменами');
    await window.getByRole('button', { name: 'К расписанию' }).click();
  });

  await test.step('taken back by a click', async () => {
    await window.getByRole('tab', { name: 'Замены', exact: true }).click();
    await window.getByRole('button', { name: 'Следующий учебный день' }).click();
    await window.getByText('Все уроки дня').click();
    await line.click();
    await window.getByRole('button', { name: 'Отменить это изменение' }).click();
    await expect(line).not.toContainText('Замена');
    await expect(line).toContainText(lesson.teachers[0]!.name);
  });
  await logOut(window);
  expect(await lessonsOfTomorrow(window)).toEqual(before);
});
