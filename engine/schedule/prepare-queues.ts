import type { PreparedDays } from './prepare-days.ts'
import type { RosterProblem } from './roster-problem.ts'

/** Queues, groups of agents with the same queues, and what one agent more costs or saves in a slot. */
export interface PreparedQueues {
  readonly count: number
  readonly groups: number
  readonly groupOf: Int32Array
  /** Queues of a group as bits. */
  readonly masks: Int32Array
  readonly agentsInGroup: Int32Array
  /** Where the steps of a queue and slot begin: queue × slots + slot. */
  readonly stepsAt: Int32Array
  readonly stepCount: Int32Array
  /** Weighted cost of the first, second … agent: negative while she is worth more than she costs. */
  readonly steps: Float64Array
  /** Weighted cost of every slot without anybody, summed. */
  readonly emptyCost: number
}

export const MOST_QUEUES = 30

/** @throws RangeError when there are more queues than bits. */
export function prepareQueues(problem: RosterProblem, { slots }: PreparedDays): PreparedQueues {
  const { queues, weights } = problem
  if (queues.length > MOST_QUEUES)
    throw new RangeError(`queues must be at most ${MOST_QUEUES} in one roster, not ${queues.length}: split the centre`)
  const stepsAt = new Int32Array(queues.length * slots)
  const stepCount = new Int32Array(queues.length * slots)
  const firstByTable = new Map<Float64Array, number>()
  const all: number[] = []
  let emptyCost = 0
  for (const [queue, { cost }] of queues.entries())
    for (let slot = 0; slot < slots; slot++) {
      const table = cost[slot]
      if (table === undefined || table.length === 0) continue
      let first = firstByTable.get(table)
      if (first === undefined) {
        first = all.length
        firstByTable.set(table, first)
        for (let agents = 1; agents < table.length; agents++)
          all.push(((table[agents] as number) - (table[agents - 1] as number)) * weights.service)
      }
      stepsAt[queue * slots + slot] = first
      stepCount[queue * slots + slot] = table.length - 1
      emptyCost += (table[0] as number) * weights.service
    }
  return { count: queues.length, ...groupAgents(problem), stepsAt, stepCount, steps: Float64Array.from(all), emptyCost }
}

function groupAgents({ queues, agents }: RosterProblem) {
  const bitById = new Map(queues.map(({ queueId }, queue) => [queueId, 1 << queue]))
  const groupByMask = new Map<number, number>()
  const groupOf = new Int32Array(agents.length)
  for (const [agent, { queueIds }] of agents.entries()) {
    let mask = 0
    for (const queueId of queueIds) mask |= bitById.get(queueId) ?? 0
    const group = groupByMask.get(mask) ?? groupByMask.size
    groupByMask.set(mask, group)
    groupOf[agent] = group
  }
  const agentsInGroup = new Int32Array(groupByMask.size)
  for (const group of groupOf) agentsInGroup[group] = (agentsInGroup[group] as number) + 1
  return { groups: groupByMask.size, groupOf, masks: Int32Array.from(groupByMask.keys()), agentsInGroup }
}
