import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { look } from '../support/look';
import { expect, test } from '../support/program';

test('a teacher sets homework by keys: for all from the plan, for a group, for a pupil', async ({
  start,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const first = await start({ args: ['--demo'] });
  const { window } = first;
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await page.open('8-А');
  await page.press('Control+End');
  const text = window.getByRole('textbox', { name: 'Домашнее задание' });
  let taken = '';

  await test.step('the draft of the plan by one key, for a lesson ahead, with time and manner', async () => {
    // Ahead is allowed (ТИП 2.9): the lesson after today's.
    await page.press('ArrowRight', 'Alt+KeyH');
    await expect(text).toBeFocused();
    await expect(window.getByRole('button', { name: /^Из плана:/ })).toBeVisible();
    await page.press('Control+KeyT');
    await expect(text).not.toHaveValue('');
    taken = await text.inputValue();
    await page.press('Tab', 'ArrowDown', 'Tab');
    await window.keyboard.type('45');
    await page.press('Tab', 'ArrowDown');
    await expect(window.getByLabel('Как выполнять').first()).toHaveValue('written');
    await expect(window.getByText(/^На \d\d\.\d\d задано 45 мин из 2 ч 30 мин$/)).toBeVisible();
  });

  const task = window.getByRole('group', { name: 'Отдельное задание 1' });
  await test.step('a task of its own: for the pupil under the cursor, then for a group instead', async () => {
    await page.press('Tab', 'Tab', 'Enter');
    await expect(task.getByRole('textbox', { name: 'Что сделать' })).toBeFocused();
    await window.keyboard.type('Карточка 4');
    // Typing goes on while it is being saved.
    await expect(
      window.getByRole('button', { name: '+ задание группе или ученикам' }),
    ).toBeVisible();
    await window.keyboard.type(', устно');
    await expect(task.getByRole('textbox', { name: 'Что сделать' })).toHaveValue(
      'Карточка 4, устно',
    );
    await page.press('Shift+Tab', 'Shift+Tab');
    const whom = task.getByRole('combobox', { name: 'Кому' });
    await expect(whom).toBeFocused();
    await window.keyboard.insertText('1 гр');
    await page.press('ArrowDown', 'Enter', 'Escape');
    await expect(task.getByText('1 группа')).toBeVisible();
    await task.getByLabel('Сколько минут займёт').fill('160');
    await page.press('Enter');
    await expect(window.getByText(/^⚠ На \d\d\.\d\d задано 2 ч/)).toBeVisible();
    await window.getByText(/^⚠ На/).click();
    await look(first.app, window, 'journal-homework');
  });

  await test.step('taken back and again by keys in the grid', async () => {
    await task.getByRole('textbox', { name: 'Что сделать' }).focus();
    await page.press('Escape');
    await expect(page.grid).toBeFocused();
    await page.press('Control+KeyZ');
    await expect(window.getByText(/^⚠ На/)).toHaveCount(0);
    await page.press('Control+KeyY');
    await expect(window.getByText(/^⚠ На/)).toBeVisible();
  });
  await first.close();

  await test.step('all of it is on the disk', async () => {
    const second = await start({ args: ['--demo'] });
    await logInAs(second.window, 'classTeacher');
    const again = journalPage(second.window);
    await again.open('8-А');
    await again.press('Control+End', 'ArrowRight');
    await expect(second.window.getByRole('textbox', { name: 'Домашнее задание' })).toHaveValue(
      taken,
    );
    const own = second.window.getByRole('group', { name: 'Отдельное задание 1' });
    await expect(own.getByText('1 группа')).toBeVisible();
    await expect(own.getByLabel('Сколько минут займёт')).toHaveValue('160');
    await expect(second.window.getByLabel('Сколько минут займёт').first()).toHaveValue('45');
    await logOut(second.window);

    await logInAs(second.window, 'deputy');
    await second.window.getByRole('link', { name: 'Журнал', exact: true }).click();
    await expect(
      second.window.getByText('В этом классе домашних заданий не задают.'),
    ).toBeVisible();
  });
});
