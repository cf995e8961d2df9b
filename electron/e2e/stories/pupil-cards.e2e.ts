import type { Page } from '@playwright/test';
import { demoSchool, logInAs, logOut } from '../support/demo';
import { makeNewJournal } from '../support/first-start';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

/** A picture of one point. */
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The first pupil of the list, opened by the keyboard. */
async function openFirstCard(window: Page): Promise<void> {
  await go(window, 'Ученики');
  const list = window.getByRole('grid', { name: 'Ученики' });
  await expect(list).toBeVisible();
  await list.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await expect(window.getByRole('region', { name: 'Личные данные' })).toBeVisible();
}

test('a class teacher keeps the cards of the own class', async ({ start, dataFolder }) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  await openFirstCard(window);
  const personal = window.getByRole('region', { name: 'Личные данные' });
  const phone = personal.getByLabel('Телефон');
  const before = await phone.inputValue();

  await test.step('a field is saved by Enter, a wrong one stays with its reason', async () => {
    await phone.fill('8 (000) 111-22-33');
    await phone.press('Enter');
    await expect(phone).toHaveValue('+7 000 111-22-33');
    const snils = personal.getByLabel('СНИЛС');
    const own = await snils.inputValue();
    await snils.fill('112-233-445 96');
    await snils.press('Enter');
    await expect(personal.getByText('контрольные цифры не сходятся')).toBeVisible();
    await snils.press('Escape');
    await expect(snils).toHaveValue(own);
  });

  await test.step('Ctrl+Z takes back what is saved', async () => {
    await phone.press('Control+z');
    await expect(phone).toHaveValue(before);
  });

  await look(app, window, 'pupil-card');
  await test.step('a grandmother is added, and is on the card', async () => {
    const parents = window.getByRole('region', { name: 'Родители и представители' });
    await parents.getByRole('button', { name: 'Добавить', exact: true }).click();
    await parents.getByRole('combobox', { name: 'Кем приходится' }).first().click();
    await window.getByRole('option', { name: 'Родственник' }).click();
    await parents.getByLabel('Фамилия, имя, отчество').fill('Бабушкина Вера Ивановна');
    await parents.getByLabel('Фамилия, имя, отчество').press('Enter');
    const person = parents.getByRole('group', { name: 'Бабушкина Вера Ивановна' });
    await expect(person).toBeVisible();
    await expect(person.getByLabel('Законный представитель')).not.toBeChecked();
  });

  await test.step('the photograph is shrunk and shown', async () => {
    const files = personal.locator('input[type=file]');
    await files.setInputFiles({ name: 'снимок.png', mimeType: 'image/png', buffer: PICTURE });
    const photo = personal.getByRole('img', { name: /^Фотография/ });
    await expect(photo).toHaveAttribute('src', /^data:image\/jpeg;base64,/);
    const text = { name: 'снимок.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('не снимок') };
    await files.setInputFiles(text);
    await expect(window.getByText('не открывается как снимок')).toBeVisible();
    await expect(photo).toBeVisible();
  });

  await test.step('the health sheet opens and is saved', async () => {
    const health = window.getByRole('region', { name: 'Листок здоровья' });
    await health.getByRole('button', { name: 'Открыть листок здоровья' }).click();
    await health.getByLabel('Ряд и парта').fill('2-й ряд, 2-я парта');
    await health.getByLabel('Ряд и парта').press('Enter');
    await expect(window.getByRole('button', { name: 'Отменить: листок здоровья' })).toBeVisible();
  });

  await test.step('Alt and arrows walk through the class, and what is typed is saved first', async () => {
    const note = personal.getByLabel('Заметка');
    await note.fill('Ездит на автобусе');
    await window.keyboard.press('Alt+ArrowDown');
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Авдеев');
    await window.keyboard.press('Alt+ArrowUp');
    await expect(window.getByRole('heading', { level: 1 })).toContainText('Абрамов');
    await expect(note).toHaveValue('Ездит на автобусе');
  });

  await test.step('a consent is withdrawn from a day on, and that is taken back', async () => {
    const consents = window.getByRole('region', { name: 'Согласия' });
    await consents.getByRole('button', { name: 'Отозвать…' }).first().click();
    await consents.getByLabel('Отозвано с').fill('20.11.2026');
    await consents.getByRole('button', { name: 'Отозвать', exact: true }).click();
    await expect(consents.getByText('отозвано 20.11.2026')).toBeVisible();
    await window.keyboard.press('Control+z');
    await expect(consents.getByText('отозвано 20.11.2026')).toHaveCount(0);
  });

  await test.step('the history tells it all', async () => {
    await window.getByRole('button', { name: 'Показать историю' }).click();
    const history = window.getByRole('table', { name: 'История изменений' });
    await expect(history).toContainText('Бабушкина Вера Ивановна');
    await expect(history).toContainText('+7 000 111-22-33');
    await expect(history).not.toContainText('2-я парта');
  });
  await look(app, window, 'pupil-card-history');
});

