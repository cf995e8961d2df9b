import os from 'node:os';
import type { IsoDate } from '#domain/calendar/iso-date';
import type { Connection, Core, Place } from './context';
import { createGrants } from './grants';
import { DEFAULT_COST, type Cost } from './keys/slots';
import { dayOf } from './local-time';
import { createPageEvents } from './journal/page-events';
import { openLog, type Log } from './log';
import { pdfRenderer } from './sheets/pdf';
import { createAttempts } from './session/attempts';
import { endSession } from './session/end-session';
import { closeJournal, closeWhenUnused } from './session/journal-state';

export type CoreOptions = {
  readonly dataFolder: string;
  readonly version: string;
  readonly place: Place;
  /** Where the thread that makes PDFs and its fonts lie. */
  readonly pdf: { readonly workerFile: string; readonly fontsFolder: string };
  /** Where the thread that checks copies lies. */
  readonly copyWorker: string;
  /** Only tests and measurements name a day; otherwise it is this computer's. */
  readonly today?: IsoDate | undefined;
  readonly idleMinutes?: number;
  readonly demoYears?: number;
  readonly keyCost?: Cost;
  readonly now?: () => Date;
  readonly log?: Log;
};

/** A core that serves nobody yet. */
export function createCore(options: CoreOptions): Core {
  const now = options.now ?? (() => new Date());
  return {
    dataFolder: options.dataFolder,
    version: options.version,
    workstation: os.hostname(),
    idleMinutes: options.idleMinutes ?? 10,
    demoYears: options.demoYears ?? 1,
    keyCost: options.keyCost ?? DEFAULT_COST,
    today: () => options.today ?? dayOf(now()),
    now,
    log: options.log ?? openLog(options.dataFolder),
    grants: createGrants(),
    pageEvents: createPageEvents(),
    attempts: createAttempts(),
    pdf: pdfRenderer(options.pdf),
    copyWorker: options.copyWorker,
    connections: new Set(),
    place: options.place,
    open: null,
    replacing: false,
  };
}

let connectionsMade = 0;

/** A new window. */
export function connect(core: Core): Connection {
  connectionsMade += 1;
  const connection: Connection = {
    id: connectionsMade,
    session: null,
    accountSecret: null,
    locked: false,
    lastSeen: core.now().getTime(),
  };
  core.connections.add(connection);
  return connection;
}

/** The window is gone. */
export function disconnect(core: Core, connection: Connection): void {
  endSession(connection);
  core.connections.delete(connection);
  closeWhenUnused(core);
}

/** The program ends. */
export function shutDown(core: Core): void {
  closeJournal(core);
  void core.pdf.close();
}
