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
  /** After `cheapest`: the option of each day, −1 for a day off. */
  readonly optionOn: (day: number) => number
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
    option: new Int32Array(options.count + 1),
    start: new Int32Array(options.count + 1),
    end: new Int32Array(options.count + 1),
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

  const sorted = new Map<number, Int32Array>()
  /** A list’s options in order of their starts on a day. */
  function byStart(day: number, list: number): Int32Array {
    const key = day * lists.length + list
    const known = sorted.get(key)
    if (known !== undefined) return known
    const row = day * options.count
    const made = (lists[list] as Int32Array).toSorted(
      (left, right) => (optionStart[row + left] as number) - (optionStart[row + right] as number) || left - right,
    )
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
    into.count = list.length
    for (let at = 0; at < list.length; at++) {
      const option = list[at] as number
      const start = optionStart[day * options.count + option] as number
      const end = start + (options.lengthOf[option] as number)
      into.option[at] = option
      into.start[at] = start
      into.end[at] = end
      into.cost[at] =
        (prices.posts[team + option] as number) +
        (prices.money[pay + option] as number) +
        (options.workOf[option] as number) * perSlot +
        (isNight[day * options.count + option] as number) * night +
        ofDay +
        (isPlain ? alike : judged(cell, agent, options.shapeOf[option] as number, start, end))
    }
  }

  /** A locked shift: its posts are counted where they are, so it costs what it costs. */
  function lockedDay(agent: number, day: number, cell: number): void {
    const into = choices[day] as DayChoices
    const start = state.start[cell] as number
    const end = state.end[cell] as number
    into.off = Number.POSITIVE_INFINITY
    into.count = 1
    into.option[0] = -1
    into.start[0] = start
    into.end[0] = end
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

  return {
    prices,
    cheapest,
    optionOn,
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
