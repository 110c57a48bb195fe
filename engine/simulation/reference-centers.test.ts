import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it, vi } from 'vitest'

import type { Estimate } from './index.ts'
import { readCenterModel, simulateCenter } from './index.ts'
import { mmc, mmcAbandon, printedIntervals, simpleMsk } from './testing/reference-centers.ts'

const folder = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'data/contactcenters')
const isThere = existsSync(folder)
if (!isThere) console.warn(`Skipped: the outputs of ContactCenters are not in ${folder}.`)

// Millions of contacts, on whatever machine.
vi.setConfig({ testTimeout: 60_000 })

const runs = { replications: 2000, seed: 1 }
const run = (input: unknown) => simulateCenter(readCenterModel(input).model, runs)
const reportOf = (name: string): string => readFileSync(join(folder, `${name}.res.txt`), 'utf8')

function expectMeets({ mean, halfWidth }: Estimate, printed: readonly [number, number] | undefined): void {
  expect(printed).toBeDefined()
  const [low, high] = printed ?? [0, 0]
  // The service levels are printed to three digits.
  const slack = high < 1 ? 0.0005 : 0
  expect(mean + (halfWidth ?? 0)).toBeGreaterThanOrEqual(low - slack)
  expect(mean - (halfWidth ?? 0)).toBeLessThanOrEqual(high + slack)
}

describe.skipIf(!isThere)('the printed outputs of ContactCenters', () => {
  it('MMC', () => {
    const report = reportOf('MMC')
    const { total } = run(mmc)
    expectMeets(total.answeredWithin, printedIntervals(report, 'Number of contacts in target')[0])
    expectMeets(total.serviceLevel.answered, printedIntervals(report, 'Service level')[0])
  })

  it('MMCAb', () => {
    const report = reportOf('MMCAb')
    const { total, perGroup } = run(mmcAbandon)
    expectMeets(total.abandoned, printedIntervals(report, 'Number of contacts having abandoned')[0])
    expectMeets(total.answeredWithin, printedIntervals(report, 'Number of contacts in target')[0])
    expectMeets(total.serviceLevel.answered, printedIntervals(report, 'Service level\n')[0])
    expectMeets(total.serviceLevel.neutral, printedIntervals(report, 'Service level with abandonment')[0])
    expectMeets(perGroup[0]?.occupancy as Estimate, printedIntervals(report, 'Occupancy ratio')[0])
  })

  it('SimpleMSK', () => {
    const report = reportOf('SimpleMSK')
    const { total, perQueue } = run(simpleMsk)
    expectMeets(total.answered, printedIntervals(report, 'Number of served contacts')[0])
    expectMeets(total.abandoned, printedIntervals(report, 'Number of contacts having abandoned')[0])
    expectMeets(total.serviceLevel.neutral, printedIntervals(report, 'Service level\n')[0])
    const inTarget = printedIntervals(report, 'Number of contacts meeting target service level')
    expect(inTarget).toHaveLength(9)
    for (const [index, { perPeriod }] of perQueue.entries())
      for (const [period, { answeredWithin }] of perPeriod.entries())
        expectMeets(answeredWithin, inTarget[index * 3 + period])
  })
})
