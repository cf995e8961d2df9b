import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { chooseInDialogs } from '../support/dialogs';
import { ADMINISTRATOR, makeNewJournal } from '../support/first-start';
import { go, look } from '../support/look';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

const HEAD = 'ФИО ученика;Класс;Дата рождения;Адрес;ФИО матери;Телефон;ФИО отца;Телефон';
const FIRST = [
  'Лугов Илья Олегович;5-А;01.02.2015;ул. Лесная, 5;Лугова Ольга Ильинична;8 900 123-45-67;Лугов Олег Петрович;',
  'Лугова Анна Олеговна;7-А;01.02.2013;;Лугова Ольга Ильинична;89001234567;Лугов Олег Петрович;8 900 765-43-21',
  'Котов Ян Львович;5-А;02.03.2015;;Котова В. И.;8 900 000-00-03;;',
  'Мохова Ева Игоревна;7-А;;;;;Мохов Игорь Львович;',
];
/** In spring: a new telephone of the mother, a new address, a birth date, a namesake, a pupil moved. */
const SECOND = [
  'Лугов Илья Олегович;5-А;01.02.2015;ул. Полевая, 1;Лугова Ольга Ильинична;8 900 123-45-68;Лугов Олег Петрович;',
  'Лугова Анна Олеговна;7-Б;01.02.2013;ул. Лесная, 5;Лугова Ольга Ильинична;89001234568;Лугов Олег Петрович;8 900 765-43-21',
  'Котов Ян Львович;5-А;02.04.2015;;Котова Вера Ильинична;8 900 000-00-03;;',
  'Мохова Ева Игоревна;7-А;04.05.2013;;;;Мохов Игорь Львович;8 900 000-00-04',
  'Сомов Лев;5-А;05.05.2015;ул. Лесная, 7;;;;',
];
const csv = (lines: readonly string[]) => Buffer.from([HEAD, ...lines].join('\r\n'));

const next = (window: Page) => window.getByRole('button', { name: 'Дальше' }).click();

