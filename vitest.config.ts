import { join } from 'node:path'

import { defineConfig } from 'vitest/config'

// Our worker threads and programs that tests start find stripped TypeScript where `bin/with-node.mjs` keeps it.
process.env['NODE_COMPILE_CACHE'] ??= join(import.meta.dirname, 'node_modules', '.cache', 'pult-compiled')

// A limit is for what hangs, not for what is slow: other tests and tools run beside on the same two cores.
const patient = { poll: { timeout: 30_000 } }

// Three projects, so that a person can run one floor at a time: `npx vitest run --project units`. Files of one worker
// share what they have imported (`isolate: false`): loading it anew for each file was a third of the time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'units',
          include: [
            'engine/**/*.test.ts',
            'contract/**/*.test.ts',
            'tools/**/*.test.ts',
            'cli/**/*.test.ts',
            'web/**/*.test.ts',
          ],
          exclude: ['**/node_modules/**', '**/*.server.test.ts'],
          setupFiles: ['tools/seed-properties.ts'],
          testTimeout: 60_000,
          expect: patient,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          setupFiles: ['tools/seed-properties.ts'],
          globalSetup: ['server/platform/testing/postgres-setup.ts'],
          testTimeout: 180_000,
          expect: patient,
          hookTimeout: 180_000,
          isolate: false,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['server/platform/testing/postgres-setup.ts', 'e2e/web-setup.ts'],
          testTimeout: 120_000,
          expect: patient,
          hookTimeout: 300_000,
          // One browser fills two cores; two at once take longer than one after the other.
          fileParallelism: false,
          isolate: false,
        },
      },
    ],
  },
})
