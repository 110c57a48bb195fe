import { createRandomStreams } from '../numeric/index.ts'
import type { CenterModel } from './center-model.ts'
import { compileCenter, type Segment } from './compiled-center.ts'
import { compileDraws, compilePatience } from './duration-draws.ts'
import { createEventHeap } from './event-heap.ts'
import { createIdleAgents } from './idle-agents.ts'
import {
  ABANDONED,
  ABANDONED_WAIT,
  ABANDONED_SHORT,
  ABANDONED_WITHIN,
  ANSWERED,
  ANSWERED_WAIT,
  ANSWERED_WITHIN,
  BLOCKED,
  CONTACT_COUNTERS,
  DELAYED,
  GROUP_ANSWERED,
  GROUP_BUSY,
  GROUP_COUNTERS,
  GROUP_STAFFED,
  LEFT,
  OFFERED,
  type ReplicationTally,
} from './replication-tally.ts'
import { createWaitingLines } from './waiting-lines.ts'

/** Runs replications of one model. The tally is the same object every time: read it before the next run. */
export interface CenterSimulator {
  /** The same seed and replication give the same numbers, whatever ran before. */
  readonly run: (seed: number, replication: number) => ReplicationTally
}

// Each purpose draws from a stream of its own, those of a contact also by its type: what one scenario changes leaves the other draws
// as they are (common random numbers).
const BUSYNESS = 0
const GAPS = 1
const TYPES = 2
const HANDLING = 3

/** No period, and not the −1 of nobody arriving either. */
const BEFORE_ALL = -2

/**
 * A centre as events: arrivals are made on the fly, one stream for all types; the heap holds only ends of work (and, where a group
 * helps after a while, that moment); hang-ups are found when a contact comes to the head of its line.
 */
