import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ascFile } from '#core/imports/testing/asc-files';
import { logInAs } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the deputy takes a timetable of aSc, corrects a name, and the same file again changes nothing', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'deputy');
  const file = path.join(folder, 'расписание.xml');
  await writeFile(file, ascFile());
  await chooseInDialogs(app, file);
  const choose = async () => {
    await go(window, 'Импорт');
    await window.getByRole('button', { name: 'Расписание…' }).click();
    await window.getByRole('button', { name: /Файл расписания: Выбрать/ }).click();
    await expect(window.getByText('aSc Timetables: 11 уроков в неделю.')).toBeVisible();
  };
  const next = () => window.getByRole('button', { name: 'Дальше' }).click();
  const kind = (name: string) => window.getByText(new RegExp(`^${name}: \\d`)).click();

  await test.step('names: one teacher is ours under another name, the others are new', async () => {
    await choose();
    await look(app, window, 'timetable-import-file');
    await next();
    await kind('Учителя');
    const teacher = window.getByLabel('Чижова Н. О.: в журнале').first();
    await teacher.click();
    await window.getByRole('group', { name: 'Все' }).getByRole('option').first().click();
    await expect(window.getByText('Осталось решить: 3.')).toBeVisible();
    await window.getByRole('button', { name: /^Создать все нерешённые/ }).click();
    await kind('Предметы');
    await expect(window.getByText('Здесь всё сопоставлено.')).toBeVisible();
    await kind('Кабинеты');
    await look(app, window, 'timetable-import-names');
    await window.getByRole('button', { name: /^Не брать нерешённые/ }).click();
  });

  await test.step('what changes: by class, and every hour', async () => {
    await next();
    await expect(window.getByText(/Уроки до 30\.11\.2026 не меняются\./)).toBeVisible();
    await expect(window.getByLabel('День недели А')).toBeVisible();
    await look(app, window, 'timetable-import-changes');
    const classes = window.getByRole('grid', { name: 'Уроков в неделю по классам' });
    await classes.getByRole('row').filter({ hasText: '8-А' }).click();
    await expect(window.getByText('Что изменится: 8-А')).toBeVisible();
    await window.getByRole('button', { name: /^Загрузить расписание: \d+ урок/ }).click();
    await expect(window.getByText('Расписание загружено.')).toBeVisible();
    await window.getByRole('button', { name: 'К видам импорта' }).click();
  });

  await test.step('the same file again', async () => {
    await choose();
    await next();
    await expect(window.getByText('как в прошлый раз').first()).toBeVisible();
    await next();
    await expect(window.getByText(/Расписание не изменится: такое уже есть/).first()).toBeVisible();
    await expect(window.getByRole('button', { name: /^Загрузить расписание/ })).toBeDisabled();
  });

  await test.step('the load goes to FET', async () => {
    const saved = path.join(folder, 'нагрузка.fet');
    await chooseInDialogs(app, saved);
    await window.getByRole('button', { name: 'Отмена' }).click();
    await look(app, window, 'import');
    await window.getByRole('button', { name: 'Выгрузить для FET…' }).click();
    await expect(window.getByText(/Сохранено: нагрузка\.fet/)).toBeVisible();
    expect(await readFile(saved, 'utf8')).toContain('<Students>9-А</Students>');
  });
});
