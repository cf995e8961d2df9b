import path from 'node:path';
import log from 'electron-log/node';

/** The shell's own log beside the core's: only the class and place of an error, never its message. */
export function openShellLog(dataFolder: string): (what: string, error: unknown) => void {
  const shell = log.create({ logId: 'shell' });
  shell.transports.file.resolvePathFn = () => path.join(dataFolder, 'logs', 'shell.log');
  shell.transports.console.level = false;
  return (what, error) => {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    shell.error(
      what,
      error instanceof Error ? error.name : typeof error,
      frames.slice(0, 6).join('\n'),
    );
  };
}
