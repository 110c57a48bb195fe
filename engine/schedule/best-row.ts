import type { PreparedRoster } from './prepare-roster.ts'
import { SHORT_REST_MINUTES } from './roster-worth.ts'

/** What a day may hold for one person: shifts with what each costs, all in. */
export interface DayChoices {
  count: number
  readonly option: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
  readonly cost: Float64Array
  /** What a day off costs; infinite where a shift is locked. */
  off: number
}

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
 * one or two days (by the end of the last shift), off for longer, or off since the week began. Where a rule is not told exactly it is
 * relaxed, never tightened: rest by the length of the shift before, and rests longer than a day.
 */
export function createBestRow(prepared: PreparedRoster): BestRow {
  const { days, calendar, people, options, optionStart, problem } = prepared
  const { firstSlot, weekOfDay, weekStart, weekEnd, weeks, daysBefore } = calendar
  const plain = 1440 / problem.slotMinutes
  let ends = plain + 1
  for (let day = 0; day < days; day++)
    for (let option = 0; option < options.count; option++) {
      const at = optionStart[day * options.count + option] as number
      ends = Math.max(ends, at + (options.lengthOf[option] as number) - (firstSlot[day] as number) + 1)
    }
  for (const { start, end, day } of problem.locked)
    if (start >= 0) ends = Math.max(ends, end - (firstSlot[day] ?? start) + 1)
  const mostRow = Math.max(1, ...people.maxRow.filter((row) => row <= days))
  const mostOff = 1 + Math.max(0, ...people.minDaysOff)
  const size = (mostRow + 2) * 2 * mostOff * ends + 2 * mostOff + mostOff
  const layers = days + weeks + 1
  const values = [new Float64Array(size), new Float64Array(size)] as const
  const came = Array.from({ length: layers }, () => new Int32Array(size))
  const took = Array.from({ length: layers }, () => new Int32Array(size))
  const chosen = new Int32Array(days)
  // Least value of each block of ends up to an end, and which end that is.
  const blocks = (mostRow + 2) * 2 * mostOff
  const least = new Float64Array(blocks * ends)
  const leastAt = new Int32Array(blocks * ends)
  // Values of working from one start, by row and week, and the states they come from.
  const entry = new Float64Array(blocks)
  const entryFrom = new Int32Array(blocks)
  const shortRest = SHORT_REST_MINUTES / problem.slotMinutes

  function find(agent: number, choices: readonly DayChoices[], shortRestCost: number): number {
    const longestRow = people.maxRow[agent] as number
    // Where no rule limits the row its length is not told apart.
    const rows = longestRow <= days ? Math.max(1, longestRow) : 1
    const isRowFree = longestRow > days
    const minOff = people.minDaysOff[agent] as number
    const offs = minOff + 1
    const rest = people.minRest[agent] as number
    const weekly = people.weeklyRest[agent] as number
    const flags = 2 * offs
    const oneOff = rows * flags * ends
    const twoOff = oneOff + flags * ends
    const longOff = twoOff + flags * ends
    const sinceWeek = longOff + flags
    const used = sinceWeek + offs
    let [now, next] = values
    let layer = 0

    now.fill(Number.POSITIVE_INFINITY, 0, used)
    begin(now)
    for (let day = 0; day < days; day++) {
      if (day > 0 && weekOfDay[day] !== weekOfDay[day - 1]) crossWeek(day)
      step(day, choices[day] as DayChoices)
    }
    return end()

    function begin(to: Float64Array): void {
      const row = people.beforeRow[agent] as number
      const offBefore = Math.min(minOff, daysBefore - Math.min(row, daysBefore))
      const lastEnd = (people.beforeEnd[agent] as number) - ((firstSlot[0] as number) - plain)
      if (row === 0 || lastEnd < 0) to[sinceWeek + offBefore] = 0
      else
        to[(Math.min(isRowFree ? 1 : row, rows) - 1) * flags * ends + offBefore * ends + Math.min(lastEnd, ends - 1)] =
          0
    }

    /** The week’s rest and days off have to be had by now; the next week begins to count. */
    function crossWeek(day: number): void {
      const opens = weekStart[weekOfDay[day] as number] as number
      const wasOpen = weekStart[weekOfDay[day - 1] as number] as number
      next.fill(Number.POSITIVE_INFINITY, 0, used)
      const keep = (from: number, to: number): void => {
        if ((now[from] as number) < (next[to] as number)) {
          next[to] = now[from] as number
          came[layer]![to] = from
          took[layer]![to] = NONE
        }
      }
      for (let had = 0; had < 2; had++) {
        const at = had * offs + minOff
        for (let row = 0; row < rows; row++)
          for (let one = 0; one < ends; one++) {
            const ended = (firstSlot[day - 1] as number) + one
            if (had === 1 || opens - Math.max(ended, wasOpen) >= weekly)
              keep((row * flags + at) * ends + one, row * flags * ends + one)
          }
        for (let one = 0; one < ends; one++) {
          if (had === 1 || opens - Math.max((firstSlot[Math.max(day - 2, 0)] as number) + one, wasOpen) >= weekly)
            keep(oneOff + at * ends + one, sinceWeek)
          if (had === 1 || opens - Math.max((firstSlot[Math.max(day - 3, 0)] as number) + one, wasOpen) >= weekly)
            keep(twoOff + at * ends + one, sinceWeek)
        }
        keep(longOff + at, sinceWeek)
      }
      keep(sinceWeek + minOff, sinceWeek)
      swap()
    }

    function swap(): void {
      const old = now
      now = next
      next = old
      layer++
    }

    function step(day: number, choices: DayChoices): void {
      next.fill(Number.POSITIVE_INFINITY, 0, used)
      if (choices.off < Number.POSITIVE_INFINITY) stepOff(choices.off)
      if (choices.count > 0) {
        sumUp()
        const { start } = choices
        // Choices of one start lie together: from where each state is reached best is found once for all of them.
        for (let first = 0; first < choices.count;) {
          let last = first + 1
          while (last < choices.count && start[last] === start[first]) last++
          if ((start[first] as number) - (people.beforeEnd[agent] as number) >= rest) {
            enter(day, start[first] as number)
            leave(day, choices, first, last)
          }
          first = last
        }
      }
      swap()
    }

    /** Least values of working from a start, by row and week: into `entry`. */
    function enter(day: number, from: number): void {
      const opens = weekStart[weekOfDay[day] as number] as number
      const yesterday = day > 0 ? (firstSlot[day - 1] as number) : (firstSlot[0] as number) - plain
      const before = day > 1 ? (firstSlot[day - 2] as number) : yesterday - plain
      const beforeThat = day > 2 ? (firstSlot[day - 3] as number) : before - plain
      const isWeekRest = from - opens >= weekly
      entry.fill(Number.POSITIVE_INFINITY, 0, rows * flags)
      for (let fo = 0; fo < flags; fo++) {
        const rested = fo >= offs ? fo : fo + offs
        const isOpen = fo < offs && isWeekRest
        for (let row = 0; row < rows; row++) {
          const to = isRowFree ? row : row + 1
          if (to >= rows) break
          const block = row * flags + fo
          // With a short rest, and with a longer one.
          arrive(block, from - rest - yesterday, shortRestCost, to * flags + fo)
          if (shortRestCost > 0) arrive(block, from - Math.max(shortRest, rest) - yesterday, 0, to * flags + fo)
          if (isOpen) arrive(block, from - Math.max(weekly, rest) - yesterday, 0, to * flags + rested)
        }
        const one = rows * flags + fo
        arrive(one, from - rest - before, 0, fo)
        arrive(one + flags, ends - 1, 0, fo)
        if (isOpen) {
          arrive(one, from - Math.max(weekly, rest) - before, 0, rested)
          arrive(one + flags, from - weekly - beforeThat, 0, rested)
        }
        take(longOff + fo, isWeekRest ? rested : fo)
      }
      for (let o = 0; o < offs; o++) take(sinceWeek + o, (isWeekRest ? offs : 0) + o)
    }

    function arrive(block: number, latest: number, price: number, to: number): void {
      if (latest < 0) return
      const at = block * ends + (latest < ends ? latest : ends - 1)
      const sum = (least[at] as number) + price
      if (sum < (entry[to] as number)) {
        entry[to] = sum
        entryFrom[to] = leastAt[at] as number
      }
    }

    function take(from: number, to: number): void {
      if ((now[from] as number) < (entry[to] as number)) {
        entry[to] = now[from] as number
        entryFrom[to] = from
      }
    }

    /** Every choice of a start from every state that may take it; states that another one is better than in everything are left out. */
    function leave(day: number, { end: until, cost }: DayChoices, first: number, last: number): void {
      const today = firstSlot[day] as number
      const came0 = came[layer] as Int32Array
      const took0 = took[layer] as Int32Array
      for (let state = 0; state < rows * flags; state++) {
        const value = entry[state] as number
        if (value === Number.POSITIVE_INFINITY || isBeaten(state, value)) continue
        const from = entryFrom[state] as number
        const row = state * ends - today
        for (let choice = first; choice < last; choice++) {
          const to = row + (until[choice] as number)
          const sum = value + (cost[choice] as number)
          if (sum < (next[to] as number)) {
            next[to] = sum
            came0[to] = from
            took0[to] = choice
          }
        }
      }
    }

    /** Whether a state with no longer row, the rest had if this one has, and as many days off costs no more. */
    function isBeaten(state: number, value: number): boolean {
      const fo = state % flags
      const o = fo % offs
      for (let other = 0; other <= state + flags && other < rows * flags; other++) {
        if (other === state || (entry[other] as number) > value) continue
        const otherFo = other % flags
        if (other - otherFo > state - fo || otherFo < fo - o || otherFo % offs < o) continue
        // Of two that are alike in everything the first stays.
        if ((entry[other] as number) < value || other < state) return true
      }
      return false
    }

    function stepOff(off: number): void {
      const came0 = came[layer] as Int32Array
      const took0 = took[layer] as Int32Array
      for (let fo = 0; fo < flags; fo++) {
        const more = fo % offs < minOff ? fo + 1 : fo
        const to = oneOff + more * ends
        for (let row = 0; row < rows; row++) {
          const from = (row * flags + fo) * ends
          for (let one = 0; one < ends; one++) {
            const sum = (now[from + one] as number) + off
            if (sum < (next[to + one] as number)) {
              next[to + one] = sum
              came0[to + one] = from + one
              took0[to + one] = NONE
            }
          }
        }
        for (let one = 0; one < ends; one++) {
          goOff(oneOff + fo * ends + one, twoOff + more * ends + one, off)
          goOff(twoOff + fo * ends + one, longOff + more, off)
        }
        goOff(longOff + fo, longOff + more, off)
      }
      for (let o = 0; o < offs; o++) goOff(sinceWeek + o, sinceWeek + Math.min(o + 1, minOff), off)
    }

    function goOff(from: number, to: number, off: number): void {
      const sum = (now[from] as number) + off
      if (sum >= (next[to] as number)) return
      next[to] = sum
      came[layer]![to] = from
      took[layer]![to] = NONE
    }

    function sumUp(): void {
      const all = (rows + 2) * flags
      for (let block = 0; block < all; block++) {
        let best = Number.POSITIVE_INFINITY
        let at = block * ends
        for (let one = block * ends; one < (block + 1) * ends; one++) {
          if ((now[one] as number) < best) {
            best = now[one] as number
            at = one
          }
          least[one] = best
          leastAt[one] = at
        }
      }
    }

    /** The least over all ends whose last week is in order, as far as the horizon tells. */
    function end(): number {
      const week = weeks - 1
      const opens = weekStart[week] as number
      const closes = weekEnd[week] as number
      const left = Math.max(0, 7 - ((days - 1 + daysBefore) % 7) - 1)
      let best = Number.POSITIVE_INFINITY
      let at = NONE
      const look = (state: number, isRested: boolean, o: number): void => {
        if (isRested && o + left >= minOff && (now[state] as number) < best) {
          best = now[state] as number
          at = state
        }
      }
      for (let fo = 0; fo < flags; fo++) {
        const had = fo >= offs
        const o = fo % offs
        for (let one = 0; one < ends; one++) {
          const rested = (day: number): boolean =>
            had || closes - Math.max((firstSlot[Math.max(day, 0)] as number) + one, opens) >= weekly
          for (let row = 0; row < rows; row++) look((row * flags + fo) * ends + one, rested(days - 1), o)
          look(oneOff + fo * ends + one, rested(days - 2), o)
          look(twoOff + fo * ends + one, rested(days - 3), o)
        }
        look(longOff + fo, true, o)
      }
      for (let o = 0; o < offs; o++) look(sinceWeek + o, true, o)
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
  }

  return { find, chosen }
}
