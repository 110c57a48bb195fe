import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import { demoCenter, intervalOf, simulateDay, type DemoDay } from '@pult/engine/demo'
import { addDays, createZone, datesBetween, DAY_MS } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { findDemoCenter } from './demo-store.ts'
import { openDemo, type Demo } from './index.ts'

// A working Monday at noon in Moscow.
const NOON = Date.UTC(2026, 10, 16, 9)
const DAYS = 3

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp()
})
afterAll(() => pult.close())

let now = NOON

function open(app: TestApp['app'], wanted = true, intake = app.contacts.intake): Demo {
  const http = { ...app.http, serve: () => undefined }
  const settings = { ...app.settings, demo: wanted }
  return openDemo({ ...app, http, settings }, { intake }, () => now, {
    days: DAYS,
    tickMs: 20,
  })
}

interface Counts {
  readonly contacts: number
  readonly states: number
  readonly centers: number
  readonly days: number
  readonly open: number
}

async function counts(): Promise<Counts> {
  const { sql } = await import('kysely')
  const { rows: centers } = await pult.app.database.asOwner((tx) =>
    sql<{ n: number; id: number }>`select count(*) as n, min(center_id) as id from center`.execute(tx),
  )
  const centerId = centers[0]?.id ?? 0
  return pult.app.database.inCenter({ centerId }, async (tx) => {
    const { rows } = await sql<Counts>`
      select (select count(*) from contact_leg where outcome <> 'open') as contacts, (select count(*) from agent_state where ended_at is not null) as states,
        (select count(distinct (offered_at at time zone 'Europe/Moscow')::date) from contact_leg) as days,
        (select count(*) from contact_leg where outcome = 'open') as open, ${centers[0]?.n ?? 0}::integer as centers
    `.execute(tx)
    return rows[0] ?? { contacts: 0, states: 0, centers: 0, days: 0, open: 0 }
  })
}

/** The contacts that are over by now, from the first filled day on: what the simulator says, not what was stored. */
function simulatedContacts(): number {
  const anchorDate = dayOf(NOON)
  const center = demoCenter({ anchorDate })
  const endOf = ({ offeredAt, waitMs, talkMs = 0, holdMs = 0, acwMs = 0 }: DemoDay['contacts'][number]): number =>
    offeredAt + waitMs + talkMs + holdMs + acwMs
  return datesBetween(addDays(anchorDate, -DAYS), addDays(dayOf(now), 1))
    .flatMap((date) => [...simulateDay({ seed: 'лукошко', date, center }).contacts])
    .filter((contact) => endOf(contact) <= now).length
}

const dayOf = createZone('Europe/Moscow').localDate

