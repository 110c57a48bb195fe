import { expect, it } from 'vitest'

import { needRanges } from './need-ranges.ts'

const need = (queueId: number, time: string, after: number, needed: number) => ({
  queueId,
  at: `2026-12-01T${time}:00Z`,
  after,
  needed,
})

it('joins slots one after another of the same queue, and leaves out where enough remain', () => {
  const ranges = needRanges(
    [
      need(1, '09:15', 2, 4),
      need(1, '09:00', 3, 4),
      need(2, '09:30', 0, 1),
      need(1, '09:30', 4, 4),
      need(1, '10:00', 3, 4),
    ],
    15,
  )
  const at = (time: string): number => Date.parse(`2026-12-01T${time}:00Z`)
  expect(ranges).toEqual([
    { queueId: 1, from: at('09:00'), to: at('09:30'), missing: 2 },
    { queueId: 1, from: at('10:00'), to: at('10:15'), missing: 1 },
    { queueId: 2, from: at('09:30'), to: at('09:45'), missing: 1 },
  ])
})
