import {
  BrowserWindow,
  MessageChannelMain,
  type MessagePortMain,
  type WebFrameMain,
} from 'electron';
import { APP_ORIGIN } from './app-protocol';
import type { CoreProcess } from './core-process';
import { developmentServer, isOwnAddress } from './security';

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
    const address = developmentServer() ?? `${APP_ORIGIN}/index.html`;
    void window.loadURL(address);
    // Beside the page, not before the window: the page comes later with its first question.
    const shellService = import('./shell-service');
    let shellPort: MessagePortMain | undefined;
    const handPorts = async (page: WebFrameMain | null) => {
      const { serveShell } = await shellService;
      if (page === null || window.isDestroyed() || page !== webContents.mainFrame) return;
      if (!isOwnAddress(page.url) && developmentServer() === undefined) return;
      // A page has one pair: asking over and over must not fill the memory.
      shellPort?.close();
      const { port1, port2 } = new MessageChannelMain();
      shellPort = port1;
      serveShell(port1, { window, core: core(), dataFolder, openWindow: () => open() });
      webContents.postMessage(PORTS, null, [port2, core().connect(window.id)]);
    };
    webContents.ipc.on(READY, ({ senderFrame }) => void handPorts(senderFrame));
    return window;
  }
  return { open };
}
