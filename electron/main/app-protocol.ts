import { readFileSync } from 'node:fs';
import path from 'node:path';
import { protocol } from 'electron';

export const APP_ORIGIN = 'app://journal';

/** Nothing from anywhere but the program itself; styles may be inline, scripts may not. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** The file behind an address, or undefined where it would lie outside the folder. */
export function fileBehind(folder: string, url: string): string | undefined {
  const { pathname } = new URL(url);
  let name: string;
  try {
    name = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (name.includes('\0')) return undefined;
  const file = path.resolve(folder, `.${path.posix.normalize(`/${name}`)}`);
  return file.startsWith(folder + path.sep) ? file : undefined;
}

/** Must be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: 'app',
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the screens over `app://`: `file://` cannot read the archive once its fuse is off. */
export function serveApp(folder: string): void {
  protocol.handle('app', (request) => {
    const file = fileBehind(folder, request.url);
    if (file === undefined) return new Response(null, { status: 403 });
    try {
      // At once: the files are small, and every turn of the event loop costs a start more than reading.
      return new Response(new Uint8Array(readFileSync(file)), {
        headers: {
          'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
          'content-security-policy': CONTENT_SECURITY_POLICY,
          'x-content-type-options': 'nosniff',
        },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
}
