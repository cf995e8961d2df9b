/**
 * Serves the windows: the shell hands a port for each and the paths that people chose in dialogs;
 * nothing else comes in.
 */
import path from 'node:path';
import { RPCHandler } from '@orpc/server/message-port';
import type { SupportedMessagePort } from '@orpc/client/message-port';
import { isIsoDate } from '#domain/calendar/iso-date';
import { finishInterruptedRestore } from './copies/finish-restore';
import { connect, createCore, disconnect, shutDown } from './create-core';
import type { GrantKind } from './grants';
import { router } from './router';
import { schoolFolder } from './session/journal-state';

type Port = SupportedMessagePort & {
  readonly start: () => void;
  readonly close: () => void;
  readonly on: (event: 'close', listener: () => void) => void;
};
type FromShell =
  | { readonly kind: 'connect'; readonly window: number }
  | {
      readonly kind: 'grant';
      readonly grant: string;
      readonly of: GrantKind;
      readonly path: string;
    }
  | { readonly kind: 'end' };
type ParentPort = {
  readonly on: (
    event: 'message',
    listener: (event: { readonly data: FromShell; readonly ports: readonly Port[] }) => void,
  ) => void;
};

/**
 * Begins to serve. `built` is the folder of the built core, beside whose files the threads lie; what
 * else it needs comes as arguments of the process: data folder, version, place, day (in tests), years of the
 * demonstration school.
 */
export function serveWindows(built: string): void {
  const { parentPort } = process as unknown as { readonly parentPort: ParentPort };
  const [dataFolder = '', version = '', place = 'school', today = '', years = '1'] =
    process.argv.slice(2);
  const core = createCore({
    dataFolder,
    version,
    place: place === 'demo' ? 'demo' : 'school',
    pdf: {
      workerFile: path.join(built, 'pdf-worker.js'),
      fontsFolder: path.join(built, '..', '..', 'assets', 'fonts'),
    },
    copyWorker: path.join(built, 'copy-worker.js'),
    today: isIsoDate(today) ? today : undefined,
    demoYears: Number(years),
  });
  // A restore that a power cut broke off is ended before anybody looks for the journal.
  const healed = finishInterruptedRestore(schoolFolder(core));
  const handler = new RPCHandler(router);

  /** How each window's connection ends: a window that connects anew has only the new one. */
  const ends = new Map<number, () => void>();

  function serve(port: Port, window: number): void {
    ends.get(window)?.();
    const connection = connect(core);
    const end = () => {
      disconnect(core, connection);
      port.close();
    };
    ends.set(window, end);
    handler.upgrade(port, { context: { core, connection } });
    port.on('close', () => {
      if (ends.get(window) === end) ends.delete(window);
      disconnect(core, connection);
    });
    port.start();
  }

  parentPort.on('message', ({ data, ports: [port] }) => {
    if (data.kind === 'connect' && port !== undefined) {
      void healed.finally(() => serve(port, data.window));
    } else if (data.kind === 'grant') core.grants.add(data.grant, data.of, data.path);
    else if (data.kind === 'end') {
      shutDown(core);
      process.exit(0);
    }
  });
  process.on('uncaughtException', (error) => core.log.failure('uncaught', error));
  process.on('unhandledRejection', (error) => core.log.failure('unhandled', error));
}
