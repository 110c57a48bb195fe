import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Forecast } from '@pult/contract/forecast'
import type { Intraday } from '@pult/contract/intraday'
import type { ContactRecord } from '@pult/engine/contacts'
import { createRandom } from '@pult/engine/numeric'
import { addDays, createZone, dayKind, datesBetween, isoWeekday, type LocalDate } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { readIntraday } from './read-intraday.ts'

// Ten weeks of a steady queue, a published plan for the next working day, and that day running half as busy again.

const zone = createZone('Europe/Moscow')
const today = zone.localDate(Date.now())
const isWorking = (day: LocalDate): boolean => isoWeekday(day) <= 5 && dayKind(day, 'ru') === 'working'
const next = datesBetween(addDays(today, 1), addDays(today, 20)).find(isWorking) ?? today
const BUSY = 24

let pult: TestApp
let centerId: number
let target: { importId: number; sourceId: number; onConflict: 'reject' }

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Сегодня')
  target = await makeImport()
  const random = createRandom('intraday')
  await add(datesBetween(addDays(today, -70), today).flatMap((day) => contactsOf(day, BUSY, random)))
  await add(contactsOf(next, BUSY * 1.8, random))
  const path = `/centers/${centerId}`
  const draft = { name: 'План', firstDay: next, lastDay: next, intervalMinutes: 30 }
  const { forecastId } = done<{ forecastId: number }>(await pult.system.send('POST', `${path}/forecasts`, draft))
  for (;;) {
    const { forecast } = done<{ forecast: Forecast }>(await pult.system.get(`${path}/forecasts/${forecastId}`))
    if (forecast.status === 'draft') break
    expect(forecast.status).not.toBe('failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  done(await pult.system.send('POST', `${path}/forecasts/${forecastId}/publish`))
  const { requirementId } = done<{ requirementId: number }>(
    await pult.system.send('POST', `${path}/requirements`, {
      name: 'Потребность',
      firstDay: next,
      lastDay: next,
      forecastId,
    }),
  )
  for (;;) {
    const { requirement } = done<{ requirement: { status: string } }>(
      await pult.system.get(`${path}/requirements/${requirementId}`),
    )
    if (requirement.status === 'draft') break
    expect(requirement.status).not.toBe('failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  done(await pult.system.send('POST', `${path}/requirements/${requirementId}/publish`))
})
afterAll(() => pult.close())

async function makeImport(): Promise<typeof target> {
  return pult.app.database.inCenter({ centerId }, async (tx) => {
    const source = await sql<{ id: number }>`
      insert into source (center_id, name, kind) values (${centerId}, 'АТС', 'api') returning source_id as id`.execute(
      tx,
    )
    const sourceId = source.rows[0]?.id ?? 0
    const made = await sql<{ id: number }>`
      insert into import (center_id, source_id, kind, file_name, created_by) values (${centerId}, ${sourceId}, 'api', 'x', 'test') returning import_id as id
    `.execute(tx)
    return { sourceId, importId: made.rows[0]?.id ?? 0, onConflict: 'reject' as const }
  })
}

async function add(contacts: ContactRecord[]): Promise<void> {
  await pult.app.contacts.intake.add({ centerId }, target, { contacts, states: [] })
  await pult.app.measures.settle(centerId)
}

/** From 9 to 18 on working days; every fourth answered late. */
function contactsOf(day: LocalDate, rate: number, random: ReturnType<typeof createRandom>): ContactRecord[] {
  if (!isWorking(day)) return []
  return Array.from({ length: 9 }, (_, index) => index + 9).flatMap((hour) =>
    Array.from({ length: random.poisson(rate) }, (_, index): ContactRecord => {
      const key = `${day} ${hour} ${index}`
      return {
        sourceKey: key,
        contactRef: key,
        leg: 1,
        channel: 'voice',
        direction: 'inbound',
        queue: 'Продажи',
        agent: 'Анна',
        offeredAt: zone.startOfDay(day) + (hour * 3600 + random.integer(0, 3600)) * 1000,
        waitMs: index % 4 === 0 ? 60_000 : 5000,
        outcome: 'answered',
        talkMs: 240_000,
      }
    }),
  )
}

const iso = (hours: number): string => new Date(zone.startOfDay(next) + hours * 3_600_000).toISOString()
const MIDNIGHT_AFTER = zone.startOfDay(addDays(next, 1))
const seenAt = (at: string): Promise<Intraday> =>
  pult.app.database.readCenter({ centerId }, (tx) => readIntraday(tx, centerId, { day: next, at }, MIDNIGHT_AFTER))
const queueAt = async (at: string): Promise<Intraday['queues'][number]> => {
  const { queues } = await seenAt(at)
  const [queue] = queues
  if (queue === undefined) throw new Error('no queue')
  return queue
}

describe('a running day', () => {
  it('is its plan before it begins', async () => {
    const queue = await queueAt('08:00')
    expect([queue.cameSoFar, queue.levelSoFar]).toEqual([0, null])
    expect(queue.expectedRest).toBeCloseTo(queue.plannedRest, 6)
    expect(queue.levelDay).toBeGreaterThan(0.75)
  })

  it('follows what comes, a little at first and more later, never the raw ratio early', async () => {
    const grown = async (at: string): Promise<[came: number, rest: number]> => {
      const { plannedSoFar, cameSoFar, plannedRest, expectedRest } = await queueAt(at)
      return [cameSoFar / plannedSoFar, expectedRest / plannedRest]
    }
    const [earlyCame, early] = await grown('09:30')
    const [laterCame, later] = await grown('14:00')
    expect(laterCame).toBeGreaterThan(1.2)
    expect(Math.abs(early - 1)).toBeLessThan(Math.abs(earlyCame - 1))
    expect(later).toBeGreaterThanOrEqual(1)
    expect(later).toBeLessThan(laterCame)
  })

  it('draws today’s handling time into the rest, weighted by the contacts handled', async () => {
    const before = await queueAt('13:00')
    const planned = before.plannedAhtSeconds ?? 0
    expect(before.restAhtSeconds).toBeCloseTo(planned, 0)
    const change = (times: number) =>
      pult.app.database.inCenter({ centerId }, (tx) =>
        sql`update queue_interval set talk_ms = talk_ms * ${times}::double precision where center_id = ${centerId} and at >= ${iso(0)}::timestamptz`.execute(
          tx,
        ),
      )
    await change(2)
    const after = await queueAt('13:00')
    await change(0.5)
    const handled = after.cameSoFar
    expect(after.ahtSeconds).toBeCloseTo(2 * planned, 0)
    expect(after.restAhtSeconds).toBeCloseTo(planned * (1 + handled / (200 + handled)), 0)
    expect(after.plannedAhtSeconds).toBeCloseTo(planned, 6)
    expect(after.levelRest ?? 1).toBeLessThan(before.levelRest ?? 0)
  })

  it('counts the rate as uncertain as the plan did', async () => {
    const level = async (): Promise<number> => (await queueAt('10:00')).levelRest ?? Number.NaN
    const sure = sql`update requirement_interval set rate_shape = null where center_id = ${centerId}`
    const unsure = sql`update requirement_interval set rate_shape = 4 where center_id = ${centerId}`
    // A rate is uncertain only where people hang up: without, it may exceed any number of agents.
    const impatient = sql`update requirement set assumptions = jsonb_set(assumptions, '{rules,0,patienceSeconds}', '120') where center_id = ${centerId}`
    await pult.app.database.inCenter({ centerId }, (tx) => impatient.execute(tx))
    await pult.app.database.inCenter({ centerId }, (tx) => sure.execute(tx))
    const known = await level()
    await pult.app.database.inCenter({ centerId }, (tx) => unsure.execute(tx))
    expect(await level()).toBeLessThan(known - 0.01)
  })

  it('takes callers to be as patient as the requirement has them at each hour', async () => {
    const levels = async (): Promise<Map<string, number | null>> =>
      new Map((await queueAt('10:00')).intervals.map(({ at, expectedLevel }) => [at, expectedLevel]))
    const before = await levels()
    const byHour = JSON.stringify(Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 2 : 120)))
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update requirement set assumptions = jsonb_set(assumptions, '{rules,0,patienceByHour}', ${byHour}::jsonb) where center_id = ${centerId}`.execute(
        tx,
      ),
    )
    const after = await levels()
    expect(after.get(iso(14))).toBeCloseTo(before.get(iso(14)) ?? 0, 9)
    expect(after.get(iso(15))).not.toBeCloseTo(before.get(iso(15)) ?? 0, 3)
  })

  it('is known when it is over, with its service level by the rule of the requirement', async () => {
    const queue = await queueAt('23:59')
    expect(queue.expectedRest).toBeLessThan(0.5)
    expect(queue.levelSoFar).toBeCloseTo(0.75, 1)
    expect(queue.levelDay).toBeCloseTo(queue.levelSoFar ?? 0, 2)
    expect(queue.isUnusual).toBe(true)
  })

  it('says where planned agents fall short, by how many and what it costs', async () => {
    const { shortages, queues } = await seenAt('14:00')
    const rest = queues[0]?.intervals.filter(({ isOver }) => !isOver) ?? []
    const short = rest.filter(({ neededAgents, plannedAgents }) => (neededAgents ?? 0) > (plannedAgents ?? 0))
    expect(shortages.length > 0).toBe(short.length > 0)
    for (const shortage of shortages) {
      expect(shortage.agents).toBeGreaterThan(0)
      expect(shortage.expectedLevel).toBeLessThan(0.8)
      expect(Date.parse(shortage.from)).toBeGreaterThanOrEqual(zone.startOfDay(next) + 14 * 3_600_000)
    }
  })

  it('tells what has come while it runs: at midday the contacts of the morning, and the next one as soon as its interval is over', async () => {
    const noon = zone.startOfDay(next) + 12 * 3_600_000
    const runningAt = (now: number): Promise<Intraday> =>
      pult.app.database.readCenter({ centerId }, (tx) => readIntraday(tx, centerId, { day: next }, now))
    const morning = await runningAt(noon)
    expect(morning.asOf).toBe(new Date(noon).toISOString())
    const [queue] = morning.queues
    const over = queue?.intervals.filter(({ isOver }) => isOver) ?? []
    expect(over).toHaveLength(24)
    expect(queue?.cameSoFar).toBe(over.reduce((sum, { came }) => sum + (came ?? 0), 0))
    expect(queue?.cameSoFar).toBeGreaterThan(3 * BUSY)
    expect(queue?.intervals[24]).toMatchObject({ isOver: false, came: null })
    // Nobody asked for a time: the clock goes on, and with it the day.
    const [later] = (await runningAt(noon + 30 * 60_000)).queues
    expect(later?.intervals[24]?.came).toBeGreaterThan(0)
    expect(later?.cameSoFar).toBe((queue?.cameSoFar ?? 0) + (later?.intervals[24]?.came ?? 0))
  })

  it('knows the whole day with a band that narrows as it comes', async () => {
    const width = async (at: string): Promise<number> => {
      const { expectedDay, expectedDayBand, plannedDayBand } = await queueAt(at)
      if (expectedDayBand === null || plannedDayBand === null) throw new Error('the bands are known')
      expect(expectedDayBand.p10).toBeLessThanOrEqual(expectedDay)
      expect(expectedDay).toBeLessThanOrEqual(expectedDayBand.p90)
      return expectedDayBand.p90 - expectedDayBand.p10
    }
    const [early, midday, late] = [await width('09:30'), await width('13:00'), await width('17:00')]
    expect(midday).toBeLessThan(early)
    expect(late).toBeLessThan(midday)
    expect(await width('23:59')).toBeLessThan(1)
  })

  it('knows what is missing from what is nothing', async () => {
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      await sql`delete from queue_interval where center_id = ${centerId} and at >= ${iso(10)}::timestamptz and at < ${iso(11)}::timestamptz`.execute(
        tx,
      )
      await sql`insert into data_gap (center_id, source_id, started_at, ended_at) values (${centerId}, ${target.sourceId}, ${iso(10)}, ${iso(11)})`.execute(
        tx,
      )
    })
    const { intervals } = await queueAt('12:00')
    const at = (hours: number): (typeof intervals)[number] | undefined => intervals.find((one) => one.at === iso(hours))
    expect(at(10)).toMatchObject({ isOver: true, came: null })
    expect(at(10)?.expected).toBe(at(10)?.planned)
    expect(at(3)?.came ?? 0).toBe(0)
    expect(at(9)?.came).toBeGreaterThan(0)
  })

  it('that nobody forecast is laid against its usual day, and says so', async () => {
    const lately = datesBetween(addDays(today, -20), today).filter(isWorking)
    const day = lately.at(-1) ?? today
    const seen = await pult.app.database.readCenter({ centerId }, (tx) =>
      readIntraday(tx, centerId, { day, at: '13:00' }, MIDNIGHT_AFTER),
    )
    expect(seen).toMatchObject({ basis: 'usualDay', forecast: null })
    const [queue] = seen.queues
    // Nine hours of 24 contacts.
    expect(queue?.plannedDay).toBeGreaterThan(0.85 * 9 * BUSY)
    expect(queue?.plannedDay).toBeLessThan(1.15 * 9 * BUSY)
    expect(queue?.cameSoFar).toBeGreaterThan(0)
    expect(queue?.expectedDayBand?.p10).toBeLessThan(queue?.expectedDay ?? 0)
    expect(JSON.stringify(seen)).not.toContain('NaN')
  })

  it('is handed out as a file, a row an interval, as it looked at a time', async () => {
    const answer = await pult.system.send(
      'POST',
      `/centers/${centerId}/intraday/export?day=${next}&at=14:00&format=csv&language=en`,
    )
    const [heading = '', ...rows] = answer.body.trim().split('\r\n')
    expect(heading).toContain('Date;Start;End;Queue;Planned;')
    expect(rows).toHaveLength(48)
    expect(rows[18]?.split(';').slice(0, 4)).toEqual([next, '09:00', '09:30', 'Продажи'])
    const audited = await pult.app.database.readCenter({ centerId }, (tx) =>
      sql`select 1 from audit where center_id = ${centerId} and act = 'intraday.day.export'`.execute(tx),
    )
    expect(audited.rows).toHaveLength(1)
  })

  it('without anything to lay it against says so, and is not for agents', async () => {
    const none = done<Intraday>(await pult.system.get(`/centers/${centerId}/intraday?day=2020-01-01`))
    expect(none).toMatchObject({ basis: 'nothing', forecast: null, requirement: null, queues: [], shortages: [] })
    expect((await pult.system.get(`/centers/${centerId}/intraday?at=25:00`)).statusCode).toBe(400)
    const agent = await pult.comeIn(centerId, 'agent')
    expect((await agent.get(`/centers/${centerId}/intraday`)).statusCode).toBe(403)
  })
})
