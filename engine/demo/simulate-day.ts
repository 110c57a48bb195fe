import type { AgentStateRecord, ContactRecord } from '../contacts/index.ts'
import { createRandom } from '../numeric/index.ts'
import {
  createZone,
  dayNumber,
  MINUTE_MS,
  minutesOfDay,
  openIntervals,
  type Interval,
  type LocalDate,
  type Zone,
} from '../time/index.ts'
import { calendarDayOff, drawArrivals, type Arrival, type DayOff } from './arrivals.ts'
import type { DemoAgent, DemoCenter } from './center.ts'
import { recordUnanswered } from './contact-records.ts'
import { arrive, cutCalls, endRing, endTalk, endWrap, meetDeadline } from './contact-work.ts'
import { createCustomers } from './customers.ts'
import { becomeFree, endPause, flipPause, followPlan } from './desk-work.ts'
import {
  addLeg,
  createFloor,
  eventKinds,
  indexOf,
  kindOf,
  schedule,
  type Desk,
  type Floor,
  type Leg,
  type Line,
  type MissedRing,
} from './floor.ts'
import { planShifts } from './roster.ts'

export interface SimulateDayInput {
  readonly seed: number | string
  readonly date: LocalDate
  readonly center: DemoCenter
  /** Holidays and transferred days off; the centre's calendar when left out. */
  readonly isDayOff?: DayOff
}

/** The facts of one day, each in order of its end. */
export interface DemoDay {
  readonly date: LocalDate
  readonly contacts: readonly ContactRecord[]
  readonly states: readonly AgentStateRecord[]
  /** Rings that ended unanswered: the contacts only count them, a log has a line for each. */
  readonly missedRings: readonly MissedRing[]
}

/**
 * One whole day of the demonstration, the same for the same seed, date and centre whatever was simulated before, so that days can be
 * made newest first. Waits come of queueing for the people who are there.
 *
 * Every fact begins within the day in the centre's zone, but for e-mails: those from 20:00 on wait for tomorrow's people and
 * belong to tomorrow. Conversations begun before midnight may end after it. In the recording gap there is nothing.
 */
export function simulateDay({
  seed,
  date,
  center,
  isDayOff = calendarDayOff(center.calendar),
}: SimulateDayInput): DemoDay {
  const zone = createZone(center.timeZone)
  const name = String(seed)
  const random = createRandom(`${name}/day/${date}`)
  const floor = createFloor({
    date,
    center,
    random: random.fork('floor'),
    customers: createCustomers(name, date, random.fork('customers')),
    shifts: planShifts(date, center, zone.startOfDay(date), isDayOff, {
      leave: createRandom(`${name}/leave`),
      day: random.fork('roster'),
    }),
    openByQueue: center.queues.map((queue) =>
      openIntervals({ weekly: queue.openingHours, exceptions: new Map() }, date, zone),
    ),
    outage: center.outage.date === date ? intervalOf(center.outage, zone) : null,
    paceOf: (agent) => agent.habits.pace * tenureFactor(agent, date),
  })
  run(floor, drawArrivals(date, center, zone, isDayOff, random.fork('arrivals')))
  const gap = center.recordingGap.date === date ? intervalOf(center.recordingGap, zone) : null
  return finish(floor, gap)
}

function run(floor: Floor, arrivals: readonly Arrival[]): void {
  for (const desk of floor.desks) schedule(floor, desk.shift.login, eventKinds.plan, desk.index)
  if (floor.outage !== null) {
    schedule(floor, floor.outage.start, eventKinds.linesDown, 0)
    schedule(floor, floor.outage.end, eventKinds.linesUp, 0)
  }
  const { events } = floor
  let next = 0
  for (;;) {
    const arrival = arrivals[next]
    if (arrival !== undefined && arrival.at <= events.nextTime()) {
      next++
      const line = floor.lines[arrival.queue] as Line
      arrive(floor, addLeg(floor, { line, customer: floor.customers.next(), at: arrival.at }), arrival.at)
    } else if (events.size() > 0) {
      const now = events.nextTime()
      dispatch(floor, events.pop(), now)
    } else return
  }
}

