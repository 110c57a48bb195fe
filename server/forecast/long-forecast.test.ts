import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sql } from 'kysely'

import type { Forecast, ForecastDay, ForecastInterval, ForecastQueue, ForecastWeek } from '@pult/contract/forecast'
import type { ContactRecord } from '@pult/engine/contacts'
import { createRandom } from '@pult/engine/numeric'
import { addDays, createZone, datesBetween, isoWeekday, type LocalDate } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { BUSY, fillWeeks, today, zone } from './testing/ten-weeks.ts'

// Through HTTP and a job: a year and a half ahead, in opening hours, past an outage, and for a queue that is two weeks old.

interface Read {
  readonly forecast: Forecast
  readonly days: readonly ForecastDay[]
  readonly weeks: readonly ForecastWeek[]
  readonly queues: readonly ForecastQueue[]
}

let pult: TestApp
let centerId: number
let queueId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Проверка')
  await fillWeeks(pult, centerId)
  const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
    sql<{ id: number }>`select queue_id as id from queue where center_id = ${centerId}`.execute(tx),
  )
  queueId = rows[0]?.id ?? 0
})
afterAll(() => pult.close())

const path = (rest = ''): string => `/centers/${centerId}/forecasts${rest}`

async function make(draft: object): Promise<Read> {
  const { forecastId } = done<{ forecastId: number }>(
    await pult.system.send('POST', path(), { name: 'Прогноз', firstDay: today, intervalMinutes: 60, ...draft }),
  )
  for (;;) {
    const read = done<Read>(await pult.system.get(path(`/${forecastId}`)))
    if (read.forecast.status !== 'waiting' && read.forecast.status !== 'making') return read
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

const intervalsOf = async ({ forecast }: Read): Promise<readonly ForecastInterval[]> =>
  done<{ intervals: ForecastInterval[] }>(await pult.system.get(path(`/${forecast.forecastId}/intervals`))).intervals

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - isoWeekday(day))
const total = (days: readonly { readonly offered: number }[]): number => days.reduce((sum, day) => sum + day.offered, 0)

describe('eighteen months ahead', () => {
  it('has days and weeks that add up, with bands, and intervals for the first thirteen weeks only', async () => {
    const read = await make({ lastDay: addDays(today, 549) })
    expect(read.forecast).toMatchObject({ status: 'draft', intervalDays: 91 })
    expect(read.days.at(-1)?.day).toBe(datesBetween(today, addDays(today, 550)).findLast((day) => isoWeekday(day) <= 5))
    for (const { week, offered, p10, p90 } of read.weeks) {
      expect(total(read.days.filter(({ day }) => mondayOf(day) === week))).toBeCloseTo(offered, 6)
      expect(p10).toBeLessThan(offered)
      expect(p90).toBeGreaterThan(offered)
    }
    const intervals = await intervalsOf(read)
    const last =
      intervals
        .map(({ at }) => zone.localDate(Date.parse(at)))
        .toSorted()
        .at(-1) ?? ''
    expect(last >= addDays(today, 87) && last <= addDays(today, 90)).toBe(true)
    const [first] = read.days
    expect(total(intervals.filter(({ at }) => zone.localDate(Date.parse(at)) === first?.day))).toBeCloseTo(
      first?.offered ?? 0,
      6,
    )
    const file = async (grain: string): Promise<string[]> => {
      const query = `format=csv&language=en&grain=${grain}`
      const { body } = await pult.system.send('POST', path(`/${read.forecast.forecastId}/export?${query}`))
      return body.trim().split('\r\n')
    }
    expect(await file('week')).toHaveLength(read.weeks.length + 1)
    const byDay = await file('day')
    expect(byDay).toHaveLength(read.days.length + 1)
    expect(byDay[0]).toContain('Date;Queue;Offered;10 %;90 %')
    const day = read.days.at(-3)?.day ?? ''
    const layer = {
      kind: 'campaign',
      firstDay: day,
      lastDay: day,
      change: 'times',
      amount: 2,
      reason: 'Акция через год',
    }
    done(await pult.system.send('POST', `/centers/${centerId}/forecast-layers`, layer))
    const laid = done<Read>(await pult.system.get(path(`/${read.forecast.forecastId}`)))
    const before = read.days.at(-3)?.offered ?? 0
    expect(laid.days.at(-3)).toMatchObject({ day, baseOffered: before })
    expect(laid.days.at(-3)?.offered).toBeCloseTo(2 * before, 6)
    const weekOf = ({ weeks }: Read): number => weeks.find(({ week }) => week === mondayOf(day))?.offered ?? 0
    expect(weekOf(laid)).toBeCloseTo(weekOf(read) + before, 6)
  })
})

describe('what is not to be learnt from', () => {
  const leftOut = (rest = ''): string => `/centers/${centerId}/forecast-left-out${rest}`

  it('is missing, not zero; taken back, it counts again', async () => {
    // A week of silence on the last days: taken for what it seems, the level falls.
    const days = datesBetween(addDays(today, -35), addDays(today, -14))
    const before = await make({ lastDay: addDays(today, 13) })
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`
        update queue_interval set offered = 1
        where center_id = ${centerId} and offered > 1 and at >= ${new Date(zone.startOfDay(days[0] ?? today)).toISOString()}
          and at < ${new Date(zone.startOfDay(days.at(-1) ?? today)).toISOString()}`.execute(tx),
    )
    const stretch = { queueId, from: `${days[0]}T00:00`, to: `${days.at(-1)}T00:00`, reason: 'Авария на линии' }
    const { leftOutId } = done<{ leftOutId: number }>(await pult.system.send('POST', leftOut(), stretch))
    const { leftOut: listed } = done<{ leftOut: object[] }>(await pult.system.get(leftOut()))
    expect(listed).toMatchObject([{ leftOutId, queueId, reason: 'Авария на линии' }])
    const marked = await make({ lastDay: addDays(today, 13) })
    expect(total(marked.days) / total(before.days)).toBeGreaterThan(0.9)
    done(await pult.system.send('DELETE', leftOut(`/${leftOutId}`)))
    const unmarked = await make({ lastDay: addDays(today, 13) })
    expect(total(unmarked.days)).toBeLessThan(total(marked.days))
    expect((await pult.system.send('DELETE', leftOut(`/${leftOutId}`))).statusCode).toBe(404)
  })

  it('is found by itself where zeros look like an outage, and said', async () => {
    const day = datesBetween(addDays(today, -12), today).findLast((one) => isoWeekday(one) === 3) ?? today
    const at = (hour: number): string => new Date(zone.startOfDay(day) + hour * 3_600_000).toISOString()
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`
        delete from queue_interval where center_id = ${centerId} and queue_id = ${queueId} and at >= ${at(10)} and at < ${at(14)}`.execute(
        tx,
      ),
    )
    const { queues } = await make({ lastDay: addDays(today, 13) })
    expect(queues.find((one) => one.queueId === queueId)?.outages).toEqual([{ from: at(10), to: at(14) }])
  })

  it('is refused where it lies backwards, ahead or over a quarter', async () => {
    const ask = async (from: string, to: string): Promise<unknown> =>
      (await pult.system.send('POST', leftOut(), { from: `${from}T00:00`, to: `${to}T00:00`, reason: 'x' })).json()
    expect(await ask(today, addDays(today, -1))).toMatchObject({ status: 400, code: 'stretchBackwards' })
    expect(await ask(addDays(today, 3), addDays(today, 4))).toMatchObject({ status: 400, code: 'stretchAhead' })
    expect(await ask(addDays(today, -200), today)).toMatchObject({ status: 400, code: 'stretchTooLong' })
  })

  it('is refused on a day that no calendar has, and not moved to one that it has', async () => {
    const stretch = { from: '2026-02-30T00:00', to: '2026-03-01T00:00', reason: 'x' }
    expect((await pult.system.send('POST', leftOut(), stretch)).json()).toMatchObject({ status: 400 })
  })
})

