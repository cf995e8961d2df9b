import path from 'node:path';
import nodeLog from 'electron-log/node';

export type Log = {
  readonly info: (text: string) => void;
  /** `error` goes in as its name, code and place in the program, never with its message. */
  readonly failure: (text: string, error: unknown) => void;
};

/**
 * What of an error may lie in a log: its class, code and stack without the message, since messages
 * may quote what a person typed.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? '' : `\n  caused by ${describeError(error.cause)}`;
  return `${error.name}${code}\n${frames.slice(0, 8).join('\n')}${cause}`;
}

/** Writes to `logs/core.log` under the folder, at most 1 MB and one older file. */
export function openLog(folder: string): Log {
  const log = nodeLog.create({ logId: 'core' });
  log.transports.file.resolvePathFn = () => path.join(folder, 'logs', 'core.log');
  log.transports.file.maxSize = 1024 * 1024;
  log.transports.console.level = false;
  return {
    info: (text) => log.info(text),
    failure: (text, error) => log.error(text, describeError(error)),
  };
}
