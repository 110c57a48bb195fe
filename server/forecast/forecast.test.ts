import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { sql, type RawBuilder } from 'kysely'

import type {
  Forecast,
  ForecastAccuracy,
  ForecastDay,
  ForecastInterval,
  HourAccuracy,
  MethodAccuracy,
} from '@pult/contract/forecast'
import { addDays, datesBetween, isoWeekday, type LocalDate } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { readForecastLoad } from './index.ts'
import { AHT_SECONDS, BUSY, fillWeeks, today, zone } from './testing/ten-weeks.ts'

// Through HTTP and a job, on a real database: ten weeks of a queue whose true load is known.

const lastWorkingDay = datesBetween(addDays(today, -7), today).findLast((day) => isoWeekday(day) <= 5)

let pult: TestApp
let centerId: number
let forecastId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Проверка')
  await fillWeeks(pult, centerId)
})
afterAll(() => pult.close())

const path = (rest = ''): string => `/centers/${centerId}/forecasts${rest}`

async function whenMade(id: number): Promise<Forecast> {
  for (;;) {
    const { forecast } = done<{ forecast: Forecast }>(await pult.system.get(path(`/${id}`)))
    if (forecast.status !== 'waiting' && forecast.status !== 'making') return forecast
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

describe('a forecast', () => {
  it('is made of every queue and says how much is to come, when and how surely', async () => {
    const draft = { name: 'Четыре недели', firstDay: today, lastDay: addDays(today, 27), intervalMinutes: 30 }
    forecastId = done<{ forecastId: number }>(await pult.system.send('POST', path(), draft)).forecastId
    const made = await whenMade(forecastId)
    expect(made).toMatchObject({ status: 'draft', progress: 1, problem: null, knownUntil: lastWorkingDay })
    const { days } = done<{ days: ForecastDay[] }>(await pult.system.get(path(`/${forecastId}`)))
    // The queue is closed at weekends.
    expect(days).toHaveLength(20)
    const working = days
    const mean = working.reduce((sum, { offered }) => sum + offered, 0) / working.length
    // Nine hours of twelve contacts; holidays among the days may be lower.
    expect(mean).toBeGreaterThan(BUSY * 9 * 0.7)
    expect(mean).toBeLessThan(BUSY * 9 * 1.15)
    for (const { offered, p10, p90, workSeconds } of working) {
      expect(p10).toBeLessThanOrEqual(offered * 1.05)
      expect(p90).toBeGreaterThanOrEqual(offered * 0.95)
      expect(workSeconds / offered).toBeCloseTo(AHT_SECONDS, -1)
    }
  })

  it('adds up from intervals to days, in the bands’ order, and gives staffing its load', async () => {
    const { days } = done<{ days: ForecastDay[] }>(await pult.system.get(path(`/${forecastId}`)))
    const { intervals } = done<{ intervals: ForecastInterval[] }>(
      await pult.system.get(path(`/${forecastId}/intervals`)),
    )
    for (const { day, offered } of days) {
      const ofDay = intervals.filter(({ at }) => zone.localDate(Date.parse(at)) === day)
      expect(ofDay.reduce((sum, interval) => sum + interval.offered, 0)).toBeCloseTo(offered, 6)
    }
    for (const { p025, p10, p50, p90, p975 } of intervals) {
      expect([p025, p10, p50, p90, p975]).toEqual([p025, p10, p50, p90, p975].toSorted((left, right) => left - right))
      expect(p025).toBeGreaterThanOrEqual(0)
    }
    const load = await pult.app.database.inCenter({ centerId }, (tx) =>
      readForecastLoad(tx, centerId, forecastId, {}, Date.now()),
    )
    expect(load).toHaveLength(intervals.length)
    expect(load[0]).toMatchObject({ intervalMinutes: 30, queueId: intervals[0]?.queueId })
  })

  it('says how each method did in the back-tests, and that what is chosen is no worse than the four-week average', async () => {
    const { methods } = done<{ methods: MethodAccuracy[] }>(
      await pult.system.get(`/centers/${centerId}/forecast-accuracy/methods`),
    )
    expect(methods.map(({ leadDays }) => leadDays)).toEqual([1, 2, 5, 10, 20, 40])
    for (const { came, chosen, chosenSigned, byMethod, days, covered } of methods) {
      expect(Math.abs(chosenSigned ?? Infinity)).toBeLessThanOrEqual(chosen)
      for (const { absolute, signed } of Object.values(byMethod))
        expect(Math.abs(signed ?? Infinity)).toBeLessThanOrEqual(absolute * (1 + 1e-9))
      expect(covered?.within95).toBeGreaterThanOrEqual(covered?.within80 ?? Infinity)
      expect(covered?.intervals).toBeGreaterThanOrEqual(covered?.within95 ?? Infinity)
      expect(days).toBeGreaterThan(5)
      expect(came).toBeGreaterThan(0)
      expect(chosen).toBeLessThanOrEqual((byMethod['average4w']?.absolute ?? 0) * 1.1)
      expect(Object.values(byMethod).reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 6)
    }
  })

  it('is handed out as a file with its bands, decimals as the language writes them', async () => {
    const file = async (query: string): Promise<string> =>
      (await pult.system.send('POST', path(`/${forecastId}/export?${query}`))).body
    const [heading = '', first = '', ...rest] = (await file('format=csv&language=en')).split('\r\n')
    expect(heading).toContain('Date;Start;End;Queue;Offered')
    expect(first.split(';').slice(1, 4)).toEqual(['00:00', '00:30', 'Продажи'])
    expect(rest.length).toBe(20 * 48)
    expect(await file('format=csv&language=ru')).toMatch(/;\d+,\d+;/)
    expect((await file('format=xlsx')).slice(0, 2)).toBe('PK')
  })

  it('is kept for ever once published, and thrown away before', async () => {
    const draft = { name: 'Ещё', firstDay: today, lastDay: addDays(today, 6) }
    const second = done<{ forecastId: number }>(await pult.system.send('POST', path(), draft)).forecastId
    await whenMade(second)
    expect((await pult.system.send('DELETE', path(`/${second}`))).statusCode).toBe(200)
    expect((await pult.system.send('POST', path(`/${forecastId}/publish`))).statusCode).toBe(200)
    expect((await pult.system.send('DELETE', path(`/${forecastId}`))).json()).toMatchObject({ code: 'published' })
    const { forecasts } = done<{ forecasts: Forecast[] }>(await pult.system.get(path()))
    expect(forecasts.map(({ forecastId: id, status }) => [id, status])).toEqual([[forecastId, 'published']])
  })

  it('is stopped, or thrown away, while it is made', async () => {
    const draft = { name: 'Не нужен', firstDay: today, lastDay: addDays(today, 6), intervalMinutes: 30 }
    const make = async (): Promise<number> =>
      done<{ forecastId: number }>(await pult.system.send('POST', path(), draft)).forecastId
    const stopped = await make()
    done(await pult.system.send('POST', path(`/${stopped}/cancel`), {}))
    expect(await whenMade(stopped)).toMatchObject({ status: 'failed', problem: 'cancelled' })
    expect((await pult.system.send('POST', path(`/${stopped}/cancel`), {})).statusCode).toBe(409)
    const gone = await make()
    done(await pult.system.send('DELETE', path(`/${gone}`)))
    // Jobs of a kind run one after the other: when this one is done the former two have ended.
    expect((await whenMade(await make())).status).toBe('draft')
    expect(await whenMade(stopped)).toMatchObject({ status: 'failed', problem: 'cancelled' })
    expect((await pult.system.get(path(`/${gone}`))).statusCode).toBe(404)
  })

  it('refuses days that are known, lie backwards or too far, and a centre without history', async () => {
    const ask = async (firstDay: LocalDate, lastDay: LocalDate): Promise<unknown> =>
      (await pult.system.send('POST', path(), { name: 'x', firstDay, lastDay })).json()
    expect(await ask(addDays(today, -3), today)).toMatchObject({ status: 400, code: 'dayIsKnown' })
    expect(await ask(addDays(today, 3), today)).toMatchObject({ status: 400, code: 'periodBackwards' })
    expect(await ask(today, addDays(today, 900))).toMatchObject({ status: 400, code: 'tooFar' })
    const empty = await pult.createCenter('Пустой')
    const reply = await pult.system.send('POST', `/centers/${empty}/forecasts`, {
      name: 'x',
      firstDay: today,
      lastDay: today,
    })
    expect(reply.json()).toMatchObject({ status: 409, code: 'noHistory' })
  })
})

describe('the accuracy of published forecasts', () => {
  const days = datesBetween(addDays(today, -14), today).filter((day) => isoWeekday(day) <= 5)
  const EXPECTED = 15

  /** Published before its days; every working hour of every working day was to bring {@link EXPECTED} contacts. */
  async function keepPublished(status: 'published' | 'draft', publishedOn: LocalDate): Promise<void> {
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      const made = await sql<{ id: number; queueId: number }>`
        insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name, published_at)
        values (${centerId}, 'Прошлый', ${status}, 60, ${days[0]}, ${days.at(-1)}, ${addDays(days[0] ?? today, -1)}, 'x', 'x',
          ${new Date(zone.startOfDay(publishedOn)).toISOString()})
        returning forecast_id as id, (select min(queue_id) from queue where center_id = ${centerId}) as "queueId"`.execute(
        tx,
      )
      const { id = 0, queueId = 0 } = made.rows[0] ?? {}
      for (const day of days) {
        for (let hour = 9; hour < 18; hour++)
          await sql`
            insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
            values (${centerId}, ${id}, ${queueId}, ${new Date(zone.startOfDay(day) + hour * 3_600_000).toISOString()}, ${EXPECTED}, 0, 0, 12, 1000, 1000, 120)
          `.execute(tx)
        await sql`
          insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
          values (${centerId}, ${id}, ${queueId}, ${day}, ${EXPECTED * 9}, 0, 1, ${EXPECTED * 9 * 120})`.execute(tx)
      }
    })
  }

  const read = async (query = ''): Promise<ForecastAccuracy[]> =>
    done<{ accuracy: ForecastAccuracy[] }>(await pult.system.get(`/centers/${centerId}/forecast-accuracy${query}`))
      .accuracy

  it('counts only what was published before its day', async () => {
    expect(await read()).toEqual([])
    await keepPublished('draft', days[0] ?? today)
    await keepPublished('published', today)
    expect(await read()).toEqual([])
  })

  it('says by queue and by how far ahead how large the errors were, over what came', async () => {
    await keepPublished('published', days[0] ?? today)
    const known = days.filter((day) => day <= (lastWorkingDay ?? today))
    const [all, ...rest] = await read()
    const came = all?.came ?? 0
    const expected = known.length * 9 * EXPECTED
    expect(all).toMatchObject({ queueId: null, reach: null, days: known.length, workDays: known.length })
    expect(came).toBeGreaterThan(0)
    expect(all?.bias).toBeCloseTo((expected - came) / came, 9)
    expect(all?.dayWape).toBeGreaterThanOrEqual(Math.abs(all?.bias ?? 0))
    expect(all?.intervalWape).toBeGreaterThan(all?.dayWape ?? 0)
    expect(all).toMatchObject({ bandIntervals: known.length * 9, covered80: 1, covered95: 1 })
    expect(all).toMatchObject({ bandDays: known.length, dayCovered80: 0 })
    // Twice as long as was forecast.
    expect(all?.workBias).toBeCloseTo((expected * 120 - came * AHT_SECONDS) / (came * AHT_SECONDS), 6)
    const sum = (rows: readonly ForecastAccuracy[]): number => rows.reduce((total, row) => total + row.days, 0)
    expect(sum(rest.filter(({ queueId, reach }) => queueId === null && reach !== null))).toBe(known.length)
    expect(rest.find(({ queueId, reach }) => queueId !== null && reach === null)).toMatchObject({ came })
  })

  it('tells it by hour of the day, which add up to the whole', async () => {
    const { accuracy, hours } = done<{ accuracy: ForecastAccuracy[]; hours: HourAccuracy[] }>(
      await pult.system.get(`/centers/${centerId}/forecast-accuracy`),
    )
    const [whole] = accuracy
    const all = hours.filter(({ queueId }) => queueId === null)
    expect(all.map(({ hour }) => hour)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17])
    const sum = (of: (one: HourAccuracy) => number): number => all.reduce((total, one) => total + of(one), 0)
    expect(sum(({ came }) => came)).toBeCloseTo(whole?.came ?? 0, 6)
    expect(sum(({ came, wape }) => came * (wape ?? 0))).toBeCloseTo((whole?.intervalWape ?? 0) * (whole?.came ?? 0), 6)
    expect(sum(({ came, bias }) => came * (bias ?? 0))).toBeCloseTo((whole?.bias ?? 0) * (whole?.came ?? 0), 6)
    expect(sum(({ bandIntervals }) => bandIntervals)).toBe(whole?.bandIntervals)
    expect(hours.filter(({ queueId }) => queueId !== null)).toHaveLength(9)
  })

  it('is handed out as files: by days ahead, by hour, by method', async () => {
    const file = async (table: string, format = 'csv'): Promise<string> =>
      (
        await pult.system.send(
          'POST',
          `/centers/${centerId}/forecast-accuracy/export?table=${table}&format=${format}&language=en`,
        )
      ).body
    const lines = async (table: string): Promise<string[]> => (await file(table)).trim().split('\r\n')
    const [heading = '', all = ''] = await lines('days')
    expect(heading).toContain('Queue;Days ahead;Days × queues;Contacts came;Error by interval')
    expect(all.split(';').slice(0, 2)).toEqual(['all', 'all'])
    expect(await lines('hours')).toHaveLength(1 + 2 * 9)
    expect((await lines('methods')).filter((line) => line.includes(';chosen;'))).toHaveLength(6)
    expect((await file('days', 'xlsx')).slice(0, 2)).toBe('PK')
  })

  it('leaves out what a gap in the data touches, on both sides', async () => {
    const [before] = await read()
    const start = zone.startOfDay(days[0] ?? today) + 9.5 * 3_600_000
    const [from, to] = [new Date(start).toISOString(), new Date(start + 1_800_000).toISOString()]
    const change = (query: RawBuilder<unknown>): Promise<unknown> =>
      pult.app.database.inCenter({ centerId }, (tx) => query.execute(tx))
    await change(
      sql`insert into data_gap (center_id, source_id, started_at, ended_at) values (${centerId}, 1, ${from}, ${to})`,
    )
    // Another source is silent: contacts of this queue came meanwhile.
    expect((await read())[0]).toEqual(before)
    await change(sql`delete from queue_interval where center_id = ${centerId} and at >= ${from} and at < ${to}`)
    const [after] = await read()
    expect(after?.bandIntervals).toBe((before?.bandIntervals ?? 0) - 1)
    expect(after?.bandDays).toBe((before?.bandDays ?? 0) - 1)
    expect(after?.came).toBeLessThan(before?.came ?? 0)
  })
})
