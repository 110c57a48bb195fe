import { describe, expect, it } from 'vitest'

import type { ForecastDay, ForecastWeek } from '@pult/contract/forecast'
import type { LaidLayer } from '@pult/contract/forecast-layers'
import { addDays, datesBetween } from '@pult/engine/time'

import { weeksWithLayers } from './total-weeks.ts'

const MONDAY = '2026-11-23'
const week: ForecastWeek = { queueId: 1, week: MONDAY, offered: 700, p10: 600, p90: 800, workSeconds: 70_000 }
const daysOf = (offered: number): ForecastDay[] =>
  datesBetween(MONDAY, addDays(MONDAY, 7)).map((day) => ({
    queueId: 1,
    day,
    offered,
    baseOffered: 100,
    p10: 0,
    p90: 0,
    workSeconds: 100 * offered,
  }))
const layer: LaidLayer = {
  layerId: 1,
  kind: 'campaign',
  queueId: 1,
  firstDay: MONDAY,
  lastDay: addDays(MONDAY, 6),
  fromMinute: 0,
  toMinute: 1440,
  change: 'times',
  amount: 1.5,
  amountSd: 0,
  ahtTimes: 1,
  reason: 'x',
  expiresOn: null,
  copiedFrom: null,
  createdByName: 'x',
  contacts: 350,
}

describe('weeks under layers', () => {
  it('keep the relative width of their band where the layer is known, and widen by what is not', () => {
    expect(weeksWithLayers([week], daysOf(100), [])).toEqual([week])
    const [sure] = weeksWithLayers([week], daysOf(150), [layer])
    expect(sure).toMatchObject({ offered: 1050, p10: 900, p90: 1200, workSeconds: 105_000 })
    // Ten points of 700 contacts, all days alike.
    const [unsure] = weeksWithLayers([week], daysOf(150), [{ ...layer, amountSd: 0.1 }])
    expect(unsure?.p90).toBeCloseTo(1050 + Math.hypot(150, 1.2816 * 70), 6)
    expect(unsure?.p10).toBeCloseTo(1050 - Math.hypot(150, 1.2816 * 70), 6)
  })

  it('know a number of contacts by the day, a factor of nothing, and layers of other queues', () => {
    const added = {
      ...layer,
      change: 'add',
      amount: 50,
      amountSd: 10,
      lastDay: addDays(MONDAY, 1),
      contacts: 100,
    } as const
    const widthOf = (one: LaidLayer, offered = 100): number => {
      const [made] = weeksWithLayers([week], daysOf(offered), [one])
      return (made?.p90 ?? 0) - (made?.offered ?? 0)
    }
    expect(widthOf(added)).toBeCloseTo(Math.hypot(100, 1.2816 * 20), 6)
    const none = { ...layer, amount: 1, amountSd: 0.2, contacts: 0, fromMinute: 600, toMinute: 960 }
    expect(widthOf(none)).toBeCloseTo(Math.hypot(100, (1.2816 * 0.2 * 700) / 4), 6)
    expect(widthOf({ ...added, queueId: 2 })).toBe(100)
  })
})
