import type { RosterState } from './roster-state.ts'

/**
 * Whether a shift could pass the hard limits, by a glance at its neighbours and at the working time left: refuses at once what the
 * whole count would refuse, before breaks are placed and posts added up. `gone` is a cell of the same agent that would be off; −1 for none.
 */
export type MayPass = (cell: number, start: number, end: number, work: number, gone: number) => boolean

export function createQuickLimits(state: RosterState): MayPass {
  const { prepared, start: starts, end: ends, work: works } = state
  const { days, people } = prepared
  const { minRest, budgetAt, budgetFirst, budgetLast, budgetMin, budgetMax, beforeEnd } = people

  function hasRest(cell: number, start: number, end: number, gone: number, agent: number): boolean {
    const first = agent * days
    const rest = minRest[agent] as number
    let before = cell - 1
    if (before >= first && (before === gone || (starts[before] as number) < 0)) before--
    if (before < first) {
      if (start - (beforeEnd[agent] as number) < rest) return false
    } else if (before !== gone && (starts[before] as number) >= 0 && start - (ends[before] as number) < rest)
      return false
    const after = cell + 1
    if (after >= first + days || after === gone || (starts[after] as number) < 0) return true
    return (starts[after] as number) - end >= rest
  }

  return (cell, start, end, work, gone) => {
    const agent = Math.floor(cell / days)
    // Somebody whose row is broken already may be helped by what looks wrong here.
    if ((state.broken[agent] as number) > 0) return true
    if (!hasRest(cell, start, end, gone, agent)) return false
    const day = cell - agent * days
    const goneDay = gone - agent * days
    for (let at = budgetAt[agent] as number; at < (budgetAt[agent + 1] as number); at++) {
      const from = budgetFirst[at] as number
      const to = budgetLast[at] as number
      let by = day >= from && day <= to ? work - (works[cell] as number) : 0
      if (gone >= 0 && goneDay >= from && goneDay <= to) by -= works[gone] as number
      if (by === 0) continue
      const sum = state.worked[at] as number
      if (by > 0 ? sum + by > (budgetMax[at] as number) : sum + by < (budgetMin[at] as number)) return false
    }
    return true
  }
}