describe('a queue that is two weeks old', () => {
  it('borrows from one like it, and says so', async () => {
    const random = createRandom('two weeks')
    const contacts = datesBetween(addDays(today, -14), today).flatMap((day) =>
      Array.from({ length: 24 }, (_, hour) => hour).flatMap((hour) =>
        Array.from(
          { length: random.poisson(isoWeekday(day) <= 5 && hour >= 9 && hour < 18 ? BUSY / 3 : 0) },
          (_, index): ContactRecord => ({
            sourceKey: `new ${day} ${hour} ${index}`,
            contactRef: `new ${day} ${hour} ${index}`,
            leg: 1,
            channel: 'voice',
            direction: 'inbound',
            queue: 'Новая',
            agent: 'Анна',
            offeredAt: zone.startOfDay(day) + (hour * 3600 + random.integer(0, 3600)) * 1000,
            waitMs: 5000,
            outcome: 'answered',
            talkMs: 60_000,
          }),
        ),
      ),
    )
    const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
      sql<{ sourceId: number; importId: number }>`
        select source_id as "sourceId", import_id as "importId" from import where center_id = ${centerId}`.execute(tx),
    )
    const { sourceId = 0, importId = 0 } = rows[0] ?? {}
    await pult.app.contacts.intake.add(
      { centerId },
      { importId, sourceId, onConflict: 'reject' },
      { contacts, states: [] },
    )
    await pult.app.measures.settle(centerId)
    const read = await make({ lastDay: addDays(today, 13) })
    const lent = read.queues.find(({ borrowedFrom }) => borrowedFrom !== null)
    expect(lent).toMatchObject({ borrowedFrom: queueId })
    expect(lent?.historyDays).toBeLessThanOrEqual(14)
    const days = read.days.filter((one) => one.queueId === lent?.queueId)
    expect(total(days) / days.length).toBeGreaterThan((BUSY / 3) * 9 * 0.7)
    expect(total(days) / days.length).toBeLessThan((BUSY / 3) * 9 * 1.3)
  })
})

