import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { app, dialog, type BrowserWindow, type MessagePortMain } from 'electron';
import { shellContract, type Grant } from '#contract/shell';
import type { CoreProcess } from './core-process';
import { suggestedFileName } from './file-name';
import { DIALOG_TEXT, FILE_FILTERS } from './text';

type ShellContext = {
  readonly window: BrowserWindow;
  readonly core: CoreProcess;
  readonly dataFolder: string;
  readonly openWindow: () => void;
};

const os = implement(shellContract).$context<ShellContext>();

/** The core learns the path, the window only a number and the name. */
function grantOf(
  core: CoreProcess,
  of: Parameters<CoreProcess['grant']>[1],
  chosen: string | undefined,
): Grant | null {
  if (chosen === undefined || chosen === '') return null;
  const grant = randomUUID();
  core.grant(grant, of, chosen);
  return { grant, name: path.basename(chosen) };
}

function print(window: BrowserWindow, landscape: boolean) {
  return new Promise<{ outcome: 'printed' | 'cancelled' | 'noPrinter' }>((resolve) => {
    const options = { landscape, pageSize: 'A4', margins: { marginType: 'none' } } as const;
    window.webContents.print(options, (success, reason) => {
      if (success) resolve({ outcome: 'printed' });
      else resolve({ outcome: /cancel/i.test(reason) ? 'cancelled' : 'noPrinter' });
    });
  });
}

const router = os.router({
  chooseFile: os.chooseFile.handler(async ({ input, context: { window, core } }) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: DIALOG_TEXT[input.kind],
      filters: FILE_FILTERS[input.kind],
      properties: ['openFile'],
    });
    return grantOf(core, 'open', filePaths[0]);
  }),
  chooseFolder: os.chooseFolder.handler(async ({ input, context: { window, core } }) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title: DIALOG_TEXT[input.purpose],
      properties: ['openDirectory', 'createDirectory'],
    });
    return grantOf(core, input.purpose, filePaths[0]);
  }),
  chooseSavePlace: os.chooseSavePlace.handler(async ({ input, context: { window, core } }) => {
    const { filePath } = await dialog.showSaveDialog(window, {
      title: DIALOG_TEXT.save,
      defaultPath: path.join(
        app.getPath('documents'),
        suggestedFileName(input.suggestedName, input.kind),
      ),
      filters: FILE_FILTERS[input.kind],
    });
    return grantOf(core, 'save', filePath);
  }),
  print: os.print.handler(({ input, context }) => print(context.window, input.landscape)),
  newWindow: os.newWindow.handler(({ context }) => context.openWindow()),
  about: os.about.handler(({ context }) => ({
    version: app.getVersion(),
    dataFolder: context.dataFolder,
  })),
});

const handler = new RPCHandler(router);

/** Serves one window's questions to the shell. */
export function serveShell(port: MessagePortMain, context: ShellContext): void {
  handler.upgrade(port, { context });
  port.start();
}
