import { expect, test } from 'vitest';
import { suggestedFileName } from './file-name';

test.each([
  ['Сводная ведомость 8-А.pdf', 'Сводная ведомость 8-А.pdf'],
  ['../../.config/autostart/a.desktop', 'config autostart a.desktop.pdf'],
  ['..\\..\\Startup\\run.bat', 'Startup run.bat.pdf'],
  ['ведомость.pdf:hidden.exe', 'ведомость.pdf hidden.exe.pdf'],
  ['\u202Efdp.exe', 'fdp.exe.pdf'],
  ['..', 'Документ.pdf'],
  ['.pdf', 'pdf.pdf'],
])('%j begins the dialog as %j', (suggested, name) => {
  expect(suggestedFileName(suggested, 'pdf')).toBe(name);
});
