import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Requirement, RequirementInterval, StaffingRule } from '@pult/contract/staffing'
import { requiredAgents } from '@pult/engine/staffing'
import { addDays, createZone, isoWeekday } from '@pult/engine/time'
import { sql } from 'kysely'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// Through HTTP on a real database: four weeks in which every half-hour of the daytime was alike.

const zone = createZone('Europe/Moscow')
const today = zone.localDate(Date.now())
const OFFERED = 40
const AHT_SECONDS = 240
const WAIT_SECONDS = 800
const ABANDONED = 4

let pult: TestApp
let centerId: number
let queueId: number
let requirementId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Проверка')
  await pult.app.database.inCenter({ centerId }, async (tx) => {
    const made = await sql<{ id: number }>`
      insert into queue (center_id, name, channel) values (${centerId}, '=Продажи', 'voice') returning queue_id as id`.execute(
      tx,
    )
    queueId = made.rows[0]?.id ?? 0
    for (let back = 1; back <= 28; back += 1) {
      const nine = zone.startOfDay(addDays(today, -back)) + 9 * 3_600_000
      for (let slot = 0; slot < 4; slot += 1)
        await sql`
          insert into queue_interval select (jsonb_populate_record(null::queue_interval, ${JSON.stringify(interval(nine + slot * 1_800_000))}::jsonb)).*
        `.execute(tx)
    }
  })
})
afterAll(() => pult.close())

function interval(at: number): object {
  const zeros = Object.fromEntries(
    `flowed_out callback_requested still_open wait_answered_s2 wait_abandoned_s2 wait_flowed_out_ms longest_wait_ms hold_ms acw_ms handle_s2
    held transferred_out agent_no_answers hung_up_by_agent answered_in handled_in outbound_attempts outbound_reached outbound_handle_ms wait_abandoned_ms`
      .split(/\s+/)
      .map((name) => [name, 0]),
  )
  const answered = OFFERED - ABANDONED
  return {
    ...zeros,
    center_id: centerId,
    queue_id: queueId,
    at: new Date(at).toISOString(),
    channel: 'voice',
    direction: 'inbound',
    offered: OFFERED,
    answered,
    abandoned: ABANDONED,
    wait_answered_ms: WAIT_SECONDS * 1000,
    talk_ms: answered * AHT_SECONDS * 1000,
  }
}

const path = (rest: string): string => `/centers/${centerId}${rest}`
const week = { firstDay: addDays(today, 1), lastDay: addDays(today, 7), forecastId: null }

interface Read {
  readonly requirement: Requirement
  readonly intervals: RequirementInterval[]
}

