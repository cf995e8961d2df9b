/**
 * Builds a demonstration school to measure on, where it is not there yet: folder of data, years, and
 * `thirty` for thirty classes, `large` for a class of 35.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { openJournal } from '#db/open';
import { readKeyFile } from '#core/keys/key-file';
import { openWithPassword } from '#core/keys/slots';
import { buildDemoFolder } from '#core/setup/demo';
import { LARGE_CLASS, THIRTY_CLASSES } from './classes';

const [dataFolder = '', years = '1', size = ''] = process.argv.slice(2);
const folder = path.join(dataFolder, 'demo');

/** The second quarter becomes four months: of five lessons a week a page then has over 60 columns. */
async function lengthenPeriod(): Promise<void> {
  const opened = await openWithPassword(await readKeyFile(folder), {
    login: 'zavuch',
    password: 'демо',
  });
  if (opened === undefined) throw new Error('the demonstration school does not open');
  const journal = openJournal({ file: path.join(folder, 'journal.db'), key: opened.key });
  journal.db.connection.exec(`
    UPDATE period SET ends_on = date(starts_on, '+1 day') WHERE kind = 'quarter' AND number = 1 AND starts_on >= '2026-09-01';
    UPDATE period SET starts_on = '2026-09-03' WHERE kind = 'quarter' AND number = 2 AND starts_on >= '2026-09-01';`);
  journal.close();
}

if (!existsSync(path.join(folder, 'journal.db'))) {
  await buildDemoFolder({
    folder,
    core: { today: () => '2026-11-23' },
    years: Number(years),
    ...(size === 'thirty' && { classes: THIRTY_CLASSES }),
    ...(size === 'large' && { classes: LARGE_CLASS }),
    onProgress: () => undefined,
  });
  if (size === 'large') await lengthenPeriod();
}
