import { createDraftedService } from './drafted-service.ts'
import {
  FAIR_CHANGES,
  FAIR_HOLIDAYS,
  FAIR_NIGHTS,
  FAIR_REFUSED,
  FAIR_SHORT_RESTS,
  FAIR_WEEKENDS,
} from './fair-balance.ts'
import { isNightShift } from './night-shift.ts'
import type { RosterState } from './roster-state.ts'
import { createRowRules, type RowRules } from './row-rules.ts'
import { MOST_DRAFTS, type ShiftDrafts } from './shift-drafts.ts'

/** Money of an hour missing to the least working time, in hours of work: more than any hour could save. */
export const HOURS_PER_MISSING_HOUR = 40

export interface DraftTrial {
  /**
   * Makes the first so many drafts if they do not break hard limits more than before and cost at most so much more, in the weighted
   * objective with missing hours at their price. Exact: the running totals are what a count from nothing would give.
   */
  readonly accept: (count: number, atMost: number) => boolean
  /** What they would cost; hard limits are not looked at. */
  readonly price: (count: number) => number
  /** Makes them whatever they cost. */
  readonly commit: (count: number) => void
  readonly rules: RowRules
  /** Measures one agent anew and carries the difference into the totals. */
  readonly renewRow: (agent: number) => void
  /** After `accept`: the difference of the accepted drafts. */
  difference: number
}

