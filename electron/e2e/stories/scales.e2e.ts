import { demoSchool, logInAs, logOut } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { go, look } from '../support/look';
import { expect, test } from '../support/program';

const ELECTIVE = 'Основы финансовой грамотности';

test('an elective is marked by ten points: by keys, with its averages, on the class’s summary sheet', async ({
  start,
  dataFolder,
}) => {
  test.setTimeout(240_000);
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const choosePage = async (words: string, title: string) => {
    await go(window, 'Журнал');
    await window.getByRole('heading', { level: 1 }).getByRole('button').click();
    await window.getByRole('combobox', { name: 'Класс или предмет' }).fill(words);
    await window.getByRole('option', { name: title }).first().click();
    await expect(window.getByRole('heading', { level: 1 })).toContainText(title);
  };

  await logInAs(window, 'teacher');
  const name = (await window.getByRole('button', { name: /: меню$/ }).innerText()).trim();
  await logOut(window);

  await test.step('the deputy gives the elective to a teacher; the algebra of a class keeps its scale', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Школа');
    await window.getByRole('tab', { name: 'Учебный план', exact: true }).click();
    const sheet = window.getByRole('grid', { name: 'Учебный план: предметы и классы' });
    await window.getByText('5–9', { exact: true }).click();
    const heads = await sheet.getByRole('columnheader').allTextContents();
    const cells = sheet.getByRole('row', { name: /^Алгебра/ }).getByRole('gridcell');
    await cells.nth(heads.indexOf('8-Б') - 1).click();
    await window.getByRole('combobox', { name: 'Аттестация' }).click();
    await window.getByRole('option', { name: 'отметки: десятибалльная' }).click();
    await expect(window.getByText('По этому предмету уже стоят отметки.')).toBeVisible();
    await look(app, window, 'curriculum-scale');

    await window.getByRole('tab', { name: 'Нагрузка', exact: true }).click();
    await window.getByRole('combobox', { name: 'Класс' }).fill('10-А, 11-А');
    await window.getByRole('option', { name: '10-А, 11-А' }).click();
    await window.getByRole('button', { name: new RegExp(`^Учитель, .*${ELECTIVE}.*\\+$`) }).click();
    await window.getByRole('combobox', { name: 'Учитель' }).click();
    await window.keyboard.type(name.split(' ')[0] ?? '');
    await window.getByRole('option').first().click();
    await window.getByRole('button', { name: 'Назначить', exact: true }).click();
    await choosePage('индивидуальный проект', 'Индивидуальный проект');
    await look(app, window, 'journal-pass-fail');
    await logOut(window);
  });

  await test.step('a teacher types marks of ten points', async () => {
    await logInAs(window, 'teacher');
    await choosePage('финанс', ELECTIVE);
    const { press, cell, cursor, grid, allSaved } = journalPage(window);
    await grid.focus();
    await press('Control+ArrowUp');
    const { row, col } = await cursor();
    const lesson = (down: number) => cell(row + down, col);
    await press('7', '1', '0', '0', '1', '5', '1', 'Enter');
    for (const [down, text] of ['7', '10', '10', '1', '5', '1'].entries()) {
      await expect(lesson(down)).toHaveText(text);
    }
    await press('Control+z');
    await expect(lesson(5)).not.toHaveText('1');
    await press('1');
    await expect(lesson(5)).toHaveText('1');
    await press('Escape', 'Control+ArrowUp', 'Control+ArrowRight', '1', '0');
    const last = await cursor();
    // A mark against the average asks why, and stands when that is told.
    await expect(window.locator('#journal-note')).toBeFocused();
    await window.keyboard.type('Победа на олимпиаде');
    await press('Enter');
    await expect(cell(0, last.col)).toContainText('10');
    await allSaved();
    await look(app, window, 'journal-ten-points');
    await logOut(window);
  });

  await test.step('the summary sheet counts them by levels and says so', async () => {
    await logInAs(window, 'deputy');
    await go(window, 'Отчёты');
    await window.getByRole('combobox', { name: 'Класс' }).click();
    await window.keyboard.type('10-А', { delay: 30 });
    await window.getByRole('option', { name: '10-А' }).waitFor();
    await window.keyboard.press('Enter');
    await window.getByRole('radiogroup').getByText('I', { exact: true }).click();
    await expect(window.getByText('10-А класса за I полугодие')).toBeAttached();
    await expect(window.getByText('Отметки ставятся по другой шкале')).toBeAttached();
  });
});
