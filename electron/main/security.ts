import { app, session } from 'electron';
import { APP_ORIGIN } from './app-protocol';

/** Whether an address is one of the program's own screens. */
export function isOwnAddress(address: string): boolean {
  try {
    const { protocol, host } = new URL(address);
    return `${protocol}//${host}` === APP_ORIGIN;
  } catch {
    return false;
  }
}

/** Rules for every window there is and will be: no way out of the program, no permissions. */
export function hardenEverything(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

/** After the app is ready: what the pages may ask of the system is nothing but the clipboard. */
export function denyPermissions(): void {
  const { defaultSession } = session;
  const allowed = (permission: string) => permission === 'clipboard-sanitized-write';
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(allowed(permission)),
  );
  defaultSession.setPermissionCheckHandler((_contents, permission) => allowed(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  // Only what leads outside is asked about: the program's own files need not wait for an answer.
  const urls = ['http', 'https', 'ws', 'wss', 'ftp', 'file'].map((scheme) => `${scheme}://*/*`);
  defaultSession.webRequest.onBeforeRequest({ urls }, (details, answer) => {
    answer({ cancel: !isDevelopmentServer(details.url) });
  });
}

/**
 * Where the screens come from while the program is being written. Never in the program people get:
 * whoever sets a variable of the system must not bring a page of their own to the journal.
 */
export const developmentServer = (): string | undefined =>
  app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];

function isDevelopmentServer(address: string): boolean {
  const server = developmentServer();
  if (server === undefined) return false;
  return new URL(address).host === new URL(server).host;
}
