import { HOUR_MS, MINUTE_MS } from '../time/index.ts'
import { recordAnswered, recordUnanswered } from './contact-records.ts'
import { ANONYMOUS } from './customers.ts'
import { becomeFree } from './desk-work.ts'
import {
  addLeg,
  eventKinds,
  isDown,
  isLineOpen,
  isVoice,
  nextContactRef,
  schedule,
  type Desk,
  type Floor,
  type Leg,
  type Line,
} from './floor.ts'
import { drawConversation } from './conversation.ts'
import { findDesk, offer } from './routing.ts'

const CALLBACK_OFFERED_AFTER_MS = 90_000
const LINE_KEPT_AFTER_CLOSING_MS = 4 * MINUTE_MS
const CHAT_KEPT_AFTER_CLOSING_MS = 10 * MINUTE_MS
const BALK_SHARE = 0.03
const KEY_SHARE = 0.012
const EMPTY_EXIT_SHARE = 0.45
const RETRY_SHARE = 0.42
const OUTAGE_RETRY_SHARE = 0.72
const REACHED_SHARE = 0.72
const MOST_ATTEMPTS = 4

/** The customer enters the queue. */
export function arrive(floor: Floor, leg: Leg, now: number): void {
  if (leg.outbound) {
    const desk = findDesk(floor, leg.line, now)
    if (desk === null) leg.line.callbacks.push(leg)
    else offer(floor, leg, desk, now)
    return
  }
  leg.offeredAt = now
  if (leg.contactRef === '') leg.contactRef = nextContactRef(floor, now)
  decidePatience(floor, leg, now)
  if (leg.deadline < Number.POSITIVE_INFINITY) schedule(floor, leg.deadline, eventKinds.deadline, leg.index)
  route(floor, leg, now, null)
}

function route(floor: Floor, leg: Leg, now: number, except: Desk | null): void {
  const desk = findDesk(floor, leg.line, now, except)
  if (desk !== null) offer(floor, leg, desk, now)
  else if (except === null) leg.line.waiting.push(leg)
  else leg.line.waiting.unshift(leg)
}

/** How long the customer would wait, and which way out comes first: giving up, a key, a call back, the queue's own limit. */
function decidePatience(floor: Floor, leg: Leg, now: number): void {
  const { random } = floor
  const { nature, queue } = leg.line
  if (queue.channel === 'email') return
  const way = (exit: Leg['exit'], afterMs: number): void => {
    if (now + afterMs >= leg.deadline) return
    leg.deadline = Math.round(now + afterMs)
    leg.exit = exit
  }
  const mean = nature.patienceSeconds * 1000
  way('abandoned', random.chance(BALK_SHARE) ? 500 + random.exponential(4000) : random.lognormal(mean, mean))
  way(nature.timeoutTo, nature.timeoutSeconds * 1000)
  if (random.chance(KEY_SHARE)) way('key', random.integer(35_000, 95_000))
  if (random.chance(nature.callbackShare) && leg.customer !== ANONYMOUS)
    way('callbackRequested', CALLBACK_OFFERED_AFTER_MS + random.integer(3000, 20_000))
  if (isDown(floor, leg.line, now) && random.chance(EMPTY_EXIT_SHARE)) way('emptyQueue', random.integer(3000, 12_000))
  const closing = leg.line.open.find(({ start, end }) => start <= now && now < end)?.end ?? now
  if (isVoice(leg.line)) way('voicemail', closing + LINE_KEPT_AFTER_CLOSING_MS - now)
  else way('timeout', closing + CHAT_KEPT_AFTER_CLOSING_MS - now)
}

/** Patience or the queue's limit is over; a phone that was ringing for this customer falls silent. */
export function meetDeadline(floor: Floor, leg: Leg, now: number): void {
  if (leg.phase !== 'waiting' && leg.phase !== 'ringing') return
  const desk = leg.phase === 'ringing' ? leg.desk : null
  if (leg.exit === 'abandoned') recordUnanswered(floor, leg, now, 'abandoned')
  else recordUnanswered(floor, leg, now, 'flowedOut', leg.exit)
  followUp(floor, leg, now)
  if (desk !== null) release(floor, leg, desk, now)
}

function followUp(floor: Floor, leg: Leg, now: number): void {
  const { random } = floor
  const down = isDown(floor, leg.line, now)
  switch (leg.exit) {
    case 'abandoned':
    case 'emptyQueue':
    case 'timeout':
      if (random.chance(down ? OUTAGE_RETRY_SHARE : RETRY_SHARE))
        tryAgain(floor, leg, now + 15_000 + random.exponential(down ? 35 * MINUTE_MS : 7 * MINUTE_MS))
      return
    case 'overflow': {
      const line = floor.lineByCode.get(leg.line.nature.overflowTo ?? '')
      if (line !== undefined && isLineOpen(line, now)) continueIn(floor, leg, line, now)
      return
    }
    case 'callbackRequested':
      callBack(floor, leg, now + random.integer(4 * MINUTE_MS, 25 * MINUTE_MS))
      return
    case 'key':
    case 'voicemail':
      return
  }
}

