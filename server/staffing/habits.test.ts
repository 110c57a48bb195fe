import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Requirement, RequirementInterval, Shrinkage, StaffingRule } from '@pult/contract/staffing'
import type { ObservedShrinkage, QueueHabits } from '@pult/contract/staffing-habits'
import { waitBounds } from '@pult/engine/measures'
import { effectiveOutcome } from '@pult/engine/staffing'
import { addDays, createZone, HOUR_MS, isoWeekday } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// Through HTTP on a real database: four weeks of a queue whose ten agents took contacts for four fifths of the time they were signed in
// for them, and in the afternoon for all of it.

const zone = createZone('Europe/Moscow')
const today = zone.localDate(Date.now())
const AGENTS = 10
const AHT_SECONDS = 300
const PATIENCE_SECONDS = 240
const WITHIN_SECONDS = 20
const MORNING = [9, 10, 11]
const AFTERNOON = [14, 15, 16]
const availabilityAt = (hour: number): number => (hour < 12 ? 0.8 : 1)

let pult: TestApp
let centerId: number
let queueId: number
let quietId: number

const path = (rest: string): string => `/centers/${centerId}${rest}`
const habitsOf = async (id: number): Promise<QueueHabits> =>
  done<QueueHabits>(await pult.system.get(path(`/staffing/habits?queueId=${id}`)))

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Привычки')
  await pult.app.database.inCenter({ centerId }, async (tx) => {
    const addQueue = async (name: string): Promise<number> => {
      const made = await sql<{ id: number }>`
        insert into queue (center_id, name, channel) values (${centerId}, ${name}, 'voice') returning queue_id as id`.execute(
        tx,
      )
      return made.rows[0]?.id ?? 0
    }
    queueId = await addQueue('Продажи')
    quietId = await addQueue('Тихая')
    const reason = await sql<{ id: number }>`
      insert into pause_reason (center_id, name, paid) values (${centerId}, 'Обед', false) returning pause_reason_id as id`.execute(
      tx,
    )
    const insert = async (table: string, rows: readonly object[]): Promise<void> => {
      await sql`insert into ${sql.table(table)} select (jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)).*`.execute(
        tx,
      )
    }
    const came: object[] = []
    const times: object[] = []
    const agentDays: object[] = []
    for (let back = 1; back <= 28; back += 1) {
      const day = addDays(today, -back)
      for (const hour of [...MORNING, ...AFTERNOON]) {
        const at = new Date(zone.startOfDay(day) + hour * HOUR_MS).toISOString()
        came.push(hourOf(queueId, at, hour, 100 + ((back * 7 + hour * 3) % 25)))
        // A single hang-up in four weeks, after a second: it would have made everybody leave at once.
        if (hour === 9)
          came.push({ ...hourOf(quietId, at, hour, 4), abandoned: back === 1 ? 1 : 0, wait_answered_ms: 1000 })
        for (let agent = 1; agent <= AGENTS; agent += 1) {
          const of = (state: string, ms: number, pauseReasonId: number) => ({
            center_id: centerId,
            at,
            agent_id: agent,
            state,
            pause_reason_id: pauseReasonId,
            ms,
          })
          // Lunch at two on Mondays takes a quarter of the hour of presence.
          const isLunch = hour === 14 && isoWeekday(day) === 1
          times.push(of('session', isLunch ? 4_800_000 : 3_600_000, 0))
          if (isLunch) times.push(of('pause', 1_200_000, reason.rows[0]?.id ?? 0))
        }
      }
      for (let agent = 1; agent <= AGENTS; agent += 1) agentDays.push(agentDay(day, agent))
    }
    await insert('queue_interval', came)
    await insert('agent_time_interval', times)
    await insert('agent_day', agentDays)
  })
})
afterAll(() => pult.close())

const zerosOf = (names: string): object => Object.fromEntries(names.split(/\s+/).map((name) => [name, 0]))

