// What makes `electron <path>` work: stands where Electron's own default app would,
// in the runtime that came from the npm registry.
import { app, dialog } from 'electron/main';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Options before the app's path; everything after the path belongs to the app. */
function readArguments(args) {
  const preload = [];
  let answer;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i];
    if (arg === '-r' || arg === '--require') preload.push(args[++i]);
    else if (arg === '-v' || arg === '--version') answer ??= `v${process.versions.electron}`;
    else if (arg === '-a' || arg === '--abi') answer ??= process.versions.modules;
    else if (!arg.startsWith('-')) return { preload, target: arg };
  }
  return {
    preload,
    answer: answer ?? 'Usage: electron [-r module] <folder or script> [arguments]',
  };
}

function introduce(folder) {
  const manifest = path.join(folder, 'package.json');
  if (!existsSync(manifest)) {
    const isFolder = existsSync(folder) && statSync(folder).isDirectory();
    app.setAppPath(isFolder ? folder : path.dirname(folder));
    return;
  }
  const { version, productName, name, desktopName } = JSON.parse(readFileSync(manifest, 'utf8'));
  if (version) app.setVersion(version);
  if (productName ?? name) app.setName(String(productName ?? name).trim());
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`);
  app.setAppPath(folder);
}

function entryOf(folder) {
  try {
    return Module._resolveFilename(folder, null, true);
  } catch (error) {
    const message = `No Electron app at ${folder}\n${error.message}`;
    console.error(message);
    if (process.env.ELECTRON_NO_DIALOG !== '1') dialog.showErrorBox('Electron', message);
    process.exit(1);
  }
}

// A copy of argv: a preloaded module may edit the original.
const { preload, target, answer } = readArguments(process.argv.slice(1));
const require = createRequire(import.meta.url);
for (const id of preload) {
  require(path.isAbsolute(id) ? id : require.resolve(id, { paths: [process.cwd()] }));
}
if (target === undefined) {
  console.log(answer);
  process.exit(0);
}
Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const folder = path.resolve(target);
introduce(folder);
await import(pathToFileURL(entryOf(folder)).href);
