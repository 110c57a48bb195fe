import { FAIR_NIGHTS, FAIR_SHORT_RESTS } from './fair-balance.ts'
import type { RosterState } from './roster-state.ts'
import type { RowRules } from './row-rules.ts'

/**
 * What a working cell’s shift would cost more as another option of nearly the same time, its breaks where they are as far as they may: the
 * whole difference for somebody whose row breaks nothing, before anything is drafted. −∞ where only a draft can tell: wishes, an earlier roster, activities, a
 * person who may win back what her row breaks, shifts that do not overlap.
 */
export type KeptPrice = (cell: number, option: number) => number

export function createKeptPrice(state: RosterState, rules: Pick<RowRules, 'shortRestsMoved'>): KeptPrice {
  const { prepared, service, breaks, atPost, fair, seats } = state
  const { days, width, options, windows, people, queues, optionStart, isNight } = prepared
  const { up, down } = service
  const { kindOf, lengthOf, maxBreaks, count } = options
  // Breaks as they would lie.
  const breakFrom = new Int32Array(breaks)
  const breakTo = new Int32Array(breaks)

  const isPlain = (cell: number, agent: number): boolean =>
    people.wishAt[cell] === people.wishAt[cell + 1] &&
    people.earlierStart[cell] === -2 &&
    seats.inCell[cell] === 0 &&
    state.broken[agent] === 0 &&
    state.missing[agent] === 0

  function price(cell: number, option: number): number {
    const agent = Math.floor(cell / days)
    if (!isPlain(cell, agent)) return Number.NEGATIVE_INFINITY
    const ofDay = (cell - agent * days) * count
    const from = optionStart[ofDay + option] as number
    const to = from + (lengthOf[option] as number)
    if (to <= (state.start[cell] as number) || from >= (state.end[cell] as number)) return Number.NEGATIVE_INFINITY
    const pay = people.pay[people.payClass[agent] as number] as Float64Array
    const money = placeBreaks(cell, agent, option, from, pay)
    if (!Number.isFinite(money)) return money
    let sum = money + (pay[to] as number) - (pay[from] as number) - (state.money[cell] as number)
    const nights = (isNight[ofDay + option] as number) - (isNight[ofDay + (state.option[cell] as number)] as number)
    if (nights !== 0) sum += fair.difference(agent, FAIR_NIGHTS, nights)
    const shortRests = rules.shortRestsMoved(agent, cell, from, to)
    if (shortRests !== 0) sum += fair.difference(agent, FAIR_SHORT_RESTS, shortRests)
    const many = windows[people.runClass[agent] as number]?.count[kindOf[option] as number] as number
    return sum + postsPrice(cell, agent, from, to, many)
  }

  /** Lays the breaks and answers the pay they spare, negative; infinite where they find no place. */
  function placeBreaks(cell: number, agent: number, option: number, from: number, pay: Float64Array): number {
    const ofAgent = windows[people.runClass[agent] as number]
    if (ofAgent === undefined) return Number.POSITIVE_INFINITY
    const { earliest, latest, slots: lengths, isPaid, maxRun } = ofAgent
    const kind = kindOf[option] as number
    const many = ofAgent.count[kind] as number
    const had = state.breakCount[cell] as number
    if (had < many) return Number.NEGATIVE_INFINITY
    let free = 0
    let must = maxRun
    let money = 0
    for (let at = 0; at < many; at++) {
      const row = kind * maxBreaks + at
      const first = Math.max(earliest[row] as number, free)
      const last = Math.min(latest[row] as number, must)
      if (first > last) return Number.POSITIVE_INFINITY
      const slots = lengths[row] as number
      const place = Math.min(last, Math.max(first, (state.breakStart[cell * breaks + at] as number) - from))
      breakFrom[at] = from + place
      breakTo[at] = from + place + slots
      if (isPaid[row] === 0) money -= (pay[from + place + slots] as number) - (pay[from + place] as number)
      free = place + slots
      must = free + maxRun
    }
    return money
  }

  /** Edges that one shift has and the other has not, then the breaks that lie elsewhere. */
  function postsPrice(cell: number, agent: number, from: number, to: number, many: number): number {
    const row = (queues.groupOf[agent] as number) * width
    const posts = agent * width
    const oldFrom = state.start[cell] as number
    const oldTo = state.end[cell] as number
    let sum = 0
    for (let slot = oldFrom; slot < from; slot++) if (atPost[posts + slot] === 1) sum += down[row + slot] as number
    for (let slot = to; slot < oldTo; slot++) if (atPost[posts + slot] === 1) sum += down[row + slot] as number
    for (let slot = from; slot < oldFrom; slot++) sum += up[row + slot] as number
    for (let slot = oldTo; slot < to; slot++) sum += up[row + slot] as number
    const had = state.breakCount[cell] as number
    for (let at = 0; at < had; at++) {
      const entry = cell * breaks + at
      const oldBreak = state.breakStart[entry] as number
      const oldBreakTo = oldBreak + (state.breakSlots[entry] as number)
      if (at < many) {
        const newBreak = breakFrom[at] as number
        const newBreakTo = breakTo[at] as number
        if (newBreak === oldBreak && newBreakTo === oldBreakTo) continue
        for (let slot = newBreak; slot < newBreakTo; slot++)
          if (slot < oldFrom || slot >= oldTo) sum -= up[row + slot] as number
          else if (atPost[posts + slot] === 1) sum += down[row + slot] as number
      }
      for (let slot = oldBreak; slot < oldBreakTo; slot++)
        if (slot >= from && slot < to && !isBreak(many, slot)) sum += up[row + slot] as number
    }
    return sum
  }

  function isBreak(many: number, slot: number): boolean {
    for (let at = 0; at < many; at++)
      if (slot >= (breakFrom[at] as number) && slot < (breakTo[at] as number)) return true
    return false
  }

  return price
}
