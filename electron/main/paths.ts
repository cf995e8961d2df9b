import path from 'node:path';
import { app } from 'electron';

/** Folders of the built program, and where this person's data lies. */
export type Paths = {
  readonly preload: string;
  readonly core: string;
  readonly renderer: string;
  readonly data: string;
};

/**
 * `SCHOOL_JOURNAL_DATA` puts the data elsewhere (a second journal on one computer, tests);
 * otherwise it lies in the user's folder of program data.
 */
export function resolvePaths(): Paths {
  const built = path.join(import.meta.dirname, '..');
  const data =
    process.env['SCHOOL_JOURNAL_DATA'] ?? path.join(app.getPath('appData'), 'school-journal');
  app.setPath('userData', path.join(data, 'window'));
  return {
    preload: path.join(built, 'preload', 'index.cjs'),
    core: path.join(built, 'main', 'core.js'),
    renderer: path.join(built, 'renderer'),
    data,
  };
}