async function until(enough: (found: Counts) => boolean): Promise<Counts> {
  for (let attempt = 0; attempt < 400; attempt++) {
    const found = await counts()
    if (enough(found)) return found
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('the demonstration does not come')
}

describe('the demonstration', () => {
  it('is not made when nobody wants it', async () => {
    const unwanted = open(pult.app, false)
    await unwanted.start()
    await unwanted.stop()
    expect((await counts()).centers).toBe(0)
  })

  it('is made once, filled, goes on, and is the same after a restart', async () => {
    const first = open(pult.app)
    await first.start()
    await until(({ contacts }) => contacts > 1000)
    await first.stop()

    const second = open(pult.app)
    await second.start()
    // The evening before the first day gives it its first e-mails.
    const filled = await until(({ days, open: waiting }) => days === DAYS + 2 && waiting > 0)
    await new Promise((resolve) => setTimeout(resolve, 1500))
    await second.stop()
    expect(filled.centers).toBe(1)
    const before = await counts()

    const third = open(pult.app)
    await third.start()
    await new Promise((resolve) => setTimeout(resolve, 1500))
    expect(await counts()).toEqual(before)
    now += 10 * 60_000
    const later = await until(({ contacts }) => contacts > before.contacts + 50)
    expect(later.centers).toBe(1)
    await third.stop()
  })

  it('gives its administrators what each has of her own', async () => {
    const { sql } = await import('kysely')
    const { rows } = await pult.app.database.asOwner((tx) =>
      sql<{ id: number }>`select min(center_id) as id from center`.execute(tx),
    )
    const centerId = rows[0]?.id ?? 0
    await pult.comeIn(centerId, 'administrator')
    await pult.comeIn(centerId, 'head')
    const given: number[] = []
    const keepMadeUpResume = (person: { readonly centerId: number }): Promise<void> => {
      given.push(person.centerId)
      return Promise.resolve()
    }
    const http = { ...pult.app.http, serve: () => undefined }
    const settings = { ...pult.app.settings, demo: true }
    const { intake } = pult.app.contacts
    await openDemo({ ...pult.app, http, settings }, { intake, keepMadeUpResume }, () => now).furnishAdministrators()
    expect(given).toEqual([centerId])
  })

  it('says of what it did not record that it is missing: no half-hour of it is a zero', async () => {
    const { sql } = await import('kysely')
    const { rows } = await pult.app.database.asOwner((tx) =>
      sql<{ id: number }>`select min(center_id) as id from center`.execute(tx),
    )
    const centerId = rows[0]?.id ?? 0
    const { recordingGap } = demoCenter({ anchorDate: dayOf(NOON) })
    const { start, end } = intervalOf(recordingGap, createZone('Europe/Moscow'))
    expect((end - start) / 60_000).toBe(recordingGap.minutes)
    const head = await pult.comeIn(centerId, 'head')
    const ask = async (from: number, to: number): Promise<MeasureReply> =>
      done(
        await head.send('POST', `/centers/${centerId}/measures/query`, {
          from: new Date(from).toISOString(),
          to: new Date(to).toISOString(),
          measures: ['offered', 'abandonRate'],
          splitBy: ['interval'],
        }),
      )
    const dayBegins = createZone('Europe/Moscow').startOfDay(recordingGap.date)
    const reply = await ask(dayBegins, dayBegins + DAY_MS)
    expect(reply.gaps).toEqual([{ from: new Date(start).toISOString(), to: new Date(end).toISOString() }])
    const within = reply.rows.filter(({ keys }) => {
      const at = Date.parse(String(keys[0]?.key))
      return start <= at && at < end
    })
    expect(within.flatMap(({ figures }) => figures.filter(({ value }) => value !== null))).toEqual([])
    const compared = await head.send('POST', `/centers/${centerId}/measures/query`, {
      from: new Date(start + 7 * DAY_MS).toISOString(),
      to: new Date(end + 7 * DAY_MS).toISOString(),
      measures: ['offered'],
      compare: 'previous',
    })
    expect(done<MeasureReply>(compared).total.figures[0]?.comparison?.value ?? null).toBeNull()
  })

  it('shows a running day', async () => {
    const { sql } = await import('kysely')
    const { rows } = await pult.app.database.asOwner((tx) =>
      sql<{ id: number }>`select min(center_id) as id from center`.execute(tx),
    )
    const centerId = rows[0]?.id ?? 0
    await pult.app.measures.settle(centerId)
    const { readWholeDay } = await import('../measures/today.ts')
    const today = await pult.app.database.readCenter({ centerId }, (tx) => readWholeDay(tx, centerId, now))
    expect(today.total.offered).toBeGreaterThan(1000)
    expect(today.queues.map(({ name }) => name)).toContain('Платежи и счета')
    expect(today.agents.length).toBeGreaterThan(30)
    expect(today.agents.filter(({ state }) => state === 'talking').length).toBeGreaterThan(5)
    expect(today.lastFactAt).not.toBeNull()
  })

  it('that is older than rosters is given what they are made from, once, beside what people entered', async () => {
    const { sql } = await import('kysely')
    const { demoCenterId: centerId } = await pult.app.database.asOwner(findDemoCenter)
    if (centerId === null) throw new Error('no demonstration')
    const inCenter = <Found>(work: (tx: Tx) => Promise<Found>): Promise<Found> =>
      pult.app.database.inCenter({ centerId }, work)
    await inCenter(async (tx) => {
      for (const table of ['agreement', 'personal_facts', 'absence', 'wish', 'availability', 'skill_queue'])
        await sql`delete from ${sql.table(table)} where center_id = ${centerId}`.execute(tx)
      await sql`update shift_template set name = 'Своя' where center_id = ${centerId}`.execute(tx)
      await sql`
        insert into absence (center_id, agent_id, kind, first_day, last_day, made_by_name)
        select center_id, agent_id, 'leave', '2026-11-20', '2026-11-22', 'Мария' from agent where center_id = ${centerId} limit 1
      `.execute(tx)
      await sql`update import set options = options - 'isFurnishedForWork' where center_id = ${centerId}`.execute(tx)
    })
    const restarted = async (): Promise<Record<string, unknown>> => {
      const demo = open(pult.app)
      await demo.start()
      await demo.stop()
      const { rows } = await inCenter((tx) =>
        sql<Record<string, unknown>>`
          select (select count(*) from agreement a where a.center_id = c.center_id) as agreements,
            (select count(*) from skill_queue q where q.center_id = c.center_id) as queues,
            (select string_agg(made_by_name, ',') from absence a where a.center_id = c.center_id) as absences,
            (select count(*) from wish w where w.center_id = c.center_id) as wishes,
            (select count(*) from shift_template t where t.center_id = c.center_id and name <> 'Своя') as templates
          from center c where center_id = ${centerId}
        `.execute(tx),
      )
      return rows[0] ?? {}
    }
    const agents = demoCenter({ anchorDate: dayOf(NOON) }).agents.length
    const given = await restarted()
    expect(given).toMatchObject({ agreements: agents, absences: 'Мария', wishes: 0, templates: 0 })
    expect(given['queues']).toBeGreaterThan(0)
    await inCenter((tx) => sql`delete from agreement where center_id = ${centerId}`.execute(tx))
    expect(await restarted()).toEqual({ ...given, agreements: 0 })
  })

  it('catches up after days without a server, and holds exactly what was simulated', async () => {
    now += 2 * DAY_MS
    // The database refuses at first: what was to be told is told again.
    let told = 0
    const { intake } = pult.app.contacts
    const unsteady: typeof intake = {
      ...intake,
      add: (...news) => (++told <= 3 ? Promise.reject(new Error('the connection was lost')) : intake.add(...news)),
    }
    const demo = open(pult.app, true, unsteady)
    await demo.start()
    const expected = simulatedContacts()
    const later = await until(({ contacts }) => contacts >= expected)
    await demo.stop()
    expect(later.contacts).toBe(expected)
    expect(later.days).toBe(DAYS + 4)
    expect(later.centers).toBe(1)
  })

  it('is not made beside a centre of somebody’s own', async () => {
    const other = await openTestApp()
    try {
      await other.createCenter('Own')
      const demo = open(other.app)
      await demo.start()
      await demo.stop()
      const { centers } = await other.app.database.asOwner(findDemoCenter)
      expect(centers).toBe(1)
    } finally {
      await other.close()
    }
  })
})
