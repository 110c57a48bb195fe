/**
 * Agents shared out over queues at least cost, the slow and plain way: everybody is placed one at a time, and after each the whole
 * sharing is mended by chains of exchanges until none saves anything.
 */
export function leastCost(
  queues: readonly { readonly queueId: string; readonly cost: Float64Array }[],
  teams: readonly { readonly queueIds: readonly string[]; readonly agents: number }[],
): number {
  const staffed = queues.map(() => 0)
  const placed = teams.map(() => queues.map(() => 0))
  const costAt = (queue: number, agents: number): number => {
    const table = queues[queue]?.cost ?? new Float64Array(0)
    const last = table.length - 1
    if (last < 0) return 0
    if (agents <= last) return table[agents] ?? 0
    // Past the table its last step goes on.
    return (table[last] ?? 0) + (agents - last) * ((table[last] ?? 0) - (table[last - 1] ?? table[last] ?? 0))
  }
  const more = (queue: number): number => costAt(queue, (staffed[queue] ?? 0) + 1) - costAt(queue, staffed[queue] ?? 0)
  const serves = (team: number, queue: number): boolean =>
    teams[team]?.queueIds.includes(queues[queue]?.queueId ?? '') === true

  const bump = (list: number[] | undefined, at: number, by: number): void => {
    if (list !== undefined) list[at] = (list[at] ?? 0) + by
  }
  /** Moves one agent of some team from a queue to another while that saves anything, over chains of any length. */
  const mend = (): void => {
    for (let isOpen = true; isOpen;) {
      isOpen = false
      for (let from = 0; from < queues.length && !isOpen; from++) {
        if ((staffed[from] ?? 0) === 0) continue
        const chain = chainsFrom(from)
        const less = costAt(from, (staffed[from] ?? 0) - 1) - costAt(from, staffed[from] ?? 0)
        for (let to = 0; to < queues.length; to++) {
          // `less` is what one agent fewer at `from` costs, `more` what one more at `to` does (negative: saves).
          if (to === from || chain[to] === undefined || more(to) + less > -1e-9) continue
          for (let at = to; at !== from;) {
            const step = chain[at]
            if (step === undefined) break
            bump(placed[step.team], step.from, -1)
            bump(placed[step.team], at, 1)
            at = step.from
          }
          bump(staffed, from, -1)
          bump(staffed, to, 1)
          isOpen = true
          break
        }
      }
    }
  }
  const chainsFrom = (from: number): ({ readonly team: number; readonly from: number } | undefined)[] => {
    const chain: ({ readonly team: number; readonly from: number } | undefined)[] = queues.map(() => undefined)
    const line = [from]
    for (const queue of line)
      for (let team = 0; team < teams.length; team++) {
        if ((placed[team]?.[queue] ?? 0) === 0) continue
        for (let to = 0; to < queues.length; to++)
          if (to !== from && chain[to] === undefined && serves(team, to)) {
            chain[to] = { team, from: queue }
            line.push(to)
          }
      }
    return chain
  }

  for (let team = 0; team < teams.length; team++) {
    const own = [...queues.keys()].filter((queue) => serves(team, queue))
    if (own.length === 0) continue
    for (let agent = 0; agent < (teams[team]?.agents ?? 0); agent++) {
      const queue = own.reduce((best, one) => (more(one) < more(best) ? one : best))
      bump(placed[team], queue, 1)
      bump(staffed, queue, 1)
      mend()
    }
  }
  return queues.reduce((sum, _, queue) => sum + costAt(queue, staffed[queue] ?? 0), 0)
}
