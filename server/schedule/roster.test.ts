import { setTimeout as rest } from 'node:timers/promises'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { addDays } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import {
  agreement,
  dayTemplate,
  FIRST_DAY,
  makeRoster,
  openSmallCenter,
  requireAgents,
  settledRoster,
  type ReadRoster,
  type SmallCenter,
} from './testing/small-center.ts'
import { workMinutes } from './read-members.ts'

let pult: TestApp
let center: SmallCenter

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Смены' })
})
afterAll(() => pult.close())

describe('a roster', () => {
  it('is made from a requirement: named people, breaks, nobody twice a day, and its cost by parts', async () => {
    const { roster, members, shifts } = await makeRoster(center)
    expect(roster).toMatchObject({ status: 'draft', problem: null, version: 1, edition: 1, warnings: [], agents: 6 })
    expect(members.map(({ name }) => name)).toEqual(center.agentIds.map((_, index) => `Агент ${index + 1}`))
    expect(shifts.length).toBeGreaterThan(10)
    expect(new Set(shifts.map(({ agentId, day }) => `${agentId} ${day}`)).size).toBe(shifts.length)
    for (const shift of shifts) {
      expect(Date.parse(shift.end) - Date.parse(shift.start)).toBe(9 * 3_600_000)
      expect(shift.breaks.map(({ kind }) => kind)).toEqual(['rest', 'meal', 'rest'])
    }
    const first = members[0]
    const own = shifts.filter(({ agentId }) => agentId === first?.agentId)
    expect(first?.minutes).toBe(own.reduce((sum, shift) => sum + workMinutes(shift), 0))
    const { parts } = roster
    if (parts === null) throw new Error('no parts')
    const { total, service, money, wishes, fairness, stability } = parts
    expect(total).toBeCloseTo(service + money + wishes + fairness + stability, 6)
    expect(money).toBeGreaterThan(0)
    expect(roster.progress.objective).toBeCloseTo(total, 6)
  })

  it('gives nobody a shift on leave, and stays within what she told of her time', async () => {
    const [anna, boris] = center.agentIds
    const { planner, path } = center
    const leave = { agentId: anna, kind: 'leave', firstDay: FIRST_DAY, lastDay: addDays(FIRST_DAY, 3) }
    const whole = { fromMinute: null, toMinute: null, note: '' }
    const absence = done<{ absenceId: number }>(await planner.send('POST', path('/absences'), { ...leave, ...whole }))
    const evenings = {
      agentId: boris,
      kind: 'available',
      from: '2026-01-01',
      to: null,
      weekdays: [1, 2, 3, 4, 5],
      fromMinute: 11 * 60,
      toMinute: 22 * 60,
      note: '',
    }
    const { availabilityId } = done<{ availabilityId: number }>(
      await planner.send('POST', path('/availability'), evenings),
    )
    const { shifts } = await makeRoster(center)
    expect(shifts.filter(({ agentId, day }) => agentId === anna && day <= leave.lastDay)).toEqual([])
    const ofBoris = shifts.filter(({ agentId }) => agentId === boris)
    // 11 in Moscow is 8 by UTC.
    for (const { start, day } of ofBoris) {
      expect(new Date(start).getUTCHours()).toBeGreaterThanOrEqual(8)
      expect(new Date(day).getUTCDay() % 6).not.toBe(0)
    }
    done(await planner.send('DELETE', path(`/absences/${absence.absenceId}`)))
    done(await planner.send('DELETE', path(`/availability/${availabilityId}`)))
  })

  it('is made of chosen shift templates alone', async () => {
    const { planner, path, templateId } = center
    const late = { ...dayTemplate, name: 'Поздняя', startFromMinute: 660, startToMinute: 660 }
    const { shiftTemplateId } = done<{ shiftTemplateId: number }>(
      await planner.send('POST', path('/shift-templates'), late),
    )
    const { roster, shifts } = await makeRoster(center, { templateIds: [shiftTemplateId] })
    expect(roster.templateIds).toEqual([shiftTemplateId])
    expect(shifts.length).toBeGreaterThan(5)
    // Eleven in Moscow is eight by UTC.
    expect(shifts.every((one) => one.shiftTemplateId === shiftTemplateId && one.start.includes('T08:00'))).toBe(true)
    const both = await makeRoster(center)
    expect(both.roster.templateIds).toBeNull()
    expect(both.shifts.some((one) => one.shiftTemplateId === templateId)).toBe(true)
    const unknown = { name: 'Н', requirementId: center.requirementId, firstDay: FIRST_DAY, lastDay: FIRST_DAY }
    const asked = { ...unknown, agentIds: null, seconds: 1, startFrom: null, templateIds: [987_654] }
    expect((await planner.send('POST', path('/rosters'), asked)).statusCode).toBe(404)
    const archived = { ...late, isArchived: true, version: 1 }
    done(await planner.send('PATCH', path(`/shift-templates/${shiftTemplateId}`), archived))
  })

  it('names whom and what it had to leave out', async () => {
    const agent = async (name: string): Promise<number> =>
      done<{ agentId: number }>(await pult.system.send('POST', center.path('/agents'), { name, teamId: null })).agentId
    const unskilled = await agent('Без навыка')
    done(
      await pult.system.send('POST', center.path('/agreements'), {
        agentId: unskilled,
        from: '2026-01-01',
        to: null,
        ...agreement,
      }),
    )
    const unagreed = await agent('Без договора')
    const { roster, members } = await makeRoster(center, { seconds: 1 })
    expect(roster.warnings).toEqual(
      expect.arrayContaining([
        { code: 'noQueue', values: { agentId: unskilled, name: 'Без навыка' } },
        { code: 'noAgreement', values: { agentId: unagreed, name: 'Без договора' } },
      ]),
    )
    expect(members.some(({ agentId }) => agentId === unskilled || agentId === unagreed)).toBe(false)
    const { roster: nobody } = await makeRoster(center, { seconds: 1, agentIds: [unskilled] })
    expect(nobody).toMatchObject({ status: 'failed', problem: 'nobody' })
  })

  it('leaves out what is needed while a queue is closed, and says how much', async () => {
    const other = await openSmallCenter(pult, { name: 'Закрыто', agents: 3 })
    const weekly = Object.fromEntries(['1', '2', '3', '4', '5', '6', '7'].map((day) => [day, [['09:00', '18:00']]]))
    const { openingHoursId } = done<{ openingHoursId: number }>(
      await pult.system.send('POST', other.path('/opening-hours'), { name: 'До шести', weekly }),
    )
    const { queues } = done<{ queues: { queueId: number }[] }>(await pult.system.get(other.path('/queues')))
    const { queueId: _id, names: _names, ...queue } = queues[0] as unknown as Record<string, unknown>
    done(await pult.system.send('PATCH', other.path(`/queues/${other.queueId}`), { ...queue, openingHoursId }))
    const { roster } = await makeRoster(other, { seconds: 1 })
    // Two agents from 18 to 19, seven days.
    expect(roster.warnings).toEqual([
      { code: 'needInClosedHours', values: { queueId: other.queueId, name: 'Заказы', agentHours: 14 } },
    ])
  })

  it('is refused beyond its requirement, backwards, too long, and from what is not counted', async () => {
    const { planner, path, requirementId } = center
    const draft = {
      name: 'Нет',
      requirementId,
      firstDay: FIRST_DAY,
      lastDay: addDays(FIRST_DAY, 6),
      agentIds: null,
      seconds: 1,
      startFrom: null,
    }
    const ask = async (more: object): Promise<unknown> =>
      (await planner.send('POST', path('/rosters'), { ...draft, ...more })).json()
    expect(await ask({ lastDay: addDays(FIRST_DAY, 9) })).toMatchObject({ status: 400, code: 'beyondRequirement' })
    expect(await ask({ lastDay: '2026-05-01' })).toMatchObject({ status: 400, code: 'periodBackwards' })
    expect(await ask({ lastDay: '2026-09-01' })).toMatchObject({ status: 400, code: 'tooManyDays' })
    expect(await ask({ requirementId: 999_999 })).toMatchObject({ status: 404 })
    expect(await ask({ agentIds: [999_999] })).toMatchObject({ status: 404 })
    expect(await ask({ seconds: -1 })).toMatchObject({ status: 400 })
  })

  it('of a week with a clock change has days of 23 hours, and shifts of elapsed ones', async () => {
    const firstDay = '2026-03-23'
    const berlin = await openSmallCenter(pult, { name: 'Berlin', timeZone: 'Europe/Berlin', firstDay, agents: 4 })
    const { roster, shifts } = await makeRoster(berlin, { firstDay, lastDay: addDays(firstDay, 6) })
    expect(roster.status).toBe('draft')
    const hours = (day: string): number[] =>
      shifts.filter((shift) => shift.day === day).map(({ start }) => new Date(start).getUTCHours())
    const saturday = hours('2026-03-28')
    const sunday = hours('2026-03-29')
    expect(saturday.length).toBeGreaterThan(0)
    expect(sunday.length).toBeGreaterThan(0)
    // Nobody begins before eight by the clock on the wall: seven by UTC in winter, six in summer.
    expect(Math.min(...saturday)).toBeGreaterThanOrEqual(7)
    expect(Math.min(...sunday)).toBeGreaterThanOrEqual(6)
    for (const { start, end } of shifts) expect(Date.parse(end) - Date.parse(start)).toBe(9 * 3_600_000)
  })
})

