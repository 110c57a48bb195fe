import type { AgentStateRecord, ContactRecord, FlowReason, Party } from '../contacts/index.ts'
import type { Random } from '../numeric/index.ts'
import { createEventHeap, type EventHeap } from '../simulation/index.ts'
import type { Interval, LocalDate } from '../time/index.ts'
import type { DemoAgent, DemoCenter, DemoQueue, QueueNature } from './center.ts'
import type { Customers } from './customers.ts'
import type { PlannedActivity, PlannedShift } from './roster.ts'

/** What the simulation of a day keeps in its hands: the one mutable thing of the demonstration, made and dropped within a call. */
export interface Floor {
  readonly date: LocalDate
  readonly center: DemoCenter
  readonly random: Random
  readonly customers: Customers
  readonly events: EventHeap
  readonly lines: readonly Line[]
  readonly lineByCode: ReadonlyMap<string, Line>
  readonly desks: readonly Desk[]
  readonly legs: Leg[]
  readonly outage: Interval | null
  readonly contacts: ContactRecord[]
  readonly states: AgentStateRecord[]
  readonly missedRings: MissedRing[]
  lastContactNumber: number
}

/** A queue during the day. */
export interface Line {
  readonly index: number
  readonly queue: DemoQueue
  readonly nature: QueueNature
  readonly open: readonly Interval[]
  /** Desks with the skill, at whatever level. */
  readonly desks: Desk[]
  /** Who waits, longest first; those who no longer do are dropped when met. */
  readonly waiting: Leg[]
  /** Outbound legs that are due and have no agent yet. */
  readonly callbacks: Leg[]
}

export type LegPhase = 'waiting' | 'ringing' | 'talking' | 'wrapping' | 'done'

export interface Leg {
  readonly index: number
  readonly line: Line
  readonly customer: string
  readonly outbound: boolean
  /** Earlier tries of the same customer for the same matter. */
  readonly attempt: number
  readonly legNumber: number
  contactRef: string
  offeredAt: number
  phase: LegPhase
  desk: Desk | null
  deadline: number
  exit: 'abandoned' | FlowReason
  ringStartedAt: number
  ringEndsAt: number
  noAnswers: number
  answeredAt: number
  talkEndsAt: number
  holdMs: number
  holds: number
  hungUpBy: Party | null
  transferTo: Line | null
  wrapMs: number
}

export interface Desk {
  readonly index: number
  readonly agent: DemoAgent
  readonly shift: PlannedShift
  /** Skill level by queue index; 0 is none. */
  readonly levels: readonly number[]
  /** Pace of the day: habits and tenure. */
  readonly pace: number
  phase: 'off' | 'on' | 'paused'
  /** Busy with a call, an e-mail or an outbound attempt; takes nothing else. */
  busy: boolean
  chats: number
  idleSince: number
  nextActivity: number
  readonly due: PlannedActivity[]
  logoutDue: boolean
  pause: { readonly activity: PlannedActivity; readonly startedAt: number } | null
}

/** A ring that ended unanswered: part of no contact record, but a line of the `queue_log`. */
export interface MissedRing {
  readonly contactRef: string
  readonly queue: string
  readonly agent: string
  /** When the ringing ended. */
  readonly at: number
  readonly ringMs: number
}

export const eventKinds = {
  arrive: 0,
  deadline: 1,
  ringEnd: 2,
  talkEnd: 3,
  wrapEnd: 4,
  plan: 5,
  pauseEnd: 6,
  flip: 7,
  linesDown: 8,
  linesUp: 9,
} as const
export type EventKind = (typeof eventKinds)[keyof typeof eventKinds]
const KINDS = 16

export function schedule(floor: Floor, at: number, kind: EventKind, index: number): void {
  floor.events.push(at, index * KINDS + kind)
}

export function kindOf(payload: number): EventKind {
  return (payload % KINDS) as EventKind
}

export function indexOf(payload: number): number {
  return Math.floor(payload / KINDS)
}