function hourOf(queue: number, at: string, hour: number, offered: number): object {
  const effectiveAgents = AGENTS * availabilityAt(hour)
  const outcome = effectiveOutcome({
    offered,
    intervalSeconds: 3600,
    ahtSeconds: AHT_SECONDS,
    patienceSeconds: PATIENCE_SECONDS,
    effectiveAgents,
    withinSeconds: WITHIN_SECONDS,
  })
  const abandoned = Math.round(outcome.abandonRate * offered)
  const answered = offered - abandoned
  const inTime = Math.min(answered, Math.round(outcome.answeredWithin * offered))
  return {
    ...zerosOf(
      `flowed_out callback_requested still_open wait_answered_s2 wait_abandoned_s2 wait_flowed_out_ms wait_flowed_out_s2 talk_s2 hold_s2 acw_s2
      outbound_handle_s2 longest_wait_ms hold_ms acw_ms handle_s2 held transferred_out agent_no_answers hung_up_by_agent answered_in handled_in
      outbound_attempts outbound_reached outbound_handle_ms wait_abandoned_ms`,
    ),
    center_id: centerId,
    queue_id: queue,
    at,
    channel: 'voice',
    direction: 'inbound',
    offered,
    answered,
    abandoned,
    wait_answered_ms: abandoned * PATIENCE_SECONDS * 1000,
    talk_ms: answered * AHT_SECONDS * 1000,
    answered_cum: waitBounds.map((bound) => (bound >= WITHIN_SECONDS ? inTime : 0)),
  }
}

const agentDay = (day: string, agent: number): object => ({
  ...zerosOf(
    `wait_answered_ms wait_answered_s2 hold_ms acw_ms handle_s2 held transferred_out hung_up_by_agent answered_in handled_in outbound_attempts
    outbound_reached outbound_handle_ms talk_s2 hold_s2 acw_s2 outbound_handle_s2`,
  ),
  center_id: centerId,
  day,
  agent_id: agent,
  queue_id: queueId,
  channel: 'voice',
  direction: 'inbound',
  answered: 50,
  talk_ms: 15_000_000,
})

describe('habits from the log', () => {
  it('tell patience and availability by hour, with what stands behind them and how sure they are', async () => {
    const habits = await habitsOf(queueId)
    expect(habits).toMatchObject({ unlearnt: null, firstDay: addDays(today, -28), lastDay: addDays(today, -1) })
    expect(habits.hangUps).toBeGreaterThan(200)
    expect(habits.patienceSeconds?.value).toBeCloseTo(PATIENCE_SECONDS, -1)
    expect(habits.hours.map(({ hour }) => hour)).toEqual([...MORNING, ...AFTERNOON])
    for (const { hour, calls, availability, patienceSeconds } of habits.hours) {
      expect(calls).toBeGreaterThan(2000)
      expect(Math.abs((availability?.value ?? 0) - availabilityAt(hour))).toBeLessThan(0.05)
      for (const learnt of [availability, patienceSeconds]) {
        expect(learnt?.low).toBeLessThanOrEqual(learnt?.value ?? 0)
        expect(learnt?.high).toBeGreaterThanOrEqual(learnt?.value ?? 0)
      }
    }
  })

  it('are not decided by one hang-up, and say what is too little to learn from', async () => {
    const habits = await habitsOf(quietId)
    expect(habits).toMatchObject({ availability: null, unlearnt: 'fewCalls', hangUps: 1 })
    // Its own figure would be 28 seconds of waiting for one hang-up.
    expect(habits.patienceSeconds?.value).toBeGreaterThan(200)
  })

  it('are of the centre’s own queues', async () => {
    expect((await pult.system.get(path('/staffing/habits?queueId=999999'))).statusCode).toBe(404)
  })

  it('stand behind a requirement whose rule asks the log, by hour', async () => {
    const { requirement, intervals } = await counted()
    const rule = requirement.assumptions.rules.find((one) => one.queueId === queueId)
    expect(rule).toMatchObject({ isAvailabilityLearnt: true, log: { unlearnt: null } })
    expect(rule?.availabilityByHour?.[9]).toBeLessThan(0.86)
    expect(rule?.availabilityByHour?.[15]).toBeGreaterThan(0.94)
    expect(rule?.availability).toBeGreaterThan(rule?.availabilityByHour?.[9] ?? 1)
    for (const { at, needed, scheduled } of intervals) {
      const { hour } = zone.instantToLocal(Date.parse(at))
      expect(scheduled).toBeCloseTo((needed ?? 0) / (rule?.availabilityByHour?.[hour] ?? 0), 9)
    }
  })

  it('give way to the number that somebody gave', async () => {
    const { rules } = done<{ rules: StaffingRule[] }>(await pult.system.get(path('/staffing/rules')))
    const calls = rules.find(({ work }) => work === 'calls')
    const rule = { ...calls, availability: 0.7, isAvailabilityLearnt: false, rule: 'shortCredit', shortSeconds: 10 }
    done(await pult.system.send('PUT', path('/staffing/rules'), rule))
    const { requirement, intervals } = await counted()
    const applied = requirement.assumptions.rules.find((one) => one.queueId === queueId)
    expect(applied).toMatchObject({
      availability: 0.7,
      availabilityByHour: null,
      rule: 'shortCredit',
      shortSeconds: 10,
    })
    for (const { needed, scheduled } of intervals) expect(scheduled).toBeCloseTo((needed ?? 0) / 0.7, 9)
  })
})

