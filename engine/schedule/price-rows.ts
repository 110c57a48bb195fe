import { createBestRow } from './best-row.ts'
import { createCellCost } from './cell-cost.ts'
import {
  FAIR_CHANGES,
  FAIR_HOLIDAYS,
  FAIR_NIGHTS,
  FAIR_REFUSED,
  FAIR_SHORT_RESTS,
  FAIR_WEEKENDS,
} from './fair-balance.ts'
import { isNightShift } from './night-shift.ts'
import { createOptionPrices, type OptionPrices } from './option-prices.ts'
import type { RosterState } from './roster-state.ts'
import { SHORT_REST_MINUTES } from './roster-worth.ts'
import type { DayChoices } from './thin-choices.ts'

/** The cheapest days of each person at given prices of posts, of fair shares and of her budgets. */
export interface PricedRows {
  readonly prices: OptionPrices
  /** Least cost of one person’s days; `minutePrice` is the price of a slot of work by budget of all people. */
  readonly cheapest: (agent: number, workPrice: Float64Array) => number
  /** After `cheapest`: slots of work in a budget. */
  readonly workIn: (agent: number, budget: number) => number
  /** After `cheapest`: her posts into queue × slots + slot. */
  readonly addUse: (agent: number, use: Float64Array) => void
  /** After `cheapest`: adds up what she has of each kind that is shared fairly, into kind × agents + agent. */
  readonly count: (agent: number, counts: Float64Array) => void
  /** After `cheapest`: the option of each day, −1 for a day off. */
  readonly optionOn: (day: number) => number
}

interface SortedList {
  readonly option: Int32Array
  readonly start: Int32Array
  readonly end: Int32Array
}

