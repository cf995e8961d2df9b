/**
 * Builds a demonstration school to measure on, where it is not there yet: folder of data, years, and
 * `thirty` for thirty classes.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildDemoFolder } from '#core/setup/demo';
import { THIRTY_CLASSES } from './thirty-classes';

const [dataFolder = '', years = '1', size = ''] = process.argv.slice(2);
const folder = path.join(dataFolder, 'demo');
if (!existsSync(path.join(folder, 'journal.db'))) {
  await buildDemoFolder({
    folder,
    core: { today: () => '2026-11-23' },
    years: Number(years),
    ...(size === 'thirty' && { classes: THIRTY_CLASSES }),
    onProgress: () => undefined,
  });
}
