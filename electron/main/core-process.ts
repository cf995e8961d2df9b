import { MessageChannelMain, utilityProcess, type MessagePortMain } from 'electron';

export type CoreProcess = {
  /** A new port to the core, for a window; its earlier one ends. */
  readonly connect: (window: number) => MessagePortMain;
  readonly grant: (grant: string, of: 'open' | 'save' | 'copy' | 'restore', path: string) => void;
  /** Lets the core close the journal; resolves when it is gone. */
  readonly end: () => Promise<void>;
};

type Options = {
  readonly file: string;
  readonly dataFolder: string;
  readonly version: string;
  readonly place: 'school' | 'demo';
  readonly today: string;
  readonly demoYears: number;
  /** The core is gone without having been asked to end. */
  readonly onLost: () => void;
};

/** Starts the core beside the windows: a slow query or a crash there never freezes them. */
export function startCore({
  file,
  dataFolder,
  version,
  place,
  today,
  demoYears,
  onLost,
}: Options): CoreProcess {
  const child = utilityProcess.fork(file, [dataFolder, version, place, today, String(demoYears)], {
    serviceName: 'school-journal-core',
    // Read by SQLite when it is loaded: copies on a carrier are opened as immutable.
    env: { ...process.env, SQLITE_USE_URI: '1' },
    stdio: 'inherit',
  });
  let ending = false;
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
      if (!ending) onLost();
    });
  });
  return {
    connect: (window) => {
      const { port1, port2 } = new MessageChannelMain();
      child.postMessage({ kind: 'connect', window }, [port2]);
      return port1;
    },
    grant: (grant, of, path) => child.postMessage({ kind: 'grant', grant, of, path }),
    end: async () => {
      ending = true;
      child.postMessage({ kind: 'end' });
      const late = setTimeout(() => child.kill(), 5000);
      await gone;
      clearTimeout(late);
    },
  };
}
