import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import type { ContactRecord } from '@pult/engine/contacts'
import { createRandom } from '@pult/engine/numeric'
import { createZone, DAY_MS, HOUR_MS } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { countRecallDays, standingDays } from './recall-days.ts'
import { lastFactAt } from './today-sql.ts'

// Days that are counted once tell the same as the facts, whatever comes in later. Told again here customer by customer, with no SQL.

const FROM = Date.UTC(2026, 8, 1)
const DAYS = 40
const QUEUES = ['Продажи', 'Помощь'] as const
/** As a centre has them that has said nothing else. */
const windows = { recallHours: 168, retryHours: 24 }
let known = 0
const zone = createZone('Europe/Moscow')

let pult: TestApp
let centerId: number
let target: { readonly importId: number; readonly sourceId: number; readonly onConflict: 'replace' }
const contacts: ContactRecord[] = []

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Повторы')
  target = await pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<{ importId: number; sourceId: number }>`
      with made as (insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api') returning source_id)
      insert into import (center_id, source_id, kind, file_name, created_by)
      select ${centerId}, source_id, 'api', 'x', 'test' from made returning import_id as "importId", source_id as "sourceId"
    `.execute(tx)
    return { importId: rows[0]?.importId ?? 0, sourceId: rows[0]?.sourceId ?? 0, onConflict: 'replace' }
  })
})
afterAll(() => pult.close())

async function tell(fresh: readonly ContactRecord[]): Promise<void> {
  contacts.push(...fresh)
  await pult.app.contacts.intake.add({ centerId }, target, { contacts: fresh, states: [] })
  await pult.app.measures.settle(centerId)
  known = (await inCenter((tx) => lastFactAt(tx, centerId))) ?? 0
}

const random = createRandom('кто перезвонил')
const drawn = (count: number, prefix: string, from: number, days: number): ContactRecord[] =>
  Array.from({ length: count }, (_, place): ContactRecord => ({
    sourceKey: `${prefix}${place}`,
    contactRef: `${prefix}${place}`,
    leg: 1,
    channel: random.chance(0.8) ? 'voice' : 'chat',
    direction: 'inbound',
    ...(random.chance(0.95) ? { queue: random.pick(QUEUES) } : {}),
    ...(random.chance(0.9) ? { customer: `+7900000${String(random.integer(0, 150)).padStart(4, '0')}` } : {}),
    offeredAt: from + random.integer(0, days * 24 * 60) * 60_000,
    waitMs: 5000,
    ...(random.chance(0.2)
      ? { outcome: 'abandoned' as const }
      : { outcome: 'answered' as const, agent: 'Анна', talkMs: 60_000 }),
  }))

type KeyOf = (contact: ContactRecord) => string

/** Matters, those of one contact, identified lost contacts, those that came again; the last fact ends what is known. */
function naive(keyOf: KeyOf, from: number, to: number): Record<string, number[]> {
  const groups: Record<string, number[]> = {}
  const byCustomer = Map.groupBy(contacts, ({ customer }) => customer ?? '')
  for (const [customer, all] of byCustomer) {
    const own = customer === '' ? [] : all.toSorted((a, b) => a.offeredAt - b.offeredAt)
    for (const [place, one] of own.entries()) {
      if (one.offeredAt < from || one.offeredAt >= to) continue
      const before = one.offeredAt - (own[place - 1]?.offeredAt ?? -Infinity)
      const after = (own[place + 1]?.offeredAt ?? Infinity) - one.offeredAt
      const isMatter = before > windows.recallHours * HOUR_MS && known - one.offeredAt >= windows.recallHours * HOUR_MS
      const isLost = one.outcome === 'abandoned' && known - one.offeredAt >= windows.retryHours * HOUR_MS
      const counts = [
        isMatter,
        isMatter && after > windows.recallHours * HOUR_MS,
        isLost,
        isLost && after <= windows.retryHours * HOUR_MS,
      ].map(Number)
      const former = groups[keyOf(one)] ?? [0, 0, 0, 0]
      groups[keyOf(one)] = former.map((value, index) => value + (counts[index] ?? 0))
    }
  }
  return Object.fromEntries(Object.entries(groups).filter(([, group]) => group.some((value) => value > 0)))
}

