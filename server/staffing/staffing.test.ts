import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Requirement, RequirementDay, RequirementInterval, StaffingRule } from '@pult/contract/staffing'
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
  pult = await openTestApp({ started: true })
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
    `flowed_out callback_requested still_open wait_answered_s2 wait_abandoned_s2 wait_flowed_out_ms wait_flowed_out_s2 talk_s2 hold_s2 acw_s2 outbound_handle_s2 longest_wait_ms hold_ms acw_ms handle_s2
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

async function count(center: number, body: object): Promise<number> {
  const made = await pult.system.send('POST', `/centers/${center}/requirements`, body)
  return whenCounted(center, done<{ requirementId: number }>(made).requirementId)
}

async function whenCounted(center: number, id: number): Promise<number> {
  for (;;) {
    const { requirement } = done<Read>(await pult.system.get(`/centers/${center}/requirements/${id}`))
    if (requirement.status !== 'waiting' && requirement.status !== 'making') return id
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

interface Read {
  readonly requirement: Requirement
  readonly intervals: RequirementInterval[]
  readonly days: RequirementDay[]
}

describe('weekdays of which the last four weeks tell nothing', () => {
  it('are not known rather than zero', async () => {
    const young = await pult.createCenter('Молодой')
    const yesterday = addDays(today, -1)
    await fillCenter(pult, young, yesterday)
    const made = await count(young, { name: 'Неделя', ...week })
    const { requirement, intervals } = done<Read>(await pult.system.get(`/centers/${young}/requirements/${made}`))
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
    requirementId = await count(centerId, { name: 'Неделя', ...week })
    const { requirement, intervals } = done<Read>(await pult.system.get(path(`/requirements/${requirementId}`)))
    expect(requirement).toMatchObject({ status: 'draft', basis: 'pastWeeks', intervalMinutes: 30 })
    expect(requirement.assumptions.rules).toMatchObject([
      { queueId, patienceSeconds: WAIT_SECONDS / ABANDONED, isPatienceEstimated: true },
    ])
    expect(intervals).toHaveLength(7 * 4)
    const patienceSeconds = WAIT_SECONDS / ABANDONED
    const expected = requiredAgents(
      { offered: OFFERED, intervalSeconds: 1800, ahtSeconds: AHT_SECONDS, patienceSeconds },
      { serviceLevel: { fraction: 0.8, withinSeconds: 20, rule: 'neutral' } },
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
    const [monday] = intervals
    const lines = async (layout: string): Promise<string[]> =>
      (
        await pult.system.send(
          'POST',
          path(`/requirements/${requirementId}/export?format=csv&language=ru&layout=${layout}`),
        )
      ).body.split('\r\n')
    // By the name that the measure has on every page.
    expect((await lines('rows'))[1]).toMatch(/;Уровень обслуживания \(нейтральный\), 20 с$/)
    // For programs: the same in every language, no mark at the beginning, UTC, decimal points.
    const [names, ...exchanged] = await lines('exchange')
    expect(names).toBe(
      'QueueName,QueueId,ChannelType,TimeStamp,IntervalDuration,LocalDate,LocalTime,RequiredAgents,ScheduledAgents,ContactVolume,AverageHandleTime',
    )
    const stamp = (monday?.at ?? '').replace('.000Z', 'Z')
    const same = exchanged.find((line) => line.includes(stamp))?.split(',') ?? []
    expect(same.slice(0, 8)).toEqual([
      "'=Продажи",
      String(queueId),
      'voice',
      stamp,
      '30mins',
      day,
      '09:00',
      String(monday?.needed),
    ])
    expect(Number(same[9])).toBeCloseTo(monday?.offered ?? 0, 3)
    // As planners keep it: a row a day, a column an interval.
    const [clocks, posts, roster] = await lines('grid')
    expect(clocks).toContain('Дата;Очередь;Канал;Что;09:00;09:30;10:00;10:30')
    expect(posts?.split(';').slice(0, 4)).toEqual([addDays(today, 1), "'=Продажи", 'звонки', 'нужно на линии'])
    expect(roster?.split(';').slice(0, 4)).toEqual([addDays(today, 1), "'=Продажи", 'звонки', 'нужно в графике'])
    expect(posts?.split(';')).toHaveLength(8)
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
    const usual = { ...rules.find(({ work }) => work === 'calls'), queueId }
    // Without a service level in the target the plan is a distribution all the same: of the level, and of the chance of what is asked.
    const bare = { ...usual, targetLevel: null, maxAbandonment: 0.05, maxAsaSeconds: 30 }
    done(await pult.system.send('PUT', path('/staffing/rules'), bare))
    const other = done<Read>(
      await pult.system.get(path(`/requirements/${await count(centerId, { name: 'Другая', ...week })}`)),
    )
    expect(other.days).toHaveLength(7)
    for (const { chance, p10, p90 } of other.days) {
      expect(chance).toBeGreaterThan(0)
      expect(p10).toBeLessThanOrEqual(p90)
    }
    done(await pult.system.send('DELETE', path(`/requirements/${other.requirement.requirementId}`)))
    const rule = { ...usual, maxOccupancy: 0.5 }
    done(await pult.system.send('PUT', path('/staffing/rules'), rule))
    const made = await count(centerId, { name: 'Вторая', ...week })
    const { intervals } = done<Read>(await pult.system.get(path(`/requirements/${made}`)))
    expect(intervals[0]?.binding).toEqual(['occupancy'])
    expect(intervals[0]?.occupancy).toBeLessThanOrEqual(0.5)
    done(await pult.system.send('DELETE', path(`/requirements/${made}`)))
    expect((await pult.system.get(path(`/requirements/${made}`))).statusCode).toBe(404)
  })

  it('says how likely each day keeps the target, and what one agent more is worth', async () => {
    const { intervals, days } = done<Read>(await pult.system.get(path(`/requirements/${requirementId}`)))
    expect(days.map(({ day }) => day)).toEqual(Array.from({ length: 7 }, (_, index) => addDays(today, index + 1)))
    for (const { p10, p50, p90, chance } of days) {
      expect(p10).toBeLessThanOrEqual(p50)
      expect(p50).toBeLessThanOrEqual(p90)
      expect(chance).toBeGreaterThan(0.3)
    }
    for (const { risk } of intervals) expect(risk?.oneMore.answeredWithin).toBeGreaterThan(0)
  })

  it('knows when it is no longer of today, and is counted anew', async () => {
    const stale = async (id: number) => {
      const { requirement } = done<Read>(await pult.system.get(path(`/requirements/${id}`)))
      return requirement.stale
    }
    // A rule was given to its queue since.
    expect(await stale(requirementId)).toEqual(['rules'])
    done(await pult.system.send('PUT', path('/staffing/shrinkage'), { kinds: [] }))
    expect(await stale(requirementId)).toEqual(['rules', 'shrinkage'])
    await publishForecast(addDays(today, 1), addDays(today, 7))
    expect(await stale(requirementId)).toEqual(['newerForecast', 'rules', 'shrinkage'])
    const made = await pult.system.send('POST', path(`/requirements/${requirementId}/renew`))
    const renewed = await whenCounted(centerId, done<{ requirementId: number }>(made).requirementId)
    const { requirement, intervals } = done<Read>(await pult.system.get(path(`/requirements/${renewed}`)))
    expect(requirement).toMatchObject({ status: 'draft', basis: 'forecast', stale: [] })
    expect(requirement.source).toMatchObject({ name: 'Новый', publishedByName: 'Анна' })
    // Its band is wider than chance: the rate is uncertain.
    expect(intervals[0]?.rateShape).toBeGreaterThan(1)
  })

  it('counted from a draft, knows that a layer was laid over it since', async () => {
    await publishForecast(addDays(today, 1), addDays(today, 7))
    const forecastId = await pult.app.database.inCenter({ centerId }, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        update forecast set status = 'draft', published_at = null where center_id = ${centerId}
          and forecast_id = (select max(forecast_id) from forecast where center_id = ${centerId}) returning forecast_id as id`.execute(
        tx,
      )
      return rows[0]?.id ?? 0
    })
    const id = await count(centerId, { name: 'По черновику', ...week, forecastId })
    const read = async () => done<Read>(await pult.system.get(path(`/requirements/${id}`))).requirement
    expect((await read()).stale).toEqual([])
    const days = { firstDay: addDays(today, 1), lastDay: addDays(today, 2) }
    const layer = { kind: 'campaign', ...days, change: 'times', amount: 1.5, reason: 'Рассылка' }
    done(await pult.system.send('POST', path('/forecast-layers'), layer))
    expect((await read()).stale).toEqual(['layers'])
    const renewed = await pult.system.send('POST', path(`/requirements/${id}/renew`))
    await whenCounted(centerId, done<{ requirementId: number }>(renewed).requirementId)
    done(await pult.system.send('DELETE', path(`/requirements/${id}`)))
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`delete from forecast where center_id = ${centerId} and forecast_id = ${forecastId}`.execute(tx),
    )
  })

  it('that has no load says so, and one that is being counted can be thrown away', async () => {
    const empty = await pult.createCenter('Пустой')
    const id = await count(empty, { name: 'Ничего', ...week })
    const { requirement } = done<Read>(await pult.system.get(`/centers/${empty}/requirements/${id}`))
    expect(requirement).toMatchObject({ status: 'failed', problem: 'noLoad', stale: [] })
    const made = done<{ requirementId: number }>(
      await pult.system.send('POST', path('/requirements'), { name: 'Лишняя', ...week }),
    )
    expect((await pult.system.send('DELETE', path(`/requirements/${made.requirementId}`))).statusCode).toBe(200)
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

describe('chats and letters', () => {
  let chat: number
  let mail: number

  beforeAll(async () => {
    chat = await addQueue('Чат', 'chat')
    mail = await addQueue('Почта', 'email')
  })

  const addQueue = (name: string, channel: string): Promise<number> =>
    pult.app.database.inCenter({ centerId }, async (tx) => {
      const hours = await sql<{ id: number }>`
        insert into opening_hours (center_id, name, weekly) values (${centerId}, ${name}, ${JSON.stringify(daily)}::jsonb)
        returning opening_hours_id as id`.execute(tx)
      const made = await sql<{ id: number }>`
        insert into queue (center_id, name, channel, opening_hours_id) values (${centerId}, ${name}, ${channel}, ${hours.rows[0]?.id ?? 0})
        returning queue_id as id`.execute(tx)
      const id = made.rows[0]?.id ?? 0
      // The same half-hours as the calls, and letters at night too.
      await sql`
        insert into queue_interval select (jsonb_populate_record(null::queue_interval,
          to_jsonb(called) || jsonb_build_object('queue_id', ${id}::integer, 'channel', ${channel}::text, 'at', at - night * interval '7 hours'))).*
        from queue_interval called, generate_series(0, ${channel === 'email' ? 1 : 0}) night
        where center_id = ${centerId} and queue_id = ${queueId}`.execute(tx)
      return id
    })

  const ofQueue = async (id: number, queue: number): Promise<Read> =>
    done<Read>(await pult.system.get(path(`/requirements/${id}?queueId=${queue}`)))

  it('begin with the letters that are said to lie there', async () => {
    const usual = await ofQueue(await count(centerId, { name: 'Без остатка', ...week }), mail)
    const draft = { name: 'С остатком', ...week, backlogs: [{ queueId: mail, items: 400 }] }
    const id = await count(centerId, draft)
    const behind = await ofQueue(id, mail)
    expect(behind.requirement.assumptions.backlogs).toEqual(draft.backlogs)
    expect(behind.requirement.assumptions.rules.find((one) => one.queueId === mail)?.backlog).toBe(400)
    const hours = (read: Read): number => read.intervals.reduce((sum, { needed }) => sum + (needed ?? 0), 0)
    // All of it is work that somebody does.
    expect(hours(behind) - hours(usual)).toBeGreaterThan((0.8 * 400 * AHT_SECONDS) / 1800)
    const wrong = { name: 'x', ...week, forecastId: null, backlogs: [{ queueId: 999_999, items: 1 }] }
    expect((await pult.system.send('POST', path('/requirements'), wrong)).statusCode).toBe(404)
    const less = { ...wrong, backlogs: [{ queueId: mail, items: -1 }] }
    expect((await pult.system.send('POST', path('/requirements'), less)).statusCode).toBe(400)
  })

  it('are counted by their kind of work', async () => {
    const id = await count(centerId, { name: 'Все каналы', ...week })
    const chats = await ofQueue(id, chat)
    const ruleOf = (queue: number) => chats.requirement.assumptions.rules.find((one) => one.queueId === queue)
    expect(ruleOf(chat)).toMatchObject({ work: 'chats', contactsAtOnce: 2, stretchPerExtra: 0.2, seenAtOnce: null })
    expect(ruleOf(mail)).toMatchObject({ work: 'deferred', deadlineMinutes: 480, backlog: 0 })
    const letters = await ofQueue(id, mail)
    const clock = (at: string): number => zone.instantToLocal(Date.parse(at)).hour
    expect(new Set(letters.intervals.map(({ at }) => clock(at)))).toEqual(new Set([9, 10, 11, 12, 13, 14, 15, 16, 17]))
    // The night's letters are done in the morning's first hours and after, none of them lost; the last night's are of the next week.
    const total = (read: Read): number => read.intervals.reduce((sum, { offered }) => sum + offered, 0)
    expect(total(letters)).toBeCloseTo(7 * 8 * OFFERED, 6)
    const work = (total(letters) * AHT_SECONDS) / 1800
    const agents = letters.intervals.reduce((sum, { needed }) => sum + (needed ?? 0), 0)
    expect(agents).toBeGreaterThan(0.9 * work)
    expect(agents).toBeLessThan(1.1 * work)
    expect(letters.intervals.some(({ backlog }) => (backlog ?? 0) > 0)).toBe(true)
    expect(letters.days).toHaveLength(7)
    for (const { mean } of letters.days) expect(mean).toBeGreaterThan(0.8)
  })

  it('have the targets of their channel, and no others', async () => {
    const { rules } = done<{ rules: StaffingRule[] }>(await pult.system.get(path('/staffing/rules')))
    const put = (rule: object) => pult.system.send('PUT', path('/staffing/rules'), rule)
    const [calls, chats, letters] = ['calls', 'chats', 'deferred'].map((work) => rules.find((one) => one.work === work))
    expect((await put({ ...calls, queueId: mail })).json()).toMatchObject({ code: 'otherWork' })
    expect((await put({ ...letters, queueId: mail, deadlineMinutes: null })).statusCode).toBe(400)
    expect((await put({ ...calls, deadlineMinutes: 60 })).statusCode).toBe(400)
    done(await put({ ...letters, queueId: mail, deadlineMinutes: 60 }))
    done(await put({ ...chats, contactsAtOnce: 4, stretchPerExtra: 0 }))
    const id = await count(centerId, { name: 'Иначе', ...week })
    const { requirement } = await ofQueue(id, mail)
    expect(requirement.assumptions.rules.find((one) => one.queueId === chat)?.contactsAtOnce).toBe(4)
    expect(requirement.assumptions.rules.find((one) => one.queueId === mail)?.deadlineMinutes).toBe(60)
  })

  it('are told apart in the file', async () => {
    const { requirements } = done<{ requirements: Requirement[] }>(await pult.system.get(path('/requirements')))
    const file = await pult.system.send(
      'POST',
      path(`/requirements/${requirements[0]?.requirementId}/export?format=csv&language=en`),
    )
    const lines = file.body.trim().split('\r\n')
    expect(lines[0]).toContain(';Offered;AHT, s;Channel;Expected service level')
    for (const channel of ['voice', 'chat', 'e-mail'])
      expect(lines.some((line) => line.includes(`;${channel};`))).toBe(true)
    expect(file.body).not.toContain('NaN')
  })
})

describe('what cannot be', () => {
  const rulesOf = async (): Promise<StaffingRule[]> =>
    done<{ rules: StaffingRule[] }>(await pult.system.get(path('/staffing/rules'))).rules
  const put = async (change: Partial<StaffingRule>) => {
    const calls = (await rulesOf()).find(({ work, queueId: id }) => work === 'calls' && id === null)
    return pult.system.send('PUT', path('/staffing/rules'), { ...calls, queueId, maxOccupancy: null, ...change })
  }

  it('is said by the part of the target that no number of agents meets', async () => {
    done(await put({ targetLevel: 0.8, maxOccupancy: 1e-9 }))
    const id = await count(centerId, { name: 'Нельзя', ...week })
    const { intervals, days, requirement } = done<Read>(
      await pult.system.get(path(`/requirements/${id}?queueId=${queueId}`)),
    )
    expect(requirement.status).toBe('draft')
    for (const one of intervals)
      expect(one).toMatchObject({ needed: null, scheduled: null, binding: ['occupancy'], risk: null })
    expect(days).toEqual([])
    const file = await pult.system.send('POST', path(`/requirements/${id}/export?format=csv&language=en`))
    expect(file.body).not.toMatch(/NaN|Infinity|undefined/)
  })

  it('is refused: targets that nothing can be, patience that nobody has', async () => {
    for (const change of [
      { targetLevel: 1 },
      { targetLevel: 0 },
      { targetLevel: null },
      { maxOccupancy: 85 },
      { maxAsaSeconds: 0 },
      { patienceSeconds: 0 },
      { patienceSeconds: 1e9 },
      { patienceSeconds: -5 },
      { availability: 0 },
      { contactsAtOnce: 0 },
    ]) {
      const refused = await put(change)
      expect([change, refused.statusCode]).toEqual([change, 400])
      expect(refused.json()).toMatchObject({ code: expect.any(String), detail: expect.stringContaining('body') })
    }
  })

  it('is counted where patience is absurd but possible, with numbers everywhere', async () => {
    for (const patienceSeconds of [1, 86_400]) {
      done(await put({ patienceSeconds }))
      const id = await count(centerId, { name: 'Терпение', ...week })
      const { intervals } = done<Read>(await pult.system.get(path(`/requirements/${id}?queueId=${queueId}`)))
      for (const { needed, serviceLevel, asaSeconds, abandonRate, occupancy, risk } of intervals)
        for (const value of [needed, serviceLevel, asaSeconds, abandonRate, occupancy, risk?.chance])
          expect(value).toEqual(expect.any(Number))
    }
  })
})

const daily = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((weekday) => [weekday, [['09:00', '18:00']]]))

async function publishForecast(firstDay: string, lastDay: string): Promise<void> {
  const nine = new Date(zone.startOfDay(firstDay) + 9 * 3_600_000).toISOString()
  await pult.app.database.inCenter({ centerId }, async (tx) => {
    const made = await sql<{ id: number }>`
      insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name, published_at,
        published_by_name)
      values (${centerId}, 'Новый', 'published', 30, ${firstDay}, ${lastDay}, ${today}, 'x', 'Анна', now(), 'Анна')
      returning forecast_id as id`.execute(tx)
    const id = made.rows[0]?.id ?? 0
    await sql`
      insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
      select ${centerId}, ${id}, ${queueId}, ${nine}::timestamptz + slot * interval '30 minutes', 50, 20, 30, 50, 70, 80, 200
      from generate_series(0, 3) slot`.execute(tx)
    await sql`
      insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
      values (${centerId}, ${id}, ${queueId}, ${firstDay}, 200, 160, 240, 40000)`.execute(tx)
  })
}
