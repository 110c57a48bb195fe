import type { PreparedRoster } from './prepare-roster.ts'
import { SHORT_REST_MINUTES } from './roster-worth.ts'
import {
  CALM,
  CALM_WEEK,
  createRestReach,
  IS_WEEK_REST,
  TIGHT,
  TIGHT_ONE,
  WEEK,
  WEEK_ONE,
  WEEK_TWO,
} from './rest-reach.ts'
import { createThinChoices, longestSpan, type DayChoices } from './thin-choices.ts'

export interface BestRow {
  /**
   * The least cost of a person’s days under the rules about rest, rows of days and weeks, by dynamic programming over days; budgets of
   * working time are not looked at: their price is in the costs. Infinite where no row is lawful.
   */
  readonly find: (agent: number, choices: readonly DayChoices[], shortRestCost: number) => number
  /** After `find`: index of the choice on each day, −1 for a day off. */
  readonly chosen: Int32Array
}

const NONE = -1
/**
 * States after a day: worked (by length of the row, whether the week’s rest was had, days off in the week, end of the shift), off for
 * one or two days (by the end of the last shift), off for longer, or off since the week began. Only ends of shifts that may be best are
 * told apart. Where a rule is not told exactly it is relaxed, never tightened: rest by the length of the shift before, and rests longer
 * than a day.
 */
