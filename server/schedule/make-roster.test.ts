import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { PlannedShift } from '@pult/contract/schedule-roster'
import { addDays } from '@pult/engine/time'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import {
  agreement,
  dayTemplate,
  FIRST_DAY,
  makeRoster,
  openSmallCenter,
  settledRoster,
  type ReadRoster,
  type SmallCenter,
} from './testing/small-center.ts'
import { workMinutes } from './read-members.ts'

let pult: TestApp
let center: SmallCenter

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Составление', agents: 5 })
})
afterAll(() => pult.close())

const LAST_DAY = addDays(FIRST_DAY, 6)

async function make<Reply>(path: string, body: object): Promise<Reply> {
  return done<Reply>(await pult.system.send('POST', center.path(path), body))
}

const ofAgent = (shifts: readonly PlannedShift[], agentId: number | undefined): PlannedShift[] =>
  shifts.filter((shift) => shift.agentId === agentId)

describe('what rosters are made by', () => {
  it('is a rotation too: prescribed shifts and days off stand, preferred ones are wishes', async () => {
    const [anna = 0, boris = 0, vera = 0] = center.agentIds
    // From ten to seven by the clock in Moscow, always.
    const fixed = { ...dayTemplate, name: 'С десяти', startFromMinute: 600, startToMinute: 600 }
    const { shiftTemplateId } = await make<{ shiftTemplateId: number }>('/shift-templates', fixed)
    const week = [...Array.from({ length: 5 }, () => shiftTemplateId), null, null]
    const late = [null, null, ...Array.from({ length: 5 }, () => shiftTemplateId)]
    const walker = { from: '2026-05-04', to: null }
    const { rotationId } = await make<{ rotationId: number }>('/rotations', {
      name: 'Пять через два',
      weeks: [week, late],
      agents: [
        { ...walker, agentId: anna, offsetWeeks: 0, isFixed: true },
        { ...walker, agentId: boris, offsetWeeks: 1, isFixed: true },
        { ...walker, agentId: vera, offsetWeeks: 0, isFixed: false },
      ],
    })
    // Four weeks after the rotation's first Monday she is at its first week again.
    const empty = await makeRoster(center, { seconds: 0 })
    expect(empty.roster).toMatchObject({ status: 'draft', version: 1 })
    const weekdays = [0, 1, 2, 3, 4].map((ahead) => addDays(FIRST_DAY, ahead))
    expect(ofAgent(empty.shifts, anna).map(({ day }) => day)).toEqual(weekdays)
    expect(ofAgent(empty.shifts, boris).map(({ day }) => day)).toEqual(
      [2, 3, 4, 5, 6].map((ahead) => addDays(FIRST_DAY, ahead)),
    )
    expect(new Set(empty.shifts.map(({ agentId }) => agentId))).toEqual(new Set([anna, boris]))
    for (const shift of empty.shifts) {
      expect(shift).toMatchObject({ isLocked: true, shiftTemplateId, start: `${shift.day}T07:00:00.000Z` })
      expect(shift.breaks.map(({ kind }) => kind)).toEqual(['rest', 'meal', 'rest'])
    }
    const filled = await makeRoster(center, { seconds: 3 })
    const times = (shifts: readonly PlannedShift[]): string[] => shifts.map(({ start, end }) => `${start} ${end}`)
    for (const agentId of [anna, boris])
      expect(times(ofAgent(filled.shifts, agentId))).toEqual(times(ofAgent(empty.shifts, agentId)))
    expect(filled.shifts.length).toBeGreaterThan(empty.shifts.length)
    expect(ofAgent(filled.shifts, vera).some(({ isLocked }) => isLocked)).toBe(false)
    done(await pult.system.send('DELETE', center.path(`/rotations/${rotationId}`)))
  })

  it('is meetings, all at once, and trainings, each when it suits, on shifts between their times', async () => {
    const [anna = 0, boris = 0, vera = 0] = center.agentIds
    const days = { firstDay: FIRST_DAY, lastDay: addDays(FIRST_DAY, 4) }
    const meeting = { name: 'Планёрка', kind: 'meeting', minutes: 30, isTogether: true, ...days }
    const training = { name: 'Обучение', kind: 'training', minutes: 60, isTogether: false, ...days }
    const together = await make<{ activityId: number }>('/activities', {
      ...meeting,
      agentIds: [anna, boris],
      fromMinute: 600,
      toMinute: 1080,
    })
    const apart = await make<{ activityId: number }>('/activities', {
      ...training,
      agentIds: [anna, boris, vera],
      fromMinute: 540,
      toMinute: 1200,
    })
    const { shifts } = await makeRoster(center, { seconds: 5 })
    const placed = shifts.flatMap(({ agentId, start, end, breaks, activities }) =>
      activities.map((one) => ({ ...one, agentId, shift: { start, end }, breaks })),
    )
    const meet = placed.filter(({ activityId }) => activityId === together.activityId)
    expect(meet.map(({ agentId }) => agentId).toSorted((one, other) => one - other)).toEqual([anna, boris])
    expect(new Set(meet.map(({ start }) => start)).size).toBe(1)
    const learn = placed.filter(({ activityId }) => activityId === apart.activityId)
    expect(learn.map(({ agentId }) => agentId).toSorted((one, other) => one - other)).toEqual([anna, boris, vera])
    for (const { kind, name, start, end, shift, breaks } of placed) {
      expect(Date.parse(end) - Date.parse(start)).toBe((kind === 'meeting' ? 30 : 60) * 60_000)
      expect(name).toBe(kind === 'meeting' ? 'Планёрка' : 'Обучение')
      expect(start >= shift.start && end <= shift.end).toBe(true)
      expect(breaks.every((one) => one.end <= start || one.start >= end)).toBe(true)
      // Moscow is three hours ahead of UTC.
      expect(start >= `${FIRST_DAY}T06:00` && end <= `${days.lastDay}T17:00:00.000Z`).toBe(true)
    }
    for (const { activityId } of [together, apart])
      done(await pult.system.send('DELETE', center.path(`/activities/${activityId}`)))
  })

  it('is the shortest shift of an agreement', async () => {
    const { agreements } = done<{ agreements: { agreementId: number; agentId: number; version: number }[] }>(
      await pult.system.get(center.path('/agreements')),
    )
    const [anna] = center.agentIds
    const own = agreements.find(({ agentId }) => agentId === anna)
    const change = { ...agreement, from: '2026-01-01', to: null }
    const set = async (minShiftHours: number | null, version: number): Promise<void> => {
      const path = center.path(`/agreements/${own?.agreementId}`)
      done(await pult.system.send('PATCH', path, { ...change, minShiftHours, version }))
    }
    const { shiftTemplateId } = await make<{ shiftTemplateId: number }>('/shift-templates', {
      ...dayTemplate,
      name: 'Короткие и длинные',
      lengthFromMinutes: 300,
      lengthToMinutes: 660,
      breaks: [{ kind: 'meal', minutes: 60, isPaid: false, earliestMinute: 120, latestMinute: 240 }],
    })
    await set(9, own?.version ?? 1)
    const { shifts } = await makeRoster(center, { seconds: 4 })
    const hers = ofAgent(shifts, anna)
    expect(hers.length).toBeGreaterThan(0)
    for (const shift of hers)
      expect([shift.shiftTemplateId, workMinutes(shift) >= 540]).toEqual([shiftTemplateId, true])
    await set(null, (own?.version ?? 1) + 1)
  })
})

