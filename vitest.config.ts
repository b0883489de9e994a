import { defineConfig } from 'vitest/config';

const units = {
  testTimeout: 30_000,
  maxWorkers: '100%',
  // Before Dexie, which looks for it once.
  setupFiles: ['fake-indexeddb/auto'],
  // Formatters keep the time zone that they were made in.
  env: { TZ: 'America/New_York' },
};

export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          ...units,
          name: 'unit',
          include: ['tests/unit/**/*.test.ts', 'tests/contract/**/*.test.ts'],
          // What a file reads is read once a worker: no module keeps anything of a test.
          isolate: false,
        },
      },
      {
        // What React draws keeps more behind than a module may.
        test: { ...units, name: 'screens', include: ['tests/unit/**/*.test.tsx'] },
      },
      {
        test: {
          name: 'sim',
          include: ['tests/sim/**/*.test.ts'],
          testTimeout: 600_000,
          maxWorkers: '100%',
        },
      },
      {
        test: {
          name: 'server',
          include: ['tests/server/**/*.test.ts'],
          // They wait much: for processes that start, for what is tried again.
          maxWorkers: 3,
          // As the units'.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 10_000, interval: 100 } },
          // They wait much: for a page, a timer, a server that is away.
          maxWorkers: 3,
          // As the units'.
          isolate: false,
          // The built server is Node's to read, as where it is used.
          server: { deps: { external: [/\/dist\/server\//] } },
        },
      },
    ],
  },
});
