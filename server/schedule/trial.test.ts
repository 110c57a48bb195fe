import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { EditResult } from '@pult/contract/schedule'
import type { PlannedShift } from '@pult/contract/schedule-roster'

import { createApp, type App } from '../app.ts'
import { createLog, readSettings } from '../platform/index.ts'
import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { FIRST_DAY, makeRoster, openSmallCenter, type ReadRoster, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter
let other: App
let made: ReadRoster

// Two servers on one database, as behind a balancer; neither tells the other anything.
beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Примерка' })
  other = await openAnother()
  made = await makeRoster(center, { seconds: 4 })
})
afterAll(async () => {
  await other.stop()
  await pult.close()
})

async function openAnother(): Promise<App> {
  const settings = readSettings({ dataFolder: pult.dataFolder, port: 0, demo: false, logLevel: 'silent' }, {})
  const { connectionString } = pult
  const opened = await createApp({ settings, log: createLog('silent'), connectionString })
  await opened.http.app.ready()
  return opened
}

interface Tried {
  readonly rosterId: number
  readonly version: number
  readonly shift: PlannedShift
  readonly hours: number
}

const later = (instant: string, hours: number): string =>
  new Date(Date.parse(instant) + hours * 3_600_000).toISOString()

const bodyOf = ({ version, shift, hours }: Tried, isTrial: boolean) => {
  const change = {
    kind: 'move',
    shiftId: shift.shiftId,
    start: later(shift.start, hours),
    end: later(shift.end, hours),
  }
  return { version, changes: [change], isTrial }
}

const trial = async (tried: Tried): Promise<EditResult> =>
  done(await center.planner.send('PATCH', center.path(`/rosters/${tried.rosterId}/shifts`), bodyOf(tried, true)))

async function elsewhere(on: App, tried: Tried, isTrial = true): Promise<EditResult> {
  const url = API + center.path(`/rosters/${tried.rosterId}/shifts`)
  const headers = { host: 'pult.test', ...center.planner.headers }
  return done(await on.http.app.inject({ method: 'PATCH', url, headers, payload: bodyOf(tried, isTrial) }))
}

/** What a server that has just begun would answer. */
async function afresh(tried: Tried): Promise<EditResult> {
  const fresh = await openAnother()
  try {
    return await elsewhere(fresh, tried)
  } finally {
    await fresh.stop()
  }
}

/** Money to a millionth: running sums and sums from nothing differ in the last bits. */
const rounded = (result: EditResult): unknown =>
  JSON.parse(JSON.stringify(result), (_, value: unknown) =>
    typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value,
  )

async function expectAsElsewhere(tried: Tried): Promise<EditResult> {
  const answer = await trial(tried)
  expect(rounded(await elsewhere(other, tried))).toEqual(rounded(answer))
  return answer
}

async function expectAsAfresh(tried: Tried): Promise<EditResult> {
  const answer = await expectAsElsewhere(tried)
  expect(rounded(answer)).toEqual(rounded(await afresh(tried)))
  return answer
}

describe('a trial', () => {
  it('after an edit, a leave and a changed rule is what a server that has just begun answers', async () => {
    const { planner, path } = center
    const { roster, shifts } = made
    const { rosterId } = roster
    const shift = shifts.find(({ day }) => day === FIRST_DAY)
    if (shift === undefined) throw new Error('nobody works on the first day')
    const { agentId } = shift
    const more = shifts.find((each) => each.agentId !== agentId && each.day === FIRST_DAY)
    if (more === undefined) throw new Error('only one works on the first day')
    const asked = { rosterId, version: 1, shift, hours: 1 }
    const before = await expectAsElsewhere(asked)

    // Kept here, and by the server next door, of which this one hears nothing.
    const kept = done<EditResult>(
      await planner.send('PATCH', path(`/rosters/${rosterId}/shifts`), bodyOf({ ...asked, shift: more }, false)),
    )
    expect(kept.version).toBe(2)
    await expectAsElsewhere({ ...asked, version: 2 })
    await elsewhere(other, { ...asked, version: 2, shift: more, hours: 2 }, false)
    const moved = await expectAsAfresh({ ...asked, version: 3 })
    expect(moved.before.total).not.toBeCloseTo(before.before.total, 6)

    const leave = { agentId, kind: 'leave', firstDay: FIRST_DAY, lastDay: FIRST_DAY }
    const whole = { fromMinute: null, toMinute: null, note: '' }
    const { absenceId } = done<{ absenceId: number }>(
      await pult.system.send('POST', path('/absences'), { ...leave, ...whole }),
    )
    const away = await expectAsAfresh({ ...asked, version: 3 })
    expect(away.violations.block).toBe(moved.violations.block + 1)
    done(await pult.system.send('DELETE', path(`/absences/${absenceId}`)))
    expect((await trial({ ...asked, version: 3 })).violations).toEqual(moved.violations)

    const rule = {
      ruleId: 'RU-108',
      agreementId: null,
      from: '2026-01-01',
      to: null,
      severity: null,
      applies: true,
      parameters: { minMinutes: 90, maxMinutes: 120 },
      reason: 'Проба',
    }
    done(await pult.system.send('POST', path('/labor-overrides'), rule))
    const stricter = await expectAsAfresh({ ...asked, version: 3 })
    expect(stricter.violations.block).toBeGreaterThan(moved.violations.block)
  })

  it('of a version that is no more says who changed it, and refuses what a kept change would be refused', async () => {
    const { rosterId } = made.roster
    const { roster, shifts } = done<ReadRoster>(await center.planner.get(center.path(`/rosters/${rosterId}`)))
    const shift = shifts.find(({ agentId }) => agentId === center.agentIds.at(-1))
    if (shift === undefined) throw new Error('she has no shift')
    const { version } = roster
    const at = center.path(`/rosters/${rosterId}/shifts`)
    const send = async (body: object): Promise<unknown> => (await center.planner.send('PATCH', at, body)).json()
    const asked = { rosterId, version, shift, hours: 0.25 }
    expect(await send(bodyOf({ ...asked, hours: 0.1 }, true))).toMatchObject({ status: 400, code: 'offTheGrid' })
    expect(await send(bodyOf({ ...asked, shift: { ...shift, shiftId: 999_999 } }, true))).toMatchObject({
      status: 404,
      code: 'notFound',
    })
    done(await center.planner.send('PATCH', at, bodyOf(asked, false)))
    expect(await send(bodyOf(asked, true))).toMatchObject({
      status: 409,
      code: 'rosterChanged',
      values: { byName: expect.stringContaining('planner'), changes: 1, version: version + 1 },
    })
  })
})
