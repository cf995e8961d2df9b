/** The two doors of the window: to the shell (dialogs, printing) and to the core (the journal). */
export type Ports = { readonly shell: MessagePort; readonly core: MessagePort };

/** The window got no ports, or the core went away: nothing can be asked any more. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError';
}

const READY = 'school-journal:ready';
const PORTS = 'school-journal:ports';
const PATIENCE_MS = 30_000;

/**
 * Tells the preload that the page listens and waits for the two ports it hands over, once a page load.
 * Rejects with ConnectionError when none come within half a minute.
 */
export function receivePorts(page: Window): Promise<Ports> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      page.removeEventListener('message', listen);
      page.clearTimeout(timer);
    };
    const listen = (event: MessageEvent<unknown>) => {
      const [shell, core] = event.ports;
      const fromPreload = event.source === page && event.origin === page.location.origin;
      if (!fromPreload || event.data !== PORTS || shell === undefined || core === undefined) return;
      stop();
      shell.start();
      core.start();
      resolve({ shell, core });
    };
    const timer = page.setTimeout(() => {
      stop();
      reject(new ConnectionError('no ports'));
    }, PATIENCE_MS);
    page.addEventListener('message', listen);
    page.postMessage(READY, page.location.origin);
  });
}

let ports: Promise<Ports> | undefined;

/** The ports of this window, asked for at the first call. */
export const connect = (): Promise<Ports> => (ports ??= receivePorts(window));
