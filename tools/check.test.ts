import { delimiter, dirname } from 'node:path'

import { expect, it, vi } from 'vitest'

import { runQuietly } from './check.ts'

it('finds the programs of the checks by itself, whatever the path says', async () => {
  // Node itself, without which no program of ours starts.
  vi.stubEnv('PATH', `${dirname(process.execPath)}${delimiter}/usr/bin`)
  try {
    expect(await runQuietly(['knip', '--version'])).toMatchObject({ status: 0 })
  } finally {
    vi.unstubAllEnvs()
  }
})
