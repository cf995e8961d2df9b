import { defineConfig } from '@playwright/test';

export default defineConfig({
  testDir: './electron/e2e',
  testMatch: '**/*.e2e.ts',
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env['CI'] !== undefined,
  // A window on a busy machine is now and then late; what needed a second try is listed as flaky.
  retries: process.env['CI'] === undefined ? 0 : 1,
  reporter:
    process.env['PLAYWRIGHT_JSON_OUTPUT_NAME'] === undefined ? 'list' : [['list'], ['json']],
  globalSetup: './electron/e2e/support/display.ts',
  outputDir: './test-results/e2e',
  use: { trace: 'retain-on-failure' },
  projects: [
    { name: 'built', testDir: './electron/e2e/stories' },
    { name: 'bench', testDir: './electron/e2e/bench', testMatch: '**/*.bench.ts' },
    { name: 'packaged', testDir: './electron/e2e/packaged' },
  ],
});