export function createBestRow(prepared: PreparedRoster): BestRow {
  const { days, calendar, people, options, problem } = prepared
  const { firstSlot, weekOfDay, weekStart, weekEnd, weeks, daysBefore } = calendar
  const plain = 1440 / problem.slotMinutes
  const span = longestSpan(prepared)
  const mostRow = Math.max(1, ...people.maxRow.filter((row) => row <= days))
  const mostOff = 1 + Math.max(0, ...people.minDaysOff)
  const blocks = mostRow * 2 * mostOff
  const size = (blocks + 4 * mostOff) * span + 3 * mostOff
  const layers = days + weeks + 1
  const came = Array.from({ length: layers }, () => new Int32Array(size))
  const took = Array.from({ length: layers }, () => new Int32Array(size))
  const chosen = new Int32Array(days)
  const thin = createThinChoices(options.count + 1, span)
  const rests = createRestReach(calendar, days, { span, shortRest: SHORT_REST_MINUTES / problem.slotMinutes })
  const { endsOf, endCount, reach, ends } = rests
  // Least value of each block of ends up to an end, and which state that is.
  const least = new Float64Array(size)
  const leastAt = new Int32Array(size)
  // Values of working from one start, by row and week, and the states they come from.
  const entry = new Float64Array(blocks)
  const entryFrom = new Int32Array(blocks)
  // Least value so far of what is at least as good as each flag.
  const cheapest = new Float64Array(2 * mostOff)
  const unbeaten = new Int32Array(blocks)
  let unbeatenCount = 0
  const shortRest = SHORT_REST_MINUTES / problem.slotMinutes

  // States as they are and as they will be after the next step, with where each kind of state begins.
  let now = new Float64Array(size)
  let next = new Float64Array(size)
  let layer = 0
  let oneOff = 0
  let twoOff = 0
  let longOff = 0
  let sinceWeek = 0
  let used = 0
  // The person at hand.
  let rows = 1
  let isRowFree = false
  let minOff = 0
  let offs = 1
  let flags = 2
  let rest = 0
  let weekly = 0
  let shortRestPrice = 0

  function find(agent: number, choices: readonly DayChoices[], shortRestCost: number): number {
    const longestRow = people.maxRow[agent] as number
    // Where no rule limits the row its length is not told apart.
    isRowFree = longestRow > days
    rows = isRowFree ? 1 : Math.max(1, longestRow)
    minOff = people.minDaysOff[agent] as number
    offs = minOff + 1
    flags = 2 * offs
    rest = people.minRest[agent] as number
    weekly = people.weeklyRest[agent] as number
    shortRestPrice = shortRestCost
    rests.begin(rest, weekly, shortRestPrice > 0)
    layer = 0
    begin(agent)
    for (let day = 0; day < days; day++) {
      if (day > 0 && weekOfDay[day] !== weekOfDay[day - 1]) crossWeek(day)
      step(day, choices[day] as DayChoices, people.beforeEnd[agent] as number)
    }
    return end()
  }

  /** Where states begin that follow upon a day. */
  function layOut(day: number): void {
    oneOff = rows * flags * ends(day)
    twoOff = oneOff + flags * ends(day - 1)
    longOff = twoOff + flags * ends(day - 2)
    sinceWeek = longOff + flags
    used = sinceWeek + offs
  }

  function begin(agent: number): void {
    const row = people.beforeRow[agent] as number
    const offBefore = Math.min(minOff, daysBefore - Math.min(row, daysBefore))
    const lastEnd = people.beforeEnd[agent] as number
    endCount[0] = 1
    endsOf[0]![0] = lastEnd
    layOut(-1)
    now.fill(Number.POSITIVE_INFINITY, 0, used)
    if (row === 0 || lastEnd < (firstSlot[0] as number) - plain) now[sinceWeek + offBefore] = 0
    else now[(Math.min(isRowFree ? 1 : row, rows) - 1) * flags + offBefore] = 0
  }

  function go(from: number, to: number, price: number): void {
    const sum = (now[from] as number) + price
    if (sum >= (next[to] as number)) return
    next[to] = sum
    came[layer]![to] = from
    took[layer]![to] = NONE
  }

  function swap(): void {
    const old = now
    now = next
    next = old
    layer++
  }

  /** Slots without work between a shift’s end and the end of the week, as far as they lie in it. */
  const restUntil = (closes: number, opens: number, ended: number): number => closes - (ended > opens ? ended : opens)

  /** The week’s rest and days off have to be had by now; the next week begins to count. */
  function crossWeek(day: number): void {
    const opens = weekStart[weekOfDay[day] as number] as number
    const wasOpen = weekStart[weekOfDay[day - 1] as number] as number
    next.fill(Number.POSITIVE_INFINITY, 0, used)
    for (let had = 0; had < 2; had++) {
      const at = had * offs + minOff
      for (let back = 1; back <= 3; back++) {
        const many = ends(day - back)
        const first = back === 1 ? 0 : back === 2 ? oneOff : twoOff
        for (let one = 0; one < many; one++) {
          const ended = endsOf[day - back + 1]![one] as number
          if (had === 0 && restUntil(opens, wasOpen, ended) < weekly) continue
          if (back > 1) go(first + at * many + one, sinceWeek, 0)
          else for (let row = 0; row < rows; row++) go((row * flags + at) * many + one, row * flags * many + one, 0)
        }
      }
      go(longOff + at, sinceWeek, 0)
    }
    go(sinceWeek + minOff, sinceWeek, 0)
    swap()
  }

  function step(day: number, choices: DayChoices, beforeEnd: number): void {
    const from = { oneOff, twoOff, longOff, sinceWeek }
    sumUp(day - 1)
    endCount[day + 1] = thin.thin(choices, firstSlot[day] as number, endsOf[day + 1] as Int32Array)
    layOut(day)
    next.fill(Number.POSITIVE_INFINITY, 0, used)
    if (choices.off < Number.POSITIVE_INFINITY) stepOff(day, from, choices.off)
    // Choices of one start lie together: from where each state is reached best is found once for all of them.
    let isFirst = true
    for (let first = 0; first < thin.count;) {
      const start = choices.start[thin.choice[first] as number] as number
      let last = first + 1
      while (last < thin.count && choices.start[thin.choice[last] as number] === start) last++
      if (start - beforeEnd >= rest) {
        if (rests.reaches(day, start, isFirst)) enter(day, from)
        isFirst = false
        leave(day, choices.cost, first, last)
      }
      first = last
    }
    swap()
  }

  /** Least values over the ends of each block up to each end, after a day. */
  function sumUp(day: number): void {
    sumUpBlocks(0, rows * flags, ends(day))
    sumUpBlocks(oneOff, flags, ends(day - 1))
    sumUpBlocks(twoOff, flags, ends(day - 2))
  }

  function sumUpBlocks(first: number, count: number, many: number): void {
    for (let block = first; block < first + count * many; block += many) {
      let best = Number.POSITIVE_INFINITY
      let at = block
      for (let one = block; one < block + many; one++) {
        if ((now[one] as number) < best) {
          best = now[one] as number
          at = one
        }
        least[one] = best
        leastAt[one] = at
      }
    }
  }

  /** Least values of working from a start, by row and week: into `entry`. */
  function enter(day: number, from: StateKinds): void {
    const many = ends(day - 1)
    const manyOne = ends(day - 2)
    const manyTwo = ends(day - 3)
    const isWeekRest = reach[IS_WEEK_REST] === 1
    // Where the week’s rest may be a short one, it costs what a short one costs.
    const weekPrice = weekly < shortRest ? shortRestPrice : 0
    const states = rows * flags
    entry.fill(Number.POSITIVE_INFINITY, 0, states)
    for (let fo = 0; fo < flags; fo++) {
      const isOpen = fo < offs
      const rested = isOpen ? fo + offs : fo
      for (let state = fo; state < states; state += flags) {
        const block = state * many
        const to = isRowFree ? state : state + flags
        if (to >= states || many === 0 || least[block + many - 1] === Number.POSITIVE_INFINITY) continue
        arrive(block, TIGHT, shortRestPrice, to)
        arrive(block, CALM, 0, to)
        if (!isOpen) continue
        arrive(block, WEEK, weekPrice, to + offs)
        arrive(block, CALM_WEEK, 0, to + offs)
      }
      const one = from.oneOff + fo * manyOne
      const two = from.twoOff + fo * manyTwo
      arrive(one, TIGHT_ONE, 0, fo)
      if (manyTwo > 0) take(leastAt[two + manyTwo - 1] as number, fo)
      if (isOpen) arrive(one, WEEK_ONE, 0, rested)
      if (isOpen) arrive(two, WEEK_TWO, 0, rested)
      take(from.longOff + fo, isWeekRest ? rested : fo)
    }
    for (let o = 0; o < offs; o++) take(from.sinceWeek + o, (isWeekRest ? offs : 0) + o)
    keepUnbeaten()
  }

  function arrive(block: number, how: number, price: number, to: number): void {
    const at = reach[how] as number
    if (at < 0) return
    const sum = (least[block + at] as number) + price
    if (sum < (entry[to] as number)) {
      entry[to] = sum
      entryFrom[to] = leastAt[block + at] as number
    }
  }

  function take(from: number, to: number): void {
    if ((now[from] as number) < (entry[to] as number)) {
      entry[to] = now[from] as number
      entryFrom[to] = from
    }
  }

  /**
   * The states of `entry` that no other is better than in everything: no longer a row, the rest had if this one has it, as many days off, no
   * dearer.
   */
  function keepUnbeaten(): void {
    unbeatenCount = 0
    cheapest.fill(Number.POSITIVE_INFINITY, 0, flags)
    for (let row = 0; row < rows; row++)
      // From the best flags down, so that what is better comes before what it beats.
      for (let fo = flags - 1; fo >= 0; fo--) {
        const value = entry[row * flags + fo] as number
        if (value >= (cheapest[fo] as number)) continue
        unbeaten[unbeatenCount++] = row * flags + fo
        for (let had = fo >= offs ? 1 : 0; had >= 0; had--)
          for (let o = fo % offs; o >= 0; o--)
            if (value < (cheapest[had * offs + o] as number)) cheapest[had * offs + o] = value
      }
  }

  /** Every choice of a start from every state that may take it. */
  function leave(day: number, cost: Float64Array, first: number, last: number): void {
    const many = ends(day)
    const came0 = came[layer] as Int32Array
    const took0 = took[layer] as Int32Array
    for (let index = 0; index < unbeatenCount; index++) {
      const state = unbeaten[index] as number
      const value = entry[state] as number
      const from = entryFrom[state] as number
      for (let at = first; at < last; at++) {
        const to = state * many + (thin.endAt[at] as number)
        const choice = thin.choice[at] as number
        const sum = value + (cost[choice] as number)
        if (sum < (next[to] as number)) {
          next[to] = sum
          came0[to] = from
          took0[to] = choice
        }
      }
    }
  }

  function stepOff(day: number, from: StateKinds, off: number): void {
    for (let fo = 0; fo < flags; fo++) {
      const more = fo % offs < minOff ? fo + 1 : fo
      for (let one = 0, many = ends(day - 1); one < many; one++) {
        let best = fo * many + one
        for (let row = 1, at = best; row < rows; row++) {
          at += flags * many
          if ((now[at] as number) < (now[best] as number)) best = at
        }
        go(best, oneOff + more * many + one, off)
      }
      for (let one = 0, many = ends(day - 2); one < many; one++)
        go(from.oneOff + fo * many + one, twoOff + more * many + one, off)
      for (let one = 0, many = ends(day - 3); one < many; one++) go(from.twoOff + fo * many + one, longOff + more, off)
      go(from.longOff + fo, longOff + more, off)
    }
    for (let o = 0; o < offs; o++) go(from.sinceWeek + o, sinceWeek + Math.min(o + 1, minOff), off)
  }

  /** The least over all states whose last week is in order, as far as the horizon tells. */
  function end(): number {
    const opens = weekStart[weeks - 1] as number
    const closes = weekEnd[weeks - 1] as number
    const left = Math.max(0, 7 - ((days - 1 + daysBefore) % 7) - 1)
    let best = Number.POSITIVE_INFINITY
    let at = NONE
    const look = (state: number): void => {
      if ((now[state] as number) >= best) return
      best = now[state] as number
      at = state
    }
    for (let fo = 0; fo < flags; fo++) {
      if ((fo % offs) + left < minOff) continue
      for (let back = 1; back <= 3; back++) {
        const many = ends(days - back)
        const first = back === 1 ? 0 : back === 2 ? oneOff : twoOff
        for (let one = 0; one < many; one++) {
          if (fo < offs && restUntil(closes, opens, endsOf[days - back + 1]![one] as number) < weekly) continue
          if (back > 1) look(first + fo * many + one)
          else for (let row = 0; row < rows; row++) look((row * flags + fo) * many + one)
        }
      }
      look(longOff + fo)
    }
    for (let o = 0; o < offs; o++) if (o + left >= minOff) look(sinceWeek + o)
    if (at !== NONE) trace(at)
    return best
  }

  function trace(last: number): void {
    let state = last
    for (let day = days - 1; day >= 0; day--) {
      layer--
      chosen[day] = took[layer]![state] as number
      state = came[layer]![state] as number
      if (day > 0 && weekOfDay[day] !== weekOfDay[day - 1]) {
        layer--
        state = came[layer]![state] as number
      }
    }
  }

  return { find, chosen }
}

/** Where the states of one kind begin. */
interface StateKinds {
  readonly oneOff: number
  readonly twoOff: number
  readonly longOff: number
  readonly sinceWeek: number
}
