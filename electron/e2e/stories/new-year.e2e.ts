import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the administrator opens the next year step by step, the deputy looks at it', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'administrator');
  await go(window, 'Школа');
  await window.getByRole('tab', { name: 'Год и периоды' }).click();
  const day = window.getByRole('textbox', { name: 'Новый день: День' });
  await day.fill('17.09.2026');
  await day.press('Enter');
  await window.getByRole('button', { name: 'Сохранить календарь' }).click();
  await expect(window.getByText('Календарь года сохранён.')).toBeVisible();
  await window.getByRole('tab', { name: 'Новый год' }).click();
  await expect(window.getByLabel('нет уроков: День')).toHaveValue('17.09.2027');
  await expect(window.getByRole('heading', { name: 'Новый учебный год: 2027/2028' })).toBeVisible();
  await look(app, window, 'new-year-dates');
  const steps = window.getByRole('list', { name: 'Шаги открытия года' });
  const step = (name: string) => steps.getByRole('button', { name: new RegExp(name) });
  const isDone = (name: string) => expect(step(name).getByLabel('готово')).toBeVisible();

  await window.getByRole('button', { name: 'Создать год' }).click();
  await isDone('Даты и периоды');
  await step('Классы').click();
  await expect(window.getByRole('table', { name: 'Классы нового года' })).toBeVisible();
  await look(app, window, 'new-year-classes');
  await window.getByRole('button', { name: /^Создать \d+ класс/ }).click();
  await isDone('Классы');
  for (const [name, deed] of [
    ['Учебный план', 'Скопировать план'],
    ['Группы и потоки', 'Создать группы'],
    ['Нагрузка', 'Скопировать нагрузку'],
  ] as const) {
    await step(name).click();
    if (name === 'Нагрузка') await look(app, window, 'new-year-load');
    await window.getByRole('button', { name: deed }).click();
    await isDone(name);
  }

  await step('Ученики').click();
  await expect(window.getByRole('table', { name: 'Ученики 1-А' })).toBeVisible();
  await window.getByLabel('Приказ №').fill('52-у');
  await look(app, window, 'new-year-pupils');
  await window.getByRole('button', { name: /^Перевести всех/ }).click();
  await expect(window.getByText(/^Переведено: \d{3}/)).toBeVisible({ timeout: 60_000 });
  await window.getByRole('button', { name: 'Завершить открытие года' }).click();
  await expect(window.getByText('Год открыт.')).toBeVisible();
  await window.getByRole('link', { name: 'Что ещё не готово' }).click();
  await expect(
    window.getByText(/^2027\/2028 учебный год: готово \d+ из 16 разделов/),
  ).toBeVisible();
  await look(app, window, 'new-year-readiness');
  await window.keyboard.press('Alt+ArrowLeft');
  await window.getByRole('button', { name: 'Работать в 2027/2028' }).click();
  await go(window, 'Ученики');
  await expect(window.getByRole('grid', { name: 'Ученики' })).toContainText('2-А');

  await logOut(window);
  await logInAs(window, 'deputy');
  await go(window, 'Школа');
  await window.getByRole('tab', { name: 'Новый год' }).click();
  await expect(window.getByText('Год открыт.')).toBeVisible();
  await step('Классы').click();
  await expect(window.getByText(/Новый год открывает администратор/)).toBeVisible();
  await expect(window.getByRole('button', { name: /^Создать/ })).toHaveCount(0);
});
