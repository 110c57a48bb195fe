import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { HoursRow, WishOutcome } from '@pult/contract/schedule-hours'
import type { FormerShift, MyShift } from '@pult/contract/schedule-reports'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { keepPublished } from './testing/published-roster.ts'
import { openSmallCenter, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter
let first = 0
let second = 0

beforeAll(async () => {
  pult = await openTestApp()
  center = await openSmallCenter(pult, { name: 'Часы', agents: 2 })
  ;[first = 0, second = 0] = center.agentIds
  const { planner, path, centerId } = center
  for (const firstDay of ['2026-05-04', '2026-05-05'])
    done(
      await planner.send('POST', path('/wishes'), {
        agentId: first,
        kind: 'off',
        firstDay,
        lastDay: firstDay,
        weekdays: null,
        shiftTemplateId: null,
        minute: null,
        importance: 2,
        note: '',
      }),
    )
  const day = { agentId: first, day: '2026-05-04', start: '2026-05-04T05:00:00Z', minutes: 720 }
  // Into the ninth of May, a holiday: 22:00 to 24:00 and 0:00 to 6:00 are night.
  const night = { agentId: first, day: '2026-05-08', start: '2026-05-08T17:00:00Z', minutes: 720 }
  const other = { agentId: second, day: '2026-05-04', start: '2026-05-04T06:00:00Z', minutes: 540 }
  const days = { centerId, firstDay: '2026-05-04', lastDay: '2026-05-10' }
  const rosterId = await keepPublished(pult.app.database, { ...days, shifts: [day, night, other] })
  await keepPublished(pult.app.database, {
    ...days,
    of: rosterId,
    shifts: [day, { ...night, start: '2026-05-08T18:00:00Z' }, other],
  })
})
afterAll(() => pult.close())

const MAY = 'firstDay=2026-05-01&lastDay=2026-05-31'

describe('hours for pay by period', () => {
  it('count the newest edition alone: work, nights, holidays, and the norm of the month', async () => {
    const { rows } = done<{ rows: HoursRow[] }>(await center.planner.get(center.path(`/hours?${MAY}`)))
    const row = rows.find(({ agentId }) => agentId === first)
    expect(row).toMatchObject({ plannedMinutes: 2 * 660, normMinutes: 151 * 60, isProvisional: false })
    // 21:00 to 9:00 with a meal from 3:00 to 4:00: seven hours of night, eight hours of the ninth of May.
    expect(row).toMatchObject({ nightMinutes: 7 * 60, holidayMinutes: 8 * 60 })
    expect(row?.bands.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(2 * 660)
    expect(rows.find(({ agentId }) => agentId === second)?.plannedMinutes).toBe(480)
  })

  it('refuse a period that ends before it begins, or is longer than a year', async () => {
    for (const period of ['firstDay=2026-05-02&lastDay=2026-05-01', 'firstDay=2025-01-01&lastDay=2026-05-01'])
      expect((await center.planner.get(center.path(`/hours?${period}`))).statusCode).toBe(400)
  })

  it('are a file with a row an agent', async () => {
    const reply = await center.planner.send('POST', center.path(`/hours/export?${MAY}&format=csv&language=en`), {})
    const lines = reply.body.trim().split('\r\n')
    expect(lines[0]).toContain('Agent;On the roster, h;Worked, h;Norm, h')
    expect(lines.length).toBe(3)
    expect(lines[1]).toContain('Агент 1;22;')
    const rising = await center.planner.send(
      'POST',
      center.path(`/hours/export?${MAY}&sort=planned&format=csv&language=en`),
      {},
    )
    expect(rising.body.split('\r\n')[1]).toContain('Агент 2;8;')
    const fair = await center.planner.send('POST', center.path('/fairness/export?year=2026&format=csv&language=en'), {})
    expect(fair.body).toContain('Агент 1;2;1;')
  })
})

describe('how one person stands', () => {
  it('is told to herself and to who sees her, and to nobody else', async () => {
    const herself = await pult.comeIn(center.centerId, 'agent', first)
    const own = done<{ hours: HoursRow; wishes: WishOutcome[] }>(await herself.get(center.path(`/my-standing?${MAY}`)))
    expect(own.hours).toMatchObject({ agentId: first, plannedMinutes: 1320 })
    expect(own.wishes.map(({ day, isMet }) => [day, isMet])).toEqual([
      ['2026-05-04', false],
      ['2026-05-05', true],
    ])
    expect((await herself.get(center.path(`/my-standing?${MAY}&agentId=${second}`))).statusCode).toBe(404)
    expect((await herself.get(center.path(`/my-shifts?${MAY}&agentId=${second}`))).statusCode).toBe(404)
    expect((await herself.get(center.path(`/hours?${MAY}`))).statusCode).toBe(403)
    const seen = done<{ shifts: MyShift[]; former: FormerShift[]; feed: unknown }>(
      await center.planner.get(center.path(`/my-shifts?${MAY}&agentId=${first}`)),
    )
    expect(seen.shifts.map(({ day, changedAt, changedByName }) => [day, changedAt !== null, changedByName])).toEqual([
      ['2026-05-04', false, null],
      ['2026-05-08', true, 'Планировщик'],
    ])
    expect(seen.former).toEqual([
      {
        day: '2026-05-08',
        start: '2026-05-08T17:00:00.000Z',
        end: '2026-05-09T05:00:00.000Z',
        changedAt: seen.shifts[1]?.changedAt,
        changedByName: 'Планировщик',
      },
    ])
    expect(seen.feed).toBeNull()
  })
})