export function createCenterSimulator(model: CenterModel): CenterSimulator {
  const center = compileCenter(model)
  const { types, groups, periods, segments, withinSeconds, shortSeconds, typesOfGroup, afterSeconds } = center
  const isPriority = model.routing === 'priority'
  const mostLines = model.lines ?? Infinity
  const PATIENCE = HANDLING + types
  const random = createRandomStreams(PATIENCE + types)
  const drawHandling = compileDraws(
    model.contactTypes.flatMap((type) => type.handling),
    random,
  )
  const drawPatience = compilePatience(model, random)
  const heap = createEventHeap(256)
  const lines = createWaitingLines(types)
  const { headArrival, headDeadline } = lines
  const idle = createIdleAgents(groups)
  const contacts = new Float64Array(types * periods * CONTACT_COUNTERS)
  const work = new Float64Array(groups * periods * GROUP_COUNTERS)
  const tally = { contacts, groups: work }
  const busy = new Int32Array(groups)
  const present = new Int32Array(groups)
  const overtimeSince = new Float64Array(groups)
  const chooseGroup = createGroupChoice()
  const hasLater = center.laterGroupsOfType.some((later) => later.length > 0)
  const isLongestIdle = model.agentChoice === 'longestIdle'

  let busyness = 1
  let segment = segments[0] as Segment
  let period = BEFORE_ALL
  let rate = 0
  let nextArrival = Infinity
  let inCenter = 0
  let earliestDeadline = Infinity

  function run(seed: number, replication: number): ReplicationTally {
    restart(seed, replication)
    for (let index = 0; ;) {
      const next = heap.nextTime()
      if (nextArrival < next) {
        if (nextArrival < segment.endSeconds) {
          arrive(nextArrival)
          continue
        }
      } else if (next < segment.endSeconds) {
        if (heap.next() < groups) finishWork(heap.next(), next)
        else callHelp(next)
        continue
      }
      if (segment.endSeconds === Infinity) break
      const following = segments[++index] as Segment
      if (following.endSeconds === Infinity && !model.drainAfterEnd) break
      enter(following)
    }
    closeLines()
    return tally
  }

  function restart(seed: number, replication: number): void {
    random.restart(seed, replication)
    const shape = model.busyness?.gammaShape
    busyness = shape === undefined ? 1 : random.gamma(BUSYNESS, shape) / shape
    contacts.fill(0)
    work.fill(0)
    for (let cell = 0; cell < groups * periods; cell++)
      work[cell * GROUP_COUNTERS + GROUP_STAFFED] = center.staffedSeconds[cell] as number
    heap.clear()
    lines.clear()
    idle.clear()
    busy.fill(0)
    present.fill(0)
    overtimeSince.fill(0)
    inCenter = 0
    earliestDeadline = Infinity
    period = BEFORE_ALL
    enter(segments[0] as Segment)
  }

  /** New rates and numbers of agents; agents who are new take whom they find waiting. */
  function enter(next: Segment): void {
    for (let group = 0; group < groups; group++) settleOvertime(group, next.startSeconds)
    segment = next
    const now = next.startSeconds
    if (next.arrivalPeriod !== period) changeRate(next.arrivalPeriod, now)
    present.set(next.agents)
    for (let group = 0; group < groups; group++) {
      while ((busy[group] as number) < (present[group] as number)) {
        const type = nextType(group, now)
        if (type < 0) break
        takeFromLine(group, type, now)
      }
      if (isLongestIdle) seatIdle(group, now)
    }
  }

  /** A gap is drawn anew only where the rate changes: shifts and pauses that begin within a period leave its arrivals as they are. */
  function changeRate(arrivalPeriod: number, now: number): void {
    period = arrivalPeriod
    rate = period < 0 ? 0 : busyness * (center.ratePerSecond[period] as number)
    nextArrival = rate > 0 ? now + random.exponential(GAPS) / rate : Infinity
  }

  function seatIdle(group: number, now: number): void {
    const free = Math.max(0, (present[group] as number) - (busy[group] as number))
    while (idle.count(group) > free) idle.rise(group)
    while (idle.count(group) < free) idle.sit(group, now)
  }

  function arrive(now: number): void {
    const type = types === 1 ? 0 : drawType()
    nextArrival = now + random.exponential(GAPS) / rate
    const place = type * periods + period
    const cell = place * CONTACT_COUNTERS
    contacts[cell + OFFERED] = (contacts[cell + OFFERED] as number) + 1
    // Drawn for everyone, so that contacts keep their draws when others are treated differently.
    const handling = drawHandling(HANDLING + type, place)
    const patience = drawPatience(PATIENCE + type, place)
    if (inCenter >= mostLines && !freeLines(now)) {
      contacts[cell + BLOCKED] = (contacts[cell + BLOCKED] as number) + 1
      return
    }
    inCenter++
    const group = chooseGroup(type)
    if (group >= 0) {
      contacts[cell + ANSWERED] = (contacts[cell + ANSWERED] as number) + 1
      contacts[cell + ANSWERED_WITHIN] = (contacts[cell + ANSWERED_WITHIN] as number) + 1
      if (isLongestIdle) idle.rise(group)
      busy[group] = (busy[group] as number) + 1
      heap.push(now + handling, group)
      countWork(group, now, now + handling)
      return
    }
    contacts[cell + DELAYED] = (contacts[cell + DELAYED] as number) + 1
    lines.join(type, now, now + patience, handling, period)
    if (now + patience < earliestDeadline) earliestDeadline = now + patience
    if (hasLater) askLater(type, now)
  }

  function drawType(): number {
    const share = random.uniform(TYPES)
    const first = period * types
    let type = 0
    while (share >= (center.typeShares[first + type] as number)) type++
    return type
  }

  function askLater(type: number, now: number): void {
    for (const { group, afterSeconds: after } of center.laterGroupsOfType[type] ?? [])
      heap.push(now + after, groups + group * types + type)
  }

  function finishWork(group: number, now: number): void {
    inCenter--
    if ((busy[group] as number) > (present[group] as number)) {
      settleOvertime(group, now)
      busy[group] = (busy[group] as number) - 1
      heap.pop()
      return
    }
    const type = nextType(group, now)
    if (type < 0) {
      busy[group] = (busy[group] as number) - 1
      heap.pop()
      if (isLongestIdle) idle.sit(group, now)
      return
    }
    const end = now + lines.headHandling(type)
    countAnswer(type, now)
    lines.leave(type)
    heap.replaceNext(end, group)
    countWork(group, now, end)
  }

  /** A contact has waited long enough for a further group: if one of it is free, she takes whoever is at the head by now. */
  function callHelp(now: number): void {
    const pair = heap.pop() - groups
    const group = Math.floor(pair / types)
    const type = pair % types
    while ((busy[group] as number) < (present[group] as number)) {
      if ((headArrival[type] as number) + (afterSeconds[pair] as number) > now) return
      if ((headDeadline[type] as number) <= now) {
        hangUp(type)
        continue
      }
      takeFromLine(group, type, now)
      if (isLongestIdle) idle.rise(group)
    }
  }

  function takeFromLine(group: number, type: number, now: number): void {
    const end = now + lines.headHandling(type)
    countAnswer(type, now)
    lines.leave(type)
    busy[group] = (busy[group] as number) + 1
    heap.push(end, group)
    countWork(group, now, end)
  }

  /** Whom a free agent of this group takes: −1 for nobody. Those at the head who have hung up are let go on the way. */
  function nextType(group: number, now: number): number {
    const candidates = typesOfGroup[group] as Int32Array
    const first = group * types
    for (;;) {
      let chosen = -1
      let earliest = Infinity
      for (let place = 0; place < candidates.length; place++) {
        const type = candidates[place] as number
        const arrival = headArrival[type] as number
        if (arrival >= earliest || (hasLater && arrival + (afterSeconds[first + type] as number) > now)) continue
        chosen = type
        earliest = arrival
        if (isPriority) break
      }
      if (chosen < 0 || (headDeadline[chosen] as number) > now) return chosen
      hangUp(chosen)
    }
  }

  function hangUp(type: number): void {
    const cell = lines.headPeriod(type)
    countHangUp(type, headArrival[type] as number, headDeadline[type] as number, cell)
    lines.leave(type)
  }

  function countHangUp(type: number, arrival: number, deadline: number, ofPeriod: number): void {
    const cell = (type * periods + ofPeriod) * CONTACT_COUNTERS
    const wait = deadline - arrival
    contacts[cell + ABANDONED] = (contacts[cell + ABANDONED] as number) + 1
    contacts[cell + ABANDONED_WAIT] = (contacts[cell + ABANDONED_WAIT] as number) + wait
    if (wait <= (withinSeconds[type] as number))
      contacts[cell + ABANDONED_WITHIN] = (contacts[cell + ABANDONED_WITHIN] as number) + 1
    if (wait <= (shortSeconds[type] as number))
      contacts[cell + ABANDONED_SHORT] = (contacts[cell + ABANDONED_SHORT] as number) + 1
    inCenter--
  }

  function countAnswer(type: number, now: number): void {
    const cell = (type * periods + lines.headPeriod(type)) * CONTACT_COUNTERS
    const wait = now - (headArrival[type] as number)
    contacts[cell + ANSWERED] = (contacts[cell + ANSWERED] as number) + 1
    contacts[cell + ANSWERED_WAIT] = (contacts[cell + ANSWERED_WAIT] as number) + wait
    if (wait <= (withinSeconds[type] as number))
      contacts[cell + ANSWERED_WITHIN] = (contacts[cell + ANSWERED_WITHIN] as number) + 1
  }

  /** Work is counted in the periods it falls into, up to the horizon. */
  function countWork(group: number, from: number, to: number): void {
    let cell = segment.workPeriod
    const at = (group * periods + cell) * GROUP_COUNTERS
    work[at + GROUP_ANSWERED] = (work[at + GROUP_ANSWERED] as number) + 1
    if (to <= (center.workPeriodEnds[cell] as number)) {
      work[at + GROUP_BUSY] = (work[at + GROUP_BUSY] as number) + to - from
      return
    }
    let start = from
    for (; cell < periods && start < to; cell++) {
      const end = Math.min(to, center.workPeriodEnds[cell] as number)
      const busyAt = (group * periods + cell) * GROUP_COUNTERS + GROUP_BUSY
      if (end > start) work[busyAt] = (work[busyAt] as number) + end - start
      start = Math.max(start, end)
    }
  }

  /** Agents above the planned number who finish a contact are staffed as long as they do. */
  function settleOvertime(group: number, now: number): void {
    const over = (busy[group] as number) - (present[group] as number)
    const since = overtimeSince[group] as number
    overtimeSince[group] = now
    if (over <= 0 || segment.endSeconds === Infinity) return
    const at = (group * periods + segment.workPeriod) * GROUP_COUNTERS + GROUP_STAFFED
    work[at] = (work[at] as number) + over * (now - Math.max(since, segment.startSeconds))
  }

  function freeLines(now: number): boolean {
    if (earliestDeadline > now) return false
    const before = inCenter
    earliestDeadline = lines.removeGone(now, countHangUp)
    return inCenter < before
  }

  /** Nobody serves any more: who would have hung up in time has, the others are left. */
  function closeLines(): void {
    lines.removeGone(model.drainAfterEnd ? Number.MAX_VALUE : model.horizonSeconds, countHangUp)
    for (let type = 0; type < types; type++)
      for (; (headArrival[type] as number) < Infinity; lines.leave(type)) {
        const cell = (type * periods + lines.headPeriod(type)) * CONTACT_COUNTERS
        contacts[cell + LEFT] = (contacts[cell + LEFT] as number) + 1
      }
  }

  function createGroupChoice(): (type: number) => number {
    const choices = center.groupsOfType
    const isFree = (group: number): boolean => (busy[group] as number) < (present[group] as number)
    if (model.agentChoice === 'groupOrder')
      return (type) => {
        const order = choices[type] as Int32Array
        for (let place = 0; place < order.length; place++)
          if (isFree(order[place] as number)) return order[place] as number
        return -1
      }
    const score =
      model.agentChoice === 'longestIdle'
        ? idle.longestSince
        : (group: number): number => (busy[group] as number) / (present[group] as number)
    return (type) => {
      let chosen = -1
      let lowest = Infinity
      for (const group of choices[type] as Int32Array) {
        if (!isFree(group) || score(group) >= lowest) continue
        chosen = group
        lowest = score(group)
      }
      return chosen
    }
  }

  return { run }
}
