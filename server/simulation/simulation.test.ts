import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { WhatIf, WhatIfHead } from '@pult/contract/simulation'
import type { StaffingRule } from '@pult/contract/staffing'
import type { SkillNeed } from '@pult/contract/staffing-skills'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

// A morning of forty calls and three agents, tried with more calls and with fewer agents, through HTTP, a job and its threads.

let pult: TestApp
let centerId: number
let whatIfId: number

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  centerId = await pult.createCenter('Что если')
  await fillCenter(pult, centerId)
})
afterAll(() => pult.close())

const path = (rest = ''): string => `/centers/${centerId}/what-ifs${rest}`
const draft = { name: 'Понедельник', day: '2026-10-05', replications: 100 }

async function whenRun(id: number): Promise<WhatIf> {
  for (;;) {
    const found = done<WhatIf>(await pult.system.get(path(`/${id}`)))
    if (found.status !== 'waiting' && found.status !== 'running') return found
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** Of one queue, two hours from nine, with this total of the day. */
async function keepForecast(
  day: string,
  { offered, p10, p90 }: { readonly offered: number; readonly p10: number; readonly p90: number },
): Promise<number> {
  return pult.app.database.inCenter({ centerId }, async (tx) => {
    const made = await sql<{ id: number; queueId: number }>`
      insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, known_until, created_by, created_by_name)
      values (${centerId}, 'Прогноз', 'draft', 30, ${day}, ${day}, '2026-10-11', 'x', 'x')
      returning forecast_id as id, (select min(queue_id) from queue where center_id = ${centerId} and name = 'Справка') as "queueId"
    `.execute(tx)
    const { id = 0, queueId = 0 } = made.rows[0] ?? {}
    for (let half = 0; half < 4; half++)
      await sql`
        insert into forecast_interval (center_id, forecast_id, queue_id, at, offered, p025, p10, p50, p90, p975, aht_seconds)
        values (${centerId}, ${id}, ${queueId}, ${new Date(Date.parse(`${day}T06:00:00Z`) + half * 1_800_000).toISOString()},
          ${offered / 4}, 0, 0, ${offered / 4}, 100, 100, 70)`.execute(tx)
    await sql`
      insert into forecast_day (center_id, forecast_id, queue_id, day, offered, p10, p90, work_seconds)
      values (${centerId}, ${id}, ${queueId}, ${day}, ${offered}, ${p10}, ${p90}, 1)`.execute(tx)
    return id
  })
}

describe('a day of the centre', () => {
  it('is modelled from what came and who was there, run, and laid beside what was seen', async () => {
    whatIfId = done<{ whatIfId: number }>(await pult.system.send('POST', path(), draft)).whatIfId
    const { status, problem, base, results } = await whenRun(whatIfId)
    expect([status, problem]).toEqual(['done', null])
    expect(base?.seen?.total.offered).toBe(40)
    expect(base?.presence).toBe('sessions')
    expect(base?.queues.reduce((sum, { offered }) => sum + offered, 0)).toBeCloseTo(40, 6)
    expect(results).toHaveLength(1)
    const [own] = results ?? []
    expect(own?.difference).toBeNull()
    expect(Math.abs((own?.total.offered.mean ?? 0) - 40)).toBeLessThan(3)
    // A third of the load for three agents: nearly everybody is answered at once.
    expect(own?.total.serviceLevel.mean).toBeGreaterThan(0.85)
  })

  it('is tried with scenarios on the same days, each with its difference from the base and how sure it is', async () => {
    const { version, base } = done<WhatIf>(await pult.system.get(path(`/${whatIfId}`)))
    const [group] = base?.groups ?? []
    const scenarios = [
      { name: 'Втрое больше', changes: [{ kind: 'load', queueId: null, factor: 3, span: null }] },
      { name: 'Один не пришёл', changes: [{ kind: 'agents', groupId: group?.groupId ?? '', more: -1, span: null }] },
      { name: 'Как было', changes: [] },
    ]
    done(await pult.system.send('PUT', path(`/${whatIfId}`), { name: draft.name, scenarios, version }))
    const { results } = await whenRun(whatIfId)
    expect(results).toHaveLength(4)
    const [, busier, fewer, same] = results ?? []
    expect(busier?.difference?.total.serviceLevel.mean).toBeLessThan(-0.05)
    expect(Math.abs((busier?.difference?.total.offered.mean ?? 0) - 80)).toBeLessThan(8)
    expect(fewer?.difference?.total.occupancy.mean).toBeGreaterThan(0)
    expect(fewer?.agentHours).toBeLessThan(results?.[0]?.agentHours ?? 0)
    // The same days: what changes nothing differs by nothing.
    expect(same?.difference?.total.serviceLevel).toMatchObject({ mean: 0 })
    // Any two are held against each other, not only each against the base.
    expect(results?.map(({ against }) => against?.length)).toEqual([0, 1, 2, 3])
    const [less = null, apart = null] = [
      busier?.difference?.total.serviceLevel,
      fewer?.against?.[1]?.total.serviceLevel,
    ]
    expect(apart?.mean).toBeCloseTo((fewer?.difference?.total.serviceLevel.mean ?? 0) - (less?.mean ?? 0), 9)
    expect(fewer?.against?.[0]?.total).toEqual(fewer?.difference?.total)
    const file = await pult.system.send('POST', path(`/${whatIfId}/export?format=csv&language=ru`))
    expect(file.statusCode).toBe(200)
    expect(file.body).toContain('Втрое больше')
  })

  it('has lines, busy and quiet days, shifts with their pauses and callers who hang up at once', async () => {
    const made = done<{ whatIfId: number }>(
      await pult.system.send('POST', path(), { ...draft, lines: 3, daySpread: 0.2 }),
    ).whatIfId
    const { base, results, version } = await whenRun(made)
    expect(results?.[0]?.total.blockedRate?.mean).toBeGreaterThan(0)
    const groupId = base?.groups[0]?.groupId ?? ''
    const shift = { kind: 'shift', groupId, agents: 2, fromMinute: 0, toMinute: 1440 }
    const scenarios = [
      { name: 'Линий хватает', changes: [{ kind: 'lines', lines: null }] },
      { name: 'Дни как один', changes: [{ kind: 'busyness', spread: 0 }] },
      { name: 'Ещё смена', changes: [{ ...shift, pauses: [{ fromMinute: 600, toMinute: 605 }] }] },
      { name: 'Бросают', changes: [{ kind: 'leaveAtOnce', queueId: null, share: 0.5 }] },
    ]
    done(await pult.system.send('PUT', path(`/${made}`), { name: draft.name, scenarios, version }))
    const [own, enough, alike, more, hasty] = (await whenRun(made)).results ?? []
    expect(enough?.total.blockedRate?.mean).toBe(0)
    expect(alike?.total.offered.halfWidth).toBeLessThan(own?.total.offered.halfWidth ?? 0)
    expect(more?.agentHours).toBeGreaterThan((own?.agentHours ?? 0) + 1)
    expect(hasty?.total.leftRate.mean).toBeGreaterThanOrEqual(own?.total.leftRate.mean ?? 1)
    const wrong = [{ name: 'Вне дня', changes: [{ ...shift, fromMinute: 1439, pauses: [] }] }]
    const refused = await pult.system.send('PUT', path(`/${made}`), {
      name: draft.name,
      scenarios: wrong,
      version: version + 1,
    })
    expect([refused.statusCode, refused.json<{ detail?: string }>().detail]).toEqual([
      400,
      expect.stringContaining('nothing of the day'),
    ])
    done(await pult.system.send('DELETE', path(`/${made}`)))
  })

  it('of a forecast is as uncertain as its band says, unless somebody says how far', async () => {
    const forecastId = await keepForecast('2026-10-12', { offered: 60, p10: 20, p90: 100 })
    const asked = { ...draft, day: '2026-10-12', forecastId }
    const run = async (more: object): Promise<WhatIf> =>
      whenRun(done<{ whatIfId: number }>(await pult.system.send('POST', path(), { ...asked, ...more })).whatIfId)
    const unsure = await run({})
    // Four fifths within 40 of 60 is a deviation of 31, of which chance alone makes √60.
    expect(unsure.base?.daySpread).toBeCloseTo(Math.sqrt((80 / 2.563103) ** 2 - 60) / 60, 3)
    expect(unsure.base?.agentsDay).toBe('2026-10-05')
    const sure = await run({ daySpread: 0 })
    expect(sure.base?.daySpread).toBe(0)
    const widthOf = ({ results }: WhatIf): number => results?.[0]?.total.offered.halfWidth ?? 0
    expect(widthOf(unsure)).toBeGreaterThan(2 * widthOf(sure))
    expect(Math.abs((sure.results?.[0]?.total.offered.mean ?? 0) - 60)).toBeLessThan(4)
    for (const one of [unsure, sure]) done(await pult.system.send('DELETE', path(`/${one.whatIfId}`)))
  })

  it('comes out the same from the same seed', async () => {
    const again = done<{ whatIfId: number }>(await pult.system.send('POST', path(), draft)).whatIfId
    const [first, second] = [done<WhatIf>(await pult.system.get(path(`/${whatIfId}`))), await whenRun(again)]
    expect(second.results?.[0]?.total).toEqual(first.results?.[0]?.total)
    // Given up before its day was read: tried again from the beginning, and not with scenarios of a day that nobody knows.
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update what_if set status = 'failed', problem = 'givenUp', base = null, model = null, results = null
        where center_id = ${centerId} and what_if_id = ${again}`.execute(tx),
    )
    const edit = { name: draft.name, scenarios: [], version: second.version }
    const early = { ...edit, scenarios: [{ name: 'Рано', changes: [] }] }
    expect((await pult.system.send('PUT', path(`/${again}`), early)).statusCode).toBe(409)
    done(await pult.system.send('PUT', path(`/${again}`), edit))
    const third = await whenRun(again)
    expect([third.status, third.problem]).toEqual(['done', null])
    expect(third.results?.[0]?.total).toEqual(first.results?.[0]?.total)
    done(await pult.system.send('DELETE', path(`/${again}`)))
    const { whatIfs } = done<{ whatIfs: WhatIfHead[] }>(await pult.system.get(path()))
    expect(whatIfs.map((one) => one.whatIfId)).toEqual([whatIfId])
  })

  it('is refused where it cannot be known, with a sentence, and kept from those it is not for', async () => {
    const wrong = async (body: object): Promise<[number, string]> => {
      const reply = await pult.system.send('POST', path(), body)
      return [reply.statusCode, reply.json<{ detail?: string }>().detail ?? '']
    }
    expect(await wrong({ ...draft, day: '2099-01-01' })).toEqual([400, expect.stringContaining('body.day')])
    expect(await wrong({ ...draft, replications: 1 })).toEqual([400, expect.stringContaining('replications')])
    const empty = done<{ whatIfId: number }>(
      await pult.system.send('POST', path(), { ...draft, day: '2026-10-04' }),
    ).whatIfId
    const nothing = await whenRun(empty)
    expect([nothing.status, nothing.problem === null]).toEqual(['failed', false])
    const agent = await pult.comeIn(centerId, 'agent')
    expect((await agent.get(path())).statusCode).toBe(403)
    const supervisor = await pult.comeIn(centerId, 'supervisor')
    expect((await supervisor.get(path(`/${whatIfId}`))).statusCode).toBe(200)
    expect((await supervisor.send('DELETE', path(`/${whatIfId}`))).statusCode).toBe(403)
    const { lines } = done<{ lines: AuditLine[] }>(await pult.system.get(`/centers/${centerId}/audit`))
    expect(lines.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['simulation.whatIf.create', 'simulation.whatIf.change', 'simulation.whatIf.export']),
    )
  })
})

describe('agents by skill group', () => {
  const needs = (rest = ''): string => `/centers/${centerId}/skill-needs${rest}`
  const asked = {
    name: 'Понедельник',
    day: '2026-10-05',
    forecastId: null,
    targetLevel: 0.8,
    withinSeconds: 20,
    rule: 'strict',
    isBounded: false,
  }
  const find = async (id: number): Promise<SkillNeed | undefined> =>
    done<{ skillNeeds: SkillNeed[] }>(await pult.system.get(needs())).skillNeeds.find(
      ({ skillNeedId }) => skillNeedId === id,
    )
  const whenFound = async (body: object): Promise<SkillNeed> => {
    const { skillNeedId } = done<{ skillNeedId: number }>(await pult.system.send('POST', needs(), body))
    for (;;) {
      const need = await find(skillNeedId)
      if (need !== undefined && need.status !== 'waiting' && need.status !== 'counting') return need
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  it('are searched by simulation and verified on other days, cell by cell', async () => {
    const { status, problem, result, skillNeedId } = await whenFound(asked)
    expect([status, problem]).toEqual(['done', null])
    const parts = result?.queues.flatMap((queue) => queue.parts) ?? []
    for (const { part, wanted } of parts) expect([part, wanted]).toEqual(['serviceLevel', 0.8])
    const busy = parts.flatMap(({ cells }) => cells).filter(({ level }) => level !== null)
    expect(busy.length).toBeGreaterThan(1)
    for (const { level, halfWidth } of busy) expect((level ?? 0) + (halfWidth ?? 0)).toBeGreaterThanOrEqual(0.8)
    expect(result?.agentHours).toBeGreaterThan(0)
    expect(result?.verifiedDays).toBe(300)
    expect(JSON.stringify(result)).not.toContain('NaN')
    const file = await pult.system.send('POST', needs(`/${skillNeedId}/export?format=csv&language=en`))
    expect(file.body).toContain('Date;Start;Skill group;Required;Scheduled')
  })

  it('are told on the roster too, by the shrinkage and the availability of now', async () => {
    const [before] = done<{ skillNeeds: SkillNeed[] }>(await pult.system.get(needs())).skillNeeds
    const { result, skillNeedId = 0 } = before ?? {}
    expect(result).toMatchObject({ shrinkage: 0, rosterHours: result?.agentHours })
    const kinds = [
      { kind: 'Отпуска', planned: true, paid: true, share: 0.2 },
      { kind: 'Болезни', planned: false, paid: true, share: 0.1 },
    ]
    done(await pult.system.send('PUT', `/centers/${centerId}/staffing/shrinkage`, { kinds }))
    const after = (await find(skillNeedId))?.result
    expect(after?.shrinkage).toBeCloseTo(0.28, 12)
    // 20 % planned and 10 % unplanned leave 72 %.
    expect(after?.rosterHours).toBeCloseTo((result?.agentHours ?? 0) / 0.72, 9)
    const rules = `/centers/${centerId}/staffing/rules`
    const calls = done<{ rules: StaffingRule[] }>(await pult.system.get(rules)).rules.find(
      ({ work, queueId }) => work === 'calls' && queueId === null,
    )
    done(await pult.system.send('PUT', rules, { ...calls, availability: 0.9 }))
    const [group] = (await find(skillNeedId))?.result?.groups ?? []
    const busiest = group?.agents.findIndex((agents) => agents > 0) ?? -1
    expect(group?.scheduled[busiest]).toBeCloseTo((group?.agents[busiest] ?? 0) / 0.72 / 0.9, 9)
    const file = await pult.system.send('POST', needs(`/${skillNeedId}/export?format=csv&language=en`))
    expect(file.body).toContain(`;${Math.round((group?.scheduled[busiest] ?? 0) * 100) / 100}`)
  })

  it('within the people there are say where the target is missed', async () => {
    const { result } = await whenFound({ ...asked, targetLevel: 0.99, withinSeconds: 0, isBounded: true })
    for (const { people, agents } of result?.groups ?? []) expect(Math.max(...agents)).toBeLessThanOrEqual(people)
    const cells = result?.queues.flatMap(({ parts }) => parts.flatMap((part) => part.cells)) ?? []
    expect(cells.some(({ level }) => level !== null && level < 0.99)).toBe(true)
  })

  it('keep each queue’s own rule, with the routing that was chosen, and say when a rule has changed', async () => {
    const rules = `/centers/${centerId}/staffing/rules`
    const calls = done<{ rules: StaffingRule[] }>(await pult.system.get(rules)).rules.find(
      ({ work, queueId }) => work === 'calls' && queueId === null,
    )
    const common = { ...calls, targetLevel: null, maxAbandonment: 0.1, maxAsaSeconds: 30, maxOccupancy: 1e-9 }
    done(await pult.system.send('PUT', rules, common))
    const { name, day, forecastId, isBounded } = asked
    const how = { routing: 'priority', agentChoice: 'longestIdle', dearerPerSkill: 0.1 } as const
    const found = await whenFound({ name, day, forecastId, isBounded, ...how })
    expect(found).toMatchObject({ status: 'done', problem: null, isStale: false, draft: { targetLevel: null, ...how } })
    const queues = found.result?.queues ?? []
    expect(queues.length).toBeGreaterThan(0)
    for (const { target, parts, offered } of queues) {
      expect(target).toMatchObject({ targetLevel: null, maxAbandonment: 0.1, maxAsaSeconds: 30, maxOccupancy: 1e-9 })
      const [asa, abandonRate, occupancy] = parts
      expect([asa, abandonRate]).toMatchObject([
        { part: 'asa', wanted: 30 },
        { part: 'abandonRate', wanted: 0.1 },
      ])
      for (const [place, contacts] of offered.entries()) {
        if (contacts === 0) continue
        expect(asa?.cells[place]?.level).toBeLessThan(31)
        expect(abandonRate?.cells[place]?.level).toBeLessThan(0.12)
      }
      // Nobody is never busy: named, and the rest is kept without it.
      expect(occupancy).toEqual({ part: 'occupancy', wanted: 1e-9, cells: [] })
    }
    done(await pult.system.send('PUT', rules, { ...common, maxAbandonment: 0.05 }))
    expect((await find(found.skillNeedId))?.isStale).toBe(true)
    done(await pult.system.send('PUT', rules, common))
    expect((await find(found.skillNeedId))?.isStale).toBe(false)
  })

  it('are thrown away while searched, and refuse what cannot be', async () => {
    const { skillNeedId } = done<{ skillNeedId: number }>(await pult.system.send('POST', needs(), asked))
    done(await pult.system.send('DELETE', needs(`/${skillNeedId}`)))
    expect(await find(skillNeedId)).toBeUndefined()
    expect((await pult.system.send('POST', needs(), { ...asked, day: '2099-01-01' })).json()).toMatchObject({
      code: 'dayNotOver',
    })
    expect((await pult.system.send('POST', needs(), { ...asked, forecastId: 99 })).statusCode).toBe(404)
    expect((await pult.system.send('POST', needs(), { ...asked, targetLevel: 1 })).statusCode).toBe(400)
    expect(await whenFound({ ...asked, day: '2026-10-04' })).toMatchObject({ status: 'failed', problem: 'noLoad' })
  })
})
