/** Builds a demonstration school to measure on, where it is not there yet: folder of data, years. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildDemoFolder } from '#core/setup/demo';

const [dataFolder = '', years = '1'] = process.argv.slice(2);
const folder = path.join(dataFolder, 'demo');
if (!existsSync(path.join(folder, 'journal.db'))) {
  await buildDemoFolder({
    folder,
    core: { today: () => '2026-11-23' },
    years: Number(years),
    onProgress: () => undefined,
  });
}
