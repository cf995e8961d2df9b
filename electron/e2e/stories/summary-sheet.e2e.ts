import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication } from '@playwright/test';
import { demoSchool, logInAs } from '../support/demo';
import { chooseInDialogs } from '../support/dialogs';
import { expect, test } from '../support/program';

const run = promisify(execFile);

/** In place of the printer: the next paper is what the window's print view holds. */
function printToFile(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const paper = globalThis as { paper?: string };
    window!.webContents.print = (_options, done) => {
      const keep = async () => {
        const pdf = await window!.webContents.printToPDF({ preferCSSPageSize: true });
        paper.paper = pdf.toString('base64');
        done?.(true, '');
      };
      void keep();
    };
  });
}

const printed = (app: ElectronApplication) =>
  app.evaluate(() => (globalThis as { paper?: string }).paper);

/** The sheets in a PDF: width and height in points. */
async function sheetsOf(file: string): Promise<readonly string[]> {
  const { stdout } = await run('pdfinfo', ['-f', '1', '-l', '99', file]);
  return [...stdout.matchAll(/^Page +\d+ size: +(\d+)[.\d]* x (\d+)/gm)].map(
    ([, width, height]) => `${width} x ${height}`,
  );
}

/** The pictures in a PDF: on which page, how many dots in an inch. */
async function picturesOf(file: string): Promise<readonly (readonly [number, number])[]> {
  const { stdout } = await run('pdfimages', ['-list', file]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line.includes(' image '))
    .map((line) => line.trim().split(/\s+/))
    .map((cells) => [Number(cells[0]), Number(cells[12])]);
}

test('the deputy looks at a summary sheet, prints it and keeps it as a file', async ({
  start,
  folder,
  dataFolder,
}) => {
  await demoSchool(dataFolder);
  const { app, window } = await start({ args: ['--demo'] });
  const violations: string[] = [];
  window.on('console', (message) => {
    if (message.type() === 'error') violations.push(message.text());
  });
  await logInAs(window, 'deputy');
  await window.getByRole('link', { name: 'Отчёты' }).click();
  const sheet = window.getByRole('region', { name: 'Сводная ведомость 8-Б, I четверть' });

  await test.step('the class is found by typing, the period by a click', async () => {
    await expect(window.getByRole('region', { name: /^Сводная ведомость/ })).toBeVisible();
    await window.getByRole('combobox', { name: 'Класс' }).click();
    await window.keyboard.type('8-Б', { delay: 30 });
    await window.getByRole('option', { name: '8-Б' }).waitFor();
    await window.keyboard.press('Enter');
    await window.getByRole('radiogroup').getByText('I', { exact: true }).click();
    await expect(sheet.locator('canvas')).toHaveCount(2);
    await expect(sheet.getByText('8-Б класса за I четверть')).toBeAttached();
  });

  await test.step('paper: its pages and nothing else, edge to edge', async () => {
    await printToFile(app);
    await window.keyboard.press('Control+p');
    await expect.poll(() => printed(app)).toBeTruthy();
    const file = path.join(folder, 'paper.pdf');
    await writeFile(file, Buffer.from((await printed(app)) ?? '', 'base64'));
    expect(await sheetsOf(file)).toEqual(['841 x 594', '841 x 594']);
    const pictures = await picturesOf(file);
    expect(pictures.map(([page]) => page)).toEqual([1, 2]);
    for (const [, dpi] of pictures) expect(Math.abs(dpi - 240)).toBeLessThanOrEqual(1);
    await expect(window.locator('#sj-print')).toHaveCount(0);
  });

  await test.step('the file, where the person chose', async () => {
    const file = path.join(folder, 'ведомость.pdf');
    await chooseInDialogs(app, file);
    await window.getByRole('button', { name: 'Сохранить PDF…' }).click();
    await expect(window.getByText('Файл сохранён: ведомость.pdf')).toBeVisible();
    expect(await sheetsOf(file)).toHaveLength(2);
    const { stdout: text } = await run('pdftotext', ['-layout', file, '-']);
    expect(text).toContain('8-Б класса за I четверть 2026/2027 учебного года');
    expect(text).toContain('Классный руководитель');
    expect(text).toContain('Заместитель директора');
    expect(text).toMatch(/Страница 1 из 2/);
    for (const subject of ['Алгебра', 'История', 'Физика']) expect(text).toContain(subject);
  });

  await test.step('the next class by a key; the address says which', async () => {
    await window.keyboard.press('Alt+ArrowDown');
    await expect(
      window.getByRole('region', { name: 'Сводная ведомость 8-В, I четверть' }),
    ).toBeVisible();
    expect(await window.evaluate(() => location.hash)).toMatch(
      /^#\/reports\/summary\?class=\d+&period=\d+$/,
    );
  });
  expect(violations).toEqual([]);
});
