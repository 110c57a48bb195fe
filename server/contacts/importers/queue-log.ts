import type { AgentStateRecord, ContactRecord, QualityFlag } from '@pult/engine/contacts'

import { isPossibleInstant, type Sink } from './reading.ts'
import type { Leg, LogMemory } from './log-memory.ts'
import type { OpenLeg, ToldLeg, Unfinished } from './unfinished-log.ts'

interface AgentNow {
  /** Queues she is a member of, and `login`. */
  readonly memberships: Set<string>
  session?: AgentStateRecord
  pause?: AgentStateRecord
  /** The call she is in. */
  leg?: Leg
}

/** A contact whose legs may still grow; forgotten a while after its last event, so that memory does not grow with the file. */
interface Conversation {
  readonly ref: string
  legs: number
  lastAt: number
}

const CONVERSATION_MS = 6 * 3_600_000
const LOST_LEG_MS = 24 * 3_600_000
const CLOCK_STEP_MS = 5000
const SWEEP_EVERY = 50_000
/** Lines of a log that is read while it grows come slowly. */
const SWEEP_EVERY_MS = 3_600_000
/** Whole seconds in the log: so much more talk than time is rounding. */
const ROUNDING_MS = 1000
/** Several durations of whole seconds add up to a beginning so far from the true one. */
const RECKONED_WITHIN_MS = 5000

/** Puts calls, sessions and pauses together from the lines of an Asterisk queue_log. */
export interface QueueLogAssembler {
  line(text: string, rowNumber: number): void
  /** After the last line: what is unfinished is handed on as open. */
  end(): void
  /** Between two lines of a log that grows: hands on as open what has begun or changed since, and goes on. */
  tellOpen(): void
  /** What it knows of what is under way: with it another goes on from the same line. */
  remember(): LogMemory
  /** Lines that were events of a queue_log. */
  readonly recognised: () => number
}

