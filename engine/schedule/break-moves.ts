import type { RosterState } from './roster-state.ts'

/** Tries other places for every break of one shift; tells how many places were priced and how many breaks were moved. */
export interface BreakMoves {
  readonly tryBreaks: (atMost: () => number) => void
  tried: number
  accepted: number
}

/**
 * A break goes its own short way: nothing but a few slots and the pay of an unpaid break can change, and no limit looks at more than the
 * window and the work between breaks. All places of a window are priced exactly, and one is drawn evenly from those that cost no more than
 * was drawn before (a slice of the Boltzmann law, Neal 2003): its own place is one of them.
 */
export function createBreakMoves(state: RosterState, uniform: () => number): BreakMoves {
  const { prepared, service, breaks, atPost, breakStart, breakSlots, totals, working } = state
  const { days, width, options, windows, people, queues } = prepared
  const { up, down } = service
  const { kindOf, maxBreaks } = options
  const moves: BreakMoves = { tryBreaks, tried: 0, accepted: 0 }
  // Places of a window that are cheap enough.
  const fits = new Int32Array(options.maxLength + 1)

  function tryBreaks(atMost: () => number): void {
    if (working.count === 0) return
    const cell = working.cell[Math.floor(uniform() * working.count)] as number
    const count = state.breakCount[cell] as number
    const agent = Math.floor(cell / days)
    const ofAgent = windows[people.runClass[agent] as number]
    if (ofAgent === undefined) return
    const { maxRun, earliest, latest, slots: lengths } = ofAgent
    const start = state.start[cell] as number
    const kind = (kindOf[state.option[cell] as number] as number) * maxBreaks
    let free = start
    for (let at = 0; at < count; at++) {
      const entry = cell * breaks + at
      const slots = lengths[kind + at] as number
      const next = at + 1 === count ? (state.end[cell] as number) : (breakStart[entry + 1] as number)
      const from = Math.max(start + (earliest[kind + at] as number), free, next - maxRun - slots)
      const to = Math.min(start + (latest[kind + at] as number), free + maxRun, next - slots)
      if (from < to) tryPlaces(cell, entry, agent, from, to, atMost())
      free = (breakStart[entry] as number) + (breakSlots[entry] as number)
    }
  }

  /** Prices all places of a break and draws one. */
  function tryPlaces(cell: number, entry: number, agent: number, from: number, to: number, atMost: number): void {
    const old = breakStart[entry] as number
    const slots = breakSlots[entry] as number
    const row = (queues.groupOf[agent] as number) * width
    const posts = agent * width
    const isUnpaid = state.breakIsPaid[entry] === 0
    const pay = people.pay[people.payClass[agent] as number] as Float64Array
    const oldPay = isUnpaid ? (pay[old + slots] as number) - (pay[old] as number) : 0
    let back = 0
    for (let slot = old; slot < old + slots; slot++) back += up[row + slot] as number
    let many = 0
    for (let place = from; place <= to; place++) {
      let cost = back
      let isFree = true
      for (let slot = place; slot < place + slots; slot++) {
        // At her post again, she would be missed there by what she is worth there.
        if (slot >= old && slot < old + slots) cost -= up[row + slot] as number
        else if (atPost[posts + slot] === 1) cost += down[row + slot] as number
        // An activity lies there.
        else isFree = false
      }
      if (isUnpaid) cost += oldPay - ((pay[place + slots] as number) - (pay[place] as number))
      if (isFree && cost <= atMost) fits[many++] = place
    }
    moves.tried += to - from
    if (many === 0) return
    const place = fits[many === 1 ? 0 : Math.floor(uniform() * many)] as number
    if (place === old) return
    moves.accepted++
    move(entry, agent, place)
    if (!isUnpaid) return
    const money = oldPay - ((pay[place + slots] as number) - (pay[place] as number))
    state.money[cell] = (state.money[cell] as number) + money
    totals.money += money
  }

  function move(entry: number, agent: number, place: number): void {
    const old = breakStart[entry] as number
    const slots = breakSlots[entry] as number
    const group = queues.groupOf[agent] as number
    const posts = agent * width
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
  }

  return moves
}
