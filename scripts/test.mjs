#!/usr/bin/env node
// npm test: everything that must hold before a change lands. The last line counts the tests.
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { ensureEverything, inElectron, root, run, tool } from './lib/steps.mjs';

const results = path.join(root, 'test-results');
const counts = { passed: 0, failed: 0, skipped: 0 };
const broken = [];

async function step(title, work, advice) {
  console.log(`\n▸ ${title}`);
  const started = performance.now();
  const well = await work();
  console.log(
    `  ${well ? 'ok' : 'FAILED'} in ${Math.round((performance.now() - started) / 1000)} s`,
  );
  if (!well) broken.push(`${title}: ${advice}`);
  return well;
}

async function countVitest(file) {
  const report = JSON.parse(await readFile(file, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
}

async function countPlaywright(file) {
  const { stats } = JSON.parse(await readFile(file, 'utf8'));
  counts.passed += stats.expected + stats.flaky;
  counts.failed += stats.unexpected;
  counts.skipped += stats.skipped;
}

async function counted(file, work, count) {
  const well = await work();
  try {
    await count(file);
  } catch {
    counts.failed += 1; // the run broke before it could report
  }
  return well;
}

await ensureEverything({ tests: true });
await rm(results, { recursive: true, force: true });
await mkdir(results, { recursive: true });

await step('Types of every layer', () => tool('typescript', ['-b']), 'npm run typecheck');
await step(
  'Lint and layers',
  () => tool('oxlint', ['--type-aware', '--deny-warnings']),
  'npm run lint',
);
await step('Format', () => tool('oxfmt', ['--check']), 'npm run format mends it');
await step('Dead code', () => tool('knip', []), 'npm run dead-code');

const unit = path.join(results, 'unit.json');
await step(
  'Unit and database tests',
  () =>
    counted(
      unit,
      () =>
        inElectron([
          'vitest',
          'run',
          '--reporter=default',
          '--reporter=json',
          `--outputFile=${unit}`,
        ]),
      countVitest,
    ),
  'npm run test:unit',
);

const built = await step(
  'Build',
  () => tool('electron-vite', ['build', '--logLevel', 'warn']),
  'npm run build',
);
const playwright = (report, project, env = {}) =>
  counted(
    report,
    () =>
      tool('@playwright/test', ['test', `--project=${project}`], {
        env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report, ...env },
      }),
    countPlaywright,
  );
if (built) {
  await step(
    'Stories in a real window',
    () => playwright(path.join(results, 'e2e.json'), 'built'),
    'npm run test:e2e',
  );
  const packaged = await step(
    'Package',
    () => run(process.execPath, ['scripts/package.mjs', '--for-tests']),
    'npm run package',
  );
  if (packaged) {
    await step(
      'A story in the package',
      () =>
        playwright(path.join(results, 'package.json'), 'packaged', {
          SCHOOL_JOURNAL_EXECUTABLE: path.join(
            root,
            'dist/test-build/linux-unpacked/school-journal',
          ),
        }),
      'npx playwright test --project=packaged',
    );
  }
}

const failed = Math.max(counts.failed, broken.length > 0 ? 1 : 0);
if (broken.length > 0) console.log(`\nNot green:\n${broken.map((line) => `  ${line}`).join('\n')}`);
console.log(`\n${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
