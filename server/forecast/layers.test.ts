import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Forecast, ForecastDay, ForecastInterval } from '@pult/contract/forecast'
import type { EventSize, ForecastLayer, LaidLayer, LayerAccuracy } from '@pult/contract/forecast-layers'
import { addDays, datesBetween, isoWeekday, type LocalDate } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { layersChangedAt, readForecastLoad } from './index.ts'
import { fillWeeks, today, zone } from './testing/ten-weeks.ts'

// Layers over a forecast, through HTTP, from the draft to the published forecast that keeps its own.

let pult: TestApp
let centerId: number
let forecastId: number
let queueId: number
/** The first working days of the forecast. */
const [first = today, second = today] = datesBetween(today, addDays(today, 14)).filter((day) => isoWeekday(day) <= 5)

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Слои')
  await fillWeeks(pult, centerId)
  const draft = { name: 'Две недели', firstDay: today, lastDay: addDays(today, 13), intervalMinutes: 30 }
  forecastId = done<{ forecastId: number }>(await pult.system.send('POST', path('/forecasts'), draft)).forecastId
  while ((await readForecast()).forecast.status !== 'draft') await new Promise((resolve) => setTimeout(resolve, 200))
  queueId = (await readForecast()).days[0]?.queueId ?? 0
})
afterAll(() => pult.close())

const path = (rest: string): string => `/centers/${centerId}${rest}`

interface Read {
  readonly forecast: Forecast
  readonly days: readonly ForecastDay[]
  readonly layers: readonly LaidLayer[]
}
const readForecast = async (): Promise<Read> => done<Read>(await pult.system.get(path(`/forecasts/${forecastId}`)))
const dayOf = async (day: LocalDate): Promise<ForecastDay | undefined> =>
  (await readForecast()).days.find((one) => one.day === day)
const intervalsOf = async (day: LocalDate): Promise<readonly ForecastInterval[]> =>
  done<{ intervals: ForecastInterval[] }>(
    await pult.system.get(path(`/forecasts/${forecastId}/intervals?firstDay=${day}&lastDay=${day}`)),
  ).intervals
const listed = async (): Promise<readonly ForecastLayer[]> =>
  done<{ layers: ForecastLayer[] }>(await pult.system.get(path('/forecast-layers'))).layers

const campaign = (more: object = {}): object => ({
  kind: 'campaign',
  queueId,
  firstDay: first,
  lastDay: first,
  change: 'times',
  amount: 1.5,
  reason: 'Рассылка по клиентам',
  ...more,
})
const lay = async (more: object = {}): Promise<number> =>
  done<{ layerId: number }>(await pult.system.send('POST', path('/forecast-layers'), campaign(more))).layerId
const undo = (layerId: number) => pult.system.send('POST', path(`/forecast-layers/${layerId}/undo`), {})

