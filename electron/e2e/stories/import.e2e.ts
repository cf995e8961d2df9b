import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import {
  attendanceReport,
  BAD_PUPILS,
  fetCsv,
  pupilRows,
  pupilsXlsx,
  staffCsv,
} from '#core/imports/testing/sample-files';
import { chooseInDialogs } from '../support/dialogs';
import { makeNewJournal } from '../support/first-start';
import { expect, test } from '../support/program';

/** Opens one of the import's assistants from the rail. */
async function openImport(window: Page, name: string): Promise<void> {
  await window.getByRole('link', { name: 'Импорт', exact: true }).click();
  await window.getByRole('button', { name }).click();
}

const next = (window: Page) => window.getByRole('button', { name: 'Дальше' }).click();

test('lists, a timetable and marks of other programs fill a new journal', async ({
  start,
  folder,
}) => {
  const { app, window } = await start();
  await makeNewJournal(window);
  const choose = async (name: string, bytes: Uint8Array) => {
    await writeFile(path.join(folder, name), bytes);
    await chooseInDialogs(app, path.join(folder, name));
  };

  await test.step('staff', async () => {
    await choose('сотрудники.csv', staffCsv());
    await openImport(window, 'Сотрудники…');
    await window.getByRole('button', { name: /Выбрать файл/ }).click();
    await window.getByRole('button', { name: 'Загрузить 4 сотрудников' }).click();
    await expect(window.getByText('Внесено новых: 4.')).toBeVisible();
  });

  await test.step('pupils, but for the rows with mistakes', async () => {
    await choose('ученики.xlsx', await pupilsXlsx([...pupilRows(9), ...BAD_PUPILS]));
    await openImport(window, 'Ученики…');
    await window.getByRole('button', { name: /Выбрать файл/ }).click();
    const deed = window.getByRole('button', { name: 'Загрузить 27 учеников' });
    await expect(deed).toBeDisabled();
    await expect(window.getByText('«Липкин»: нужны и фамилия, и имя')).toBeVisible();
    await window.getByLabel('Загрузить без строк с ошибками (2)').check();
    await deed.click();
    await expect(window.getByText(/Внесено новых: 27\./)).toBeVisible();
  });

  await test.step('the timetable, where 8-А is still to be made', async () => {
    await choose('timetable.csv', fetCsv());
    await openImport(window, 'Расписание…');
    await window.getByRole('button', { name: /Файл расписания: Выбрать/ }).click();
    await expect(window.getByText(/FET: 9 уроков в неделю/)).toBeVisible();
    await next(window);
    await window.getByRole('button', { name: 'Создать все нерешённые (1)' }).click();
    await window.getByText(/^Кабинеты: 1/).click();
    await window.getByRole('button', { name: 'Создать все нерешённые (1)' }).click();
    await next(window);
    await expect(window.getByText(/новых страниц журнала|Новых страниц журнала: 4/)).toBeVisible();
    await window.getByRole('button', { name: /^Загрузить расписание: 9 уроков/ }).click();
    await expect(window.getByText('Расписание загружено.')).toBeVisible();
  });

  await test.step('marks of 8-Б', async () => {
    const pupils = pupilRows(2).slice(-2);
    const cells = ['5', 'Н', null, '0', '4'];
    const report = await attendanceReport(
      pupils.map(([, name]) => ({ name: String(name), subjects: [{ name: 'Алгебра', cells }] })),
    );
    await choose('отчёт.xlsx', report);
    await openImport(window, 'Отметки…');
    await window.getByRole('button', { name: /Отчёт или табель.*Выбрать/ }).click();
    await expect(window.getByText(/отметок 6, пропусков и опозданий 2/)).toBeVisible();
    await next(window);
    await next(window);
    await window.getByRole('button', { name: 'Загрузить 4 отметки и 2 пропуска' }).click();
    await expect(window.getByText('Отметки загружены.')).toBeVisible();
  });
});