export function createDraftTrial(state: RosterState, drafts: ShiftDrafts): DraftTrial {
  const { prepared, fair, totals, atPost, start, end, work, own, breaks } = state
  const { days, width, calendar, people, problem } = prepared
  const { longest, pattern } = drafts
  const missingWorth =
    HOURS_PER_MISSING_HOUR * people.hourWorth * Math.max(problem.weights.money, problem.weights.service, 1)
  const rules = createRowRules(state)
  const posts = createDraftedService(state, drafts)
  const trial: DraftTrial = { accept, price, commit, rules, renewRow, difference: 0 }

  // What was written on trial, to be taken back.
  const keptStart = new Int32Array(MOST_DRAFTS)
  const keptEnd = new Int32Array(MOST_DRAFTS)
  const keptWork = new Int32Array(MOST_DRAFTS)
  const keptOwn = new Float64Array(MOST_DRAFTS)
  const rowBroken = new Float64Array(MOST_DRAFTS)
  const rowMissing = new Float64Array(MOST_DRAFTS)
  const rowShort = new Int32Array(MOST_DRAFTS)
  const fairAgent = new Int32Array(MOST_DRAFTS * 7)
  const fairKind = new Int32Array(MOST_DRAFTS * 7)
  const fairBy = new Int32Array(MOST_DRAFTS * 7)
  let fairCount = 0

  function accept(count: number, atMost: number): boolean {
    const difference = ownDifference(count) + posts.price(count) + changeFairness(count)
    // Rules only rarely make it cheaper: mostly it is refused before they are asked.
    if (difference > atMost && difference + mostGain(count) > atMost) {
      takeFairnessBack()
      return false
    }
    const withRules = difference + rulesDifference(count)
    if (withRules > atMost) {
      takeFairnessBack()
      return false
    }
    commitMeasured(count)
    trial.difference = withRules
    return true
  }

  /** No more than this could rules win back: missing hours, and short rests that come nearer to a fair share. Negative or 0. */
  function mostGain(count: number): number {
    let sum = 0
    for (let draft = 0; draft < count; draft++) {
      const agent = drafts.agent[draft] as number
      if (state.missing[agent] !== 0 || state.broken[agent] !== 0) return Number.NEGATIVE_INFINITY
      if (!isFirstOf(draft)) continue
      if (count > 1 || (start[drafts.cell[0] as number] as number) < 0 || (drafts.start[0] as number) < 0)
        sum += mostShortRestGain(agent, 2 * count)
      else {
        const by = rules.shortRestsMoved(
          agent,
          drafts.cell[0] as number,
          drafts.start[0] as number,
          drafts.end[0] as number,
        )
        if (by !== 0) sum += fair.difference(agent, FAIR_SHORT_RESTS, by)
      }
    }
    return sum
  }

  /** The cost is convex in the count: once it rises it goes on rising. */
  function mostShortRestGain(agent: number, most: number): number {
    let best = 0
    for (let by = 1; by <= most; by++) {
      const difference = fair.difference(agent, FAIR_SHORT_RESTS, by)
      if (difference >= best) break
      best = difference
    }
    for (let by = 1; by <= Math.min(most, state.shortRests[agent] as number); by++) {
      const difference = fair.difference(agent, FAIR_SHORT_RESTS, -by)
      if (difference >= best) break
      best = difference
    }
    return best
  }

  function price(count: number): number {
    const difference = ownDifference(count) + posts.price(count) + changeFairness(count)
    const withRules = difference + shortRestsDifference(count)
    takeFairnessBack()
    return withRules
  }

  function ownDifference(count: number): number {
    let sum = 0
    for (let draft = 0; draft < count; draft++) {
      const cell = drafts.cell[draft] as number
      sum +=
        (drafts.money[draft] as number) -
        (state.money[cell] as number) +
        ((drafts.wishes[draft] as number) - (state.wishes[cell] as number)) +
        ((drafts.stability[draft] as number) - (state.stability[cell] as number))
    }
    return sum
  }

  /** Counts of the fair share as the drafts would have them; written at once and taken back when they are refused. */
  function changeFairness(count: number): number {
    fairCount = 0
    let sum = 0
    for (let draft = 0; draft < count; draft++) {
      const cell = drafts.cell[draft] as number
      const agent = drafts.agent[draft] as number
      const day = cell - agent * days
      const was = (start[cell] as number) >= 0 ? 1 : 0
      const is = (drafts.start[draft] as number) >= 0 ? 1 : 0
      const wasNight = was === 1 && isNightShift(prepared, start[cell] as number, end[cell] as number) ? 1 : 0
      sum += changeOne(agent, FAIR_NIGHTS, (drafts.isNight[draft] as number) - wasNight)
      if (was !== is) {
        if (calendar.isWeekend[day] === 1) sum += changeOne(agent, FAIR_WEEKENDS, is - was)
        if (calendar.isHoliday[day] === 1) sum += changeOne(agent, FAIR_HOLIDAYS, is - was)
      }
      sum += changeOne(agent, FAIR_CHANGES, (drafts.changed[draft] as number) - (state.changed[cell] as number))
      sum += changeOne(agent, FAIR_REFUSED, (drafts.refused[draft] as number) - (state.refused[cell] as number))
    }
    return sum
  }

  function changeOne(agent: number, kind: number, by: number): number {
    if (by === 0) return 0
    const difference = fair.difference(agent, kind, by)
    fair.change(agent, kind, by)
    fairAgent[fairCount] = agent
    fairKind[fairCount] = kind
    fairBy[fairCount++] = by
    return difference
  }

  function takeFairnessBack(): void {
    for (let at = fairCount - 1; at >= 0; at--)
      fair.change(fairAgent[at] as number, fairKind[at] as number, -(fairBy[at] as number))
    fairCount = 0
  }

  function write(count: number): void {
    for (let draft = 0; draft < count; draft++) {
      const cell = drafts.cell[draft] as number
      keptStart[draft] = start[cell] as number
      keptEnd[draft] = end[cell] as number
      keptWork[draft] = work[cell] as number
      keptOwn[draft] = own[cell] as number
      start[cell] = drafts.start[draft] as number
      end[cell] = drafts.end[draft] as number
      work[cell] = drafts.work[draft] as number
      own[cell] = drafts.own[draft] as number
    }
  }

  function takeBack(count: number): void {
    for (let draft = 0; draft < count; draft++) {
      const cell = drafts.cell[draft] as number
      start[cell] = keptStart[draft] as number
      end[cell] = keptEnd[draft] as number
      work[cell] = keptWork[draft] as number
      own[cell] = keptOwn[draft] as number
    }
  }

  const isFirstOf = (draft: number): boolean => {
    for (let other = 0; other < draft; other++) if (drafts.agent[other] === drafts.agent[draft]) return false
    return true
  }

  /** Price of missing hours and short rests; infinite when hard limits would be broken more than they are. */
  function rulesDifference(count: number): number {
    const isMoved = count === 1 && isOneMoved()
    write(count)
    let sum = 0
    for (let draft = 0; draft < count && sum < Number.POSITIVE_INFINITY; draft++) {
      if (!isFirstOf(draft)) continue
      const agent = drafts.agent[draft] as number
      if (isMoved) rules.measureMoved(agent, drafts.cell[0] as number, old)
      else rules.measure(agent)
      rowBroken[draft] = rules.broken
      rowMissing[draft] = rules.missing
      rowShort[draft] = rules.shortRests
      if (rules.broken > (state.broken[agent] as number) + 1e-9) sum = Number.POSITIVE_INFINITY
      sum +=
        (rules.missing - (state.missing[agent] as number) + rules.broken - (state.broken[agent] as number)) *
        missingWorth
      sum += changeOne(agent, FAIR_SHORT_RESTS, rules.shortRests - (state.shortRests[agent] as number))
    }
    takeBack(count)
    return sum
  }

  const old = { start: 0, end: 0, work: 0 }

  /** Whether the only draft is another shift on a day that has one, in a row that breaks nothing. */
  function isOneMoved(): boolean {
    const cell = drafts.cell[0] as number
    old.start = start[cell] as number
    old.end = end[cell] as number
    old.work = work[cell] as number
    const isPlain = drafts.own[0] === 0 && own[cell] === 0 && state.broken[drafts.agent[0] as number] === 0
    return isPlain && old.start >= 0 && (drafts.start[0] as number) >= 0
  }

  function shortRestsDifference(count: number): number {
    write(count)
    let sum = 0
    for (let draft = 0; draft < count; draft++) {
      if (!isFirstOf(draft)) continue
      const agent = drafts.agent[draft] as number
      rules.measure(agent)
      sum += changeOne(agent, FAIR_SHORT_RESTS, rules.shortRests - (state.shortRests[agent] as number))
    }
    takeBack(count)
    return sum
  }

  function renewRow(agent: number): void {
    rules.measure(agent)
    rules.carryWork(agent)
    totals.broken += rules.broken - (state.broken[agent] as number)
    totals.missing += rules.missing - (state.missing[agent] as number)
    state.broken[agent] = rules.broken
    state.missing[agent] = rules.missing
    fair.change(agent, FAIR_SHORT_RESTS, rules.shortRests - (state.shortRests[agent] as number))
    state.shortRests[agent] = rules.shortRests
  }

  /** Whatever it costs: fairness and rows are counted here. */
  function commit(count: number): void {
    changeFairness(count)
    fairCount = 0
    make(count)
    for (let draft = 0; draft < count; draft++) if (isFirstOf(draft)) renewRow(drafts.agent[draft] as number)
  }

  /** After `accept` has looked: fairness is written and the rows are measured. */
  function commitMeasured(count: number): void {
    fairCount = 0
    make(count)
    for (let draft = 0; draft < count; draft++) {
      if (!isFirstOf(draft)) continue
      const agent = drafts.agent[draft] as number
      totals.broken += (rowBroken[draft] as number) - (state.broken[agent] as number)
      totals.missing += (rowMissing[draft] as number) - (state.missing[agent] as number)
      state.broken[agent] = rowBroken[draft] as number
      state.missing[agent] = rowMissing[draft] as number
      state.shortRests[agent] = rowShort[draft] as number
      rules.carryWork(agent)
    }
  }

  function make(count: number): void {
    totals.service += posts.commit(count)
    for (let draft = 0; draft < count; draft++) clearPosts(draft)
    for (let draft = 0; draft < count; draft++) writeCell(draft)
  }

  function clearPosts(draft: number): void {
    const cell = drafts.cell[draft] as number
    const posts = (drafts.agent[draft] as number) * width
    for (let slot = start[cell] as number; slot < (end[cell] as number); slot++) atPost[posts + slot] = 0
  }

  function writeCell(draft: number): void {
    const cell = drafts.cell[draft] as number
    const posts = (drafts.agent[draft] as number) * width
    totals.money += (drafts.money[draft] as number) - (state.money[cell] as number)
    totals.wishes += (drafts.wishes[draft] as number) - (state.wishes[cell] as number)
    totals.stability += (drafts.stability[draft] as number) - (state.stability[cell] as number)
    start[cell] = drafts.start[draft] as number
    end[cell] = drafts.end[draft] as number
    work[cell] = drafts.work[draft] as number
    own[cell] = drafts.own[draft] as number
    state.option[cell] = drafts.option[draft] as number
    state.working.set(cell, (drafts.option[draft] as number) >= 0 && state.isLocked[cell] === 0)
    state.money[cell] = drafts.money[draft] as number
    state.wishes[cell] = drafts.wishes[draft] as number
    state.stability[cell] = drafts.stability[draft] as number
    state.refused[cell] = drafts.refused[draft] as number
    state.changed[cell] = drafts.changed[draft] as number
    const many = drafts.breakCount[draft] as number
    state.breakCount[cell] = many
    for (let at = 0; at < many; at++) {
      state.breakStart[cell * breaks + at] = drafts.breakStart[draft * breaks + at] as number
      state.breakSlots[cell * breaks + at] = drafts.breakSlots[draft * breaks + at] as number
      state.breakIsPaid[cell * breaks + at] = drafts.breakIsPaid[draft * breaks + at] as number
      state.breakIsMeal[cell * breaks + at] = drafts.breakIsMeal[draft * breaks + at] as number
    }
    const first = draft * longest - (drafts.start[draft] as number)
    for (let slot = drafts.start[draft] as number; slot < (drafts.end[draft] as number); slot++)
      atPost[posts + slot] = pattern[first + slot] as number
  }

  return trial
}