export interface FloorParts {
  readonly date: LocalDate
  readonly center: DemoCenter
  readonly random: Random
  readonly customers: Customers
  readonly shifts: readonly PlannedShift[]
  readonly openByQueue: readonly (readonly Interval[])[]
  readonly outage: Interval | null
  readonly paceOf: (agent: DemoAgent) => number
}

export function createFloor({
  date,
  center,
  random,
  customers,
  shifts,
  openByQueue,
  outage,
  paceOf,
}: FloorParts): Floor {
  const lines = center.queues.map((queue, index): Line => {
    const nature = center.queueNatureByCode[queue.code]
    if (nature === undefined) throw new RangeError(`queueNatureByCode must describe the queue "${queue.code}"`)
    return { index, queue, nature, open: openByQueue[index] ?? [], desks: [], waiting: [], callbacks: [] }
  })
  const desks = shifts.map((shift, index) => createDesk(center, shift, index, paceOf))
  for (const line of lines) line.desks.push(...desks.filter((desk) => (desk.levels[line.index] ?? 0) > 0))
  return {
    date,
    center,
    random,
    customers,
    events: createEventHeap(4096),
    lines,
    lineByCode: new Map(lines.map((line) => [line.queue.code, line])),
    desks,
    legs: [],
    outage,
    contacts: [],
    states: [],
    missedRings: [],
    lastContactNumber: 0,
  }
}

function createDesk(
  center: DemoCenter,
  shift: PlannedShift,
  index: number,
  paceOf: (agent: DemoAgent) => number,
): Desk {
  const agent = center.agents[shift.agent] as DemoAgent
  const levelBySkill = new Map(agent.skills.map(({ skill, level }) => [skill, level]))
  const levels = center.queues.map((queue) =>
    Math.max(
      0,
      ...center.skills.filter((skill) => skill.queue === queue.code).map((skill) => levelBySkill.get(skill.code) ?? 0),
    ),
  )
  return {
    index,
    agent,
    shift,
    levels,
    pace: paceOf(agent),
    phase: 'off',
    busy: false,
    chats: 0,
    idleSince: 0,
    nextActivity: 0,
    due: [],
    logoutDue: false,
    pause: null,
  }
}

export interface NewLeg {
  readonly line: Line
  readonly customer: string
  readonly at: number
  readonly outbound?: boolean
  readonly attempt?: number
  readonly contactRef?: string
  readonly legNumber?: number
}

/** A leg that begins at `at`; its reference is given when it begins, so that numbers run in order of time. */
export function addLeg(
  floor: Floor,
  { line, customer, at, outbound = false, attempt = 0, contactRef = '', legNumber = 1 }: NewLeg,
): Leg {
  const leg: Leg = {
    index: floor.legs.length,
    line,
    customer,
    outbound,
    attempt,
    legNumber,
    contactRef,
    offeredAt: at,
    phase: 'waiting',
    desk: null,
    deadline: Number.POSITIVE_INFINITY,
    exit: 'abandoned',
    ringStartedAt: 0,
    ringEndsAt: 0,
    noAnswers: 0,
    answeredAt: 0,
    talkEndsAt: 0,
    holdMs: 0,
    holds: 0,
    hungUpBy: null,
    transferTo: null,
    wrapMs: 0,
  }
  floor.legs.push(leg)
  return leg
}

/** As Asterisk makes its unique ids: the second it began and a running number. */
export function nextContactRef(floor: Floor, at: number): string {
  floor.lastContactNumber++
  return `${Math.floor(at / 1000)}.${floor.lastContactNumber}`
}

export const isVoice = (line: Line): boolean => line.queue.channel === 'voice'

/** Whether calls of this queue cannot reach anyone now. */
export function isDown(floor: Floor, line: Line, now: number): boolean {
  return floor.outage !== null && isVoice(line) && now >= floor.outage.start && now < floor.outage.end
}

export function isLineOpen(line: Line, at: number): boolean {
  return line.open.some(({ start, end }) => start <= at && at < end)
}