test('consents of a whole pile, and a check with its sheets', async ({ start, dataFolder }) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'classTeacher');
  await go(window, 'Ученики');

  await test.step('one decision for all who have none', async () => {
    await window.getByRole('tab', { name: 'Согласия' }).click();
    await expect(window.getByRole('grid', { name: 'Согласия' })).toBeVisible();
    await look(app, window, 'consents');
    await window.getByText('Нет согласия').click();
    await window.getByRole('checkbox', { name: 'Отметить все строки' }).check();
    await window.getByLabel('№ документа').fill('7');
    await look(app, window, 'consents-enter');
    await window.getByRole('button', { name: 'Внести', exact: true }).click();
    await expect(window.getByText('Согласие на обработку данных есть у всех.')).toBeVisible();
    await window.getByRole('button', { name: 'Отменить внесение' }).click();
    await expect(window.getByRole('grid', { name: 'Согласия' })).toBeVisible();
  });

  await test.step('the running check is marked by keys', async () => {
    await window.getByRole('tab', { name: 'Сверка данных' }).click();
    await expect(window.getByRole('grid', { name: 'Сверки' })).toBeVisible();
    await look(app, window, 'data-checks');
    const checks = window.getByRole('grid', { name: 'Сверки' });
    await checks.focus();
    await window.keyboard.press('ArrowDown');
    await window.keyboard.press('Enter');
    const pupils = window.getByRole('grid', { name: 'Ученики' });
    await expect(pupils).toBeVisible();
    const progress = window.getByText(/Вернулось листов: \d+ из \d+/);
    const before = await progress.innerText();
    const waiting = pupils
      .getByRole('row')
      .filter({ has: window.getByRole('radio', { name: 'Лист не вернулся', checked: true }) });
    await waiting.first().getByText('Верно').click();
    await expect(progress).not.toHaveText(before);
    await look(app, window, 'data-check-pupils');
  });

  await test.step('its sheets are one job, a page a pupil', async () => {
    await window.getByRole('link', { name: 'Листы для родителей' }).click();
    await expect(window.getByText('Лист сверки данных').first()).toBeAttached({ timeout: 20_000 });
    await look(app, window, 'check-sheets');
  });

  await test.step('the papers of the class', async () => {
    await go(window, 'Ученики');
    for (const [item, name, words] of [
      ['Основные сведения', 'main-facts', 'Основные сведения об обучающихся 8-А класса'],
      ['Листок здоровья', 'health-paper', 'Листок здоровья 8-А класса'],
      ['Список класса', 'class-list', 'Список 8-А класса'],
    ] as const) {
      await window.getByRole('button', { name: 'Списки на бумаге' }).click();
      await window.getByRole('menuitem', { name: item }).click();
      await expect(window.getByText(words).first()).toBeAttached({ timeout: 20_000 });
      await look(app, window, name);
      await window.getByRole('link', { name: 'К списку' }).click();
    }
  });
});

test('the deputy looks at every card and changes none; the administrator sees no health', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(120_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'deputy');
  await openFirstCard(window);
  await expect(window.getByText('Только просмотр')).toBeVisible();
  await expect(window.getByRole('button', { name: 'Добавить', exact: true })).toHaveCount(0);
  await look(app, window, 'pupil-card-look');
  await go(window, 'Ученики');
  await window.getByRole('tab', { name: 'Сверка данных' }).click();
  await expect(window.getByText('Сверки в этом году ещё не было')).toBeVisible();
  await look(app, window, 'data-checks-deputy');
  await go(window, 'Пользователи');
  await window.getByRole('button', { name: 'Листок здоровья' }).click();
  await expect(window.getByText('Сведения о здоровье зашифрованы')).toBeVisible();
  await look(app, window, 'health-access');
  await window.keyboard.press('Escape');
  await logOut(window);
  await logInAs(window, 'administrator');
  await openFirstCard(window);
  await expect(window.getByText('Листок здоровья закрыт')).toBeVisible();
});

test('the secretary finds who has left, and keeps their cards', async ({ start, dataFolder }) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'secretary');
  await go(window, 'Ученики');
  await window.getByRole('switch', { name: 'Выбывшие' }).check();
  const list = window.getByRole('grid', { name: 'Ученики' });
  await expect(list.getByRole('columnheader', { name: 'Выбыл' })).toBeVisible();
  await look(app, window, 'pupils-left');
  await list.getByRole('row').nth(1).click();
  await expect(window.getByRole('heading', { level: 1 })).toContainText('выбыл');
  await expect(
    window.getByRole('region', { name: 'Личные данные' }).getByLabel('Телефон'),
  ).toBeEditable();
});

test('an administrator begins to keep health sheets in a new journal', async ({ start }) => {
  const { window } = await start();
  await makeNewJournal(window);
  await go(window, 'Пользователи');
  await window.getByRole('button', { name: 'Листок здоровья' }).click();
  await expect(window.getByText('Листок здоровья не ведётся.')).toBeVisible();
  await window.getByRole('combobox', { name: 'Кому открыть' }).click();
  await window.getByRole('option', { name: /^Кузнецова Алла/ }).click();
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: 'Вести листок здоровья' }).click();
  await window
    .getByRole('dialog', { name: 'Начать вести листок здоровья?' })
    .getByRole('button', { name: 'Вести листок здоровья' })
    .click();
  await expect(window.getByText(/^открыл\(а\) Кузнецова А\./)).toBeVisible();
});
