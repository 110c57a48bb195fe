import type { RosterState } from './roster-state.ts'

/** Tries to lay one break elsewhere in its window; made when it costs at most so much more, and told. */
export type TryBreak = (atMost: number) => boolean

/**
 * The commonest move of the search, so it goes its own short way: nothing but a few slots and the pay of an unpaid break can change, and
 * no limit looks at more than the window and the work between breaks.
 */
export function createBreakMoves(state: RosterState, uniform: () => number): TryBreak {
  const { prepared, service, cells, breaks, atPost, breakStart, totals } = state
  const { days, width, options, windows, people, queues } = prepared
  const { up, down } = service
  const { kindOf, maxBreaks } = options

  /** Where the break may go: from `from` to `to`. */
  let from = 0
  let to = 0

  function findWindow(cell: number, at: number, agent: number): boolean {
    const ofAgent = windows[people.runClass[agent] as number]
    if (ofAgent === undefined) return false
    const { maxRun } = ofAgent
    const row = (kindOf[state.option[cell] as number] as number) * maxBreaks + at
    const slots = ofAgent.slots[row] as number
    const start = state.start[cell] as number
    const first = cell * breaks + at
    const free = at === 0 ? start : (breakStart[first - 1] as number) + (state.breakSlots[first - 1] as number)
    const isLast = at + 1 === (state.breakCount[cell] as number)
    const next = isLast ? (state.end[cell] as number) : (breakStart[first + 1] as number)
    from = Math.max(start + (ofAgent.earliest[row] as number), free, next - maxRun - slots)
    to = Math.min(start + (ofAgent.latest[row] as number), free + maxRun, next - slots)
    return from < to
  }

  return (atMost) => {
    const cell = Math.floor(uniform() * cells)
    if ((state.option[cell] as number) < 0 || state.isLocked[cell] === 1) return false
    const count = state.breakCount[cell] as number
    if (count === 0) return false
    const agent = Math.floor(cell / days)
    const at = Math.floor(uniform() * count)
    if (!findWindow(cell, at, agent)) return false
    const entry = cell * breaks + at
    const old = breakStart[entry] as number
    const drawn = from + Math.floor(uniform() * (to - from))
    const place = drawn >= old ? drawn + 1 : drawn
    const slots = state.breakSlots[entry] as number
    const row = (queues.groupOf[agent] as number) * width
    const posts = agent * width
    let difference = 0
    for (let slot = old; slot < old + slots; slot++)
      if (slot < place || slot >= place + slots) difference += up[row + slot] as number
    for (let slot = place; slot < place + slots; slot++)
      if (slot < old || slot >= old + slots) {
        // An activity lies there.
        if (atPost[posts + slot] === 0) return false
        difference += down[row + slot] as number
      }
    let money = 0
    if (state.breakIsPaid[entry] === 0) {
      const pay = people.pay[people.payClass[agent] as number] as Float64Array
      money =
        (pay[old + slots] as number) - (pay[old] as number) - ((pay[place + slots] as number) - (pay[place] as number))
    }
    if (difference + money > atMost) return false

    const group = queues.groupOf[agent] as number
    for (let slot = old; slot < old + slots; slot++)
      if (slot < place || slot >= place + slots) {
        totals.service += service.move(slot, group, 1)
        atPost[posts + slot] = 1
      }
    for (let slot = place; slot < place + slots; slot++)
      if (slot < old || slot >= old + slots) {
        totals.service += service.move(slot, group, -1)
        atPost[posts + slot] = 0
      }
    breakStart[entry] = place
    state.money[cell] = (state.money[cell] as number) + money
    totals.money += money
    return true
  }
}