/** `now`: of the wall clock, to tell times that cannot be. `memory`: of an assembler that read the lines before. */
export function createQueueLogAssembler(
  sink: Sink,
  now: () => number,
  unfinished: Unfinished,
  memory?: LogMemory,
): QueueLogAssembler {
  const legs = new Map<string, Leg>()
  const conversations = new Map<string, Conversation>()
  const toldConversations = new Map(unfinished.conversations?.map((told) => [told.uniqueId, told]))
  const agents = new Map<string, AgentNow>()
  const unfinishedLegs = new Map(unfinished.legs.map((leg) => [prefixOf(leg.sourceKey), leg]))
  const toldLegs = new Map(unfinished.told?.map((leg) => [prefixOf(leg.sourceKey), leg]))
  const reckonedLegs = Map.groupBy(unfinished.reckoned ?? [], ({ sourceKey }) => prefixOf(sourceKey))
  const unfinishedStates = Map.groupBy(unfinished.states, ({ agent }) => agent)
  /** Legs that the last sweep ended for lost: should their end be told after all, they are completed. */
  let swept = new Map<string, OpenLeg>()
  let previous = 0
  let beforePrevious = 0
  let recognised = 0
  let lines = 0
  let clockSteps = 0
  let currentRow = 0
  let sweptAt = 0
  /** As what open legs and states were told last. */
  const toldOpen = new Map<string, string>()
  if (memory !== undefined) takeUpMemory(memory)

  function takeUpMemory(earlier: LogMemory): void {
    ;({ previous, beforePrevious } = earlier)
    for (const leg of earlier.legs) {
      legs.set(idOf(leg), { ...leg, flags: [...leg.flags] })
      conversations.set(leg.uniqueId, { ref: leg.contactRef, legs: leg.number, lastAt: leg.enteredAt })
    }
    for (const { name, memberships, session, pause, leg } of earlier.agents) {
      const at = leg === undefined ? undefined : legs.get(leg)
      agents.set(name, {
        memberships: new Set(memberships),
        ...(session === undefined ? {} : { session }),
        ...(pause === undefined ? {} : { pause }),
        ...(at === undefined ? {} : { leg: at }),
      })
    }
    for (const [key, told] of earlier.told) toldOpen.set(key, told)
  }

  function agentNow(name: string): AgentNow {
    let who = agents.get(name)
    if (who === undefined) agents.set(name, (who = { memberships: new Set() }))
    return who
  }

  function line(text: string, rowNumber: number): void {
    if (text === '') return
    currentRow = rowNumber
    const fields = text.split('|')
    const [epoch = '', uniqueId = '', queue = '', agent = '', event = ''] = fields
    const instant = Math.round(Number(epoch) * 1000)
    if (fields.length < 5 || !/^\d{1,12}(\.\d+)?$/.test(epoch) || !/^[A-Z]+$/.test(event)) {
      sink.finding({
        kind: 'rejected',
        rowNumber,
        field: null,
        code: 'notAnEvent',
        details: { text: text.slice(0, 60) },
      })
      return
    }
    if (!isPossibleInstant(instant, now())) {
      sink.finding({ kind: 'rejected', rowNumber, field: 'time', code: 'impossibleTime', details: { value: epoch } })
      return
    }
    recognised++
    sink.event(event)
    if (instant < previous - CLOCK_STEP_MS) {
      clockSteps++
      sink.finding({
        kind: 'flagged',
        rowNumber,
        field: 'time',
        code: 'clockStep',
        details: { seconds: Math.round((previous - instant) / 1000) },
      })
    }
    beforePrevious = previous === 0 ? instant : previous
    previous = instant
    handle({ instant, uniqueId, queue, agent, event, data: fields.slice(5), rowNumber })
    if (++lines % SWEEP_EVERY === 0) sweep()
  }

  /** The time it is in the log. A single stamp far ahead or behind is not believed. */
  const clock = (): number => Math.min(beforePrevious, previous)

  function handle(row: Row): void {
    const handler = handlers[row.event]
    takeUpStates(row)
    if (handler === undefined) sink.leftOut()
    else handler(row)
  }

  /**
   * What an earlier file left running goes on here, if the agent's first row is later than its beginning: a file read again, or
   * one older than the last, comes to it from before.
   */
  function takeUpStates({ agent, instant }: Row): void {
    const earlier = unfinishedStates.get(agent)
    if (earlier === undefined) return
    unfinishedStates.delete(agent)
    const who = agentNow(agent)
    for (const { startedAt, state, sourceKey, reason } of earlier) {
      if (startedAt > instant || startedAt < (who[state]?.startedAt ?? startedAt)) continue
      who[state] = { sourceKey, agent, state, startedAt, ...(reason === undefined ? {} : { reason }) }
      if (state === 'session') who.memberships.add('unfinished')
    }
  }

  const handlers: Readonly<Record<string, (row: Row) => void>> = {
    ENTERQUEUE: (row) => void enter(row, row.instant, row.data[1]),
    RINGNOANSWER: (row) => {
      const leg = legs.get(legId(row)) ?? takeUpLeg(row)
      if (leg !== undefined) leg.noAnswers++
    },
    CONNECT: connect,
    COMPLETEAGENT: (row) => complete(row, 0, { hungUpBy: 'agent' }),
    COMPLETECALLER: (row) => complete(row, 0, { hungUpBy: 'customer' }),
    TRANSFER: transfer,
    BLINDTRANSFER: transfer,
    ATTENDEDTRANSFER: transfer,
    ABANDON: (row) => leave(row, seconds(row.data[2]), { outcome: 'abandoned', hungUpBy: 'customer' }),
    EXITWITHTIMEOUT: (row) =>
      leave(row, seconds(row.data[2]), { outcome: 'flowedOut', flowReason: 'timeout', hungUpBy: 'system' }),
    EXITWITHKEY: (row) =>
      leave(row, seconds(row.data[3]), { outcome: 'flowedOut', flowReason: 'key', hungUpBy: 'customer' }),
    EXITEMPTY: (row) =>
      leave(row, seconds(row.data[2]), { outcome: 'flowedOut', flowReason: 'emptyQueue', hungUpBy: 'system' }),
    ADDMEMBER: addMember,
    REMOVEMEMBER: (row) => signOut(row, row.queue, undefined),
    AGENTLOGIN: (row) => signIn(row, 'login'),
    AGENTLOGOFF: (row) => signOut(row, 'login', seconds(row.data[1])),
    AGENTCALLBACKLOGIN: (row) => signIn(row, 'login'),
    AGENTCALLBACKLOGOFF: (row) => signOut(row, 'login', seconds(row.data[1])),
    PAUSE: pause,
    PAUSEALL: pause,
    UNPAUSE: (row) => endState(agentNow(row.agent), 'pause', row.instant),
    // Said by no Asterisk: by who hears its events and asks it what is going on.
    PULTCOMPLETE: (row) => complete(row, 0, {}),
    PULTLOST: lose,
    UNPAUSEALL: (row) => endState(agentNow(row.agent), 'pause', row.instant),
  }

  /** A call enters a queue; `instant` lies before the row where the entry itself is missing. */
  function enter(row: Row, instant: number, customer: string | undefined): Leg {
    const id = legId(row)
    const stale = legs.get(id)
    // The same id enters again: its former end was never written.
    if (stale !== undefined) finishOpen(stale, 'endMissing')
    const conversation = converse(row.uniqueId, instant)
    const leg: Leg = {
      key: reckonedKey(id, instant) ?? `${id}|${Math.floor(instant / 1000)}`,
      uniqueId: row.uniqueId,
      queue: row.queue,
      contactRef: conversation.ref,
      number: ++conversation.legs,
      enteredAt: instant,
      customer: customer === '' ? undefined : customer,
      noAnswers: 0,
      flags: [],
    }
    legs.set(id, leg)
    return leg
  }

  /** A log that came in after the one that goes on from it: the call in between is stored under the second it was reckoned to begin. */
  function reckonedKey(id: string, instant: number): string | undefined {
    return reckonedLegs.get(id)?.find(({ offeredAt }) => Math.abs(offeredAt - instant) <= RECKONED_WITHIN_MS)?.sourceKey
  }

  /** The contact a unique id belongs to. Ids repeat after a restart; one that comes back after hours is another contact. */
  function converse(uniqueId: string, instant: number): Conversation {
    const known = uniqueId === 'NONE' ? undefined : (conversations.get(uniqueId) ?? takeUpConversation(uniqueId))
    if (known !== undefined && Math.abs(instant - known.lastAt) < CONVERSATION_MS) {
      known.lastAt = instant
      return known
    }
    const ref = known === undefined && uniqueId !== 'NONE' ? uniqueId : `${uniqueId}#${Math.floor(instant / 1000)}`
    const conversation = { ref, legs: 0, lastAt: instant }
    conversations.set(uniqueId, conversation)
    return conversation
  }

  function takeUpConversation(uniqueId: string): Conversation | undefined {
    const told = toldConversations.get(uniqueId)
    if (told === undefined) return undefined
    const { contactRef: ref, legs: count, lastAt } = told
    const conversation = { ref, legs: count, lastAt }
    conversations.set(uniqueId, conversation)
    return conversation
  }

  /** The leg that an earlier file left open, with all that was told of it. */
  function takeUpLeg(row: Row): Leg | undefined {
    const id = legId(row)
    const earlier = unfinishedLegs.get(id) ?? swept.get(id)
    const age = row.instant - (earlier?.offeredAt ?? 0)
    if (earlier === undefined || age < 0 || age >= LOST_LEG_MS) return undefined
    unfinishedLegs.delete(id)
    swept.delete(id)
    conversations.set(row.uniqueId, { ref: earlier.contactRef, legs: earlier.leg, lastAt: row.instant })
    const leg: Leg = {
      key: earlier.sourceKey,
      uniqueId: row.uniqueId,
      queue: row.queue,
      contactRef: earlier.contactRef,
      number: earlier.leg,
      enteredAt: earlier.offeredAt,
      customer: earlier.customer ?? undefined,
      noAnswers: earlier.agentNoAnswers,
      flags: [],
    }
    if (earlier.agent !== null) {
      leg.agent = earlier.agent
      leg.connectedAt = earlier.offeredAt + earlier.waitMs
      leg.ringSeconds = earlier.ringMs / 1000
      leg.stepsBefore = clockSteps
    }
    legs.set(id, leg)
    return leg
  }

  /** The leg a row is about: entered in this file, left open by an earlier one, or reconstructed from the row's own durations. */
  function legOf(row: Row, elapsedSeconds: number | undefined): Leg {
    const known = legs.get(legId(row)) ?? takeUpLeg(row)
    if (known !== undefined) return known
    const told = toldLegs.get(legId(row))
    if (told !== undefined && row.instant - told.offeredAt < LOST_LEG_MS) return tellAgain(told, row)
    const leg = enter(row, row.instant - (elapsedSeconds ?? 0) * 1000, undefined)
    leg.flags.push('enterMissing')
    sink.finding({
      kind: 'repaired',
      rowNumber: row.rowNumber,
      field: 'ENTERQUEUE',
      code: 'enterMissing',
      details: { event: row.event },
    })
    return leg
  }

  /** The end of a leg that is stored whole: under its own key, so that it is known and not another. */
  function tellAgain({ sourceKey, contactRef, leg: number, offeredAt }: ToldLeg, row: Row): Leg {
    toldLegs.delete(legId(row))
    conversations.set(row.uniqueId, { ref: contactRef, legs: number, lastAt: row.instant })
    const leg: Leg = {
      key: sourceKey,
      uniqueId: row.uniqueId,
      queue: row.queue,
      contactRef,
      number,
      enteredAt: offeredAt,
      customer: undefined,
      noAnswers: 0,
      flags: ['enterMissing'],
    }
    legs.set(legId(row), leg)
    return leg
  }

  function connect(row: Row): void {
    const hold = seconds(row.data[0])
    const leg = legOf(row, hold)
    leg.agent = row.agent
    leg.connectedAt = row.instant
    leg.stepsBefore = clockSteps
    if (hold !== undefined) leg.holdSeconds = hold
    const ring = seconds(row.data[2])
    if (ring !== undefined) leg.ringSeconds = ring
    const who = agentNow(row.agent)
    if (who.leg !== undefined && who.leg !== leg) cutGhost(who.leg, row)
    who.leg = leg
  }

  /** The agent answers another call: the former one ended at the latest now, whatever its end will say later. */
  function cutGhost(leg: Leg, row: Row): void {
    if (legs.get(idOf(leg)) !== leg || leg.connectedAt === undefined) return
    const talk = Math.max(0, row.instant - leg.connectedAt)
    leg.flags.push('agentInTwoPlaces')
    sink.finding({
      kind: 'flagged',
      rowNumber: row.rowNumber,
      field: 'agent',
      code: 'agentInTwoPlaces',
      details: { agent: row.agent },
    })
    tellCut(leg, row, talk)
    finishAnswered(leg, talk, {})
  }

  function complete(row: Row, offset: number, more: Partial<ContactRecord>): void {
    const hold = seconds(row.data[offset])
    const talk = seconds(row.data[offset + 1]) ?? 0
    if (!isExpected(legId(row)) && isGhostEnd(row)) return
    const leg = legOf(row, (hold ?? 0) + talk)
    leg.agent ??= row.agent
    leg.connectedAt ??= row.instant - talk * 1000
    if (hold !== undefined) leg.holdSeconds = hold
    finishAnswered(leg, plausibleTalk(leg, talk * 1000, row.instant - leg.connectedAt, row), more)
  }

  const isExpected = (id: string): boolean => legs.has(id) || unfinishedLegs.has(id) || swept.has(id)

  /** Nobody talks longer than the call lasted, unless the clock was set back meanwhile: then the told duration is all there is. */
  function plausibleTalk(leg: Leg, toldMs: number, elapsedMs: number, row: Row): number {
    if (toldMs <= elapsedMs + ROUNDING_MS) return toldMs
    if (elapsedMs < 0 || leg.stepsBefore !== clockSteps) {
      leg.flags.push('clockStep')
      return toldMs
    }
    tellCut(leg, row, elapsedMs)
    return elapsedMs
  }

  function tellCut(leg: Leg, row: Row, talkMs: number): void {
    leg.flags.push('implausibleTalk')
    sink.finding({
      kind: 'repaired',
      rowNumber: row.rowNumber,
      field: 'talk',
      code: 'implausibleTalk',
      details: { call: leg.uniqueId, seconds: Math.round(talkMs / 1000) },
    })
  }

  /** The call is over, and nobody heard how it ended: a talk lasted until now at most, and whether a caller gave up is not known. */
  function lose(row: Row): void {
    const leg = legs.get(legId(row))
    if (leg === undefined) return
    leg.flags.push('endMissing')
    if (leg.connectedAt !== undefined) finishAnswered(leg, Math.max(0, row.instant - leg.connectedAt), {})
    else emit(leg, { outcome: 'open', waitMs: Math.max(1, row.instant - leg.enteredAt) })
  }

  /** The end of a call that was cut already when its agent took the next one. */
  function isGhostEnd(row: Row): boolean {
    return conversations.has(row.uniqueId)
  }

  function transfer(row: Row): void {
    const numbers = row.data.map((field) => (/^\d+$/.test(field) ? Number(field) : undefined))
    // Layouts differ by version; hold, talk and position are the last three numbers that stand together.
    const end = numbers.findLastIndex(
      (value, index) => value !== undefined && numbers[index - 1] !== undefined && index >= 2,
    )
    const from = end >= 2 && numbers[end - 2] !== undefined ? end - 2 : Math.max(0, end - 1)
    // The call goes on elsewhere: nobody has hung up.
    complete(row, from, {
      transferredTo: row.data[0] === '' ? 'unknown' : (row.data[0] ?? 'unknown'),
    })
  }

  function leave(
    row: Row,
    waitSeconds: number | undefined,
    more: Pick<ContactRecord, 'outcome'> & Partial<ContactRecord>,
  ): void {
    const leg = legOf(row, waitSeconds)
    const wait = waitSeconds === undefined ? row.instant - leg.enteredAt : waitSeconds * 1000
    emit(leg, { waitMs: wait, ...more })
  }

  function finishAnswered(leg: Leg, talkMs: number, more: Partial<ContactRecord>): void {
    const wait =
      leg.holdSeconds === undefined ? (leg.connectedAt ?? leg.enteredAt) - leg.enteredAt : leg.holdSeconds * 1000
    emit(leg, { outcome: 'answered', waitMs: wait, talkMs, ...more })
  }

  function finishOpen(leg: Leg, flag: QualityFlag | undefined): void {
    if (flag !== undefined) {
      leg.flags.push(flag)
      sink.finding({
        kind: 'flagged',
        rowNumber: null,
        field: null,
        code: flag,
        details: { call: leg.uniqueId, queue: leg.queue },
      })
    }
    emit(leg, { outcome: 'open', waitMs: waitedSoFar(leg) })
  }

  const waitedSoFar = ({ connectedAt = clock(), enteredAt }: Leg): number => Math.max(0, connectedAt - enteredAt)

  function emit(leg: Leg, end: LegEnd): void {
    legs.delete(idOf(leg))
    toldOpen.delete(leg.key)
    if (leg.agent !== undefined) {
      const who = agentNow(leg.agent)
      if (who.leg === leg) delete who.leg
    }
    const isNegative = end.waitMs < 0 || (end.talkMs ?? 0) < 0
    if (isNegative) tellNegative(leg, end.waitMs < 0 ? 'wait' : 'talk')
    tell(leg, end)
  }

  function tell(leg: Leg, end: LegEnd): void {
    const { flags } = leg
    sink.contact({
      sourceKey: leg.key,
      contactRef: leg.contactRef,
      leg: leg.number,
      channel: 'voice',
      direction: 'inbound',
      queue: leg.queue,
      offeredAt: leg.enteredAt,
      agentNoAnswers: leg.noAnswers,
      ...(leg.customer === undefined ? {} : { customer: leg.customer }),
      ...(leg.agent === undefined ? {} : { agent: leg.agent }),
      ...(leg.ringSeconds === undefined ? {} : { ringMs: Math.max(0, leg.ringSeconds) * 1000 }),
      ...end,
      waitMs: Math.max(0, end.waitMs),
      ...(end.talkMs === undefined ? {} : { talkMs: Math.max(0, end.talkMs) }),
      ...(flags.length === 0 ? {} : { flags: [...flags] }),
    })
  }

  function tellOpen(): void {
    if (clock() - sweptAt > SWEEP_EVERY_MS) sweep()
    for (const leg of legs.values())
      tellOnce(leg.key, `${leg.agent ?? ''}|${leg.noAnswers}`, () =>
        tell(leg, { outcome: 'open', waitMs: waitedSoFar(leg) }),
      )
    for (const { session, pause } of agents.values())
      for (const state of [session, pause])
        if (state !== undefined) tellOnce(state.sourceKey, '', () => sink.state(state))
  }

  function tellOnce(key: string, as: string, act: () => void): void {
    if (toldOpen.get(key) === as) return
    toldOpen.set(key, as)
    act()
  }

  function remember(): LogMemory {
    return {
      previous,
      beforePrevious,
      legs: Array.from(legs.values(), (leg) => ({ ...leg, flags: [...leg.flags] })),
      // Who is neither signed in nor away nor in a call is known by nothing.
      agents: Array.from(agents, ([name, { memberships, session, pause, leg }]) => ({
        name,
        memberships: [...memberships],
        ...(session === undefined ? {} : { session }),
        ...(pause === undefined ? {} : { pause }),
        ...(leg === undefined ? {} : { leg: idOf(leg) }),
      })).filter(
        ({ memberships, session, pause, leg }) => memberships.length > 0 || (session ?? pause ?? leg) !== undefined,
      ),
      told: [...toldOpen],
    }
  }

  function tellNegative(leg: Leg, field: string): void {
    leg.flags.push('negativeDuration')
    sink.finding({
      kind: 'repaired',
      rowNumber: currentRow,
      field,
      code: 'negativeDuration',
      details: { call: leg.uniqueId, queue: leg.queue },
    })
  }

  function signIn(row: Row, membership: string): void {
    const who = agentNow(row.agent)
    who.memberships.delete('unfinished')
    who.memberships.add(membership)
    who.session ??= {
      sourceKey: `session|${row.agent}|${Math.floor(row.instant / 1000)}`,
      agent: row.agent,
      state: 'session',
      startedAt: row.instant,
    }
  }

  /** Asterisk says of a member that is added paused so, and writes no PAUSE. Who takes calls of another queue already is not away. */
  function addMember(row: Row): void {
    const isNew = agentNow(row.agent).memberships.size === 0
    signIn(row, row.queue)
    if (isNew && row.data[0] === 'PAUSED') pause({ ...row, data: [] })
  }

  function signOut(row: Row, membership: string, loginSeconds: number | undefined): void {
    const who = agentNow(row.agent)
    who.memberships.delete(membership)
    who.memberships.delete('unfinished')
    if (who.memberships.size > 0) return
    if (who.session === undefined) {
      if (loginSeconds === undefined || loginSeconds <= 0) {
        sink.finding({
          kind: 'flagged',
          rowNumber: row.rowNumber,
          field: null,
          code: 'sessionStartMissing',
          details: { agent: row.agent },
        })
        return
      }
      signIn({ ...row, instant: row.instant - loginSeconds * 1000 }, membership)
      who.memberships.clear()
    }
    endState(who, 'pause', row.instant)
    endState(who, 'session', row.instant)
  }

  function pause(row: Row): void {
    const who = agentNow(row.agent)
    const reason = row.data[0] === undefined || row.data[0] === '' ? undefined : row.data[0]
    // One act writes a line for each queue.
    if (who.pause !== undefined && who.pause.reason === reason) return
    endState(who, 'pause', row.instant)
    who.pause = {
      sourceKey: `pause|${row.agent}|${Math.floor(row.instant / 1000)}|${reason ?? ''}`,
      agent: row.agent,
      state: 'pause',
      startedAt: row.instant,
      ...(reason === undefined ? {} : { reason }),
    }
  }

  function endState(who: AgentNow, state: 'session' | 'pause', instant: number): void {
    const running = who[state]
    if (running === undefined) return
    delete who[state]
    toldOpen.delete(running.sourceKey)
    sink.state({ ...running, endedAt: Math.max(instant, running.startedAt) })
  }

  function sweep(): void {
    const now = clock()
    sweptAt = now
    swept = new Map()
    // A copy: finishing takes legs out of the map.
    for (const [id, leg] of Array.from(legs)) {
      if (now - leg.enteredAt <= LOST_LEG_MS) continue
      swept.set(id, openOf(leg))
      finishOpen(leg, 'endMissing')
    }
    for (const [id, conversation] of conversations)
      if (now - conversation.lastAt > CONVERSATION_MS) conversations.delete(id)
  }

  const openOf = (leg: Leg): OpenLeg => ({
    sourceKey: leg.key,
    contactRef: leg.contactRef,
    leg: leg.number,
    offeredAt: leg.enteredAt,
    customer: leg.customer ?? null,
    agent: leg.agent ?? null,
    waitMs: waitedSoFar(leg),
    ringMs: (leg.ringSeconds ?? 0) * 1000,
    agentNoAnswers: leg.noAnswers,
  })

  return {
    line,
    tellOpen,
    remember,
    recognised: () => recognised,
    end() {
      // A copy: finishing takes legs out of the map.
      for (const leg of Array.from(legs.values()))
        finishOpen(leg, clock() - leg.enteredAt > LOST_LEG_MS ? 'endMissing' : undefined)
      for (const who of agents.values()) {
        if (who.session !== undefined) sink.state(who.session)
        if (who.pause !== undefined) sink.state(who.pause)
      }
    },
  }
}

interface Row {
  readonly instant: number
  readonly uniqueId: string
  readonly queue: string
  readonly agent: string
  readonly event: string
  readonly data: readonly string[]
  readonly rowNumber: number
}

/** How a leg ended, or that it has not. */
type LegEnd = Pick<ContactRecord, 'outcome' | 'waitMs'> & Partial<ContactRecord>

const legId = (row: Row): string => `${row.uniqueId}|${row.queue}`
const idOf = (leg: Leg): string => `${leg.uniqueId}|${leg.queue}`
const prefixOf = (sourceKey: string): string => sourceKey.slice(0, sourceKey.lastIndexOf('|'))

/** Longer than a week is no duration but a damaged field. */
const LONGEST_SECONDS = 7 * 86_400

function seconds(field: string | undefined): number | undefined {
  if (field === undefined || !/^-?\d+(\.\d+)?$/.test(field)) return undefined
  return Math.abs(Number(field)) > LONGEST_SECONDS ? undefined : Number(field)
}
