import path from 'node:path';
import { expect, test, vi } from 'vitest';

vi.mock('electron', () => ({ protocol: {}, app: {}, session: {} }));
const { CONTENT_SECURITY_POLICY, fileBehind } = await import('./app-protocol');
const { isOwnAddress } = await import('./security');

const folder = path.resolve('/program/renderer');

test.each([
  ['app://journal/index.html', 'index.html'],
  ['app://journal/assets/a%20b.js', 'assets/a b.js'],
  ['app://journal/assets/../index.html', 'index.html'],
])('%s is a file of the program', (url, name) => {
  expect(fileBehind(folder, url)).toBe(path.join(folder, name));
});

test.each([
  'app://journal/',
  'app://journal/..%2f..%2fetc%2fpasswd',
  'app://journal/%2e%2e/%2e%2e/etc/passwd',
  'app://journal/..%5c..%5csecret',
  'app://journal/a%00.html',
  'app://journal/%E0%A4%A',
])('%s never leaves the folder', (url) => {
  const file = fileBehind(folder, url);
  expect(file === undefined || file.startsWith(folder + path.sep)).toBe(true);
});

test('only the program itself is an own address', () => {
  expect(isOwnAddress('app://journal/index.html#/journal')).toBe(true);
  for (const address of [
    'app://other/index.html',
    'https://journal/',
    'file:///index.html',
    'app://journal.evil.example/',
    'not an address',
  ]) {
    expect(isOwnAddress(address), address).toBe(false);
  }
});

test('no script from outside and none made of text', () => {
  expect(CONTENT_SECURITY_POLICY).toContain("default-src 'none'");
  expect(CONTENT_SECURITY_POLICY).toContain("script-src 'self'");
  expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe-eval|https?:|\*/);
});