describe('weekdays of which the last four weeks tell nothing', () => {
  it('are not known rather than zero', async () => {
    const young = await pult.createCenter('Молодой')
    const yesterday = addDays(today, -1)
    await fillCenter(pult, young, yesterday)
    const made = done<{ requirementId: number }>(
      await pult.system.send('POST', `/centers/${young}/requirements`, { name: 'Неделя', ...week }),
    )
    const { requirement, intervals } = done<Read>(
      await pult.system.get(`/centers/${young}/requirements/${made.requirementId}`),
    )
    const { unknownDays } = requirement.assumptions
    expect(unknownDays).toHaveLength(6)
    expect(unknownDays.map(isoWeekday)).not.toContain(isoWeekday(yesterday))
    // One day of history, and its load as it was.
    expect(intervals.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(40, 6)
  })
})

describe('a requirement', () => {
  it('is counted as in the last four weeks, with patience from the log', async () => {
    const kinds = [{ kind: 'Отпуск', planned: true, paid: true, share: 0.2 }]
    done(await pult.system.send('PUT', path('/staffing/shrinkage'), { kinds }))
    const body = { name: 'Неделя', ...week }
    requirementId = done<{ requirementId: number }>(
      await pult.system.send('POST', path('/requirements'), body),
    ).requirementId
    const { requirement, intervals } = done<Read>(await pult.system.get(path(`/requirements/${requirementId}`)))
    expect(requirement).toMatchObject({ status: 'draft', basis: 'pastWeeks', intervalMinutes: 30 })
    expect(requirement.assumptions.rules).toMatchObject([
      { queueId, patienceSeconds: WAIT_SECONDS / ABANDONED, isPatienceEstimated: true },
    ])
    expect(intervals).toHaveLength(7 * 4)
    const patienceSeconds = WAIT_SECONDS / ABANDONED
    const expected = requiredAgents(
      { offered: OFFERED, intervalSeconds: 1800, ahtSeconds: AHT_SECONDS, patienceSeconds },
      { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'strict' } },
    )
    if (!expected.possible) throw new Error('80/20 is possible')
    for (const one of intervals) {
      expect(one).toMatchObject({ offered: OFFERED, ahtSeconds: AHT_SECONDS, needed: expected.agents })
      expect(one.scheduled).toBeCloseTo(expected.agents / 0.8, 9)
      expect(one.binding).toEqual(['serviceLevel'])
    }
  })

  it('answers one day, and is written for planning systems with names that no spreadsheet runs', async () => {
    const day = addDays(today, 2)
    const { intervals } = done<Read>(
      await pult.system.get(path(`/requirements/${requirementId}?firstDay=${day}&lastDay=${day}`)),
    )
    expect(intervals.map(({ at }) => zone.localDate(Date.parse(at)))).toEqual([day, day, day, day])
    const file = await pult.system.send('POST', path(`/requirements/${requirementId}/export?format=csv&language=en`))
    const [heading, first] = file.body.split('\r\n')
    expect(heading).toContain('Date;Start;End;Queue;Required;Scheduled')
    expect(first).toContain(`${addDays(today, 1)};09:00;09:30;'=Продажи;`)
    const book = await pult.system.send('POST', path(`/requirements/${requirementId}/export?format=xlsx`))
    expect(book.rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  it('stays once published', async () => {
    done(await pult.system.send('POST', path(`/requirements/${requirementId}/publish`)))
    expect((await pult.system.send('DELETE', path(`/requirements/${requirementId}`))).statusCode).toBe(409)
    expect((await pult.system.send('POST', path(`/requirements/${requirementId}/publish`))).statusCode).toBe(409)
  })

  it('follows the rule of its queue, and is thrown away as a draft', async () => {
    const { rules } = done<{ rules: StaffingRule[] }>(await pult.system.get(path('/staffing/rules')))
    const rule = { ...rules[0], queueId, maxOccupancy: 0.5 }
    done(await pult.system.send('PUT', path('/staffing/rules'), rule))
    const made = done<{ requirementId: number }>(
      await pult.system.send('POST', path('/requirements'), { name: 'Вторая', ...week }),
    )
    const { intervals } = done<Read>(await pult.system.get(path(`/requirements/${made.requirementId}`)))
    expect(intervals[0]?.binding).toEqual(['occupancy'])
    expect(intervals[0]?.occupancy).toBeLessThanOrEqual(0.5)
    done(await pult.system.send('DELETE', path(`/requirements/${made.requirementId}`)))
    expect((await pult.system.get(path(`/requirements/${made.requirementId}`))).statusCode).toBe(404)
  })

  it('refuses what cannot be, with words', async () => {
    const post = (body: object) => pult.system.send('POST', path('/requirements'), { name: 'Нет', ...week, ...body })
    expect((await post({ lastDay: today })).json()).toMatchObject({ code: 'periodBackwards' })
    expect((await post({ lastDay: addDays(today, 200) })).json()).toMatchObject({ code: 'tooManyDays' })
    expect((await post({ forecastId: 99 })).statusCode).toBe(404)
    const kinds = [{ kind: 'Всё', planned: true, paid: true, share: 0.6 }]
    const twice = [...kinds, { ...kinds[0], kind: 'Ещё' }]
    expect((await pult.system.send('PUT', path('/staffing/shrinkage'), { kinds: twice })).json()).toMatchObject({
      code: 'nobodyLeft',
    })
    expect((await pult.system.send('PUT', path('/staffing/rules'), { queueId: 999_999 })).statusCode).toBe(400)
  })
})
