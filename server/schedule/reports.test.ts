import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { WishRefusal } from '@pult/contract/schedule-hours'
import type {
  BurdenSpread,
  Coverage,
  FairnessRow,
  MyShift,
  PayRow,
  RosterReport,
  ShiftReason,
} from '@pult/contract/schedule-reports'
import type { LawViolation } from '@pult/contract/schedule-roster'
import { addDays } from '@pult/engine/time'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'
import { workMinutes } from './read-members.ts'
import { keepPublished } from './testing/published-roster.ts'
import { FIRST_DAY, makeRoster, openSmallCenter, type ReadRoster, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter
let made: ReadRoster
let herself: Visitor

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Отчёты' })
  const { planner, path, agentIds } = center
  done(
    await planner.send('POST', path('/wishes'), {
      agentId: agentIds[0],
      kind: 'off',
      firstDay: FIRST_DAY,
      lastDay: addDays(FIRST_DAY, 6),
      weekdays: null,
      shiftTemplateId: null,
      minute: null,
      importance: 1,
      note: '',
    }),
  )
  made = await makeRoster(center, { seconds: 6 })
  herself = await pult.comeIn(center.centerId, 'agent', agentIds[0])
})
afterAll(() => pult.close())

const of = (rest: string): string => center.path(`/rosters/${made.roster.rosterId}${rest}`)
const read = async <Reply>(rest: string, who: Visitor = center.planner): Promise<Reply> =>
  done<Reply>(await who.get(of(rest)))

describe('coverage', () => {
  it('counts agents at their posts slot by slot, breaks taken out', async () => {
    const day = addDays(FIRST_DAY, 1)
    const coverage = await read<Coverage>(`/coverage?firstDay=${day}&lastDay=${day}`)
    expect(coverage.slots.length).toBe(96)
    const [queue] = coverage.queues
    expect(queue).toMatchObject({ queueId: center.queueId, name: 'Заказы' })
    for (const [place, at] of coverage.slots.entries()) {
      const instant = Date.parse(at)
      const isIn = ({ start, end }: { start: string; end: string }): boolean =>
        Date.parse(start) <= instant && instant < Date.parse(end)
      const present = made.shifts.filter(isIn)
      expect(coverage.onShift[place]).toBe(present.length)
      const isOpen = (queue?.cost[place] ?? 0) > 0 || (queue?.needed[place] ?? 0) > 0
      if (isOpen) expect(queue?.posts[place]).toBe(present.filter(({ breaks }) => !breaks.some(isIn)).length)
    }
    const [total] = coverage.days
    // Two agents from 9 to 19.
    expect(total).toMatchObject({ day, hoursNeeded: 20 })
    expect((total?.hoursShort ?? 0) < 20).toBe(true)
  })
})

describe('the report', () => {
  it('tells bound and gap, what binds, and which wishes were refused at what price', async () => {
    const report = await read<RosterReport>('/report')
    expect(report.parts).toEqual(made.roster.parts)
    const { bound, gap } = report
    if (bound === null || gap === null) throw new Error('nothing was proven')
    expect(bound).toBeLessThanOrEqual((report.parts?.total ?? 0) + 1e-6)
    expect(gap).toBeGreaterThanOrEqual(0)
    expect(gap).toBeLessThan(1)
    expect(report.trace.length).toBeGreaterThan(0)
    expect(report.hours).toBeCloseTo(made.shifts.reduce((sum, shift) => sum + workMinutes(shift), 0) / 60, 6)
    const [first] = center.agentIds
    const worked = made.shifts.filter(({ agentId }) => agentId === first).map(({ day }) => day)
    expect(report.refusedWishes.map(({ agentId, day }) => [agentId, day]).toSorted()).toEqual(
      worked.map((day) => [first, day]).toSorted(),
    )
  })

  it('tells why somebody has a shift: what it is worth, and what was next best', async () => {
    const [shift] = made.shifts
    if (shift === undefined) throw new Error('no shift')
    const reason = await read<ShiftReason>(`/why?agentId=${shift.agentId}&day=${shift.day}`)
    expect(reason.shift).toEqual(shift)
    expect(reason.without?.difference.money).toBeLessThan(0)
    expect(reason.worth).not.toBeNull()
    const working = new Set(made.shifts.map(({ agentId, day }) => `${agentId}@${day}`))
    const free = center.agentIds.find((agentId) => !working.has(`${agentId}@${shift.day}`))
    const off = await read<ShiftReason>(`/why?agentId=${free}&day=${shift.day}`)
    expect(off).toMatchObject({ shift: null, worth: null })
    expect((await center.planner.get(of(`/why?agentId=999999&day=${shift.day}`))).statusCode).toBe(404)
  })
})

