import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const NAME = 'Абаев Пётр';

test('a pupil comes from another school: the marks are written down and count on the page', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(180_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  await logInAs(window, 'secretary');
  await go(window, 'Ученики');
  await window.getByRole('tab', { name: 'Движение' }).click();
  const register = window.getByRole('grid', { name: 'Движение учеников' });
  await expect(register).toBeVisible();

  await test.step('an order on the arrival', async () => {
    await window.getByRole('button', { name: 'Новый приказ' }).click();
    await window.getByLabel('Приказ №').fill('98-у');
    await window.getByRole('button', { name: 'Новый ученик' }).click();
    await window.getByLabel('Фамилия', { exact: true }).fill('Абаев');
    await window.getByLabel('Имя', { exact: true }).fill('Пётр');
    await window.getByRole('combobox', { name: `В класс: ${NAME}` }).fill('8-А');
    await window.getByRole('option', { name: '8-А' }).first().click();
    const day = window.getByLabel(`День: ${NAME}`);
    await day.fill('18.11.2026');
    await day.press('Tab');
    await window.getByLabel(`Откуда прибыл: ${NAME}`).fill('МБОУ «СОШ № 5» г. Энска');
    await expect(window.getByText('Готово к записи: 1 ученик.')).toBeVisible();
    await window.getByRole('button', { name: 'Записать приказ' }).click();
    await expect(window.getByText('Приказ записан.')).toBeVisible();
  });

  const sheet = window.getByRole('grid', { name: 'Отметки из прежней школы по предметам' });
  const row = (subject: string) =>
    sheet
      .getByRole('row')
      .filter({ has: window.getByRole('rowheader', { name: subject, exact: true }) });
  await test.step('from the order to the sheet; a whole column is pasted', async () => {
    await register.getByRole('row').filter({ hasText: '98-у' }).click();
    await window.getByRole('link', { name: 'Отметки из прежней школы' }).click();
    await expect(sheet).toBeVisible();
    await expect(window.getByText('МБОУ «СОШ № 5» г. Энска')).toBeVisible();
    await sheet.focus();
    const paste = (text: string) =>
      sheet.evaluate((element, value) => {
        const data = new DataTransfer();
        data.setData('text/plain', value);
        element.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
        );
      }, text);
    const count = await sheet.getByRole('rowheader').count();
    await paste(
      Array.from(
        { length: count },
        (_, index) => `5 4 ${4 + (index % 2)}\t4\t5 4×2 4 3(12.11)`,
      ).join('\n'),
    );
    await expect(row('Алгебра')).toContainText('5 4×2 4 3(12.11)');
  });

  await test.step('what is no mark stays with its reason until it is mended', async () => {
    await row('Алгебра').getByRole('gridcell').nth(1).click();
    await window.keyboard.type('7');
    await window.keyboard.press('Enter');
    await window.keyboard.press('ArrowUp');
    await expect(window.getByText('«7» по этому предмету у нас не ставят')).toBeVisible();
    await look(app, window, 'brought-marks');
    await window.keyboard.type('5');
    await window.keyboard.press('Enter');
    await expect(row('Алгебра').getByRole('gridcell').nth(1)).toHaveText('5');
    await window.keyboard.press('Control+z');
    await expect(row('Алгебра').getByRole('gridcell').nth(1)).toHaveText('4');
  });

  await test.step('the card tells of them', async () => {
    await window.getByLabel('Документ').fill('ведомость № 7 от 17.11.2026');
    await window.getByLabel('Документ').press('Enter');
    await window.getByRole('link', { name: 'К карточке' }).click();
    const section = window.getByRole('region', { name: 'Отметки из прежней школы' });
    await expect(section).toContainText('Алгебра, II четверть: 5 4×2 4 3(12.11)');
    await expect(section).toContainText('ведомость № 7 от 17.11.2026');
  });

  await logOut(window);
  await logInAs(window, 'classTeacher');
  const page = journalPage(window);
  await test.step('whoever opens the page sees them before the arrival and in the proposal', async () => {
    await go(window, 'Журнал');
    await window.getByRole('button', { name: /▾$/ }).click();
    await window.getByRole('combobox', { name: 'Класс или предмет' }).fill('8-А Алгебра');
    await window.keyboard.press('Enter');
    await expect(window.getByRole('heading', { name: /^8-А · Алгебра/ })).toBeVisible();
    const line = page.grid.getByRole('row').filter({ hasText: 'Абаев' });
    await expect(line).toContainText('пр. 5 4×2 4 3(12.11)');
    await expect(line.getByRole('img', { name: /^Из прежней школы/ })).toBeVisible();
    const index = Number(await line.getByRole('rowheader').getAttribute('data-row'));
    await line.getByRole('rowheader').click();
    await expect(window.getByText('Эти отметки входят в средний балл').first()).toBeVisible();
    await expect(page.cell(index, 0)).toHaveAttribute('id', /./);
    await look(app, window, 'journal-brought');
  });

  await test.step('the quarter passed elsewhere stands among the periods of the year', async () => {
    await window.getByRole('tab', { name: 'Год', exact: true }).click();
    const line = page.grid.getByRole('row').filter({ hasText: 'Абаев' });
    await expect(line).toContainText('4 пр.');
    await look(app, window, 'journal-brought-year');
  });
});
