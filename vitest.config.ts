import { defineConfig } from 'vitest/config'

// One list of the three kinds of proof: units next to their code, HTTP on a real Postgres, journeys in a browser.
export default defineConfig({
  test: {
    // On two cores the usual choice is one worker, and a database that waits leaves the other core idle.
    maxWorkers: 2,
    // Files of one worker share what they import: read anew for each, the whole server costs more than most files' tests. What a file
    // makes is its own database, folder and clock; nothing may be kept in a module that another database would contradict.
    // One kind after the other (groupOrder), so that a worker goes on to a file of its own kind.
    isolate: false,
    // What no import shows: `npm run check` runs everything after a change of these.
    forceRerunTriggers: ['**/package.json', '**/vitest.config.*', 'server/migrations/**', 'server/test/global.ts'],
    projects: [
      { test: { name: 'units', include: ['algorithms/**/*.test.ts', 'words/**/*.test.ts', 'server/src/**/rules.test.ts', 'server/src/kernel/**/*.test.ts', 'server/src/commands/**/*.test.ts', 'web/src/**/*.test.ts'], testTimeout: 30_000, sequence: { groupOrder: 1 } } },
      {
        test: {
          name: 'server',
          include: ['server/src/features/**/*.test.ts', 'server/test/**/*.test.ts'],
          exclude: ['**/rules.test.ts'],
          globalSetup: ['server/test/global.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['e2e/**/*.test.ts'],
          globalSetup: ['server/test/global.ts', 'e2e/demonstration.ts'],
          testTimeout: 600_000,
          hookTimeout: 300_000,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