describe('hours for pay', () => {
  it('are told by agent, in money to those alone who keep personnel files', async () => {
    const { rows } = await read<{ rows: PayRow[] }>('/pay')
    const [row] = rows
    const own = made.shifts.filter(({ agentId }) => agentId === row?.agentId)
    expect(row?.workedMinutes).toBe(own.reduce((sum, shift) => sum + workMinutes(shift), 0))
    expect(row?.bands.reduce((sum, { minutes }) => sum + minutes, 0)).toBeCloseTo(row?.workedMinutes ?? 0, 6)
    expect(rows.every(({ cost }) => cost === null)).toBe(true)
    const head = await pult.comeIn(center.centerId, 'head')
    const seen = await read<{ rows: PayRow[] }>('/pay', head)
    expect(seen.rows[0]?.cost).toBeGreaterThanOrEqual(((row?.workedMinutes ?? 0) / 60) * 400 - 1e-6)
  })
})

describe('the roster as a file', () => {
  it('holds the shifts that the filters of the page let through', async () => {
    const rows = async (filter: string): Promise<string[]> => {
      const reply = await center.planner.send('POST', of(`/export?format=csv&language=ru${filter}`), {})
      return reply.body.trim().split('\r\n').slice(1)
    }
    const own = made.shifts.filter(({ agentId }) => agentId === center.agentIds[1])
    const named = await rows(`&name=${encodeURIComponent('агент 2')}`)
    expect(named.length).toBe(own.length)
    expect(named.every((line) => line.includes('Агент 2'))).toBe(true)
    expect((await rows(`&queueId=${center.queueId}`)).length).toBe(made.shifts.length)
    expect((await rows('&queueId=999999')).length).toBe(0)
  })
})

