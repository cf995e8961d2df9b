import { writeSync } from 'node:fs';
import { restoreCopy } from '../restore-copy';

/*
 * A process that restores a copy and kills itself at the given sign of progress, as a power cut
 * would. Writes what it was told of before; answers 0 where it came to the end.
 */
const [copyFolder = '', recoveryKey = '', journalFolder = '', workerFile = '', dieAt = ''] =
  process.argv.slice(2);
let signs = 0;
const result = await restoreCopy({
  copyFolder,
  secret: { recoveryKey },
  journalFolder,
  workerFile,
  now: new Date(2026, 10, 23, 14, 5, 9),
  onProgress: ({ step }) => {
    writeSync(1, `${step}\n`);
    if (signs === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
    signs += 1;
  },
});
process.exit(result.kind === 'restored' ? 0 : 1);
