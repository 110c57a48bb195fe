import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sql } from 'kysely'

import type { MeasureReply } from '@pult/contract/measures'
import type { RecomputeReport } from '@pult/contract/measures-recompute'
import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { createRandom, studentQuantile, type Random } from '@pult/engine/numeric'
import { HOUR_MS, MINUTE_MS } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// Roll-ups against a recomputation that shares nothing with them: no SQL, no zone arithmetic of ours, a second at a time. The
// days hold the end of summer time in Europe.

const FROM = Date.UTC(2026, 9, 23, 18)
const HOURS = 60
const PERIOD = { from: '2026-10-20', to: '2026-10-31' }
const AGENTS = ['Анна', 'Борис', 'Вера', 'Глеб']
const ODD_THRESHOLD = 63

let pult: TestApp
let centerId: number
let sourceId: number
let importId: number
const contacts = new Map<string, ContactRecord>()
const states = new Map<string, AgentStateRecord>()

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Проверка', 'Europe/Berlin')
  await pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api') returning source_id as id`.execute(
      tx,
    )
    sourceId = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${sourceId}, 'api', 'x', 'test') returning import_id as id
    `.execute(tx)
    importId = made.rows[0]?.id ?? 0
  })
})
afterAll(() => pult.close())

async function tell(newContacts: readonly ContactRecord[], newStates: readonly AgentStateRecord[]): Promise<void> {
  for (const record of newContacts) contacts.set(record.sourceKey, record)
  for (const record of newStates) states.set(record.sourceKey, record)
  const target = { importId, sourceId, onConflict: 'replace' as const }
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: [...newContacts], states: [...newStates] })
  await pult.app.measures.settle(centerId)
}

function drawContact(random: Random, key: string, from = FROM, hours = HOURS): ContactRecord {
  const direction = random.chance(0.85) ? 'inbound' : 'outbound'
  const kind = random.weighted([6, 2, 1])
  const queue = random.pick(['Продажи', 'Помощь', undefined])
  const base = {
    sourceKey: key,
    contactRef: key,
    leg: 1,
    channel: random.pick(['voice', 'chat'] as const),
    direction,
    ...(queue === undefined ? {} : { queue }),
    offeredAt: from + random.integer(0, hours * 3600) * 1000,
    waitMs: random.integer(0, random.chance(0.05) ? 9000 : 90) * 1000,
  } as const
  if (direction === 'outbound' && kind > 0) return { ...base, agent: random.pick(AGENTS), outcome: 'unreached' }
  if (kind === 1) return { ...base, outcome: 'abandoned' }
  if (kind === 2) return { ...base, outcome: 'flowedOut', flowReason: 'timeout' }
  const long = random.chance(0.03) ? 9000 : 400
  return {
    ...base,
    agent: random.pick(AGENTS),
    outcome: 'answered',
    ringMs: Math.min(base.waitMs, 4000),
    talkMs: random.integer(1, long) * 1000,
    ...(random.chance(0.3) ? { holdMs: random.integer(1, 90) * 1000 } : {}),
    acwMs: random.integer(0, 60) * 1000,
  }
}

function drawState(random: Random, key: string): AgentStateRecord {
  const state = random.pick([
    'session',
    'session',
    'pause',
    'training',
    'acw',
    'ringing',
    'offQueue',
    'available',
  ] as const)
  const startedAt = FROM + random.integer(0, HOURS * 3600) * 1000
  const endedAt = startedAt + random.integer(1, state === 'session' ? 30_000 : 4000) * 1000
  const reason = state === 'pause' ? { reason: random.pick(['Обед', 'Перерыв']) } : {}
  return { sourceKey: key, agent: random.pick(AGENTS), state, startedAt, endedAt, ...reason }
}

/** What chance seldom draws: nothing handled, a ring longer than the wait, a state that ends before it begins, all of it at an hour's edge. */
const edgeContacts = (
  [
    ['no-handling', 2 * HOUR_MS - 20_000, { waitMs: 20_000, ringMs: 20_000, talkMs: 0 }],
    ['rings-before-offered', 3 * HOUR_MS, { waitMs: 5000, ringMs: 30_000, talkMs: 60_000 }],
    ['ends-at-the-hour', 4 * HOUR_MS - 60_000, { waitMs: 0, ringMs: 0, talkMs: 60_000 }],
    ['answered-at-the-hour', 5 * HOUR_MS - 10_000, { waitMs: 10_000, ringMs: 10_000, talkMs: 60_000 }],
  ] as const
).map(([key, after, times]): ContactRecord => ({
  sourceKey: key,
  contactRef: key,
  leg: 1,
  channel: 'voice',
  direction: 'inbound',
  queue: 'Продажи',
  agent: 'Анна',
  offeredAt: FROM + after,
  outcome: 'answered',
  ...times,
}))
const edgeStates = (
  [
    ['session', HOUR_MS, 6 * HOUR_MS],
    ['pause', 2.5 * HOUR_MS, 2.5 * HOUR_MS - MINUTE_MS],
    ['ringing', 3 * HOUR_MS, 3 * HOUR_MS],
    ['training', 4 * HOUR_MS, 4.5 * HOUR_MS],
  ] as const
).map(([state, from, to]): AgentStateRecord => ({
  sourceKey: `edge-${state}`,
  agent: 'Анна',
  state,
  startedAt: FROM + from,
  endedAt: FROM + to,
}))

/** The wall clock by the platform's own calendar. */
function wallOf(at: number, timeZone: string): { day: string; slot: string; weekday: number } {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
  const [day = '', time = ''] = parts.split(' ')
  const slot = `${time.slice(0, 2)}:${Number(time.slice(3, 5)) < 30 ? '00' : '30'}`
  return { day, slot, weekday: ((new Date(`${day}T00:00Z`).getUTCDay() + 6) % 7) + 1 }
}

type Key = (record: ContactRecord) => string

function naive(keyOf: Key, ofAgents: boolean): Map<string, readonly number[]> {
  const groups = new Map<string, number[]>()
  for (const record of contacts.values()) {
    if (ofAgents && record.agent === undefined) continue
    const inbound = record.direction === 'inbound'
    const answered = inbound && record.outcome === 'answered'
    const within = (seconds: number): number => (answered && record.waitMs <= seconds * 1000 ? 1 : 0)
    const handleMs = (record.talkMs ?? 0) + (record.holdMs ?? 0) + (record.acwMs ?? 0)
    const adds = ofAgents
      ? [Number(answered), answered ? handleMs / 1000 : 0]
      : [
          Number(inbound),
          Number(answered),
          Number(inbound && record.outcome === 'abandoned'),
          within(20),
          answered ? handleMs / 1000 : 0,
        ]
    const group = groups.get(keyOf(record)) ?? adds.map(() => 0)
    groups.set(
      keyOf(record),
      group.map((value, index) => value + (adds[index] ?? 0)),
    )
  }
  return new Map([...groups].filter(([, group]) => group.some((value) => value > 0)).toSorted())
}

async function answered(splitBy: readonly string[], ofAgents: boolean): Promise<Map<string, readonly number[]>> {
  const measures = ofAgents
    ? ['answered', 'ahtSeconds']
    : ['offered', 'answered', 'abandoned', 'serviceLevelStrict', 'ahtSeconds']
  const reply = await ask({ measures, splitBy, withinSeconds: 20 })
  const rows = reply.rows.map((row): [string, number[]] => [
    row.keys.map(({ key, label }) => (label === '' ? key : label)).join('|'),
    row.figures.map((figure) => Math.round(figure.numerator * 1000) / 1000),
  ])
  return new Map(rows.filter(([, group]) => group.some((value) => value > 0)).toSorted())
}

const ask = async (body: object): Promise<MeasureReply> =>
  done(await pult.system.send('POST', `/centers/${centerId}/measures/query`, { ...PERIOD, ...body }))

const means = [
  'asaSeconds',
  'meanWaitSeconds',
  'ahtSeconds',
  'meanTalkSeconds',
  'meanHoldSeconds',
  'meanHoldOfHeldSeconds',
  'meanAcwSeconds',
  'ahtOutboundSeconds',
]

/** The seconds that a mean is the mean of, contact by contact. */
function secondsOf(mean: string): number[] {
  const inbound = [...contacts.values()].filter((record) => record.direction === 'inbound')
  const answered = inbound.filter((record) => record.outcome === 'answered')
  const reached = [...contacts.values()].filter(
    (record) => record.direction === 'outbound' && record.outcome === 'answered',
  )
  const held = answered.filter((record) => (record.holdMs ?? 0) > 0)
  const handling = ({ talkMs = 0, holdMs = 0, acwMs = 0 }: ContactRecord): number => talkMs + holdMs + acwMs
  const of: Partial<Record<string, number[]>> = {
    asaSeconds: answered.map((record) => record.waitMs),
    meanWaitSeconds: inbound.map((record) => record.waitMs),
    ahtSeconds: answered.map(handling),
    meanTalkSeconds: answered.map(({ talkMs = 0 }) => talkMs),
    meanHoldSeconds: answered.map(({ holdMs = 0 }) => holdMs),
    meanHoldOfHeldSeconds: held.map(({ holdMs = 0 }) => holdMs),
    meanAcwSeconds: answered.map(({ acwMs = 0 }) => acwMs),
    ahtOutboundSeconds: reached.map((record) => record.waitMs + handling(record)),
  }
  return (of[mean] ?? []).map((ms) => ms / 1000)
}

/** From the differences to the mean, not from sums of squares. */
function intervalOf(values: readonly number[]): { low: number; high: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  const half = studentQuantile(0.975, values.length - 1) * Math.sqrt(squares / (values.length - 1) / values.length)
  return { low: Math.max(0, mean - half), high: mean + half }
}

/** Who did what in each second signed in; the first of the words that applies. */
function naiveTime(timeZone: string): Record<string, number> {
  const ranks = ['handling', 'training', 'offQueue', 'pause', 'ringing']
  const words: Partial<Record<string, string>> = { acw: 'handling', talking: 'handling', dialing: 'handling' }
  const [first, last] = [FROM / 1000, FROM / 1000 + (HOURS + 12) * 3600]
  const sums: Record<string, number> = {}
  for (const agent of AGENTS) {
    const best = new Uint8Array(last - first).fill(99)
    const session = new Uint8Array(last - first)
    const mark = (word: string, from: number, to: number): void => {
      for (let at = from / 1000 - first; at < to / 1000 - first; at++) {
        if (word === 'session') session[at] = 1
        else if (ranks.includes(word)) best[at] = Math.min(best[at] ?? 99, ranks.indexOf(word))
      }
    }
    for (const state of states.values())
      if (state.agent === agent) mark(words[state.state] ?? state.state, state.startedAt, state.endedAt ?? 0)
    for (const leg of contacts.values()) {
      if (leg.agent !== agent) continue
      const answeredAt = leg.offeredAt + leg.waitMs
      const endedAt = answeredAt + (leg.talkMs ?? 0) + (leg.holdMs ?? 0) + (leg.acwMs ?? 0)
      mark('handling', leg.direction === 'outbound' ? leg.offeredAt : answeredAt, endedAt)
      if (leg.direction === 'inbound') mark('ringing', answeredAt - (leg.ringMs ?? 0), answeredAt)
    }
    const dayOfHalfHour = Array.from(
      { length: (last - first) / 1800 },
      (_, index) => wallOf((first + index * 1800) * 1000, timeZone).day,
    )
    for (let at = 0; at < last - first; at++) {
      const day = dayOfHalfHour[Math.floor(at / 1800)]
      const word = ranks[best[at] ?? 99]
      const told = session[at] === 1 ? word : word === 'handling' ? 'signedOut' : undefined
      if (told !== undefined) sums[`${day}|${agent}|${told}`] = (sums[`${day}|${agent}|${told}`] ?? 0) + 1
      if (session[at] === 1) sums[`${day}|${agent}|session`] = (sums[`${day}|${agent}|session`] ?? 0) + 1
    }
  }
  return sums
}

async function storedTime(): Promise<Record<string, number>> {
  const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
    sql<{ key: string; seconds: number }>`
      select t.day || '|' || a.name || '|' || t.state as key, sum(t.ms) / 1000 as seconds from agent_time_day t
      join agent a on a.center_id = t.center_id and a.agent_id = t.agent_id where t.state <> 'contact' group by 1`.execute(
      tx,
    ),
  )
  return Object.fromEntries(rows.map(({ key, seconds }) => [key, Number(seconds)]))
}

async function expectTruth(timeZone: string): Promise<void> {
  const wall = (record: ContactRecord): ReturnType<typeof wallOf> => wallOf(record.offeredAt, timeZone)
  const halfHour = (record: ContactRecord): string =>
    new Date(Math.floor(record.offeredAt / (30 * MINUTE_MS)) * 30 * MINUTE_MS).toISOString()
  const queue = (record: ContactRecord): string => record.queue ?? '0'
  const splits: readonly [readonly string[], Key, boolean][] = [
    [['queue', 'interval'], (record) => `${queue(record)}|${halfHour(record)}`, false],
    [['day', 'channel'], (record) => `${wall(record).day}|${record.channel}`, false],
    [['weekday', 'slot'], (record) => `${wall(record).weekday}|${wall(record).slot}`, false],
    [['month', 'queue'], (record) => `${wall(record).day.slice(0, 7)}|${queue(record)}`, false],
    [['agent', 'day'], (record) => `${record.agent ?? ''}|${wall(record).day}`, true],
    [['agent', 'interval'], (record) => `${record.agent ?? ''}|${halfHour(record)}`, true],
  ]
  for (const [splitBy, keyOf, ofAgents] of splits)
    expect([splitBy, await answered(splitBy, ofAgents)]).toEqual([splitBy, naive(keyOf, ofAgents)])
  expect(await storedTime()).toEqual(naiveTime(timeZone))
  const report = done<RecomputeReport>(
    await pult.system.send('POST', `/centers/${centerId}/measures/recompute`, { ...PERIOD, dry: true }),
  )
  expect(report.tables.filter(({ differing }) => differing > 0)).toEqual([])
}

describe('roll-ups equal a recomputation that knows nothing of them', () => {
  const random = createRandom('roll-ups')

  it('after the first facts', async () => {
    const drawn = Array.from({ length: 600 }, (_, index) => drawContact(random, `c${index}`))
    await tell(
      [...drawn, ...edgeContacts],
      [...Array.from({ length: 120 }, (_, index) => drawState(random, `s${index}`)), ...edgeStates],
    )
    await expectTruth('Europe/Berlin')
  })

  it('after late ones, among others of the last hour', async () => {
    await tell(
      [
        ...Array.from({ length: 60 }, (_, index) => drawContact(random, `late${index}`)),
        ...Array.from({ length: 20 }, (_, index) => drawContact(random, `live${index}`, FROM + 59 * HOUR_MS, 1)),
      ],
      Array.from({ length: 10 }, (_, index) => drawState(random, `late${index}`)),
    )
    await expectTruth('Europe/Berlin')
  })

  it('after corrections that move contacts and states to other hours, queues and agents', async () => {
    await tell(
      Array.from({ length: 40 }, (_, index) => drawContact(random, `c${index * 3}`)),
      Array.from({ length: 10 }, (_, index) => drawState(random, `s${index * 5}`)),
    )
    await expectTruth('Europe/Berlin')
  })

  it('counts a threshold between the bounds exactly when asked to', async () => {
    const exact = await ask({ measures: ['serviceLevelStrict'], withinSeconds: ODD_THRESHOLD, exact: true })
    const [figure] = exact.total.figures
    const inbound = [...contacts.values()].filter((record) => record.direction === 'inbound')
    const within = inbound.filter((record) => record.outcome === 'answered' && record.waitMs <= ODD_THRESHOLD * 1000)
    expect(figure).toMatchObject({ numerator: within.length, approximate: false })
    const usual = await ask({ measures: ['serviceLevelStrict'], withinSeconds: ODD_THRESHOLD })
    expect(usual.total.figures[0]?.approximate).toBe(true)
  })

  it('holds the squares from which means have their intervals, in every grain', async () => {
    for (const splitBy of [
      [],
      ['interval'],
      ['weekday', 'slot'],
      ['agent'],
      ['agent', 'interval'],
      ['agent', 'month'],
    ]) {
      const total = (await ask({ measures: means, splitBy })).total.figures
      const known = splitBy.includes('agent') ? means.filter((mean) => mean !== 'meanWaitSeconds') : means
      for (const mean of known) {
        const figure = total[means.indexOf(mean)]
        const { low, high } = intervalOf(secondsOf(mean))
        expect([splitBy, mean, figure?.low, figure?.high]).toEqual([
          splitBy,
          mean,
          expect.closeTo(low, 6),
          expect.closeTo(high, 6),
        ])
      }
    }
  })

  it('after the centre moved to a zone of half hours', async () => {
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update center set time_zone = 'Asia/Kolkata' where center_id = ${centerId}`.execute(tx),
    )
    await pult.app.measures.settle(centerId)
    await expectTruth('Asia/Kolkata')
  })
})