describe('what a person sees of a published roster', () => {
  let address: string

  it('is her own shifts, nothing of a draft, and how burdens are spread without names', async () => {
    const mine = async (): Promise<{ agent: unknown; shifts: MyShift[]; feed: unknown }> =>
      done(await herself.get(center.path(`/my-shifts?firstDay=${FIRST_DAY}&lastDay=${addDays(FIRST_DAY, 6)}`)))
    expect(await mine()).toEqual({
      agent: { agentId: center.agentIds[0], name: 'Агент 1' },
      shifts: [],
      former: [],
      feed: null,
    })
    const { violations } = await read<{ violations: LawViolation[] }>('/violations')
    const decisions = violations
      .filter(({ severity }) => severity === 'block')
      .map(({ key }) => ({ key, reason: 'Проба' }))
    done(await center.planner.send('POST', of('/publish'), { version: 1, decisions }))
    const shifts = made.shifts.filter(({ agentId }) => agentId === center.agentIds[0])
    const seen = await mine()
    expect(seen.shifts.map(({ shiftId, templateName, changedAt }) => [shiftId, templateName, changedAt])).toEqual(
      shifts.map(({ shiftId }) => [shiftId, 'День', null]),
    )
    const fairness = async (who: Visitor): Promise<{ rows: FairnessRow[]; spread: BurdenSpread[] }> =>
      done(await who.get(center.path('/fairness?year=2026')))
    const own = await fairness(herself)
    expect(own.rows.map(({ agentId }) => agentId)).toEqual([center.agentIds[0]])
    const weekends = shifts.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay())).length
    expect(own.rows[0]).toMatchObject({
      shifts: shifts.length,
      weekends,
      nights: 0,
      lateChanges: 0,
      refusedWishes: shifts.length,
    })
    const days = `firstDay=${FIRST_DAY}&lastDay=${addDays(FIRST_DAY, 6)}`
    const { refusals } = done<{ refusals: WishRefusal[] }>(await herself.get(center.path(`/my-wishes/why?${days}`)))
    expect(refusals.map(({ day }) => day).toSorted()).toEqual(shifts.map(({ day }) => day).toSorted())
    expect(refusals.every(({ forbiddenBy, hasWay }) => forbiddenBy.length > 0 || hasWay)).toBe(true)
    const [, second] = center.agentIds
    expect((await herself.get(center.path(`/my-wishes/why?${days}&agentId=${second}`))).statusCode).toBe(404)
    const whole = await fairness(center.planner)
    expect(whole.spread).toEqual(own.spread)
    expect(own.spread.find(({ burden }) => burden === 'weekends')?.people).toBe(whole.rows.length)
    expect(JSON.stringify(own.spread)).not.toContain('Агент')
  })

  it('is a calendar by a secret address that can be revoked', async () => {
    // The clock of the test may be anywhere: shifts of its own lie within the feed's months and outside of them.
    const [agentId = 0] = center.agentIds
    const days = [-60, -20, 2, 3, 100, 200].map((ahead) => dayFromNow(ahead))
    await keepPublished(pult.app.database, {
      centerId: center.centerId,
      firstDay: days[0] ?? '',
      lastDay: days.at(-1) ?? '',
      shifts: days.map((day) => ({ agentId, day, start: `${day}T06:00:00.000Z`, minutes: 540 })),
    })
    const feed = center.path('/my-shifts/feed')
    ;({ address } = done<{ address: string }>(await herself.send('POST', feed)))
    const { pathname } = new URL(address)
    const get = (url: string) => pult.app.http.app.inject({ method: 'GET', url })
    const reply = await get(pathname)
    expect(reply.statusCode).toBe(200)
    expect(reply.headers['content-type']).toContain('text/calendar')
    const lines = reply.body.split('\r\n')
    expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true)
    const inside = days.slice(1, 5)
    const ofTest = eventsOf(reply.body).filter(({ UID }) => days.some((day) => UID?.includes(day)))
    expect(ofTest.map(({ DTSTART }) => DTSTART)).toEqual(inside.map((day) => `${day.replaceAll('-', '')}T060000Z`))
    expect(ofTest[0]).toMatchObject({
      DTEND: `${inside[0]?.replaceAll('-', '')}T150000Z`,
      DESCRIPTION: 'обед · meal 13:30–14:30',
    })
    expect((await get(`${pathname.slice(0, -5)}x.ics`)).statusCode).toBe(404)
    expect((await get(pathname.replace(String(center.centerId), '999999'))).statusCode).toBe(404)
    const { address: next } = done<{ address: string }>(await herself.send('POST', feed))
    expect((await get(pathname)).statusCode).toBe(404)
    expect((await get(new URL(next).pathname)).statusCode).toBe(200)
    done(await herself.send('DELETE', feed))
    expect((await get(new URL(next).pathname)).statusCode).toBe(404)
    expect((await center.planner.send('POST', feed)).statusCode).toBe(404)
  })
})

const dayFromNow = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)

/** A small reader of iCalendar: unfolds, and takes each event's properties. */
function eventsOf(text: string): Record<string, string>[] {
  const lines = text.replaceAll('\r\n ', '').split('\r\n')
  const events: Record<string, string>[] = []
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') events.push({})
    const colon = line.indexOf(':')
    const event = events.at(-1)
    if (event !== undefined && colon > 0) event[line.slice(0, colon)] = line.slice(colon + 1)
  }
  return events
}