describe('shrinkage', () => {
  it('is seen in the log by kind, weekday and hour', async () => {
    const { kinds, signedInHours } = done<{ kinds: ObservedShrinkage[]; signedInHours: number }>(
      await pult.system.get(path('/staffing/shrinkage/observed')),
    )
    expect(signedInHours).toBeGreaterThan(28 * 6 * AGENTS)
    expect(kinds).toMatchObject([{ kind: 'Обед', planned: true, paid: false }])
    const [lunch] = kinds
    const shareAt = (weekday: number, hour: number) =>
      lunch?.hours.find((one) => one.weekday === weekday && one.hour === hour)?.share
    expect(shareAt(1, 14)).toBeCloseTo(0.25, 9)
    expect(shareAt(2, 14)).toBe(0)
    expect(lunch?.share).toBeLessThan(0.02)
  })

  it('by hour goes into the roster of that hour, and may not take everybody', async () => {
    const hours = [{ weekday: 1, hour: 9, share: 0.4 }]
    const kinds: Shrinkage[] = [{ kind: 'Обед', planned: true, paid: false, share: 0.1, hours }]
    done(await pult.system.send('PUT', path('/staffing/shrinkage'), { kinds }))
    expect(done<{ kinds: Shrinkage[] }>(await pult.system.get(path('/staffing/shrinkage'))).kinds).toEqual(kinds)
    const { requirement, intervals } = await counted()
    const monday = intervals.filter(({ at }) => isoWeekday(zone.localDate(Date.parse(at))) === 1)
    for (const { at, needed, scheduled } of monday) {
      const share = zone.instantToLocal(Date.parse(at)).hour === 9 ? 0.4 : 0.1
      expect(scheduled).toBeCloseTo((needed ?? 0) / 0.7 / (1 - share), 9)
    }
    // Lunch is on the roster and not in what is paid.
    const file = await pult.system.send(
      'POST',
      path(`/requirements/${requirement.requirementId}/export?format=csv&language=en`),
    )
    const [heading = '', first = ''] = file.body.split('\r\n')
    const cell = (name: string): number => Number(first.split(';')[heading.split(';').indexOf(name)])
    const [one] = intervals
    const isLong = one !== undefined && monday.includes(one) && zone.instantToLocal(Date.parse(one.at)).hour === 9
    expect(cell('Paid of the scheduled')).toBeCloseTo(cell('Scheduled') * (isLong ? 0.6 : 0.9), 1)
    const refused = async (more: object, code: string) =>
      expect(
        (
          await pult.system.send('PUT', path('/staffing/shrinkage'), {
            kinds: [...kinds, { ...kinds[0], kind: 'Учёба', ...more }],
          })
        ).json(),
      ).toMatchObject({ code })
    await refused({ hours: [{ weekday: 1, hour: 9, share: 0.7 }] }, 'nobodyLeft')
    await refused({ hours: [...hours, ...hours] }, 'hourTwice')
  })
})

async function counted(): Promise<{ requirement: Requirement; intervals: RequirementInterval[] }> {
  const body = { name: 'Неделя', firstDay: addDays(today, 1), lastDay: addDays(today, 7), forecastId: null }
  const { requirementId } = done<{ requirementId: number }>(await pult.system.send('POST', path('/requirements'), body))
  for (;;) {
    const read = done<{ requirement: Requirement; intervals: RequirementInterval[] }>(
      await pult.system.get(path(`/requirements/${requirementId}?queueId=${queueId}`)),
    )
    const { status } = read.requirement
    if (status !== 'waiting' && status !== 'making') {
      expect(status).toBe('draft')
      return read
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
