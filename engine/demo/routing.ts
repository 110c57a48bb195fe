import {
  eventKinds,
  isDown,
  isVoice,
  nextContactRef,
  schedule,
  type Desk,
  type Floor,
  type Leg,
  type Line,
} from './floor.ts'

const CHATS_AT_ONCE = 3
/** A contact of a second skill is taken as if it had waited so much less, per level. */
const LEVEL_HANDICAP_MS = 20_000
const RING_OUT_MS = 15_000

/** Whether the desk could take a contact of the line this moment. */
export function canTake(desk: Desk, line: Line): boolean {
  if (desk.phase !== 'on' || desk.busy || desk.due.length > 0 || desk.logoutDue || (desk.levels[line.index] ?? 0) === 0)
    return false
  return line.queue.channel === 'chat' ? desk.chats < CHATS_AT_ONCE : desk.chats === 0
}

/** Best level first, then fewest chats, then the longest idle. `except` has just let this contact ring out. */
export function findDesk(floor: Floor, line: Line, now: number, except: Desk | null = null): Desk | null {
  if (isDown(floor, line, now)) return null
  let chosen: Desk | null = null
  for (const desk of line.desks) {
    if (desk === except || !canTake(desk, line)) continue
    if (chosen === null || isBefore(desk, chosen, line)) chosen = desk
  }
  return chosen
}

function isBefore(desk: Desk, other: Desk, line: Line): boolean {
  const level = (desk.levels[line.index] ?? 0) - (other.levels[line.index] ?? 0)
  if (level !== 0) return level < 0
  return desk.chats === other.chats ? desk.idleSince < other.idleSince : desk.chats < other.chats
}

/** The longest waiting of the desk's queues, second skills handicapped; e-mail only when nobody waits on the spot. */
export function findWaiting(floor: Floor, desk: Desk, now: number): Leg | null {
  let chosen: Leg | null = null
  let mail: Leg | null = null
  let longest = Number.NEGATIVE_INFINITY
  for (const line of floor.lines) {
    const level = desk.levels[line.index] ?? 0
    if (level === 0 || isDown(floor, line, now)) continue
    if (line.queue.channel === 'chat' ? desk.chats >= CHATS_AT_ONCE : desk.chats > 0) continue
    const leg = headOf(line)
    if (leg === null) continue
    const score = now - leg.offeredAt - (level - 1) * LEVEL_HANDICAP_MS
    if (line.queue.channel === 'email') mail = leg
    else if (score > longest) {
      longest = score
      chosen = leg
    }
  }
  return chosen ?? (desk.chats === 0 ? mail : null)
}

/** An outbound leg that is due in one of the desk's main queues. */
export function findCallback(floor: Floor, desk: Desk, now: number): Leg | null {
  if (desk.chats > 0) return null
  const line = floor.lines.find(
    (line) => desk.levels[line.index] === 1 && line.callbacks.length > 0 && isVoice(line) && !isDown(floor, line, now),
  )
  return line?.callbacks.shift() ?? null
}

export function headOf(line: Line): Leg | null {
  while (line.waiting.length > 0 && line.waiting[0]?.phase !== 'waiting') line.waiting.shift()
  return line.waiting[0] ?? null
}

/** The agent's phone begins to ring, the chat to blink; an e-mail opens at once. Decides here whether anyone will pick up. */
export function offer(floor: Floor, leg: Leg, desk: Desk, now: number): void {
  const { random } = floor
  const { channel } = leg.line.queue
  if (leg.outbound) {
    leg.offeredAt = now
    if (leg.contactRef === '') leg.contactRef = nextContactRef(floor, now)
  }
  leg.phase = 'ringing'
  leg.desk = desk
  leg.ringStartedAt = now
  if (channel === 'chat') desk.chats++
  else desk.busy = true
  const picksUp = leg.outbound || channel === 'email' || !random.chance(desk.agent.habits.ringNoAnswerShare)
  leg.ringEndsAt = now + (picksUp ? ringMs(floor, leg) : RING_OUT_MS)
  leg.exit = picksUp ? leg.exit : leg.exit
  leg.hungUpBy = picksUp ? null : 'system'
  schedule(floor, leg.ringEndsAt, eventKinds.ringEnd, leg.index)
}

function ringMs(floor: Floor, leg: Leg): number {
  if (leg.outbound) return Math.round(7000 + floor.random.exponential(7000))
  if (leg.line.queue.channel === 'email') return 0
  return Math.round(Math.min(13_000, 1200 + floor.random.exponential(2300)))
}
