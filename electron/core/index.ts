/** The core's process: plain Node in Electron's utilityProcess. */
import { enableCompileCache } from 'node:module';
import path from 'node:path';

// Code compiled once is not compiled at every start; what follows must be loaded after this.
enableCompileCache(path.join(process.argv[2] ?? '', 'compiled'));
const { serveWindows } = await import('./serve');
serveWindows(import.meta.dirname);
