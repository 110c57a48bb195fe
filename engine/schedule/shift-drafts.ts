import { createCellCost } from './cell-cost.ts'
import { hoursBrokenByShift, optionOfShift } from './own-limits.ts'
import { isNightShift } from './night-shift.ts'
import type { RosterShift } from './roster-problem.ts'
import type { RosterState } from './roster-state.ts'

export const MOST_DRAFTS = 4

/** Where the breaks of a drafted option go: where they are if they may, anywhere, or where posts miss the agent least. */
export const BREAKS_KEPT = 0
export const BREAKS_ANYWHERE = 1
export const BREAKS_BEST = 2

/** Changes of cells that are thought of and not yet made: a new shift or a day off for each. */
export interface ShiftDrafts {
  readonly cell: Int32Array
  readonly agent: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly option: Int32Array
  readonly work: Int32Array
  readonly breakCount: Int32Array
  readonly breakStart: Int32Array
  readonly breakSlots: Int32Array
  readonly breakIsPaid: Uint8Array
  readonly breakIsMeal: Uint8Array
  /** draft × longest + slot of the shift: 1 at the post. Only after `paint`. */
  readonly pattern: Uint8Array
  readonly paint: (draft: number) => boolean
  readonly longest: number
  readonly money: Float64Array
  readonly wishes: Float64Array
  readonly stability: Float64Array
  readonly refused: Int32Array
  readonly changed: Int32Array
  readonly isNight: Uint8Array
  /** Set after drafting: two agents of one group give each other their shifts, so that the posts stay as they are. */
  isExchange: boolean
  readonly own: Float64Array
  readonly off: (draft: number, cell: number) => boolean
  /** False where breaks find no place, or an activity would not lie in the shift’s work. */
  readonly shift: (draft: number, cell: number, option: number, placing: number) => boolean
  /** The shift of a cell as it is, for another cell: of the same day. */
  readonly copied: (draft: number, cell: number, from: number) => boolean
  /** The shift of a cell as it is, for activities that come or go. */
  readonly same: (draft: number, cell: number) => boolean
  readonly byHand: (draft: number, cell: number, shift: RosterShift) => boolean
}