/** `fairPrice`: kind × agents + agent, what one more of a kind costs. Locked shifts stay as the state has them. */
export function createPricedRows(state: RosterState, fairPrice: Float64Array): PricedRows {
  const { prepared } = state
  const { agents, days, options, lists, listOf, optionStart, isNight, people, calendar } = prepared
  const prices = createOptionPrices(prepared)
  const best = createBestRow(prepared)
  const cost = createCellCost(state)
  const choices = Array.from({ length: days }, (): DayChoices => ({
    count: 0,
    option: new Int32Array(0),
    start: new Int32Array(0),
    end: new Int32Array(0),
    cost: new Float64Array(options.count + 1),
    off: 0,
  }))
  const fair = (kind: number, agent: number): number => fairPrice[kind * agents + agent] as number
  const budgetWork = new Float64Array(days)

  function cheapest(agent: number, workPrice: Float64Array): number {
    budgetWork.fill(0)
    for (let at = people.budgetAt[agent] as number; at < (people.budgetAt[agent + 1] as number); at++)
      for (let day = people.budgetFirst[at] as number; day <= (people.budgetLast[at] as number); day++)
        budgetWork[day] = (budgetWork[day] as number) + (workPrice[at] as number)
    for (let day = 0; day < days; day++) {
      const cell = agent * days + day
      if (state.isLocked[cell] === 1) lockedDay(agent, day, cell)
      else freeDay(agent, day, cell)
    }
    return best.find(agent, choices, fair(FAIR_SHORT_RESTS, agent))
  }

  const sorted = new Map<number, SortedList>()
  /** A list’s options in order of their starts on a day. */
  function byStart(day: number, list: number): SortedList {
    const key = day * lists.length + list
    const known = sorted.get(key)
    if (known !== undefined) return known
    const row = day * options.count
    const option = (lists[list] as Int32Array).toSorted(
      (left, right) => (optionStart[row + left] as number) - (optionStart[row + right] as number) || left - right,
    )
    const start = option.map((one) => optionStart[row + one] as number)
    const end = option.map((one, at) => (start[at] as number) + (options.lengthOf[one] as number))
    const made = { option, start, end }
    sorted.set(key, made)
    return made
  }

  const judged = (cell: number, agent: number, shape: number, start: number, end: number): number => {
    const own = cost.wishes(cell, shape, start, end) + cost.stability(cell, start, end)
    return own + cost.refused * fair(FAIR_REFUSED, agent) + cost.changed * fair(FAIR_CHANGES, agent)
  }

  function freeDay(agent: number, day: number, cell: number): void {
    const into = choices[day] as DayChoices
    const list = byStart(day, listOf[cell] as number)
    const today = day * options.count
    const team = ((prices.teamOf[agent] as number) * days + day) * options.count
    const pay = ((people.payClass[agent] as number) * days + day) * options.count
    const isPlain = people.wishAt[cell] === people.wishAt[cell + 1] && (people.earlierStart[cell] as number) < 0
    const perSlot = budgetWork[day] as number
    const night = fair(FAIR_NIGHTS, agent)
    const ofDay =
      (calendar.isWeekend[day] as number) * fair(FAIR_WEEKENDS, agent) +
      (calendar.isHoliday[day] as number) * fair(FAIR_HOLIDAYS, agent)
    // Where nothing is wished and nothing planned before, every shift of the day is judged alike.
    const alike = isPlain ? judged(cell, agent, -1, 0, 1) : 0
    into.off = judged(cell, agent, -1, -1, -1)
    into.count = list.option.length
    into.option = list.option
    into.start = list.start
    into.end = list.end
    for (let at = 0; at < into.count; at++) {
      const option = list.option[at] as number
      into.cost[at] =
        (prices.posts[team + option] as number) +
        (prices.money[pay + option] as number) +
        (options.workOf[option] as number) * perSlot +
        (isNight[today + option] as number) * night +
        ofDay +
        (isPlain
          ? alike
          : judged(cell, agent, options.shapeOf[option] as number, list.start[at] as number, list.end[at] as number))
    }
  }

  /** A locked shift: its posts are counted where they are, so it costs what it costs. */
  function lockedDay(agent: number, day: number, cell: number): void {
    const into = choices[day] as DayChoices
    const start = state.start[cell] as number
    const end = state.end[cell] as number
    into.off = Number.POSITIVE_INFINITY
    into.count = 1
    into.option = Int32Array.of(-1)
    into.start = Int32Array.of(start)
    into.end = Int32Array.of(end)
    into.cost[0] =
      (state.money[cell] as number) +
      (state.work[cell] as number) * (budgetWork[day] as number) +
      (isNightShift(prepared, start, end) ? fair(FAIR_NIGHTS, agent) : 0) +
      (calendar.isWeekend[day] as number) * fair(FAIR_WEEKENDS, agent) +
      (calendar.isHoliday[day] as number) * fair(FAIR_HOLIDAYS, agent) +
      (state.wishes[cell] as number) +
      (state.stability[cell] as number) +
      (state.refused[cell] as number) * fair(FAIR_REFUSED, agent) +
      (state.changed[cell] as number) * fair(FAIR_CHANGES, agent)
  }

  const optionOn = (day: number): number => {
    const at = best.chosen[day] as number
    return at < 0 ? -1 : ((choices[day] as DayChoices).option[at] as number)
  }

  function count(agent: number, counts: Float64Array): void {
    const add = (kind: number, by: number): void => {
      const at = kind * agents + agent
      counts[at] = (counts[at] as number) + by
    }
    let lastEnd = people.beforeEnd[agent] as number
    for (let day = 0; day < days; day++) {
      const at = best.chosen[day] as number
      const { option, start: starts, end: ends } = choices[day] as DayChoices
      const start = at < 0 ? -1 : (starts[at] as number)
      const end = at < 0 ? -1 : (ends[at] as number)
      const shape = at < 0 || (option[at] as number) < 0 ? -1 : (options.shapeOf[option[at] as number] as number)
      cost.wishes(agent * days + day, shape, start, end)
      cost.stability(agent * days + day, start, end)
      add(FAIR_REFUSED, cost.refused)
      add(FAIR_CHANGES, cost.changed)
      if (at < 0) continue
      if (isNightShift(prepared, start, end)) add(FAIR_NIGHTS, 1)
      add(FAIR_WEEKENDS, calendar.isWeekend[day] as number)
      add(FAIR_HOLIDAYS, calendar.isHoliday[day] as number)
      if ((start - lastEnd) * prepared.problem.slotMinutes < SHORT_REST_MINUTES) add(FAIR_SHORT_RESTS, 1)
      lastEnd = end
    }
  }

  return {
    prices,
    cheapest,
    optionOn,
    count,
    workIn: (agent, budget) => {
      let sum = 0
      for (let day = people.budgetFirst[budget] as number; day <= (people.budgetLast[budget] as number); day++) {
        const cell = agent * days + day
        if (state.isLocked[cell] === 1) sum += state.work[cell] as number
        else if (optionOn(day) >= 0) sum += options.workOf[optionOn(day)] as number
      }
      return sum
    },
    addUse: (agent, use) => {
      for (let day = 0; day < days; day++) {
        const option = optionOn(day)
        if (option >= 0) prices.addUse(agent, day, option, use)
      }
    },
  }
}
