import path from 'node:path';

/** The folder of the program's fonts, as the tests pass it. */
export const fontsFolder = path.resolve(import.meta.dirname, '../../../../assets/fonts');
