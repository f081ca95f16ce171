import { defineConfig } from '@playwright/test';
import { programPath } from '@canar/test-programs';

const executablePath = programPath('chromium', process.env) ?? undefined;

/** One browser walks the running product; without a browser nothing runs and every test counts as skipped. */
export default defineConfig({
  testDir: 'src',
  testMatch: '**/*.e2e-spec.ts',
  outputDir: '../../test-results/web-e2e',
  globalSetup: './src/global-setup.ts',
  workers: 1,
  timeout: 480_000, // these end what hangs; a slow machine does not reach them
  expect: { timeout: 120_000 },
  forbidOnly: true,
  reporter: [['list'], ['../../tools/test/playwright-counts.cjs', { project: 'web-e2e' }]],
  use: {
    ...(process.env['CANAR_E2E_URL'] && { baseURL: process.env['CANAR_E2E_URL'] }),
    launchOptions: { ...(executablePath && { executablePath }) },
    actionTimeout: 120_000,
    viewport: { width: 1280, height: 900 },
  },
});
