import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Absence, Availability, Wish } from '@pult/contract/people-time'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number
let anna: number
let boris: number
let planner: Visitor
let herself: Visitor

const path = (rest: string): string => `/centers/${centerId}${rest}`

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Отпуска')
  const agent = async (name: string): Promise<number> =>
    done<{ agentId: number }>(await pult.system.send('POST', path('/agents'), { name, teamId: null })).agentId
  anna = await agent('Анна')
  boris = await agent('Борис')
  planner = await pult.comeIn(centerId, 'planner')
  herself = await pult.comeIn(centerId, 'agent', anna)
})
afterAll(() => pult.close())

const leave = (agentId: number, firstDay: string, lastDay: string, more: object = {}): object => ({
  agentId,
  kind: 'leave',
  firstDay,
  lastDay,
  fromMinute: null,
  toMinute: null,
  note: '',
  ...more,
})
const absences = async (who: Visitor = planner): Promise<Absence[]> =>
  done<{ absences: Absence[] }>(await who.get(path('/absences'))).absences
const daysOf = (list: readonly Absence[], agentId: number): string[] =>
  list.filter((one) => one.agentId === agentId).map(({ kind, firstDay, lastDay }) => `${kind} ${firstDay} ${lastDay}`)

describe('leave', () => {
  it('that overlaps is refused with a sentence, or joined where asked, chains of it too', async () => {
    done(await planner.send('POST', path('/absences'), leave(anna, '2026-07-01', '2026-07-10')))
    done(await planner.send('POST', path('/absences'), leave(anna, '2026-07-15', '2026-07-20')))
    const overlapping = leave(anna, '2026-07-08', '2026-07-14')
    const refused = await planner.send('POST', path('/absences'), overlapping)
    expect(refused.json()).toMatchObject({
      status: 409,
      code: 'absenceOverlaps',
      detail: expect.stringContaining('2026-07-01') as string,
    })
    const joined = await planner.send('POST', path('/absences'), { ...overlapping, ifOverlaps: 'merge' })
    expect(done<{ merged: number }>(joined).merged).toBe(2)
    expect(daysOf(await absences(), anna)).toEqual(['leave 2026-07-01 2026-07-20'])
  })

  it('that is told twice at the same moment is kept once', async () => {
    const twice = leave(boris, '2026-11-02', '2026-11-08')
    const planners = await Promise.all(Array.from({ length: 6 }, () => pult.comeIn(centerId, 'planner')))
    const answers = await Promise.all(planners.map((one) => one.send('POST', path('/absences'), twice)))
    expect(answers.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 409, 409, 409, 409, 409])
  })

  it('is never joined with illness', async () => {
    const sick = leave(anna, '2026-07-18', '2026-07-25', { kind: 'sick', ifOverlaps: 'merge' })
    expect((await planner.send('POST', path('/absences'), sick)).statusCode).toBe(409)
    expect(daysOf(await absences(), anna)).toEqual(['leave 2026-07-01 2026-07-20'])
  })

  it('of part of a day is told in minutes of a single day', async () => {
    const part = (more: object): object =>
      leave(boris, '2026-07-01', '2026-07-01', { kind: 'other', fromMinute: 600, toMinute: 720, ...more })
    done(await planner.send('POST', path('/absences'), part({})))
    done(await planner.send('POST', path('/absences'), part({ fromMinute: 720, toMinute: 780 })))
    expect((await planner.send('POST', path('/absences'), part({ fromMinute: 700 }))).statusCode).toBe(409)
    const wrong = [{ toMinute: null }, { toMinute: 600 }, { lastDay: '2026-07-02' }, { firstDay: '2026-07-05' }]
    for (const more of wrong) expect((await planner.send('POST', path('/absences'), part(more))).statusCode).toBe(400)
  })

  it('is seen by the person herself and changed by planners', async () => {
    expect((await absences(herself)).every(({ agentId }) => agentId === anna)).toBe(true)
    expect((await absences(herself)).length).toBe(1)
    expect((await herself.send('POST', path('/absences'), leave(anna, '2026-09-01', '2026-09-02'))).statusCode).toBe(
      403,
    )
    const [one] = await absences(herself)
    if (one === undefined) throw new Error('no leave')
    const { kind, fromMinute, toMinute, note, version } = one
    const change = { kind, fromMinute, toMinute, note, version, firstDay: '2026-07-02', lastDay: '2026-07-20' }
    done(await planner.send('PATCH', path(`/absences/${one.absenceId}`), change))
    expect((await planner.send('PATCH', path(`/absences/${one.absenceId}`), change)).statusCode).toBe(409)
    done(await planner.send('DELETE', path(`/absences/${one.absenceId}`)))
    expect((await planner.send('DELETE', path(`/absences/${one.absenceId}`))).statusCode).toBe(404)
  })
})

describe('availability', () => {
  it('keeps a student’s timetable, by weekday and dates', async () => {
    const lessons = {
      agentId: anna,
      kind: 'study',
      from: '2026-09-01',
      to: '2026-12-31',
      weekdays: [1, 3, 5],
      fromMinute: 540,
      toMinute: 780,
      note: '',
    }
    const { availabilityId } = done<{ availabilityId: number }>(
      await planner.send('POST', path('/availability'), lessons),
    )
    const list = async (query = ''): Promise<Availability[]> =>
      done<{ availability: Availability[] }>(await planner.get(path(`/availability${query}`))).availability
    expect(await list()).toEqual([{ ...lessons, availabilityId, version: 1 }])
    expect(await list('?firstDay=2027-01-01')).toEqual([])
    const { agentId: _who, ...change } = lessons
    const address = path(`/availability/${availabilityId}`)
    done(await planner.send('PATCH', address, { ...change, weekdays: [2], version: 1 }))
    expect((await planner.send('PATCH', address, { ...change, version: 1 })).statusCode).toBe(409)
    expect((await planner.send('PATCH', address, { ...change, version: 2, toMinute: 540 })).statusCode).toBe(400)
    expect((await planner.send('PATCH', address, { ...change, version: 2, weekdays: [8] })).statusCode).toBe(400)
    done(await planner.send('DELETE', address))
    expect(await list()).toEqual([])
  })
})

describe('a wish', () => {
  const wish = (agentId: number, more: object = {}): object => ({
    agentId,
    kind: 'off',
    firstDay: '2026-12-31',
    lastDay: '2026-12-31',
    weekdays: null,
    shiftTemplateId: null,
    minute: null,
    importance: 3,
    note: 'Новый год',
    ...more,
  })

  it('is an agent’s own to make and take back, and nobody else’s', async () => {
    const { wishId } = done<{ wishId: number }>(await herself.send('POST', path('/wishes'), wish(anna)))
    expect((await herself.send('POST', path('/wishes'), wish(boris))).statusCode).toBe(404)
    const ofBoris = done<{ wishId: number }>(await planner.send('POST', path('/wishes'), wish(boris))).wishId
    const seen = done<{ wishes: Wish[] }>(await herself.get(path('/wishes'))).wishes
    expect(seen.map((one) => one.wishId)).toEqual([wishId])
    expect((await herself.send('DELETE', path(`/wishes/${ofBoris}`))).statusCode).toBe(404)
    done(await herself.send('DELETE', path(`/wishes/${wishId}`)))
  })

  it('that says nothing is refused', async () => {
    for (const more of [{ kind: 'template' }, { kind: 'endBy' }, { minute: 600 }, { lastDay: '2026-12-01' }])
      expect((await herself.send('POST', path('/wishes'), wish(anna, more))).statusCode).toBe(400)
  })
})