describe('what is wrong', () => {
  it('is told in words before the search begins', async () => {
    const [, boris, vera] = center.agentIds
    const { agreements } = done<{ agreements: { agreementId: number; agentId: number; version: number }[] }>(
      await pult.system.get(center.path('/agreements')),
    )
    const change = async (agentId: number | undefined, terms: object): Promise<void> => {
      const own = agreements.find((one) => one.agentId === agentId)
      const body = { ...agreement, from: '2026-01-01', to: null, ...terms, version: own?.version }
      done(await pult.system.send('PATCH', center.path(`/agreements/${own?.agreementId}`), body))
    }
    // No template has a shift so long, and no week of law so many hours.
    await change(boris, { minShiftHours: 12, maxShiftHours: 12 })
    await change(vera, { minWeekHours: 80, maxWeekHours: 80 })
    const draft = {
      name: 'Ошибки',
      requirementId: center.requirementId,
      firstDay: FIRST_DAY,
      lastDay: LAST_DAY,
      agentIds: null,
      seconds: 600,
      startFrom: null,
    }
    const { rosterId } = await make<{ rosterId: number }>('/rosters', draft)
    const told = await waitFor(rosterId, ({ roster }) => roster.warnings.length > 0 && roster.status === 'making')
    const codes = told.roster.warnings.map(({ code, values }) => [code, values['name']])
    expect(codes).toEqual(
      expect.arrayContaining([
        ['noShiftPossible', 'Агент 2'],
        ['hoursOutOfReach', 'Агент 3'],
      ]),
    )
    expect(told.roster.progress.seconds).toBeLessThan(60)
    done(await pult.system.send('DELETE', center.path(`/rosters/${rosterId}`)))
    const now = done<{ agreements: typeof agreements }>(await pult.system.get(center.path('/agreements')))
    for (const own of now.agreements.filter(({ agentId }) => agentId === boris || agentId === vera)) {
      const body = { ...agreement, from: '2026-01-01', to: null, version: own.version }
      done(await pult.system.send('PATCH', center.path(`/agreements/${own.agreementId}`), body))
    }
  })
})

