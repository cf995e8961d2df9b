#!/usr/bin/env node
// npm run bench: measures the built program, prints medians beside their limits, writes JSON.
import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import { ensureEverything, root, tool } from './lib/steps.mjs';

await ensureEverything({ tests: true });
if (!(await tool('electron-vite', ['build', '--logLevel', 'warn']))) process.exit(1);
const electron = createRequire(`${root}/package.json`)('electron');
const scratch = path.join(root, 'out', 'bench');
const results = path.join(root, 'bench-results');
await mkdir(scratch, { recursive: true });
await mkdir(results, { recursive: true });

const { build } = await import('vite');
const outside = ['better-sqlite3', 'pdfmake'];
for (const name of ['build-schools', 'core-bench']) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: path.join(root, `electron/e2e/bench/${name}.ts`),
      outDir: path.join(scratch, 'bundle'),
      emptyOutDir: false,
      target: 'node24',
      rollupOptions: {
        external: outside,
        output: { format: 'es', entryFileNames: `${name}.mjs` },
      },
    },
    ssr: { noExternal: true, external: outside },
  });
}
const inNode = (name, ...args) =>
  execFileSync(electron, [path.join(scratch, 'bundle', `${name}.mjs`), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', SQLITE_USE_URI: '1' },
  });

const one = path.join(scratch, 'one-year');
const ten = path.join(scratch, 'ten-years');
const large = path.join(scratch, 'large-class');
const thirty = path.join(scratch, 'thirty-classes');
console.log('Building the schools to measure on (once; ten years take under a minute)…');
inNode('build-schools', one, '1');
inNode('build-schools', ten, '10');
inNode('build-schools', thirty, '1', 'thirty');
inNode('build-schools', large, '1', 'large');

console.log('Measuring the core…');
const built = (name) => path.join(root, 'out', 'main', name);
const core = inNode(
  'core-bench',
  one,
  ten,
  built('pdf-worker.js'),
  built('copy-worker.js'),
  scratch,
);

console.log('Measuring the window…');
const windowRows = path.join(scratch, 'window.json');
const measured = await tool('@playwright/test', ['test', '--project=bench'], {
  env: { BENCH_SCHOOL: ten, BENCH_THIRTY: thirty, BENCH_LARGE: large, BENCH_RESULTS: windowRows },
});
if (!measured) process.exit(1);
const { default: inWindow } = await import(windowRows, { with: { type: 'json' } });

const rows = [...inWindow, ...JSON.parse(core)];
const number = (value) => (value < 10 ? value.toFixed(2) : value.toFixed(0));
console.log(
  `\n${'what'.padEnd(52)} ${'median'.padStart(9)} ${'95 %'.padStart(9)} ${'limit'.padStart(8)}   beside`,
);
for (const { name, median, p95, unit, limit, limitOf = 'p95', beside } of rows) {
  const compared = limitOf === 'median' ? median : p95;
  const verdict = limit === null ? ' ' : compared <= limit ? '✓' : '✗';
  console.log(
    `${name.padEnd(52)} ${`${number(median)} ${unit}`.padStart(9)} ${`${number(p95)} ${unit}`.padStart(9)} ${(limit === null ? '' : `${limit} ${unit}`).padStart(8)} ${verdict} ${beside}`,
  );
}
const report = {
  at: new Date().toISOString(),
  machine: { cores: os.cpus().length, model: os.cpus()[0]?.model, memory: os.totalmem() },
  rows,
};
await writeFile(path.join(results, 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(`\nWritten to ${path.relative(root, path.join(results, 'latest.json'))}`);