test('a list with parents comes in, and the changed list again: differences are ticked and in the history', async ({
  start,
  folder,
}) => {
  test.setTimeout(180_000);
  const { app, window } = await start();
  await makeNewJournal(window);
  const open = async (button: string, name: string, bytes: Uint8Array) => {
    await writeFile(path.join(folder, name), bytes);
    await chooseInDialogs(app, path.join(folder, name));
    await go(window, 'Импорт');
    await window.getByRole('button', { name: button }).click();
    await window.getByRole('button', { name: /Выбрать файл/ }).click();
  };

  await test.step('the list of September', async () => {
    await open('Ученики…', 'ученики.csv', csv(FIRST));
    const coming = window.getByRole('grid', { name: 'Будут внесены' });
    await expect(coming).toContainText('тот же, что у: Лугов Илья, 5-А');
    await expect(coming).toContainText('родителю нужны фамилия и имя полностью');
    await look(app, window, 'import-pupils-with-parents');
    await next(window);
    // The father of both has no telephone in one row: taken for one by the name, and said so.
    await window.getByText('Родители-тёзки: 1').click();
    await expect(window.getByRole('combobox', { name: /Лугов Олег Петрович/ })).toHaveValue(
      'один человек',
    );
    await look(app, window, 'import-parents-namesakes');
    await window.getByRole('button', { name: 'Загрузить 4 учеников' }).click();
    await expect(window.getByText(/Внесено новых: 4\. Родителей внесено: 3\./)).toBeVisible();
  });

  await test.step('the changed list: a namesake is asked, differences are ticked', async () => {
    await open('Ученики…', 'ученики-весна.csv', csv(SECOND));
    await window.getByText('Уже есть: 3').click();
    await expect(window.getByRole('grid', { name: 'Уже есть в журнале' })).toContainText(
      'перевод — приказом',
    );
    await look(app, window, 'import-pupils-known');
    await next(window);
    const who = window.getByRole('combobox', { name: 'Котов Ян Львович: кто это' });
    await expect(who).toBeVisible();
    const deed = window.getByRole('button', { name: /и внести/ });
    await expect(deed).toBeDisabled();
    await look(app, window, 'import-pupils-questions');
    await who.click();
    await window.getByRole('option', { name: /Котов Ян Львович, 5-А, 02.03.2015/ }).click();
    await window.getByText(/^Отличия: \d/).click();
    const table = window.getByRole('grid', { name: 'Отличия списка от журнала' });
    await expect(table).toContainText('ул. Полевая, 1');
    const address = table.getByRole('checkbox', { name: /Лугов Илья.*Адрес проживания/ });
    await expect(address).not.toBeChecked();
    await expect(table.getByRole('checkbox', { name: /Мохова Ева.*Дата рождения/ })).toBeChecked();
    await address.check();
    await table.getByRole('checkbox', { name: /Телефон — Лугова Ольга Ильинична/ }).check();
    await look(app, window, 'import-pupils-differences');
    // Somebody else writes the birth date of Мохова, the fourth pupil, at this very moment.
    const opened = app.waitForEvent('window');
    await window.getByRole('button', { name: /: меню$/ }).click();
    await window.getByRole('menuitem', { name: 'Новое окно' }).click();
    const other = await opened;
    await expect(other.getByLabel('Логин')).toBeVisible();
    const call = await pastTheScreen(other);
    await call('session', 'logIn', ADMINISTRATOR);
    const card = { requestId: randomUUID(), pupilId: 4, version: 0 };
    await call('pupils', 'save', { ...card, changes: { birthDate: '2013-05-04' } });
    await other.close();
    await deed.click();
    await expect(window.getByText('Пока вы смотрели список')).toBeVisible();
    await expect(window.getByText('Изменились строки: Мохова Ева Игоревна, 7-А')).toBeVisible();
    await expect(table).not.toContainText('04.05.2013');
    await look(app, window, 'import-pupils-overtaken');
    await deed.click();
    await expect(window.getByText(/Внесено новых: 1\./)).toBeVisible();
    await look(app, window, 'import-pupils-done');
  });

  await test.step('the card of the child shows it, and who did it', async () => {
    await window.getByRole('link', { name: 'К списку учеников' }).click();
    const list = window.getByRole('grid', { name: 'Ученики' });
    await list.getByRole('gridcell', { name: 'Лугова', exact: true }).click();
    const parents = window.getByRole('region', { name: 'Родители и представители' });
    const mother = parents.getByRole('group', { name: 'Лугова Ольга Ильинична' });
    await expect(mother.getByLabel('Телефон')).toHaveValue('+7 900 123-45-68');
    await window.getByRole('button', { name: 'Показать историю' }).click();
    const history = window.getByRole('region', { name: 'История изменений' });
    await expect(history).toContainText('+7 900 123-45-67');
    await expect(history).toContainText('+7 900 123-45-68');
  });

  await test.step('the same list a third time: only the question about a namesake is left', async () => {
    await open('Ученики…', 'ученики-весна.csv', csv(SECOND));
    await next(window);
    await expect(window.getByRole('combobox', { name: 'Котов Ян Львович: кто это' })).toBeVisible();
    await expect(window.getByRole('button', { name: 'Внести', exact: true })).toBeDisabled();
  });

  await test.step('a list of parents: a row a parent with several children', async () => {
    const list = [
      'ФИО родителя;Телефон;Кем приходится;Дети',
      'Сомова Вера Олеговна;8 900 000-00-05;мать;Сомов Лев 5-А',
      'Котов Лев Ильич;8 900 000-00-06;отец;Котов Ян Львович 5-А, Котова Мия 1-А',
    ];
    await open('Родители…', 'родители.csv', Buffer.from(list.join('\n')));
    await expect(window.getByText('Ученика «Котова Мия, 1-А» в журнале нет')).toBeVisible();
    await window.getByLabel('Загрузить без строк с ошибками (1)').check();
    await look(app, window, 'import-parents');
    await next(window);
    await window.getByRole('button', { name: 'Внести 2 отличия' }).click();
    await expect(window.getByText(/Родителей внесено: 2\./)).toBeVisible();
  });
});