describe('a layer over a draft', () => {
  it('changes its days and no others, for staffing too, and says how many contacts it brings', async () => {
    const before = (await dayOf(first))?.offered ?? 0
    const besides = (await dayOf(second))?.offered ?? 0
    const layerId = await lay()
    const { days, layers } = await readForecast()
    const day = days.find((one) => one.day === first)
    expect(day?.offered).toBeCloseTo(before * 1.5, 6)
    expect(day?.baseOffered).toBeCloseTo(before, 6)
    expect(days.find((one) => one.day === second)?.offered).toBeCloseTo(besides, 9)
    expect(layers).toMatchObject([{ layerId, reason: 'Рассылка по клиентам', kind: 'campaign' }])
    expect(layers[0]?.contacts).toBeCloseTo(before / 2, 6)
    const intervals = await intervalsOf(first)
    expect(intervals.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(before * 1.5, 6)
    const load = await pult.app.database.inCenter({ centerId }, (tx) =>
      readForecastLoad(
        tx,
        centerId,
        forecastId,
        { from: zone.startOfDay(first), to: zone.startOfDay(addDays(first, 1)) },
        Date.now(),
      ),
    )
    expect(load.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(before * 1.5, 6)
    expect((await undo(layerId)).statusCode).toBe(200)
    expect((await dayOf(first))?.offered).toBeCloseTo(before, 9)
    expect((await readForecast()).layers).toEqual([])
    expect(await listed()).toMatchObject([{ layerId, undoneByName: expect.any(String) }])
    expect((await undo(layerId)).json()).toMatchObject({ status: 409, code: 'layerUndone' })
  })

  it('that expires changes what was counted with it, at the end of its last day', async () => {
    const layerId = await lay({ expiresOn: today })
    const days = { firstDay: first, lastDay: first }
    const changedAt = (): Promise<string | null> =>
      pult.app.database.readCenter({ centerId }, (tx) => layersChangedAt(tx, centerId, days))
    const laid = await changedAt()
    // Nothing has expired yet: the layer was laid last.
    expect(Date.parse(laid ?? '')).toBeGreaterThan(zone.startOfDay(addDays(today, -1)))
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update forecast_layer set created_at = now() - interval '9 days', undone_at = case when undone_at is null then null else now() - interval '8 days' end,
        expires_on = case when layer_id = ${layerId} then ${addDays(today, -2)}::date else expires_on end
        where center_id = ${centerId}`.execute(tx),
    )
    expect(await changedAt()).toBe(new Date(zone.startOfDay(addDays(today, -1))).toISOString())
    expect((await dayOf(first))?.offered).toBe((await dayOf(first))?.baseOffered)
    expect((await undo(layerId)).statusCode).toBe(200)
  })

  it('is laid over its hours only, and widens the bands by what is not known of it', async () => {
    const before = await intervalsOf(first)
    const layerId = await lay({ change: 'add', amount: 30, amountSd: 10, fromMinute: 600, toMinute: 720 })
    const after = await intervalsOf(first)
    const moved = after.filter(({ offered }, place) => offered !== before[place]?.offered)
    expect(moved.map(({ at }) => zone.instantToLocal(Date.parse(at)).hour)).toEqual([10, 10, 11, 11])
    expect(moved.reduce((sum, { offered, baseOffered }) => sum + offered - baseOffered, 0)).toBeCloseTo(30, 6)
    const tenth = after.find(({ at }) => at === moved[0]?.at)
    const same = before.find(({ at }) => at === moved[0]?.at)
    expect((tenth?.p90 ?? 0) - (tenth?.p10 ?? 0)).toBeGreaterThan((same?.p90 ?? 0) - (same?.p10 ?? 0))
    await undo(layerId)
  })

  it('has no say after the day it expires on', async () => {
    const before = (await dayOf(first))?.offered ?? 0
    const layerId = await lay({ expiresOn: addDays(today, -1) })
    expect((await dayOf(first))?.offered).toBeCloseTo(before, 9)
    expect((await listed()).find((one) => one.layerId === layerId)).toMatchObject({ isOver: true, undoneAt: null })
    await undo(layerId)
  })

  it('is refused with the place and a sentence when it cannot be', async () => {
    const ask = async (more: object): Promise<object> =>
      (await pult.system.send('POST', path('/forecast-layers'), campaign(more))).json()
    expect(await ask({ amount: -1 })).toMatchObject({ status: 400 })
    expect(await ask({ amount: 5000 })).toMatchObject({ status: 400 })
    expect(await ask({ reason: ' ' })).toMatchObject({ status: 400 })
    expect(await ask({ queueId: null, change: 'add', amount: 5 })).toMatchObject({ status: 400 })
    expect(await ask({ queueId: 999_999 })).toMatchObject({ status: 404 })
    expect(await ask({ fromMinute: 600, toMinute: 600 })).toMatchObject({ status: 400 })
    expect(await ask({ firstDay: addDays(first, 1) })).toMatchObject({ status: 400 })
    const past = { firstDay: addDays(today, -9), lastDay: addDays(today, -8) }
    expect(await ask(past)).toMatchObject({ status: 400, code: 'layerIsPast' })
    expect(await listed()).toHaveLength(4)
  })
})

describe('a published forecast', () => {
  it('keeps its layers whatever becomes of them', async () => {
    const before = (await dayOf(first))?.offered ?? 0
    const layerId = await lay({ amount: 2 })
    done(await pult.system.send('POST', path(`/forecasts/${forecastId}/publish`), {}))
    done(await undo(layerId))
    await lay({ amount: 0 })
    const { days, layers } = await readForecast()
    const day = days.find((one) => one.day === first)
    expect(day?.offered).toBeCloseTo(before * 2, 6)
    expect(day?.baseOffered).toBeCloseTo(before, 6)
    expect(layers).toMatchObject([{ layerId, amount: 2 }])
    const intervals = await intervalsOf(first)
    expect(intervals.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(before * 2, 6)
    expect(intervals.reduce((sum, { baseOffered }) => sum + baseOffered, 0)).toBeCloseTo(before, 6)
  })
})

describe('a past event', () => {
  const event = datesBetween(addDays(today, -30), today).find((day) => isoWeekday(day) === 2) ?? today
  const size = async (query: string): Promise<EventSize | null> =>
    done<{ size: EventSize | null }>(await pult.system.get(path(`/forecast-layers/size?${query}`))).size

  it('is as large as what came over what is usual', async () => {
    const days = `firstDay=${event}&lastDay=${event}`
    const plain = await size(`${days}&queueId=${queueId}`)
    expect(plain?.times).toBeGreaterThan(0.7)
    expect(plain?.times).toBeLessThan(1.4)
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update queue_interval set offered = offered * 2 where center_id = ${centerId} and at >= ${new Date(zone.startOfDay(event)).toISOString()}
        and at < ${new Date(zone.startOfDay(addDays(event, 1))).toISOString()}`.execute(tx),
    )
    const doubled = await size(`${days}&queueId=${queueId}`)
    expect(doubled?.times).toBeCloseTo((plain?.times ?? 0) * 2, 9)
    expect(doubled?.timesSd).toBeGreaterThan(0)
    expect(await size(`${days}&fromMinute=0&toMinute=60`)).toBeNull()
  })

  it('is refused when it is no event', async () => {
    const ask = async (query: string): Promise<number> =>
      (await pult.system.get(path(`/forecast-layers/size?${query}`))).statusCode
    expect(await ask(`firstDay=${addDays(today, -200)}&lastDay=${today}`)).toBe(400)
    expect(await ask(`firstDay=${today}&lastDay=${addDays(today, -1)}`)).toBe(400)
    expect(await ask(`firstDay=${today}&lastDay=${today}&fromMinute=60&toMinute=60`)).toBe(400)
  })
})

describe('whether layers helped', () => {
  const days = datesBetween(addDays(today, -14), today).filter((day) => isoWeekday(day) <= 5)

  it('is said by what the errors are with them and without', async () => {
    const read = async (): Promise<readonly LayerAccuracy[]> =>
      done<{ accuracy: LayerAccuracy[] }>(await pult.system.get(path('/forecast-accuracy/layers'))).accuracy
    expect(await read()).toEqual([])
    // The last day lies under both and is in neither of the two.
    const lastDay = days.at(-1) ?? today
    const over = { queueId, firstDay: days[0] ?? today }
    const laid = [
      { ...over, kind: 'correction', lastDay },
      { ...over, kind: 'campaign', queueId: null, firstDay: lastDay, lastDay },
      { ...over, kind: 'campaign', queueId: queueId + 1, lastDay },
    ]
    // Published before its days: twelve an hour came, the layer took eight to eleven.
    await pult.app.database.inCenter({ centerId }, async (tx) => {
      const made = await sql<{ id: number }>`
        insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name, published_at, layers)
        values (${centerId}, 'Прошлый', 'published', 60, ${days[0]}, ${days.at(-1)}, ${addDays(days[0] ?? today, -1)}, 'x', 'x',
          ${new Date(zone.startOfDay(days[0] ?? today)).toISOString()}, ${JSON.stringify(laid)}::jsonb)
        returning forecast_id as id`.execute(tx)
      const id = made.rows[0]?.id ?? 0
      for (const day of days) {
        for (let hour = 9; hour < 18; hour++)
          await sql`
            insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds, base_offered, base_p10, base_p90)
            values (${centerId}, ${id}, ${queueId}, ${new Date(zone.startOfDay(day) + hour * 3_600_000).toISOString()}, 11, 0, 0, 11, 100, 100, 240, 8, 0, 9)
          `.execute(tx)
        await sql`
          insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds, base_offered, base_p10, base_p90)
          values (${centerId}, ${id}, ${queueId}, ${day}, 99, 0, 1000, 1, 72, 0, 1)`.execute(tx)
      }
    })
    const accuracy = await read()
    const [all] = accuracy
    const queues = accuracy.filter((one) => one.queueId !== null && one.reach === null)
    expect(all?.queueDays).toBeGreaterThanOrEqual(8)
    expect(all).toMatchObject({ queueId: null, dayCovered80: 1, dayCovered80Without: 0 })
    expect(all?.dayWape).toBeLessThan(all?.dayWapeWithout ?? 0)
    expect(all?.difference).toBeCloseTo((all?.dayWape ?? 0) - (all?.dayWapeWithout ?? 0), 9)
    expect(all?.differenceLow).toBeLessThan(all?.difference ?? 0)
    expect(all?.differenceHigh).toBeGreaterThan(all?.difference ?? 0)
    expect(all?.differenceHigh).toBeLessThan(0)
    expect(queues).toMatchObject([{ queueId, queueDays: all?.queueDays }])
    // By how far ahead the days lay, the parts make up the whole.
    const byReach = accuracy.filter((one) => one.queueId === null && one.reach !== null)
    const byKind = accuracy.filter((one) => one.laid !== null)
    expect(byKind).toMatchObject([{ laid: 'corrections', queueId: null, reach: null }])
    const isLastTold = (all?.queueDays ?? 0) === days.length
    expect(byKind[0]?.queueDays).toBe((all?.queueDays ?? 0) - (isLastTold ? 1 : 0))
    expect(byReach.map(({ reach }) => reach)).toEqual(['1', '2-5', '6-10', '11-28'].slice(0, byReach.length))
    expect(byReach.length).toBeGreaterThan(1)
    expect(byReach.reduce((sum, { came }) => sum + came, 0)).toBeCloseTo(all?.came ?? 0, 6)
    const [next] = byReach
    expect(next).toMatchObject({ queueDays: 1, differenceLow: null, differenceHigh: null })
    expect(next?.difference).toBeLessThan(0)
    expect(accuracy.filter((one) => one.queueId === queueId && one.reach !== null)).toHaveLength(byReach.length)
  })
})