export function createShiftDrafts(state: RosterState, uniform: () => number): ShiftDrafts {
  const { prepared, breaks, seats, service, atPost } = state
  const { days, options, windows, people, problem, queues, width, calendar } = prepared
  const { maxBreaks } = options
  const longest = width - calendar.slots
  const cost = createCellCost(state)
  const drafts: ShiftDrafts = {
    cell: new Int32Array(MOST_DRAFTS),
    agent: new Int32Array(MOST_DRAFTS),
    start: new Int32Array(MOST_DRAFTS),
    end: new Int32Array(MOST_DRAFTS),
    option: new Int32Array(MOST_DRAFTS),
    work: new Int32Array(MOST_DRAFTS),
    breakCount: new Int32Array(MOST_DRAFTS),
    breakStart: new Int32Array(MOST_DRAFTS * breaks),
    breakSlots: new Int32Array(MOST_DRAFTS * breaks),
    breakIsPaid: new Uint8Array(MOST_DRAFTS * breaks),
    breakIsMeal: new Uint8Array(MOST_DRAFTS * breaks),
    pattern: new Uint8Array(MOST_DRAFTS * longest),
    paint,
    longest,
    money: new Float64Array(MOST_DRAFTS),
    wishes: new Float64Array(MOST_DRAFTS),
    stability: new Float64Array(MOST_DRAFTS),
    refused: new Int32Array(MOST_DRAFTS),
    changed: new Int32Array(MOST_DRAFTS),
    isNight: new Uint8Array(MOST_DRAFTS),
    isExchange: false,
    own: new Float64Array(MOST_DRAFTS),
    off,
    shift,
    copied,
    same: (draft, cell) => copied(draft, cell, cell),
    byHand,
  }

  function off(draft: number, cell: number): boolean {
    begin(draft, cell, -1, -1, -1, 0)
    drafts.breakCount[draft] = 0
    drafts.money[draft] = 0
    drafts.isNight[draft] = 0
    judge(draft, -1)
    return (seats.inCell[cell] as number) === 0
  }

  function begin(draft: number, cell: number, option: number, start: number, end: number, work: number): void {
    if (draft === 0) drafts.isExchange = false
    drafts.cell[draft] = cell
    drafts.agent[draft] = Math.floor(cell / days)
    drafts.option[draft] = option
    drafts.start[draft] = start
    drafts.end[draft] = end
    drafts.work[draft] = work
    drafts.own[draft] = 0
  }

  function judge(draft: number, shape: number): void {
    const cell = drafts.cell[draft] as number
    const start = drafts.start[draft] as number
    const end = drafts.end[draft] as number
    drafts.wishes[draft] = cost.wishes(cell, shape, start, end)
    drafts.stability[draft] = cost.stability(cell, start, end)
    drafts.refused[draft] = cost.refused
    drafts.changed[draft] = cost.changed
  }

  function shift(draft: number, cell: number, option: number, placing: number): boolean {
    const day = cell % days
    const start = prepared.optionStart[day * options.count + option] as number
    begin(draft, cell, option, start, start + (options.lengthOf[option] as number), options.workOf[option] as number)
    return placeBreaks(draft, placing) && finish(draft, options.shapeOf[option] as number)
  }

  /** Breaks in the windows of the draft’s option, one after the other. */
  function placeBreaks(draft: number, placing: number): boolean {
    const agent = drafts.agent[draft] as number
    const ofAgent = windows[people.runClass[agent] as number]
    if (ofAgent === undefined) return false
    const kind = options.kindOf[drafts.option[draft] as number] as number
    const count = ofAgent.count[kind] as number
    const start = drafts.start[draft] as number
    const cell = drafts.cell[draft] as number
    drafts.breakCount[draft] = count
    let free = 0
    let must = ofAgent.maxRun
    for (let at = 0; at < count; at++) {
      const row = kind * maxBreaks + at
      const slots = ofAgent.slots[row] as number
      const from = Math.max(ofAgent.earliest[row] as number, free)
      const to = Math.min(ofAgent.latest[row] as number, must)
      if (from > to) return false
      let place: number
      if (placing === BREAKS_BEST) place = bestPlace(agent, start, from, to, slots)
      else if (placing === BREAKS_KEPT && (state.breakCount[cell] as number) > at)
        place = Math.min(to, Math.max(from, (state.breakStart[cell * breaks + at] as number) - start))
      else place = from + Math.floor(uniform() * (to - from + 1))
      drafts.breakStart[draft * breaks + at] = start + place
      drafts.breakSlots[draft * breaks + at] = slots
      drafts.breakIsPaid[draft * breaks + at] = ofAgent.isPaid[row] as number
      drafts.breakIsMeal[draft * breaks + at] = ofAgent.isMeal[row] as number
      free = place + slots
      must = free + ofAgent.maxRun
    }
    return true
  }

  /** The place within a window where the posts miss her least. */
  function bestPlace(agent: number, start: number, from: number, to: number, slots: number): number {
    const row = (queues.groupOf[agent] as number) * width + start
    const posts = agent * width + start
    let best = from
    let most = Number.NEGATIVE_INFINITY
    for (let place = from; place <= to; place++) {
      let sum = 0
      for (let slot = place; slot < place + slots; slot++)
        sum += atPost[posts + slot] === 1 ? -(service.down[row + slot] as number) : (service.up[row + slot] as number)
      if (sum > most) {
        most = sum
        best = place
      }
    }
    return best
  }

  /** Costs of a draft whose breaks stand. */
  function finish(draft: number, shape: number): boolean {
    const cell = drafts.cell[draft] as number
    const start = drafts.start[draft] as number
    const end = drafts.end[draft] as number
    const pay = people.pay[people.payClass[drafts.agent[draft] as number] as number] as Float64Array
    let money = (pay[end] as number) - (pay[start] as number)
    const last = draft * breaks + (drafts.breakCount[draft] as number)
    for (let at = draft * breaks; at < last; at++) {
      if (drafts.breakIsPaid[at] === 1) continue
      const from = drafts.breakStart[at] as number
      money -= (pay[from + (drafts.breakSlots[at] as number)] as number) - (pay[from] as number)
    }
    drafts.money[draft] = money
    drafts.isNight[draft] = isNightShift(prepared, start, end) ? 1 : 0
    judge(draft, shape)
    return (seats.inCell[cell] as number) === 0 || paint(draft)
  }

  /** The posts of a draft, slot by slot; false when an activity of the cell does not lie within its work. */
  function paint(draft: number): boolean {
    const start = drafts.start[draft] as number
    const first = draft * longest - start
    for (let slot = start; slot < (drafts.end[draft] as number); slot++) drafts.pattern[first + slot] = 1
    const last = draft * breaks + (drafts.breakCount[draft] as number)
    for (let at = draft * breaks; at < last; at++) {
      const from = drafts.breakStart[at] as number
      for (let slot = from; slot < from + (drafts.breakSlots[at] as number); slot++) drafts.pattern[first + slot] = 0
    }
    return (seats.inCell[drafts.cell[draft] as number] as number) === 0 || takeSeats(draft)
  }

  /** Activities of the cell take the agent from her post; false when one lies outside the shift or in a break. */
  function takeSeats(draft: number): boolean {
    const cell = drafts.cell[draft] as number
    const agent = drafts.agent[draft] as number
    const start = drafts.start[draft] as number
    const first = draft * longest - start
    for (let at = seats.ofAgent[agent] as number; at < (seats.ofAgent[agent + 1] as number); at++) {
      const seat = seats.byAgent[at] as number
      if ((seats.cell[seat] as number) !== cell) continue
      const from = seats.start[seat] as number
      const to = from + (seats.slots[seat] as number)
      if (from < start || to > (drafts.end[draft] as number)) return false
      for (let slot = from; slot < to; slot++) {
        if (drafts.pattern[first + slot] !== 1) return false
        drafts.pattern[first + slot] = 0
      }
    }
    return true
  }

  function copied(draft: number, cell: number, from: number): boolean {
    const option = state.option[from] as number
    if ((state.start[from] as number) < 0) return off(draft, cell)
    copyBreaks(draft, cell, from)
    drafts.own[draft] = state.own[from] as number
    return finish(draft, option < 0 ? -1 : (options.shapeOf[option] as number))
  }

  function copyBreaks(draft: number, cell: number, from: number): void {
    begin(
      draft,
      cell,
      state.option[from] as number,
      state.start[from] as number,
      state.end[from] as number,
      state.work[from] as number,
    )
    const count = state.breakCount[from] as number
    drafts.breakCount[draft] = count
    for (let at = 0; at < count; at++) {
      drafts.breakStart[draft * breaks + at] = state.breakStart[from * breaks + at] as number
      drafts.breakSlots[draft * breaks + at] = state.breakSlots[from * breaks + at] as number
      drafts.breakIsPaid[draft * breaks + at] = state.breakIsPaid[from * breaks + at] as number
      drafts.breakIsMeal[draft * breaks + at] = state.breakIsMeal[from * breaks + at] as number
    }
  }

  function byHand(draft: number, cell: number, shift: RosterShift): boolean {
    const { start, end, breaks: taken, shapeId } = shift
    const shape = problem.shapes.findIndex((one) => one.shapeId === shapeId)
    const unpaid = taken.reduce((sum, one) => sum + (one.isPaid ? 0 : one.end - one.start), 0)
    begin(draft, cell, optionOfShift(prepared, cell, shift), start, end, end - start - unpaid)
    const kept = Math.min(taken.length, breaks)
    drafts.breakCount[draft] = kept
    for (const [at, one] of taken.slice(0, kept).entries()) {
      drafts.breakStart[draft * breaks + at] = one.start
      drafts.breakSlots[draft * breaks + at] = one.end - one.start
      drafts.breakIsPaid[draft * breaks + at] = one.isPaid ? 1 : 0
      drafts.breakIsMeal[draft * breaks + at] = one.kind === 'meal' ? 1 : 0
    }
    if ((drafts.option[draft] as number) < 0) drafts.own[draft] = hoursBrokenByShift(prepared, cell, shift)
    return finish(draft, shape)
  }

  return drafts
}