async function told(splitBy: readonly string[], more: object = {}): Promise<Record<string, number[]>> {
  const query = { from: '2026-09-01', to: '2026-10-11', measures: ['fcrByRecall', 'retryRate'], splitBy, ...more }
  const reply = done<MeasureReply>(await pult.system.send('POST', `/centers/${centerId}/measures/query`, query))
  const rows = splitBy.length === 0 ? [{ ...reply.total, keys: [] }] : reply.rows
  const counted = rows.map(({ keys, figures: [matters, lost] }): [string, number[]] => [
    keys.map(({ key, label }) => (label === '' ? key : label)).join('|'),
    [matters?.denominator ?? 0, matters?.numerator ?? 0, lost?.denominator ?? 0, lost?.numerator ?? 0],
  ])
  return Object.fromEntries(counted.filter(([, group]) => group.some((value) => value > 0)))
}

const end = zone.startOfDay('2026-10-11')
const queueOf: KeyOf = ({ queue }) => queue ?? '0'
const dayOf: KeyOf = ({ offeredAt }) => zone.localDate(offeredAt)

async function agrees(): Promise<void> {
  const begin = zone.startOfDay('2026-09-01')
  expect(await told([])).toEqual(naive(() => '', begin, end))
  expect(await told(['queue'])).toEqual(naive(queueOf, begin, end))
  expect(await told(['day'])).toEqual(naive(dayOf, begin, end))
  expect(await told(['month', 'channel'])).toEqual(
    naive((one) => `${dayOf(one).slice(0, 7)}|${one.channel}`, begin, end),
  )
  // Days that stand know nothing of hours: the facts do.
  const byHour = await told(['hour'])
  expect(Object.values(byHour).reduce((sum, [matters = 0]) => sum + matters, 0)).toBe(
    naive(() => '', begin, end)['']?.[0],
  )
}

const inCenter = <Value>(work: (tx: Parameters<typeof countRecallDays>[0]) => Promise<Value>): Promise<Value> =>
  pult.app.database.inCenter({ centerId }, work)

async function countAll(): Promise<number> {
  let days = 0
  for (;;) {
    const counted = await inCenter((tx) => countRecallDays(tx, centerId, { zone, windows, knownUntil: known }))
    if (counted === 0) return days
    days += counted
  }
}

const standing = () =>
  inCenter(async (tx) => {
    const period = { from: zone.startOfDay('2026-09-01'), to: end, wholeDays: true }
    const { days, between } = await standingDays(tx, { centerId, zone, period }, windows)
    return { days: days.length, between: between.map(({ from, to }) => [zone.localDate(from), zone.localDate(to)]) }
  })

it('tells who came again from days counted once as from the facts, and forgets what late facts reach', async () => {
  await tell(drawn(900, 'a', FROM, DAYS))
  expect(await standing()).toEqual({ days: 0, between: [['2026-09-01', '2026-10-11']] })
  await agrees()
  expect(await countAll()).toBeGreaterThan(29)
  // The last days are still open: who called may yet call again.
  const after = await standing()
  expect(after.between).toHaveLength(1)
  expect(after.days).toBeGreaterThan(30)
  await agrees()
  // Late facts of one day: the days whose windows reach it are asked of the facts, and then counted again.
  await tell(drawn(60, 'b', FROM + 15 * DAY_MS, 1))
  expect((await standing()).between.length).toBeGreaterThan(1)
  await agrees()
  await countAll()
  expect(await standing()).toEqual(after)
  await agrees()
  // Counted within other windows they are no answer.
  expect(
    (
      await inCenter((tx) =>
        standingDays(
          tx,
          { centerId, zone, period: { from: FROM, to: end, wholeDays: true } },
          { recallHours: 24, retryHours: 24 },
        ),
      )
    ).days,
  ).toEqual([])
})
