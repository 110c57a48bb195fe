import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AuditLine } from '@pult/contract/access'
import type { CalendarDay, OpeningHours, Queue, Target } from '@pult/contract/center'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number
let queueId: number
let other: number
let foreignQueue: number
let stranger: Visitor

const path = (rest: string, of = centerId): string => `/centers/${of}${rest}`
const weekly = { '1': [['09:00', '13:00'] as const, ['14:00', '18:00'] as const] }

const makeQueue = async (of: number, name: string): Promise<number> =>
  done<{ queueId: number }>(await pult.system.send('POST', path('/queues', of), { name, channel: 'voice' })).queueId
const makeHours = async (name: string, of = centerId): Promise<number> =>
  done<{ openingHoursId: number }>(await pult.system.send('POST', path('/opening-hours', of), { name, weekly }))
    .openingHoursId
const queueNow = async (): Promise<Queue> => {
  const { queues } = done<{ queues: Queue[] }>(await pult.system.get(path('/queues')))
  const found = queues.find((queue) => queue.queueId === queueId)
  if (found === undefined) throw new Error('the queue is gone')
  return found
}
const changeOf = ({ name, channel, status, openingHoursId, version }: Queue): object => ({
  name,
  channel,
  status,
  openingHoursId,
  version,
})
const goal = (more: object = {}): object => ({
  queueId: null,
  measureId: 'serviceLevelNeutral',
  value: 0.8,
  withinSeconds: 20,
  validFrom: '2026-01-01',
  ...more,
})
const targets = async (): Promise<Target[]> =>
  done<{ targets: Target[] }>(await pult.system.get(path('/targets'))).targets
const audited = async (): Promise<string[]> =>
  done<{ lines: AuditLine[] }>(await pult.system.get(path('/audit'))).lines.map(
    ({ act, subject }) => `${act} ${subject}`,
  )

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Дом')
  other = await pult.createCenter('Чужой дом')
  queueId = await makeQueue(centerId, 'Заказы')
  foreignQueue = await makeQueue(other, 'Чужие заказы')
  stranger = await pult.comeIn(other, 'administrator')
})
afterAll(() => pult.close())

describe('targets', () => {
  it('are set by a planner and a head, seen by an agent, and not set by those who only look', async () => {
    for (const role of ['planner', 'head'] as const)
      done(await (await pult.comeIn(centerId, role)).send('POST', path('/targets'), goal()))
    for (const role of ['supervisor', 'analyst', 'hr', 'agent'] as const) {
      const who = await pult.comeIn(centerId, role)
      expect([role, (await who.send('POST', path('/targets'), goal())).statusCode]).toEqual([role, 403])
      expect([role, (await who.get(path('/targets'))).statusCode]).toEqual([role, 200])
    }
    expect((await stranger.get(path('/targets'))).statusCode).toBe(404)
    expect((await stranger.send('POST', path('/targets'), goal())).statusCode).toBe(404)
  })

  it('end the day before the next begins, and are written to the audit log', async () => {
    const next = done<{ targetId: number }>(
      await pult.system.send('POST', path('/targets'), goal({ value: 0.9, validFrom: '2026-06-01' })),
    ).targetId
    const levels = (await targets()).filter(
      ({ measureId, queueId: of }) => measureId === 'serviceLevelNeutral' && of === null,
    )
    expect(levels.map(({ value, validFrom, validTo }) => [value, validFrom, validTo])).toEqual([
      // Every centre begins with one.
      [0.8, '1990-01-01', '2025-12-31'],
      [0.8, '2026-01-01', '2026-05-31'],
      [0.9, '2026-06-01', null],
    ])
    expect(await audited()).toContain(`center.target.set target ${next}`)
  })

  it('set at the same moment by several are one on each day', async () => {
    const heads = await Promise.all(Array.from({ length: 6 }, () => pult.comeIn(centerId, 'head')))
    const measureId = 'abandonRate'
    const days = ['2027-03-01', '2027-01-01', '2027-02-01', '2027-03-01', '2027-01-01', '2027-02-01']
    const asked = heads.map((head, place) =>
      head.send('POST', path('/targets'), goal({ measureId, withinSeconds: null, validFrom: days[place] })),
    )
    for (const reply of await Promise.all(asked)) done(reply)
    const set = (await targets()).filter((one) => one.measureId === measureId)
    expect(set.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      // Every centre begins with one.
      ['1990-01-01', '2026-12-31'],
      ['2027-01-01', '2027-01-31'],
      ['2027-02-01', '2027-02-28'],
      ['2027-03-01', null],
    ])
  })

  it.each([
    ['a measure nobody knows', { measureId: 'moonPhase' }, 400, 'unknownMeasure', 'moonPhase'],
    ['a share above one', { value: 80 }, 400, 'shareAboveOne', '0.8'],
    ['a day that is none', { validFrom: '2026-02-30' }, 400, 'invalid', 'validFrom'],
    ['a negative value', { value: -1 }, 400, 'invalid', 'value'],
  ])('are refused with a sentence: %s', async (_what, change, status, code, says) => {
    const before = await targets()
    const reply = await pult.system.send('POST', path('/targets'), goal(change))
    expect([reply.statusCode, reply.json().code]).toEqual([status, code])
    expect(reply.json().detail).toContain(says)
    expect(await targets()).toEqual(before)
  })

  it('are refused for a queue of another centre', async () => {
    const reply = await pult.system.send('POST', path('/targets'), goal({ queueId: foreignQueue }))
    expect([reply.statusCode, reply.json().detail]).toEqual([404, 'There is no such queue in this centre.'])
  })
})