function dispatch(floor: Floor, payload: number, now: number): void {
  const index = indexOf(payload)
  const leg = floor.legs[index] as Leg
  const desk = floor.desks[index] as Desk
  switch (kindOf(payload)) {
    case eventKinds.arrive:
      return arrive(floor, leg, now)
    case eventKinds.deadline:
      return meetDeadline(floor, leg, now)
    case eventKinds.ringEnd:
      return endRing(floor, leg, now)
    case eventKinds.talkEnd:
      return endTalk(floor, leg, now)
    case eventKinds.wrapEnd:
      return endWrap(floor, leg, now)
    case eventKinds.plan:
      return followPlan(floor, desk, now)
    case eventKinds.pauseEnd:
      return endPause(floor, desk, now)
    case eventKinds.flip:
      return flipPause(floor, desk, now)
    case eventKinds.linesDown:
      return cutCalls(floor, now)
    case eventKinds.linesUp:
      for (const everyone of floor.desks) becomeFree(floor, everyone, now)
  }
}

/** E-mails nobody came to go to the back office; then the facts are put in order, without those of the gap. */
function finish(floor: Floor, gap: Interval | null): DemoDay {
  const lastEnd = floor.states.reduce((latest, { endedAt }) => Math.max(latest, endedAt ?? 0), 0)
  for (const leg of floor.legs)
    if (leg.phase === 'waiting' && leg.line.queue.channel === 'email')
      recordUnanswered(floor, leg, Math.max(lastEnd, leg.offeredAt), 'flowedOut', 'overflow')
  const isRecorded = (at: number): boolean => gap === null || at < gap.start || at >= gap.end
  return {
    date: floor.date,
    contacts: floor.contacts
      .filter(({ offeredAt }) => isRecorded(offeredAt))
      .toSorted((left, right) => endOf(left) - endOf(right)),
    states: floor.states
      .flatMap((state) => (gap === null ? [state] : without(gap, state)))
      .toSorted((left, right) => (left.endedAt ?? 0) - (right.endedAt ?? 0)),
    missedRings: floor.missedRings.filter(({ at }) => isRecorded(at)).toSorted((left, right) => left.at - right.at),
  }
}

/** The instant at which all of a leg is over, after-contact work included. */
export function endOf({ offeredAt, waitMs, talkMs = 0, holdMs = 0, acwMs = 0 }: ContactRecord): number {
  return offeredAt + waitMs + talkMs + holdMs + acwMs
}

/** What is left of a state outside the gap: none, one or two pieces. */
function without(gap: Interval, state: AgentStateRecord): AgentStateRecord[] {
  const { startedAt, endedAt = startedAt } = state
  if (endedAt <= gap.start || startedAt >= gap.end) return [state]
  const pieces: AgentStateRecord[] = []
  if (startedAt < gap.start) pieces.push({ ...state, endedAt: gap.start })
  if (endedAt > gap.end) pieces.push({ ...state, sourceKey: `${state.sourceKey}/after`, startedAt: gap.end })
  return pieces
}

/** From when to when something of the plan lasts. */
export function intervalOf(
  { date, from, minutes }: { readonly date: LocalDate; readonly from: string; readonly minutes: number },
  zone: Zone,
): Interval {
  const start = zone.startOfDay(date) + minutesOfDay(from) * MINUTE_MS
  return { start, end: start + minutes * MINUTE_MS }
}

/** A newcomer needs a third longer, and half of that is gone after six weeks. */
function tenureFactor(agent: DemoAgent, date: LocalDate): number {
  return 1 + 0.33 * Math.exp(-Math.max(0, dayNumber(date) - dayNumber(agent.hiredOn)) / 60)
}
