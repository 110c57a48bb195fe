import { defineConfig } from 'vitest/config'

// Three projects, so that a person can run one floor at a time: `npx vitest run --project units`.
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
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts'],
          globalSetup: ['server/platform/testing/postgres-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: 'pages',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['server/platform/testing/postgres-setup.ts'],
          testTimeout: 120_000,
          hookTimeout: 300_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
