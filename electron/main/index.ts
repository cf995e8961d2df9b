import { app, BrowserWindow, dialog, Menu } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol';
import { startCore, type CoreProcess } from './core-process';
import { resolvePaths } from './paths';
import { denyPermissions, hardenEverything } from './security';
import { FAILURE_TEXT } from './text';
import { createWindows } from './windows';

registerAppScheme();
hardenEverything();
Menu.setApplicationMenu(null);
const paths = resolvePaths();
const demo = process.argv.includes('--demo');
let core: CoreProcess | undefined;

function launchCore(): CoreProcess {
  core = startCore({
    file: paths.core,
    dataFolder: paths.data,
    version: app.getVersion(),
    place: demo ? 'demo' : 'school',
    // A day of one's own choosing would let marks be back-dated: not in the program people get.
    today: app.isPackaged ? '' : (process.env['SCHOOL_JOURNAL_TODAY'] ?? ''),
    onLost: () => void restartCore(),
  });
  return core;
}

/** The core broke: everything shown as saved is on disk, so it starts anew with fresh windows. */
async function restartCore(): Promise<void> {
  launchCore();
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  await dialog.showMessageBox({
    type: 'warning',
    title: FAILURE_TEXT.title,
    message: FAILURE_TEXT.coreLost,
  });
}

function failedToStart(): void {
  dialog.showErrorBox(FAILURE_TEXT.title, `${FAILURE_TEXT.startFailed}: ${paths.data}`);
  app.exit(1);
}
process.on('unhandledRejection', failedToStart);
process.on('uncaughtException', failedToStart);

if (app.requestSingleInstanceLock()) {
  const windows = createWindows({
    preload: paths.preload,
    core: () => core ?? launchCore(),
    dataFolder: paths.data,
  });
  app.on('second-instance', () => windows.open());
  app.on('window-all-closed', () => app.quit());
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended || core === undefined) return;
    event.preventDefault();
    void core.end().then(() => {
      ended = true;
      app.quit();
    });
  });
  launchCoreEarly();
  void app.whenReady().then(() => {
    serveApp(paths.renderer);
    denyPermissions();
    windows.open();
  });
} else {
  app.quit();
}

/** A utility process may start only when the app is ready; it overlaps the window's own start. */
function launchCoreEarly(): void {
  app.once('ready', () => launchCore());
}