describe('opening hours', () => {
  it('keep a forecast within them, on the centre’s own days too, and carry it to new weekdays', async () => {
    const weekly = Object.fromEntries(
      ['1', '2', '3', '4', '6'].map((day) => [
        day,
        [
          ['10:00', '12:00'],
          ['13:00', '20:00'],
        ],
      ]),
    )
    const shut = datesBetween(today, addDays(today, 14)).find((day) => isoWeekday(day) === 3) ?? today
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      const made = await sql<{ id: number }>`
        insert into opening_hours (center_id, name, weekly) values (${centerId}, 'Новые', ${JSON.stringify(weekly)}::jsonb)
        returning opening_hours_id as id`.execute(tx)
      await sql`update queue set opening_hours_id = ${made.rows[0]?.id ?? 0} where center_id = ${centerId} and queue_id = ${queueId}`.execute(
        tx,
      )
      await sql`insert into calendar_day (center_id, day, name, periods) values (${centerId}, ${shut}, 'Ремонт', null)`.execute(
        tx,
      )
    })
    const read = await make({ lastDay: addDays(today, 13) })
    const days = read.days.filter((one) => one.queueId === queueId)
    const expected = datesBetween(today, addDays(today, 14)).filter(
      (day) => weekly[String(isoWeekday(day))] !== undefined && day !== shut,
    )
    expect(days.map(({ day }) => day)).toEqual(expected)
    expect(days.find(({ day }) => isoWeekday(day) === 6)?.offered).toBeGreaterThan(BUSY)
    for (const { at, offered, queueId: of } of await intervalsOf(read)) {
      const { hour } = zone.instantToLocal(Date.parse(at))
      if (of === queueId && (hour < 10 || hour === 12 || hour >= 20)) expect(offered).toBe(0)
      // Half past six was never open before.
      if (of === queueId && hour === 18) expect(offered).toBeGreaterThan(BUSY / 3)
    }
  })
})

describe('days on which the clock changes', () => {
  it('have 23 and 25 hours, and add up all the same', async () => {
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      await sql`update center set time_zone = 'Europe/Berlin' where center_id = ${centerId}`.execute(tx)
      await sql`
        update queue set opening_hours_id = (select opening_hours_id from opening_hours where center_id = ${centerId} and name = '24/7')
        where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
    })
    const berlin = createZone('Europe/Berlin')
    for (const hours of [23, 25]) {
      const day = datesBetween(addDays(today, 1), addDays(today, 500)).find(
        (one) => berlin.dayLength(one) === hours * 3_600_000,
      )
      const read = await make({ firstDay: day, lastDay: day })
      const intervals = (await intervalsOf(read)).filter((one) => one.queueId === queueId)
      expect(new Set(intervals.map(({ at }) => at)).size).toBe(hours)
      expect(total(intervals)).toBeCloseTo(read.days.find((one) => one.queueId === queueId)?.offered ?? Number.NaN, 6)
    }
  })
})

describe('a past of which everything is left out', () => {
  it('is said to be none, and one queue without a past does not stop the others', async () => {
    const leaveOut = async (of: number | null): Promise<void> => {
      const stretch = { queueId: of, from: `${addDays(today, -80)}T00:00`, to: `${today}T00:00`, reason: 'Проверка' }
      done(await pult.system.send('POST', `/centers/${centerId}/forecast-left-out`, stretch))
    }
    await leaveOut(queueId)
    const read = await make({ lastDay: addDays(today, 13) })
    expect(read.forecast.status).toBe('draft')
    expect(read.queues.map((one) => one.queueId)).not.toContain(queueId)
    expect(read.queues.length).toBeGreaterThan(0)
    await leaveOut(null)
    expect((await make({ lastDay: addDays(today, 13) })).forecast).toMatchObject({
      status: 'failed',
      problem: 'noHistory',
    })
  })
})
