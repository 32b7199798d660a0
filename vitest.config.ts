import { defineConfig } from 'vitest/config';

/** `kern` tests everything without a built portal; `portal` builds one and looks at it, in part with a browser. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'kern',
          include: ['test/**/*.test.ts'],
          exclude: ['test/portal/**'],
          testTimeout: 30_000,
          // The tests share no state, and loading the parsers anew for every file would take twice as long.
          isolate: false,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'portal',
          include: ['test/portal/**/*.test.ts'],
          globalSetup: ['test/portal/setup.ts'],
          // After the others, and three at a time, for browsers wait often: each file has a server and a browser of its own.
          sequence: { groupOrder: 1 },
          maxWorkers: 3,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
});
