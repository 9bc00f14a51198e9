import { defineConfig } from 'vitest/config';

/** Plain functions over plain data: no database, no server, no waiting. */
const core = [
  'test/*.test.ts',
  'test/{inbound,dialog,triage,complaint,policy,policies,outbox,crisis,report}/**/*.test.ts',
  'test/adapters/**/{receive,render,manifest}*.test.ts',
];
const never = [
  'test/bench/**',
  'test/eval/**',
  // Needs Chromium: asked for by name.
  ...(process.env.BROWSER === '1' ? [] : ['test/browser/**']),
];

// biome-ignore lint/style/noDefaultExport: vitest reads the default export.
export default defineConfig({
  test: {
    // Most of a test's time is waiting for the database: more than one a core.
    maxWorkers: 3,
    projects: [
      { test: { name: 'core', include: core, isolate: false } },
      {
        test: {
          name: 'full',
          include: ['test/**/*.test.ts'],
          exclude: [...core, ...never],
          globalSetup: 'test/support/global-setup.ts',
          testTimeout: 120_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
});
