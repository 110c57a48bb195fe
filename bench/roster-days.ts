import { createRosterBoard, type Roster, type RosterProblem } from '@pult/engine/schedule'
import { simulateCenter, type CenterModel } from '@pult/engine/simulation'
import { queueAtAgents } from '@pult/engine/staffing'

import { demandIn, WITHIN_SECONDS, type RosterCenter } from './roster-center.ts'

// The service level of each rostered day: what the optimiser counted on (Erlang A, agents shared out over queues at least cost) against
// an independent simulation of the day with its agents, their skills, breaks and a routing that knows nothing of that sharing.

/** A large centre needs fewer days of chance for the same certainty. */
const replicationsFor = (agents: number): number => Math.min(60, Math.max(10, Math.round(6000 / agents)))

export function* rosterDays(problem: RosterProblem, roster: Roster, center: RosterCenter): Generator<string> {
  const board = createRosterBoard(problem, roster)
  const staffed = problem.queues.map(({ queueId }) => board.staffed(queueId))
  let worst = 0
  let sum = 0
  for (const [day, one] of problem.days.entries()) {
    const promised = promisedLevel(problem, staffed, day, center)
    const { mean, halfWidth } = simulatedLevel(problem, roster, day, center)
    const off = mean - promised
    worst = Math.max(worst, Math.abs(off))
    sum += off
    yield `${one.date}  promised ${(100 * promised).toFixed(1)} %, simulated ${(100 * mean).toFixed(1)} ± ${(100 * (halfWidth ?? 0)).toFixed(1)} %, difference ${(100 * off).toFixed(1)}`
  }
  yield `over ${problem.days.length} days: simulated less promised ${((100 * sum) / problem.days.length).toFixed(1)} points on average, at most ${(100 * worst).toFixed(1)}`
}

/** Answered within the threshold, of those not gone before it: over all contacts of the day. */
function promisedLevel(
  { days }: RosterProblem,
  staffed: readonly Int32Array[],
  day: number,
  { agents }: RosterCenter,
): number {
  const one = days[day]
  if (one === undefined) return 0
  let within = 0
  let counted = 0
  for (const [queue, posts] of staffed.entries())
    for (let slot = 0; slot < one.slots; slot++) {
      const demand = demandIn(queue, one, slot, agents)
      const many = posts[one.firstSlot + slot] ?? 0
      if (many === 0) {
        counted += demand.offered
        continue
      }
      const state = queueAtAgents(demand, { withinSeconds: WITHIN_SECONDS })(many)
      if ('unstable' in state) continue
      within += demand.offered * state.outcomes.answeredWithin
      counted += demand.offered * (1 - state.outcomes.abandonedWithin)
    }
  return counted > 0 ? within / counted : 1
}

function simulatedLevel(problem: RosterProblem, roster: Roster, day: number, { agents, seed }: RosterCenter) {
  const one = problem.days[day]
  if (one === undefined) return { mean: 0, halfWidth: 0 }
  const seconds = problem.slotMinutes * 60
  const groups = new Map<string, { readonly types: readonly string[]; readonly agents: number[] }>()
  for (const { agentId, queueIds } of problem.agents) {
    const key = queueIds.join('+')
    const group = groups.get(key) ?? { types: queueIds, agents: Array.from({ length: one.slots }, () => 0) }
    groups.set(key, group)
    for (const shift of roster.shifts.filter(
      (of) => of.agentId === agentId && of.end > one.firstSlot && of.start < one.firstSlot + one.slots,
    ))
      for (
        let slot = Math.max(shift.start, one.firstSlot);
        slot < Math.min(shift.end, one.firstSlot + one.slots);
        slot++
      ) {
        const isAway = [...shift.breaks, ...shift.activities].some(({ start, end }) => slot >= start && slot < end)
        if (!isAway) group.agents[slot - one.firstSlot] = (group.agents[slot - one.firstSlot] ?? 0) + 1
      }
  }
  const ordered = [...groups].toSorted(([, left], [, right]) => left.types.length - right.types.length)
  const model: CenterModel = {
    horizonSeconds: one.slots * seconds,
    periods: Array.from({ length: one.slots }, (_, slot) => ({ startSeconds: slot * seconds, lengthSeconds: seconds })),
    contactTypes: problem.queues.map(({ queueId }, queue) => {
      const demands = Array.from({ length: one.slots }, (_, slot) => demandIn(queue, one, slot, agents))
      return {
        id: queueId,
        arrivalsPerHour: demands.map(({ offered }) => (offered * 3600) / seconds),
        patience: demands.map(({ patienceSeconds }) => ({
          kind: 'exponential' as const,
          meanSeconds: patienceSeconds,
        })),
        handling: demands.map(({ ahtSeconds }) => ({ kind: 'exponential' as const, meanSeconds: ahtSeconds })),
        withinSeconds: WITHIN_SECONDS,
        groups: ordered
          .filter(([, group]) => group.types.includes(queueId))
          .map(([group]) => ({ group, afterSeconds: 0 })),
      }
    }),
    groups: ordered.map(([id, group]) => ({ id, types: group.types, agents: group.agents, shifts: [] })),
    routing: 'longestWaiting',
    agentChoice: 'groupOrder',
    drainAfterEnd: true,
  }
  return simulateCenter(model, { replications: replicationsFor(agents), seed: seed * 1000 + day }).total.serviceLevel
    .neutral
}