describe('a day that begins as the clock changes', () => {
  it('counts as answered in it who was offered the evening before', async () => {
    // In Cairo the clock goes from 24:00 to 01:00: 21:50 UTC is the evening of the 23rd, 22:10 the first hour of the 24th.
    const center = await pult.createCenter('Каир', 'Africa/Cairo')
    const call = { channel: 'voice', queue: 'Продажи', outcome: 'answered', agent: 'Анна', talkMs: MINUTE_MS }
    const night = { ...call, sourceKey: 'night', offeredAt: '2026-04-23T21:50:00Z', waitMs: 20 * MINUTE_MS }
    // The 24th is computed once more, and this time by itself.
    const noon = { ...call, sourceKey: 'noon', offeredAt: '2026-04-24T09:00:00Z', waitMs: 0 }
    for (const contact of [night, noon]) {
      done(await pult.system.send('POST', `/centers/${center}/contacts/batch`, { source: 'АТС', contacts: [contact] }))
      await pult.app.measures.settle(center)
    }
    const { rows } = done<MeasureReply>(
      await pult.system.send('POST', `/centers/${center}/measures/query`, {
        from: '2026-04-23',
        to: '2026-04-25',
        measures: ['answered', 'answeredInInterval'],
        splitBy: ['agent', 'day'],
      }),
    )
    expect(rows.map(({ keys, figures }) => [keys[1]?.key, ...figures.map(({ value }) => value)])).toEqual([
      ['2026-04-23', 1, 0],
      ['2026-04-24', 1, 2],
    ])
  })
})
