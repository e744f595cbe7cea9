import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts'] } },
      {
        test: {
          name: 'site',
          include: ['tests/*.test.ts'],
          globalSetup: 'tests/global-setup.ts',
          // The builds share the machine's cores with the browser.
          fileParallelism: false,
          testTimeout: 120_000,
          // What a page shows is waited for, however slow the machine.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
