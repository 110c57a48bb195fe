import { MINUTE_MS } from '../time/index.ts'
import { recordState } from './contact-records.ts'
import { eventKinds, isLineOpen, nextContactRef, schedule, type Desk, type Floor } from './floor.ts'
import { findCallback, findWaiting, headOf, offer } from './routing.ts'
import type { PlannedActivity } from './roster.ts'

const NO_PAUSE_BEFORE_END_MS = 12 * MINUTE_MS
const LONGEST_OVERTIME_MS = 12 * MINUTE_MS
const MAIL_OVERTIME_MS = 75 * MINUTE_MS

/** Signs in, or looks at what the plan says is due; the plan's next moment is scheduled from here. */
export function followPlan(floor: Floor, desk: Desk, now: number): void {
  const { shift } = desk
  if (desk.phase === 'off' && now < shift.logout) {
    desk.phase = 'on'
    schedule(floor, shift.logout, eventKinds.plan, desk.index)
    const first = shift.activities[0]
    if (first !== undefined) schedule(floor, Math.max(now, first.at), eventKinds.plan, desk.index)
    becomeFree(floor, desk, now)
    return
  }
  if (desk.phase === 'off') return
  takeDue(floor, desk, now)
  if (now >= shift.logout) desk.logoutDue = true
  if (desk.phase === 'on' && !desk.busy && desk.chats === 0) becomeFree(floor, desk, now)
}

function takeDue(floor: Floor, desk: Desk, now: number): void {
  const { activities, logout } = desk.shift
  for (;;) {
    const activity = activities[desk.nextActivity]
    if (activity === undefined) return
    if (activity.at > now) {
      schedule(floor, activity.at, eventKinds.plan, desk.index)
      return
    }
    desk.nextActivity++
    if (logout - now > NO_PAUSE_BEFORE_END_MS) desk.due.push(activity)
  }
}

/** The agent has a hand free: goes home, pauses, takes whoever waits longest, or waits. */
export function becomeFree(floor: Floor, desk: Desk, now: number): void {
  if (desk.phase !== 'on' || desk.busy) return
  if (desk.logoutDue && !staysForWaiting(floor, desk, now)) {
    if (desk.chats === 0) signOff(floor, desk, now)
    return
  }
  const activity = desk.due[0]
  if (activity !== undefined && !desk.logoutDue) {
    if (desk.chats === 0) beginActivity(floor, desk, activity, now)
    return
  }
  const leg = findWaiting(floor, desk, now) ?? findCallback(floor, desk, now)
  if (leg !== null) {
    offer(floor, leg, desk, now)
    // A hand for another chat may still be free.
    if (desk.chats > 0) becomeFree(floor, desk, now)
    return
  }
  if (desk.chats > 0) return
  desk.idleSince = now
  if (desk.agent.habits.cheat === 'pauseFlip' && floor.random.chance(0.75))
    schedule(floor, now + floor.random.integer(30_000, 50_000), eventKinds.flip, desk.index)
}

/** Whoever has the last shift stays for those left waiting after closing time, and for the day's e-mail. */
function staysForWaiting(floor: Floor, desk: Desk, now: number): boolean {
  const overtimeMs = now - desk.shift.logout
  return floor.lines.some((line) => {
    if (desk.levels[line.index] !== 1 || isLineOpen(line, now)) return false
    return (
      overtimeMs < (line.queue.channel === 'email' ? MAIL_OVERTIME_MS : LONGEST_OVERTIME_MS) && headOf(line) !== null
    )
  })
}

function signOff(floor: Floor, desk: Desk, now: number): void {
  desk.phase = 'off'
  recordState(floor, desk, 'session', desk.shift.login, now)
}

function beginActivity(floor: Floor, desk: Desk, activity: PlannedActivity, now: number): void {
  desk.due.shift()
  if (activity.kind === 'ghostCall') {
    callOwnNumber(floor, desk, activity, now)
    return
  }
  pause(floor, desk, activity, now)
}

function pause(floor: Floor, desk: Desk, activity: PlannedActivity, now: number): void {
  desk.phase = 'paused'
  desk.pause = { activity, startedAt: now }
  schedule(
    floor,
    Math.min(now + activity.durationMs, Math.max(now + 1000, desk.shift.logout)),
    eventKinds.pauseEnd,
    desk.index,
  )
}

export function endPause(floor: Floor, desk: Desk, now: number): void {
  if (desk.pause !== null) {
    const { activity, startedAt } = desk.pause
    if (activity.kind === 'training') recordState(floor, desk, 'training', startedAt, now, activity.reason)
    else recordState(floor, desk, 'pause', startedAt, now, activity.reason)
    desk.pause = null
    desk.phase = 'on'
  }
  // A ghost call occupies the desk without a leg of the queues.
  else desk.busy = false
  becomeFree(floor, desk, now)
}

/** The longest idle is next in turn: a pause of a second or two, and somebody else is. */
export function flipPause(floor: Floor, desk: Desk, now: number): void {
  const idle = desk.phase === 'on' && !desk.busy && desk.chats === 0 && now - desk.idleSince >= 30_000
  if (!idle || now > desk.shift.logout - MINUTE_MS) return
  pause(floor, desk, { at: now, durationMs: floor.random.integer(1000, 3200), kind: 'pause', reason: 'Личное' }, now)
}

function callOwnNumber(floor: Floor, desk: Desk, activity: PlannedActivity, now: number): void {
  desk.busy = true
  const dialMs = floor.random.integer(4000, 9000)
  const contactRef = nextContactRef(floor, now)
  floor.contacts.push({
    sourceKey: contactRef,
    contactRef,
    leg: 1,
    channel: 'voice',
    direction: 'outbound',
    agent: desk.agent.code,
    customer: `79490${String(desk.shift.agent * 7919).padStart(6, '0')}`,
    offeredAt: now,
    outcome: 'answered',
    waitMs: dialMs,
    talkMs: activity.durationMs,
    acwMs: 0,
    hungUpBy: 'agent',
  })
  schedule(floor, now + dialMs + activity.durationMs, eventKinds.pauseEnd, desk.index)
}
