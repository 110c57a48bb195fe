import { describe, expect, it } from 'vitest'

import { rosterFaults, type FaultCode, type RosterProblem } from './index.ts'
import { costUpTo, dayShape, looseLimits, smallAgent, smallProblem } from './testing/small-problem.ts'

const DAYS = 2
const mayWork = [true, true]
const withAgent = (more: Parameters<typeof smallAgent>[2]): RosterProblem =>
  smallProblem(DAYS, { agents: [smallAgent('ann', DAYS, more)] })
const withLimits = (limits: Partial<typeof looseLimits>): RosterProblem =>
  withAgent({ limits: { ...looseLimits, mayWork, ...limits } })
const plain = smallProblem(DAYS)
const queue = plain.queues[0] ?? { queueId: 'calls', needed: new Float64Array(48), cost: [] }
const locked = { agentId: 'ann', day: 0, shapeId: 'day', start: 8, end: 16, breaks: [], activities: [] }
const activity = {
  activityId: 'meet',
  name: 'Meeting',
  kind: 'meeting' as const,
  slots: 5,
  agentIds: ['ann'],
  isTogether: true,
  from: 8,
  to: 10,
}

const cases: readonly (readonly [code: FaultCode, problem: RosterProblem])[] = [
  ['duplicateAgent', smallProblem(DAYS, { agents: [smallAgent('ann', DAYS), smallAgent('ann', DAYS)] })],
  ['duplicateQueue', { ...plain, queues: [queue, queue] }],
  ['daysWithGap', { ...plain, days: plain.days.map((day) => ({ ...day, firstSlot: day.firstSlot * 2 })) }],
  ['tooManyQueues', { ...plain, queues: Array.from({ length: 31 }, (_, at) => ({ ...queue, queueId: `q${at}` })) }],
  ['costMissing', { ...plain, queues: [{ ...queue, cost: queue.cost.slice(0, 5) }] }],
  ['costNotConvex', { ...plain, queues: [{ ...queue, cost: queue.cost.map(() => Float64Array.of(5, 4, 1)) }] }],
  [
    'needWhileClosed',
    { ...plain, queues: [{ ...queue, isOpen: new Uint8Array(48), needed: queue.needed.map(() => 1) }] },
  ],
  ['agentWithoutQueue', withAgent({ queueIds: [] })],
  ['unknownQueue', withAgent({ queueIds: ['mail'] })],
  ['unknownShape', withAgent({ shapeIds: ['day', 'night'] })],
  ['contradictoryLimits', withLimits({ budgets: [{ firstDay: 0, lastDay: 1, minMinutes: 600, maxMinutes: 500 }] })],
  ['unreachableMinimum', withLimits({ budgets: [{ firstDay: 0, lastDay: 1, minMinutes: 1000, maxMinutes: 2000 }] })],
  [
    'overlappingAbsences',
    withAgent({
      absences: [
        { start: 0, end: 6, kind: 'leave' },
        { start: 5, end: 7, kind: 'sick' },
      ],
    }),
  ],
  ['agentWithoutShift', withLimits({ mayWork: [false, false] })],
  ['shapeNobodyMayWork', { ...plain, shapes: [...plain.shapes, { ...dayShape, shapeId: 'night' }] }],
  ['lockedUnknown', { ...plain, locked: [{ ...locked, agentId: 'eve' }] }],
  ['lockedOverlap', { ...plain, locked: [locked, { ...locked, start: 12, end: 20 }] }],
  ['lockedBreaksLimit', { ...withLimits({ mayWork: [false, true] }), locked: [locked] }],
  ['activityDoesNotFit', { ...plain, activities: [activity] }],
  ['wishOutside', withAgent({ wishes: [{ wishId: 'w', day: 9, kind: 'off', shapeId: null, slot: null, weight: 1 }] })],
]

describe('faults of a problem', () => {
  it.each(cases)('%s is told', (code, problem) => {
    expect(rosterFaults(problem).map((fault) => fault.code)).toContain(code)
  })

  it('are none where all is well', () => {
    expect(rosterFaults(plain)).toEqual([])
    expect(costUpTo(3)[0]).toBeGreaterThan(costUpTo(3)[3] ?? 0)
  })
})
