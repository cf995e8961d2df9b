import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';

/**
 * Gives the stories a screen: on Linux an Xvfb of their own for as long as they run, so that
 * windows never jump over somebody's work. `SCHOOL_JOURNAL_REAL_DISPLAY=1` shows them instead.
 */
export default async function display(): Promise<(() => Promise<void>) | undefined> {
  if (process.platform !== 'linux' || process.env['SCHOOL_JOURNAL_REAL_DISPLAY'] === '1') {
    return undefined;
  }
  // -displayfd: the server takes a free number itself and writes it to descriptor 3.
  const screen = [
    '-displayfd',
    '3',
    '-screen',
    '0',
    '2200x1300x24',
    '-nolisten',
    'tcp',
    '-noreset',
  ];
  const server = spawn('Xvfb', screen, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const number = await new Promise<string>((resolve, reject) => {
    server.once('error', () => reject(new Error('Xvfb is missing: npm run setup')));
    server.once('exit', (code) => reject(new Error(`Xvfb ended at once (${code})`)));
    (server.stdio[3] as Readable).once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  process.env['DISPLAY'] = `:${number}`;
  delete process.env['WAYLAND_DISPLAY'];
  return async () => {
    server.removeAllListeners('exit');
    const gone = new Promise((resolve) => server.once('exit', resolve));
    server.kill('SIGTERM');
    await gone;
  };
}