describe('the making of a roster', () => {
  it('can be stopped with the best so far, read while it goes, and continued from there', async () => {
    const { planner, path, requirementId } = center
    const draft = {
      name: 'Долго',
      requirementId,
      firstDay: FIRST_DAY,
      lastDay: addDays(FIRST_DAY, 6),
      agentIds: null,
      seconds: 600,
      seed: 3,
      startFrom: null,
    }
    const { rosterId } = done<{ rosterId: number }>(await planner.send('POST', path('/rosters'), draft))
    const going = await waitFor(async () => {
      const read = done<ReadRoster>(await planner.get(path(`/rosters/${rosterId}`)))
      return read.shifts.length > 0 && read.roster.progress.objective !== null ? read : null
    })
    expect(going.roster).toMatchObject({ status: 'making' })
    expect(going.roster.progress.share).toBeLessThan(0.5)
    expect((await planner.send('POST', path(`/rosters/${rosterId}/continue`), { seconds: 1 })).statusCode).toBe(409)
    done(await planner.send('POST', path(`/rosters/${rosterId}/stop`)))
    const stopped = await settledRoster(center, rosterId)
    expect(stopped.roster).toMatchObject({ status: 'draft', version: 1 })
    done(await planner.send('POST', path(`/rosters/${rosterId}/continue`), { seconds: 1 }))
    // Until the new search has counted, the draft is still there to be looked at, at what it costs.
    const goingOn = done<ReadRoster>(await planner.get(path(`/rosters/${rosterId}`)))
    expect(goingOn.roster.progress.objective).not.toBeNull()
    expect(goingOn.shifts.length).toBeGreaterThan(0)
    const better = await settledRoster(center, rosterId)
    expect(better.roster.version).toBe(2)
    expect(better.roster.parts?.total ?? Infinity).toBeLessThanOrEqual((stopped.roster.parts?.total ?? 0) + 1e-6)
    expect((await planner.send('POST', path(`/rosters/${rosterId}/stop`))).statusCode).toBe(409)
    done(await planner.send('DELETE', path(`/rosters/${rosterId}`)))
    expect((await planner.get(path(`/rosters/${rosterId}`))).statusCode).toBe(404)
  })

  it('needs somebody to cover: a need larger than everybody is told in money, not hidden', async () => {
    const { centerId, queueId } = center
    const days = { firstDay: FIRST_DAY, lastDay: addDays(FIRST_DAY, 6) }
    const requirementId = await requireAgents(pult, {
      centerId,
      queueId,
      timeZone: 'Europe/Moscow',
      ...days,
      needed: 40,
    })
    const { roster } = await makeRoster(center, { requirementId, seconds: 1 })
    const { roster: enough } = await makeRoster(center, { seconds: 1 })
    // The same load costs the same to serve: needs are told beside it, money goes by what is expected to come.
    expect(roster.parts?.service).toBeGreaterThan(0)
    expect(roster.parts?.service).toBeLessThan(2 * (enough.parts?.service ?? 0))
  })
})

async function waitFor<Found>(look: () => Promise<Found | null>): Promise<Found> {
  for (let turn = 0; turn < 300; turn++) {
    const found = await look()
    if (found !== null) return found
    await rest(200)
  }
  throw new Error('waited in vain')
}
