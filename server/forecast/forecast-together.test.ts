import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Forecast, ForecastDay, ForecastTogether, ForecastWeek } from '@pult/contract/forecast'
import { addDays, type LocalDate } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { fillWeeks, today } from './testing/ten-weeks.ts'

// Through HTTP and a job: queues that stray each on its own have a narrower band together than their bands' sum.

interface Read {
  readonly forecast: Forecast
  readonly days: readonly ForecastDay[]
  readonly weeks: readonly ForecastWeek[]
  readonly together: ForecastTogether
}

let pult: TestApp
let centerId: number
let read: Read

const path = (rest = ''): string => `/centers/${centerId}/forecasts${rest}`
const readAgain = async (id: number): Promise<Read> => done<Read>(await pult.system.get(path(`/${id}`)))

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Вместе')
  await fillWeeks(pult, centerId, ['Продажи', 'Поддержка', 'Доставка'])
  const draft = { name: 'Три недели', firstDay: today, lastDay: addDays(today, 20), intervalMinutes: 60 }
  const { forecastId } = done<{ forecastId: number }>(await pult.system.send('POST', path(), draft))
  for (;;) {
    read = await readAgain(forecastId)
    if (read.forecast.status === 'draft') break
    expect(read.forecast.status).not.toBe('failed')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
})
afterAll(() => pult.close())

const sumOn = (day: LocalDate, of: (one: ForecastDay) => number): number =>
  read.days.filter((one) => one.day === day).reduce((sum, one) => sum + of(one), 0)

describe('all queues of a forecast together', () => {
  it('have totals that add up, and bands joined by what was learnt', () => {
    const { together } = read
    expect(together.how).toBe('learnt')
    expect(together.commonDays).toBeGreaterThan(30)
    expect(together.dayCorrelation).toBeLessThan(0.3)
    expect(together.days.length).toBeGreaterThan(10)
    for (const { day, offered, p10, p90 } of together.days) {
      expect(offered).toBeCloseTo(
        sumOn(day, (one) => one.offered),
        6,
      )
      const width = sumOn(day, (one) => one.p90) - sumOn(day, (one) => one.p10)
      expect(p90 - p10).toBeLessThan(0.85 * width)
      expect(p90 - p10).toBeGreaterThan(0.5 * width)
      expect(p10 < offered && offered < p90).toBe(true)
    }
    const [week] = together.weeks
    expect(week?.offered).toBeCloseTo(
      read.weeks.filter((one) => one.week === week?.week).reduce((sum, one) => sum + one.offered, 0),
      6,
    )
  })

  it('stand in the file with how their band was made', async () => {
    const { body } = await pult.system.send(
      'POST',
      path(`/${read.forecast.forecastId}/export?format=csv&language=en&grain=day`),
    )
    const lines = body.trim().split('\r\n')
    expect(lines).toHaveLength(1 + read.days.length + read.together.days.length)
    expect(lines.at(-1)).toContain('All queues together')
    expect(lines.at(-1)).toContain('joined by the correlation')
    expect(lines[1]).toContain('own back-tests')
  })

  it('move with a layer over one queue', async () => {
    const [first] = read.days
    const layer = {
      kind: 'campaign',
      queueId: first?.queueId,
      firstDay: first?.day,
      lastDay: first?.day,
      change: 'add',
      amount: 50,
      reason: 'Рассылка',
    }
    done(await pult.system.send('POST', `/centers/${centerId}/forecast-layers`, layer))
    const laid = (await readAgain(read.forecast.forecastId)).together.days.find(({ day }) => day === first?.day)
    const before = read.together.days.find(({ day }) => day === first?.day)
    expect(laid?.baseOffered).toBeCloseTo(before?.offered ?? 0, 6)
    expect(laid?.offered).toBeCloseTo((before?.offered ?? 0) + 50, 6)
    expect(laid?.p90).toBeGreaterThan(before?.p90 ?? Infinity)
  })

  it('are summed, and said to be, where nobody knows how they stray together', async () => {
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update forecast set queue_correlation = null where center_id = ${centerId}`.execute(tx),
    )
    const { together, days } = await readAgain(read.forecast.forecastId)
    expect(together).toMatchObject({ how: 'summed', dayCorrelation: null, weekCorrelation: null, commonDays: 0 })
    const last = together.days.at(-1)
    const sum = days.filter(({ day }) => day === last?.day).reduce((total, { p90 }) => total + p90, 0)
    expect((last?.p90 ?? 0) / sum).toBeCloseTo(1, 1)
  })
})