describe('a server that stops amid a search', () => {
  it('leaves the best so far, and the search goes on from there when it is back', async () => {
    const draft = {
      name: 'Долго',
      requirementId: center.requirementId,
      firstDay: FIRST_DAY,
      lastDay: LAST_DAY,
      agentIds: null,
      seconds: 900,
      seed: 3,
      startFrom: null,
    }
    const { rosterId } = await make<{ rosterId: number }>('/rosters', draft)
    const going = await waitFor(
      rosterId,
      ({ roster, shifts }) => shifts.length > 0 && roster.progress.objective !== null,
    )
    await pult.restart()
    const back = done<ReadRoster>(await center.planner.get(center.path(`/rosters/${rosterId}`)))
    expect(back.roster.status).toBe('making')
    expect(back.shifts.length).toBeGreaterThan(0)
    const { seconds } = back.roster.progress
    await waitFor(rosterId, ({ roster }) => roster.progress.seconds > seconds + 1)
    done(await center.planner.send('POST', center.path(`/rosters/${rosterId}/stop`)))
    const { roster, shifts } = await settledRoster(center, rosterId)
    expect(roster).toMatchObject({ status: 'draft', version: 1, problem: null })
    expect(shifts.length).toBeGreaterThan(0)
    expect(roster.parts?.total ?? Infinity).toBeLessThanOrEqual((going.roster.progress.objective ?? 0) + 1e-6)

    // Had it ended the server each time, it would have been given up: it is tried again from the best there was.
    await pult.app.database.inCenter({ centerId: center.centerId }, (tx) =>
      sql`update roster set status = 'failed', problem = 'givenUp'
        where center_id = ${center.centerId} and roster_id = ${rosterId}`.execute(tx),
    )
    done(await center.planner.send('POST', center.path(`/rosters/${rosterId}/continue`), { seconds: 1 }))
    const again = await settledRoster(center, rosterId)
    expect(again.roster).toMatchObject({ status: 'draft', version: 2, problem: null })
    expect(again.roster.parts?.total ?? Infinity).toBeLessThanOrEqual((roster.parts?.total ?? 0) + 1e-6)
  })
})

async function waitFor(rosterId: number, enough: (read: ReadRoster) => boolean): Promise<ReadRoster> {
  for (let turn = 0; turn < 400; turn++) {
    const read = done<ReadRoster>(await center.planner.get(center.path(`/rosters/${rosterId}`)))
    if (enough(read)) return read
    await rest(200)
  }
  throw new Error('waited in vain')
}
