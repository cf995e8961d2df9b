import { demoSchool, logInAs, logOut } from '../support/demo';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

test('the administrator drafts the regulation, the director approves it, and it is in force', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const version = window.getByRole('combobox', { name: 'Редакция' });
  const facts = window.getByText(/Образец: /);
  const article = (name: string) => window.getByRole('article', { name, exact: true });

  await logInAs(window, 'administrator');
  await go(window, 'Регламент');
  await expect(version).toHaveValue(/действует с 01\.09\.2026/);
  await expect(facts).toContainText('Утвердил: ');
  await expect(article('Домашнее задание')).toContainText('через 1 час после окончания');
  await expect(article('Домашнее задание')).toContainText('ТИП 2.8');
  await expect(window.getByRole('button', { name: /^Изменить: / })).toHaveCount(0);
  await look(app, window, 'regulation');

  await test.step('the administrator makes a draft of another paper and changes a rule', async () => {
    await window.getByRole('button', { name: 'Новый черновик' }).click();
    const form = window.getByRole('dialog');
    await form.getByLabel('Название').fill('Регламент школы с декабря');
    await form.getByRole('radio', { name: /КИАСУО/ }).check();
    await form.getByRole('button', { name: 'Сделать черновик' }).click();
    await expect(version).toHaveValue(/черновик/);
    await expect(article('Домашнее задание')).toContainText('до 15:00 в первой смене');

    await window.getByRole('button', { name: 'Изменить: Домашнее задание' }).click();
    await window.getByLabel('Первая смена, до').fill('15:7');
    await expect(window.getByText('Заполните все поля правила.')).toBeVisible();
    await window.getByLabel('Первая смена, до').fill('16:30');
    await expect(window.getByText(/^Будет так: .*до 16:30/)).toBeVisible();
    await window.getByLabel('Основание').fill('п. 3.2');
    await look(app, window, 'regulation-edit');
    await window.keyboard.press('Enter');
    await expect(article('Домашнее задание')).toContainText('до 16:30 в первой смене');
    await expect(article('Домашнее задание')).toContainText('своё правило школы');
    await expect(window.getByRole('button', { name: 'Изменить: Домашнее задание' })).toBeFocused();

    await window.keyboard.press('Control+z');
    await expect(article('Домашнее задание')).toContainText('до 15:00 в первой смене');
    await window.getByRole('button', { name: 'Изменить: Срок исправления отметки' }).click();
    await window.getByRole('radio', { name: /в течение 2 недель/ }).check();
    await window.getByRole('button', { name: 'Сохранить' }).click();
    await window.getByText('Отличия от образца').click();
    await expect(window.getByText('1 правило', { exact: true })).toBeVisible();
    await window.getByText('Все правила').click();
    await window.getByLabel('Найти правило').fill('первая смена задание');
    await window.getByLabel('Найти правило').fill('итоговые');
    await expect(article('Срок итоговых отметок')).toContainText('КИА 5.3');
    await expect(article('Домашнее задание')).toHaveCount(0);

    await window.getByRole('button', { name: 'Изменить: Предложение итоговой отметки' }).click();
    await window.getByRole('radio', { name: 'все отметки равны' }).check();
    await window.getByLabel('Порог', { exact: true }).fill('60');
    await expect(window.getByText(/^Будет так: .*без веса работ; доля 0,6 и больше/)).toBeVisible();
    await window.getByRole('radio', { name: /пока есть долг/ }).scrollIntoViewIfNeeded();
    await look(app, window, 'regulation-proposal');
    await window.getByRole('button', { name: 'Отмена' }).click();
  });

  await test.step('the draft beside what is in force, rule by rule', async () => {
    await window.getByRole('button', { name: 'Сравнить' }).click();
    const table = window.getByRole('table', { name: 'Сравнение редакций' });
    const row = table.getByRole('row', { name: /Срок исправления отметки/ });
    await expect(row).toContainText('до конца учебного года');
    await expect(row).toContainText('в течение 2 недель после даты урока');
    await look(app, window, 'regulation-compare');
    await window.getByRole('button', { name: 'К правилам' }).click();
  });
  await logOut(window);

  await test.step('the director approves it and names the day', async () => {
    await logInAs(window, 'director');
    await go(window, 'Регламент');
    await version.click();
    await window.getByRole('option', { name: /Регламент школы с декабря/ }).click();
    await window.getByRole('button', { name: 'Утвердить' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Утвердить' }).click();
    await expect(version).toHaveValue(/утверждён, не введён/);
    await expect(facts).toContainText('Утвердил: Юрасова');
    await window.getByRole('button', { name: 'Ввести в действие' }).click();
    const form = window.getByRole('dialog');
    await form.getByLabel('Действует с').fill('20.11.2026');
    await expect(form.getByText('Этот день уже прошёл.')).toBeVisible();
    await form.getByLabel('Действует с').fill('01.12.2026');
    await form.getByRole('button', { name: 'Ввести в действие' }).click();
    await expect(version).toHaveValue(/вступит в силу с 01\.12\.2026/);
    await window.getByRole('button', { name: 'На бумаге' }).click();
    await expect(window.getByRole('button', { name: 'Печать' })).toBeEnabled();
    await look(app, window, 'regulation-paper');
  });
  await logOut(window);

  await test.step('a teacher reads what is in force today and changes nothing', async () => {
    await logInAs(window, 'teacher');
    await go(window, 'Регламент');
    await expect(version).toHaveValue(/действует с 01\.09\.2026 по 30\.11\.2026/);
    await expect(window.getByRole('button', { name: 'Новый черновик' })).toHaveCount(0);
    await expect(window.getByRole('button', { name: 'Утвердить' })).toHaveCount(0);
  });
});