/** A contact of its own by the same customer, if the queue is open then. */
function tryAgain(floor: Floor, leg: Leg, at: number): void {
  if (leg.attempt >= MOST_ATTEMPTS || !isLineOpen(leg.line, at)) return
  const again = addLeg(floor, { line: leg.line, customer: leg.customer, at, attempt: leg.attempt + 1 })
  schedule(floor, Math.round(at), eventKinds.arrive, again.index)
}

/** The next leg of the same contact. */
function continueIn(floor: Floor, leg: Leg, line: Line, at: number): void {
  const { contactRef, customer, legNumber } = leg
  const next = addLeg(floor, { line, customer, at, contactRef, legNumber: legNumber + 1 })
  schedule(floor, at, eventKinds.arrive, next.index)
}

function callBack(floor: Floor, leg: Leg, at: number): void {
  if (!isLineOpen(leg.line, at)) return
  const { contactRef, customer, legNumber, line } = leg
  const attempt = leg.outbound ? leg.attempt + 1 : 0
  const next = addLeg(floor, { line, customer, at, outbound: true, contactRef, legNumber: legNumber + 1, attempt })
  schedule(floor, at, eventKinds.arrive, next.index)
}

/** The ringing is over: somebody picked up, or nobody did and the next agent is tried. */
export function endRing(floor: Floor, leg: Leg, now: number): void {
  const { desk } = leg
  if (leg.phase !== 'ringing' || desk === null || leg.ringEndsAt !== now) return
  if (leg.outbound && !floor.random.chance(REACHED_SHARE)) {
    recordUnanswered(floor, leg, now, 'unreached')
    if (leg.attempt === 0) callBack(floor, leg, now + 30 * MINUTE_MS)
    release(floor, leg, desk, now)
    return
  }
  if (leg.hungUpBy === 'system') {
    missRing(floor, leg, desk, now)
    return
  }
  leg.phase = 'talking'
  leg.answeredAt = now
  drawConversation(floor, leg, desk, now)
  schedule(floor, leg.talkEndsAt, eventKinds.talkEnd, leg.index)
}

function missRing(floor: Floor, leg: Leg, desk: Desk, now: number): void {
  leg.noAnswers++
  leg.phase = 'waiting'
  leg.desk = null
  const { contactRef, line } = leg
  floor.missedRings.push({
    contactRef,
    queue: line.queue.code,
    agent: desk.agent.code,
    at: now,
    ringMs: now - leg.ringStartedAt,
  })
  if (line.queue.channel === 'chat') desk.chats--
  else desk.busy = false
  desk.idleSince = now
  route(floor, leg, now, desk)
  becomeFree(floor, desk, now)
}

/** Customer and agent part; after-contact work begins. */
export function endTalk(floor: Floor, leg: Leg, now: number): void {
  if (leg.phase !== 'talking' || leg.talkEndsAt !== now) return
  leg.phase = 'wrapping'
  schedule(floor, now + leg.wrapMs, eventKinds.wrapEnd, leg.index)
  if (leg.transferTo !== null) continueIn(floor, leg, leg.transferTo, now)
  else comeBack(floor, leg, now)
}

/** Was it resolved? If not, the customer may be back the same day; other days see to themselves. */
function comeBack(floor: Floor, leg: Leg, now: number): void {
  const { random } = floor
  if (leg.outbound || leg.customer === ANONYMOUS) return
  const cutShort = leg.hungUpBy !== 'customer' && now - leg.answeredAt < 10_000
  const unresolved = leg.line.nature.unresolvedShare * (leg.desk?.agent.habits.unresolved ?? 1)
  if (random.chance(cutShort ? 0.55 : unresolved))
    tryAgain(floor, leg, now + MINUTE_MS + random.exponential(cutShort ? 5 * MINUTE_MS : 2 * HOUR_MS))
}

export function endWrap(floor: Floor, leg: Leg, now: number): void {
  const { desk } = leg
  if (leg.phase !== 'wrapping' || desk === null) return
  recordAnswered(floor, leg, desk)
  release(floor, leg, desk, now)
}

function release(floor: Floor, leg: Leg, desk: Desk, now: number): void {
  if (leg.line.queue.channel === 'chat') desk.chats--
  else desk.busy = false
  becomeFree(floor, desk, now)
}

/** Telephony fails: every call is cut, by nobody's hand. */
export function cutCalls(floor: Floor, now: number): void {
  for (const leg of floor.legs) {
    if (leg.phase !== 'talking' || !isVoice(leg.line)) continue
    leg.talkEndsAt = now
    leg.holdMs = Math.min(leg.holdMs, now - leg.answeredAt)
    leg.hungUpBy = 'system'
    leg.transferTo = null
    endTalk(floor, leg, now)
  }
}
