import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Tests that build sites, or look at the archives that are built once for all of them. */
const OF_BUILT_SITES = [
  'addresses',
  'annotations',
  'build',
  'changed-code',
  'check',
  'cite',
  'controls',
  'data',
  'demo',
  'desk',
  'direction',
  'hostile',
  'incremental',
  'internal-links',
  'languages',
  'links',
  'metadata',
  'paging',
  'published-records',
  'reader',
  'release',
  'search',
  'serve',
  'site',
  'withdraw',
].map((name) => `tests/${name}.test.ts`);

/** What commands and tests say is in English. */
const setupFiles = ['tests/speak-english.ts'];

/** Commands run in processes of their own, so that every core has work. */
const WORKERS = availableParallelism();

export default defineConfig({
  test: {
    // Test files leave nothing behind in a process, and most of their time was loading what they have in common.
    isolate: false,
    projects: [
      {
        test: {
          name: 'unit',
          setupFiles,
          include: ['src/**/*.test.ts'],
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'content',
          setupFiles,
          include: ['tests/*.test.ts'],
          exclude: OF_BUILT_SITES,
          maxWorkers: WORKERS,
          sequence: { groupOrder: 1 },
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'site',
          setupFiles,
          include: OF_BUILT_SITES,
          globalSetup: 'tests/global-setup.ts',
          maxWorkers: WORKERS,
          sequence: { groupOrder: 2 },
          testTimeout: 600_000,
          // What a page shows is waited for, however slow the machine.
          expect: { poll: { timeout: 30_000 } },
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
