import { describe, expect, it } from 'vitest'

import type { MethodAccuracy } from '@pult/contract/forecast'

import { ofOneInterval, summedMethods } from './method-sums.ts'

const learnt = (some: Partial<MethodAccuracy>): MethodAccuracy => ({
  queueId: 1,
  intervalMinutes: 30,
  learntAt: '2026-11-01T00:00:00.000Z',
  leadDays: 1,
  days: 100,
  came: 1000,
  chosen: 100,
  chosenSigned: -20,
  byMethod: { average4w: { absolute: 120, signed: 30, weight: 1 } },
  covered: { intervals: 200, within80: 160, within95: 190 },
  ...some,
})

describe('methods of several queues', () => {
  it('are told of one interval: that of most queues, of several the one learnt last', () => {
    const half = [learnt({}), learnt({ queueId: 2 })]
    const quarter = [learnt({ intervalMinutes: 15, learntAt: '2026-11-05T00:00:00.000Z' })]
    expect(ofOneInterval([...quarter, ...half])).toEqual(half)
    expect(ofOneInterval([...quarter, learnt({})])).toEqual(quarter)
    expect(ofOneInterval([])).toEqual([])
  })

  it('count where they were tried, not as without error where they were not', () => {
    const other = learnt({ queueId: 2, byMethod: { levels: { absolute: 50, signed: null, weight: 1 } } })
    const [chosen, best, next] = summedMethods([learnt({}), other])
    expect(chosen).toMatchObject({ name: 'chosen', bias: -0.02, covered80: 0.8, covered95: 0.95, weight: null })
    expect(chosen?.wape.get(1)).toBe(0.1)
    expect([best?.name, best?.wape.get(1), best?.bias]).toEqual(['levels', 0.05, null])
    expect([next?.name, next?.wape.get(1), next?.bias]).toEqual(['average4w', 0.12, 0.03])
  })
})
