import type { Estimate, Figures, WhatIfDraft, WhatIfResult } from '@pult/contract/simulation'
import type {
  CenterComparison,
  CenterModel,
  ContactEstimates,
  GroupEstimates,
  ScenarioResult,
} from '@pult/engine/simulation'

/** What the page shows of a scenario. Waits begin to be counted where customers count them: with the phone's ring at their end. */
export function presentResult(
  { total, perPeriod, agents, perQueue, perGroup, against }: ScenarioResult,
  { contactTypes, groups }: CenterModel,
  rule: WhatIfDraft['rule'],
  rings: ReadonlyMap<string, number>,
): WhatIfResult {
  const figures = (of: ContactEstimates, ringSeconds: number): Figures => ({
    offered: of.offered,
    serviceLevel: of.serviceLevel[rule],
    leftRate: of.abandonRate,
    asaSeconds: shifted(of.asaSeconds, of.answered.mean > 0 ? ringSeconds : 0),
  })
  const ringOf = (id: string): number => rings.get(id) ?? 0
  const meanRing = (of: (queue: (typeof perQueue)[number]) => number): number => {
    const answered = perQueue.reduce((sum, queue) => sum + of(queue), 0)
    return answered > 0 ? perQueue.reduce((sum, queue) => sum + of(queue) * ringOf(queue.id), 0) / answered : 0
  }
  const [base] = against
  const totalOf = ({ total: less, agents: { occupancy } }: CenterComparison) => ({
    ...figures(less, 0),
    occupancy,
    blockedRate: less.blockedRate,
  })
  const hours = ({ staffedSeconds }: GroupEstimates): number => staffedSeconds.mean / 3600
  return {
    total: {
      ...figures(
        total,
        meanRing(({ answered }) => answered.mean),
      ),
      occupancy: agents.occupancy,
      blockedRate: total.blockedRate,
    },
    agentHours: hours(agents),
    perInterval: perPeriod.map((one, period) => ({
      ...figures(
        one,
        meanRing((queue) => queue.perPeriod[period]?.answered.mean ?? 0),
      ),
      occupancy: agents.perPeriod[period]?.occupancy ?? { mean: 0, halfWidth: null },
    })),
    queues: perQueue.map((queue) => ({
      queueId: Number(queue.id),
      ...figures(queue, ringOf(queue.id)),
      perInterval: queue.perPeriod.map((one) => figures(one, ringOf(queue.id))),
    })),
    groups: perGroup.map((group, place) => ({
      groupId: group.id,
      queueIds: groups[place]?.types.map(Number) ?? [],
      agentHours: hours(group),
      occupancy: group.occupancy,
    })),
    difference:
      base === undefined
        ? null
        : {
            total: totalOf(base),
            queues: contactTypes.map(({ id }, type) => ({
              queueId: Number(id),
              ...figures(base.perQueue[type] ?? base.total, 0),
            })),
          },
    against: against.map((other) => ({ total: totalOf(other) })),
  }
}

const shifted = ({ mean, halfWidth }: Estimate, seconds: number): Estimate => ({ mean: mean + seconds, halfWidth })
