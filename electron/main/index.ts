import { app, BrowserWindow, dialog, Menu } from 'electron';
import { registerAppScheme, serveApp } from './app-protocol';
import { startCore, type CoreProcess } from './core-process';
import { openShellLog } from './log';
import { resolvePaths } from './paths';
import { denyPermissions, hardenEverything } from './security';
import { FAILURE_TEXT } from './text';
import { createWindows } from './windows';

// Chromium holds messages back after a key until the next frame: a mark would show as saved a frame
// later than it is on the disk.
app.commandLine.appendSwitch('disable-features', 'DeferRendererTasksAfterInput');
registerAppScheme();
hardenEverything();
Menu.setApplicationMenu(null);
const paths = resolvePaths();
const log = openShellLog(paths.data);
const demo = process.argv.includes('--demo');
/** `--years 10` builds a demonstration school of ten years, to measure on. */
const demoYears = yearsOf(process.argv[process.argv.indexOf('--years') + 1]);
let core: CoreProcess | undefined;
let started = false;

function yearsOf(text: string | undefined): number {
  const years = process.argv.includes('--years') ? Number(text) : 1;
  return Number.isInteger(years) && years >= 1 && years <= 10 ? years : 1;
}

function launchCore(): CoreProcess {
  core = startCore({
    file: paths.core,
    dataFolder: paths.data,
    version: app.getVersion(),
    place: demo ? 'demo' : 'school',
    // A day of one's own choosing would let marks be back-dated: not in the program people get.
    today: app.isPackaged ? '' : (process.env['SCHOOL_JOURNAL_TODAY'] ?? ''),
    demoYears,
    onLost: () => void restartCore(),
  });
  return core;
}

/** The core broke: everything shown as saved is on disk, so it starts anew with fresh windows. */
async function restartCore(): Promise<void> {
  log('the core is gone', undefined);
  launchCore();
  for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
  await dialog.showMessageBox({
    type: 'warning',
    title: FAILURE_TEXT.title,
    message: FAILURE_TEXT.coreLost,
  });
}

function failed(error: unknown): void {
  log('not handled', error);
  if (started) return;
  dialog.showErrorBox(FAILURE_TEXT.title, `${FAILURE_TEXT.startFailed}: ${paths.data}`);
  app.exit(1);
}
process.on('unhandledRejection', failed);
process.on('uncaughtException', failed);

/** Lets the core close the journal before the program ends. */
function endWithCore(): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended || core === undefined) return;
    event.preventDefault();
    void core.end().finally(() => {
      ended = true;
      app.quit();
    });
  });
}

if (app.requestSingleInstanceLock()) {
  const windows = createWindows({
    preload: paths.preload,
    core: () => core ?? launchCore(),
    dataFolder: paths.data,
  });
  app.on('second-instance', () => windows.open());
  app.on('window-all-closed', () => app.quit());
  endWithCore();
  void app.whenReady().then(() => {
    serveApp(paths.renderer);
    denyPermissions();
    // The demonstration's log-in shows its people, whom only the core knows. The school's own is drawn
    // without it: side by side they would only hold each other up, so the core follows the page's code.
    if (demo) launchCore();
    windows.open().webContents.once('dom-ready', () => void (core ?? launchCore()));
    started = true;
  });
} else {
  app.quit();
}
