import { expect, it } from 'vitest'

import type { Coverage } from '@pult/contract/schedule-reports'

import { triedCoverage } from './tried-coverage.ts'

const queue = (queueId: number, posts: number[]) => ({
  queueId,
  name: `Q${queueId}`,
  needed: [2, 2],
  posts,
  cost: [0, 0],
})
const coverage: Coverage = {
  slots: ['2026-12-01T06:00:00.000Z', '2026-12-01T06:15:00.000Z'],
  slotMinutes: 15,
  queues: [queue(1, [2, 2]), queue(2, [1, 1])],
  onShift: [3, 3],
  days: [],
}

it('moves agents at posts where a change says so, whatever way the instant is written', () => {
  const change = { queueId: 1, at: '2026-12-01T09:15:00+03:00', before: 2, after: 1, needed: 2 }
  const tried = triedCoverage(coverage, [change, { ...change, queueId: 2, at: '2027-01-01T00:00:00Z' }])
  expect(tried.queues.map(({ posts }) => posts)).toEqual([
    [2, 1],
    [1, 1],
  ])
  expect(coverage.queues[0]?.posts).toEqual([2, 2])
})
