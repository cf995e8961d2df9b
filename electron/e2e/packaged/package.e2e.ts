import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DEMO_LOGINS, DEMO_PASSWORD, logInAs } from '../support/demo';
import { journalPage } from '../support/journal-page';
import { pastTheScreen } from '../support/past-the-screen';
import { expect, test } from '../support/program';

test('the package opens the demonstration school, shows a page and makes a PDF', async ({
  start,
  folder,
}) => {
  const { app, window } = await start({ args: ['--demo'] });
  await expect(window.getByRole('heading', { name: 'Демонстрационная школа' })).toBeVisible({
    timeout: 60_000,
  });
  expect(await app.evaluate(({ app: own }) => own.isPackaged)).toBe(true);
  expect(await app.evaluate(({ app: own }) => own.getAppPath())).toContain('app.asar');

  await logInAs(window, 'teacher');
  await journalPage(window).open('8-А');

  const call = await pastTheScreen(window);
  await call('session', 'logIn', { login: DEMO_LOGINS.deputy, password: DEMO_PASSWORD });
  const overview = (await call('school', 'overview')).answer as {
    periods: { id: number; kind: string; number: number }[];
  };
  const classes = (await call('school', 'classes')).answer as { id: number; name: string }[];
  const asked = {
    classId: classes.find(({ name }) => name === '8-А')!.id,
    periodId: overview.periods.find(({ kind }) => kind === 'quarter')!.id,
  };
  const made = (await call('sheets', 'summary', asked)).answer as { pdfBase64: string };
  const file = path.join(folder, 'sheet.pdf');
  await writeFile(file, Buffer.from(made.pdfBase64, 'base64'));
  const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' });
  expect(text).toContain('Сводная ведомость учёта успеваемости');
  expect(text).toContain('8-А');
});
