import { BrowserWindow, MessageChannelMain, type MessagePortMain } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import type { CoreProcess } from './core-process';
import { developmentServer, isOwnAddress } from './security';
import { serveShell } from './shell-service';

type Options = {
  readonly preload: string;
  readonly core: () => CoreProcess;
  readonly dataFolder: string;
};

const READY = 'school-journal:ready';
const PORTS = 'school-journal:ports';

/** Opens windows on the program's screens; each gets its two ports when its page asks for them. */
export function createWindows({ preload, core, dataFolder }: Options) {
  function open(): BrowserWindow {
    const window = new BrowserWindow({
      width: 1366,
      height: 768,
      minWidth: 900,
      minHeight: 600,
      show: false,
      backgroundColor: '#f8f9fa',
      title: 'Школьный журнал',
      autoHideMenuBar: true,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webSecurity: true,
        spellcheck: false,
        devTools: developmentServer() !== undefined,
      },
    });
    window.removeMenu();
    window.once('ready-to-show', () => window.show());
    const { webContents } = window;
    let shellPort: MessagePortMain | undefined;
    webContents.ipc.on(READY, ({ senderFrame }) => {
      if (senderFrame === null || senderFrame !== webContents.mainFrame) return;
      if (!isOwnAddress(senderFrame.url) && developmentServer() === undefined) return;
      // A page has one pair: asking over and over must not fill the memory.
      shellPort?.close();
      const { port1, port2 } = new MessageChannelMain();
      shellPort = port1;
      serveShell(port1, { window, core: core(), dataFolder, openWindow: () => open() });
      webContents.postMessage(PORTS, null, [port2, core().connect(window.id)]);
    });
    const address = developmentServer() ?? `${APP_ORIGIN}/index.html`;
    void window.loadURL(address);
    return window;
  }
  return { open };
}
