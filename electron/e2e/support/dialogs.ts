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
