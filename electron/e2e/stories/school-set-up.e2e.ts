import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the administrator sets the school up; the deputy looks and moves a holiday; lessons follow', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const tab = (name: string) => window.getByRole('tab', { name, exact: true }).click();
  const cell = (table: string, text: string) =>
    window.getByRole('grid', { name: table }).getByRole('gridcell', { name: text, exact: true });

  await logInAs(window, 'administrator');
  await go(window, 'Школа');
  await tab('Сведения');
  await window.getByLabel('Краткое название').fill('СШ № 0');
  await window.getByRole('button', { name: 'Сохранить сведения' }).click();
  await expect(window.getByText('Сведения о школе сохранены.')).toBeVisible();
  await look(app, window, 'school-profile');

  await tab('Здания и кабинеты');
  await window.getByLabel('Новый кабинет: Номер').fill('401');
  await window.getByLabel('Новый кабинет: Название').fill('Кабинет астрономии');
  await window.keyboard.press('Enter');
  await expect(cell('Кабинеты', '401')).toBeVisible();
  // By keyboard: to the seats, a number, Enter; then it is taken back after saving.
  await expect(window.getByLabel('Новый кабинет: Номер')).toHaveValue('');
  await cell('Кабинеты', '401').focus();
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.press('ArrowRight');
  await window.keyboard.type('28');
  await window.keyboard.press('Enter');
  await expect(cell('Кабинеты', '28')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(cell('Кабинеты', '28')).toBeHidden();
  await look(app, window, 'school-rooms');

  await tab('Звонки');
  await expect(window.getByRole('grid', { name: 'Звонки' })).toBeVisible();
  await look(app, window, 'school-bells');
  await tab('Предметы');
  await expect(cell('Предметы', 'Алгебра').first()).toBeVisible();
  await look(app, window, 'school-subjects');
  await tab('Виды работ');
  await expect(cell('Виды работ', 'Диктант')).toBeVisible();
  await look(app, window, 'school-work-kinds');
  await tab('Оценивание');
  await expect(cell('Оценивание', 'Стобалльная')).toBeVisible();
  await look(app, window, 'school-scales');
  await tab('Сотрудники');
  await expect(window.getByRole('grid', { name: 'Сотрудники' })).toBeVisible();
  // However far one scrolls, the heads of the columns are seen.
  const people = window.getByRole('grid', { name: 'Сотрудники' });
  await people.getByRole('row').last().scrollIntoViewIfNeeded();
  await expect(people.getByRole('row').nth(1)).not.toBeInViewport();
  await expect(people.getByRole('columnheader').first()).toBeInViewport({ ratio: 1 });
  await look(app, window, 'school-staff');
  await window
    .getByRole('button', { name: /^Уволить: / })
    .nth(6)
    .click();
  await expect(window.getByText(/страниц/).first()).toBeVisible();
  await look(app, window, 'school-dismissal');
  await window.getByRole('button', { name: 'Отмена' }).click();
  await logOut(window);

  await logInAs(window, 'deputy');
  await go(window, 'Школа');
  await tab('Год и периоды');
  const special = window.getByRole('grid', { name: 'Особые дни' });
  await special.getByLabel('Новый день: День').fill('05.12.2026');
  await special.getByLabel('Новый день: Почему').fill('Перенос с 30 декабря');
  await window.keyboard.press('Enter');
  await special.getByRole('gridcell', { name: 'нет уроков' }).dblclick();
  await window.getByRole('option', { name: 'как в: среда' }).click();
  await expect(window.getByText(/С 05\.12\.2026: \d+ урок\S* добав/)).toBeVisible();
  await look(app, window, 'school-calendar');
  await window.getByRole('button', { name: 'Сохранить календарь' }).click();
  await expect(window.getByText('Календарь года сохранён.')).toBeVisible();
  await tab('Сведения');
  await expect(window.getByRole('button', { name: 'Сохранить сведения' })).toBeHidden();
  await logOut(window);

  await logInAs(window, 'teacher');
  await go(window, 'Школа');
  await expect(window.getByRole('tab', { name: 'Звонки' })).toBeVisible();
  await expect(window.getByRole('tab', { name: 'Сотрудники' })).toBeHidden();
});