describe('opening hours', () => {
  it('are made and given to a queue by a head; others only look', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const { openingHoursId } = done<{ openingHoursId: number }>(
      await head.send('POST', path('/opening-hours'), { name: 'Будни', weekly }),
    )
    done(await head.send('PATCH', path(`/queues/${queueId}`), { ...changeOf(await queueNow()), openingHoursId }))
    expect((await queueNow()).openingHoursId).toBe(openingHoursId)
    for (const role of ['planner', 'supervisor', 'analyst', 'hr', 'agent'] as const) {
      const who = await pult.comeIn(centerId, role)
      expect((await who.send('POST', path('/opening-hours'), { name: 'Мои', weekly })).statusCode).toBe(403)
      expect((await who.get(path('/opening-hours'))).statusCode).toBe(200)
    }
    const acts = await audited()
    expect(acts).toContain(`center.openingHours.create opening hours ${openingHoursId}`)
    expect(acts).toContain(`center.queue.change queue ${queueId}`)
  })

  it('change once for each who saw them, and say when somebody was first', async () => {
    const id = await makeHours('Сменные')
    const change = { name: 'Сменные 2', weekly: { '7': [] }, version: 1 }
    done(await pult.system.send('PATCH', path(`/opening-hours/${id}`), change))
    expect((await pult.system.send('PATCH', path(`/opening-hours/${id}`), change)).statusCode).toBe(409)
    const { openingHours } = done<{ openingHours: OpeningHours[] }>(await pult.system.get(path('/opening-hours')))
    expect(openingHours.find(({ openingHoursId }) => openingHoursId === id)).toMatchObject({
      name: 'Сменные 2',
      version: 2,
    })
  })

  it.each([
    ['a period that ends before it begins', { '1': [['18:00', '09:00']] }, 'ends before it begins'],
    [
      'two periods at once',
      {
        '1': [
          ['09:00', '14:00'],
          ['13:00', '18:00'],
        ],
      },
      'begins before the one before it ends',
    ],
    ['a time there is not', { '1': [['09:00', '25:00']] }, '24:00'],
    ['an eighth day', { '8': [] }, 'weekly'],
  ])('are refused with a sentence: %s', async (_what, wrong, says) => {
    const reply = await pult.system.send('POST', path('/opening-hours'), { name: 'Не так', weekly: wrong })
    expect(reply.statusCode).toBe(400)
    expect(reply.json().detail).toContain(says)
  })

  it('of another centre are neither changed nor given to a queue', async () => {
    const foreign = await makeHours('Чужие', other)
    expect(
      (await pult.system.send('PATCH', path(`/opening-hours/${foreign}`), { name: 'x', weekly, version: 1 }))
        .statusCode,
    ).toBe(404)
    const given = { ...changeOf(await queueNow()), openingHoursId: foreign }
    const reply = await pult.system.send('PATCH', path(`/queues/${queueId}`), given)
    expect([reply.statusCode, reply.json().detail]).toEqual([404, 'There is no such opening hours in this centre.'])
    expect((await stranger.send('POST', path('/opening-hours'), { name: 'x', weekly })).statusCode).toBe(404)
  })
})

describe('days of the calendar', () => {
  it('follow the country until the centre says otherwise, and again when it takes that back', async () => {
    const day = async (): Promise<CalendarDay | undefined> =>
      done<{ days: CalendarDay[] }>(await pult.system.get(path('/days?year=2026'))).days.find(
        (one) => one.day === '2026-05-09',
      )
    expect(await day()).toMatchObject({ kind: 'holiday', own: null })
    const head = await pult.comeIn(centerId, 'head')
    done(await head.send('PUT', path('/days/2026-05-09'), { name: 'Акция', periods: [['10:00', '16:00']] }))
    expect((await day())?.own).toEqual({ name: 'Акция', periods: [['10:00', '16:00']] })
    done(await head.send('DELETE', path('/days/2026-05-09')))
    expect((await day())?.own).toBeNull()
    expect(await audited()).toEqual(
      expect.arrayContaining(['center.day.set day 2026-05-09', 'center.day.clear day 2026-05-09']),
    )
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await planner.send('PUT', path('/days/2026-05-09'), { name: '', periods: null })).statusCode).toBe(403)
    const wrong = await head.send('PUT', path('/days/2026-05-09'), { name: '', periods: [['16:00', '10:00']] })
    expect([wrong.statusCode, wrong.json().detail]).toEqual([400, expect.stringContaining('ends before it begins')])
    expect((await head.send('PUT', path('/days/2026-13-09'), { name: '', periods: null })).statusCode).toBe(400)
  })
})

describe('the centre', () => {
  it('is changed by a head, once for each who saw it', async () => {
    const head = await pult.comeIn(centerId, 'head')
    const seen = done<{ policy: object; version: number }>(await head.get(path('')))
    const change = {
      name: 'Дом 2',
      timeZone: 'Europe/Samara',
      calendar: 'ru',
      policy: seen.policy,
      version: seen.version,
    }
    done(await head.send('PATCH', path(''), change))
    expect((await head.send('PATCH', path(''), change)).statusCode).toBe(409)
    const wrong = await head.send('PATCH', path(''), { ...change, timeZone: 'Moon/Base' })
    expect([wrong.statusCode, wrong.json().detail]).toEqual([400, expect.stringContaining('time zone')])
    expect(await audited()).toContain(`center.center.change centre ${centerId}`)
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await planner.send('PATCH', path(''), change)).statusCode).toBe(403)
    expect((await stranger.send('PATCH', path(''), change)).statusCode).toBe(404)
  })
})
