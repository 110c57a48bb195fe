import type { RosterState } from './roster-state.ts'
import { SHORT_REST_MINUTES } from './roster-worth.ts'

/** What a person’s days break of her hard limits, in hours, so that less broken is always better. */
export interface RowRules {
  /** Measures a row as it stands in `start`, `end` and `work`; the answers are in the other fields. */
  readonly measure: (agent: number) => void
  /**
   * The same after one shift of a lawful row was moved, shortened or lengthened on its day: only what it touches is looked at. The cell
   * has the new shift, the rest of the state still counts the old one.
   */
  readonly measureMoved: (agent: number, cell: number, old: { start: number; end: number; work: number }) => void
  /** How many short rests more there would be if the shift of a cell lay so, as the row stands in `start` and `end`. */
  readonly shortRestsMoved: (agent: number, cell: number, from: number, to: number) => number
  /** Working time in each budget of an agent. */
  readonly carryWork: (agent: number) => void
  broken: number
  missing: number
  shortRests: number
}

/** A day worked too much, in hours. */
const HOURS_OF_DAY = 8
const OVERLAP_HOURS = 10_000

export function createRowRules(state: RosterState): RowRules {
  const { prepared, start, end, work, own, worked } = state
  const { days, calendar, people, problem } = prepared
  const { weeks, weekOfDay, weekStart, weekEnd, weekFirstDay, weekLastDay, daysBefore } = calendar
  const { minRest, restPerLength, weeklyRest, maxRow, minDaysOff, beforeEnd, beforeStart, beforeRow } = people
  const { budgetAt, budgetFirst, budgetLast, budgetMin, budgetMax } = people
  const hours = problem.slotMinutes / 60
  const shortRest = SHORT_REST_MINUTES / problem.slotMinutes
  const rules: RowRules = { measure, measureMoved, shortRestsMoved, carryWork, broken: 0, missing: 0, shortRests: 0 }

  function measure(agent: number): void {
    const first = agent * days
    let broken = 0
    let shortRests = 0
    let lastEnd = beforeEnd[agent] as number
    let lastStart = beforeStart[agent] as number
    let row = beforeRow[agent] as number
    const least = minRest[agent] as number
    const perLength = restPerLength[agent] as number
    const longestRow = maxRow[agent] as number
    for (let cell = first; cell < first + days; cell++) {
      const from = start[cell] as number
      if (from < 0) {
        row = 0
        continue
      }
      row++
      broken += own[cell] as number
      if (row > longestRow) broken += HOURS_OF_DAY
      const rest = from - lastEnd
      if (rest < shortRest) shortRests++
      const byLength = perLength === 0 ? 0 : perLength * (lastEnd - lastStart)
      const needed = byLength > least ? byLength : least
      if (rest < needed) broken += (needed - rest) * hours
      // Nobody is in two shifts at once, whatever else is mended by it.
      if (rest < 0) broken += OVERLAP_HOURS
      lastStart = from
      lastEnd = end[cell] as number
    }
    broken += weeksBroken(agent) + budgetsBroken(agent)
    rules.broken = broken
    rules.shortRests = shortRests
  }

  function weeksBroken(agent: number): number {
    const needed = weeklyRest[agent] as number
    const off = minDaysOff[agent] as number
    if (needed <= 0 && off <= 0) return 0
    const first = agent * days
    let broken = 0
    // What an earlier week’s last shift reaches into the next one.
    let lastEnd = beforeEnd[agent] as number
    for (let week = 0; week < weeks; week++) {
      const opens = weekStart[week] as number
      let free = lastEnd > opens ? lastEnd : opens
      let longest = 0
      let worked = week === 0 ? Math.min(beforeRow[agent] as number, daysBefore) : 0
      const until = first + (weekLastDay[week] as number)
      for (let cell = first + (weekFirstDay[week] as number); cell <= until; cell++) {
        const from = start[cell] as number
        if (from < 0) continue
        worked++
        if (from - free > longest) longest = from - free
        lastEnd = end[cell] as number
        free = lastEnd
      }
      const tail = (weekEnd[week] as number) - free
      if (tail > longest) longest = tail
      if (longest < needed) broken += (needed - longest) * hours
      if (worked > 7 - off) broken += (worked - 7 + off) * HOURS_OF_DAY
    }
    return broken
  }

  function measureMoved(agent: number, cell: number, old: { start: number; end: number; work: number }): void {
    const first = agent * days
    let before = cell - 1
    while (before >= first && (start[before] as number) < 0) before--
    let after = cell + 1
    while (after < first + days && (start[after] as number) < 0) after++
    const isFirst = before < first
    const lastStart = isFirst ? (beforeStart[agent] as number) : (start[before] as number)
    const lastEnd = isFirst ? (beforeEnd[agent] as number) : (end[before] as number)
    const from = start[cell] as number
    const to = end[cell] as number
    let broken = restBroken(agent, lastStart, lastEnd, from)
    let shortRests = (state.shortRests[agent] as number) - isShort(lastEnd, old.start) + isShort(lastEnd, from)
    if (after < first + days) {
      const next = start[after] as number
      broken += restBroken(agent, from, to, next)
      shortRests += isShort(to, next) - isShort(old.end, next)
    }
    const week = weekOfDay[cell - first] as number
    broken += weekBroken(agent, week)
    // Into the next week it reaches, or did.
    if (week + 1 < weeks && (to > (weekEnd[week] as number) || old.end > (weekEnd[week] as number)))
      broken += weekBroken(agent, week + 1)
    rules.broken = broken + movedBudgets(agent, cell - first, (work[cell] as number) - old.work)
    rules.shortRests = shortRests
  }

  function shortRestsMoved(agent: number, cell: number, from: number, to: number): number {
    const first = agent * days
    let before = cell - 1
    while (before >= first && (start[before] as number) < 0) before--
    const lastEnd = before < first ? (beforeEnd[agent] as number) : (end[before] as number)
    let more = isShort(lastEnd, from) - isShort(lastEnd, start[cell] as number)
    let after = cell + 1
    while (after < first + days && (start[after] as number) < 0) after++
    if (after < first + days)
      more += isShort(to, start[after] as number) - isShort(end[cell] as number, start[after] as number)
    return more
  }

  const isShort = (lastEnd: number, from: number): number => (from - lastEnd < shortRest ? 1 : 0)

  function restBroken(agent: number, lastStart: number, lastEnd: number, from: number): number {
    const rest = from - lastEnd
    const needed = Math.max(minRest[agent] as number, (restPerLength[agent] as number) * (lastEnd - lastStart))
    return (rest < needed ? (needed - rest) * hours : 0) + (rest < 0 ? OVERLAP_HOURS : 0)
  }

  function weekBroken(agent: number, week: number): number {
    const needed = weeklyRest[agent] as number
    if (needed <= 0) return 0
    const first = agent * days
    let cell = first + (weekFirstDay[week] as number) - 1
    while (cell >= first && (start[cell] as number) < 0) cell--
    const lastEnd = cell < first ? (beforeEnd[agent] as number) : (end[cell] as number)
    const opens = weekStart[week] as number
    let free = lastEnd > opens ? lastEnd : opens
    let longest = 0
    const until = first + (weekLastDay[week] as number)
    for (cell = first + (weekFirstDay[week] as number); cell <= until; cell++) {
      const from = start[cell] as number
      if (from < 0) continue
      if (from - free > longest) longest = from - free
      free = end[cell] as number
    }
    const tail = (weekEnd[week] as number) - free
    if (tail > longest) longest = tail
    return longest < needed ? (needed - longest) * hours : 0
  }

  function movedBudgets(agent: number, day: number, by: number): number {
    let broken = 0
    let missing = state.missing[agent] as number
    if (by !== 0)
      for (let at = budgetAt[agent] as number; at < (budgetAt[agent + 1] as number); at++) {
        if (day < (budgetFirst[at] as number) || day > (budgetLast[at] as number)) continue
        const was = worked[at] as number
        const least = budgetMin[at] as number
        if (was + by > (budgetMax[at] as number)) broken += (was + by - (budgetMax[at] as number)) * hours
        missing += (Math.max(0, least - was - by) - Math.max(0, least - was)) * hours
      }
    rules.missing = missing
    return broken
  }

  function carryWork(agent: number): void {
    for (let at = budgetAt[agent] as number; at < (budgetAt[agent + 1] as number); at++) {
      let sum = 0
      const last = agent * days + (budgetLast[at] as number)
      for (let cell = agent * days + (budgetFirst[at] as number); cell <= last; cell++) sum += work[cell] as number
      worked[at] = sum
    }
  }

  function budgetsBroken(agent: number): number {
    let broken = 0
    let missing = 0
    for (let at = budgetAt[agent] as number; at < (budgetAt[agent + 1] as number); at++) {
      let sum = 0
      const last = agent * days + (budgetLast[at] as number)
      for (let cell = agent * days + (budgetFirst[at] as number); cell <= last; cell++) sum += work[cell] as number
      if (sum > (budgetMax[at] as number)) broken += (sum - (budgetMax[at] as number)) * hours
      if (sum < (budgetMin[at] as number)) missing += ((budgetMin[at] as number) - sum) * hours
    }
    rules.missing = missing
    return broken
  }

  return rules
}
