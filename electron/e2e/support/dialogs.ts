import type { ElectronApplication } from '@playwright/test';

/** Answers the system's dialogs as a person would who chose this file or folder. */
export async function chooseInDialogs(app: ElectronApplication, chosen: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    Object.assign(dialog, {
      showOpenDialog: () => Promise.resolve({ canceled: false, filePaths: [filePath] }),
      showSaveDialog: () => Promise.resolve({ canceled: false, filePath }),
    });
  }, chosen);
}

/** A printer that takes every paper and says so; answers how many it has taken. */
export async function printAtOnce(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ BrowserWindow }) => {
    const printer = globalThis as { papers?: number };
    printer.papers = 0;
    for (const window of BrowserWindow.getAllWindows()) {
      window.webContents.print = (_options, done) => {
        printer.papers = (printer.papers ?? 0) + 1;
        done?.(true, '');
      };
    }
  });
  return () => app.evaluate(() => (globalThis as { papers?: number }).papers ?? 0);
}
