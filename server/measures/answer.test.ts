import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'

import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
  await fillCenter(pult, centerId)
})
afterAll(() => pult.close())

const DAY = { from: '2026-10-05', to: '2026-10-06' }

const ask = async (body: object): Promise<MeasureReply> =>
  done(await pult.system.send('POST', `/centers/${centerId}/measures/query`, { ...DAY, ...body }))

const sums = (reply: MeasureReply): number[] =>
  reply.measures.map((_measure, index) =>
    reply.rows.reduce((total, row) => total + (row.figures[index]?.value ?? 0), 0),
  )

describe('a question to the facts themselves', () => {
  it('counts answered and handled by their own stamp too', async () => {
    const measures = ['answered', 'answeredInInterval', 'handledInInterval']
    const byQueue = await ask({ measures, splitBy: ['agent', 'interval'], filters: { channels: ['voice'] } })
    expect(sums(byQueue)).toEqual([30, 30, 30])
    const byQuarter = await ask({ measures, splitBy: ['agent', 'interval'], intervalMinutes: 15 })
    expect(sums(byQuarter)).toEqual([30, 30, 30])
  })

  it('says nothing of agents’ time by quarters of an hour, which is kept by half-hours', async () => {
    const measures = ['signedInSeconds', 'occupancy']
    const quarters = await ask({ measures, splitBy: ['interval'], intervalMinutes: 15 })
    expect(quarters.rows.flatMap((row) => row.figures.map((figure) => figure.value)).every((it) => it === null)).toBe(
      true,
    )
    const halves = await ask({ measures, splitBy: ['interval'] })
    expect(sums(halves)[0]).toBe(3 * 7200)
  })
})

describe('thresholds', () => {
  it('of several queues together are the centre’s, not those of the queue that happens to be named first', async () => {
    const { queues } = done<{ queues: { queueId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/queues`),
    )
    const [own = 0, other = 0] = queues.map(({ queueId }) => queueId)
    const target = { measureId: 'serviceLevelNeutral', queueId: own, value: 0.5, withinSeconds: 5 }
    done(await pult.system.send('POST', `/centers/${centerId}/targets`, { ...target, validFrom: '2026-01-01' }))
    const measures = ['serviceLevelStrict', 'serviceLevelNeutral']
    const levels = async (queueIds?: number[]): Promise<unknown> =>
      (await ask({ measures, filters: queueIds === undefined ? {} : { queueIds } })).total.figures.map((figure) => [
        figure.value,
        figure.target?.value ?? null,
      ])
    expect(await levels([own])).toEqual([
      [0, null],
      [0, 0.5],
    ])
    expect(await levels([own, other])).toEqual(await levels())
    expect(await levels([other, own])).toEqual(await levels())
  })
})

describe('a stretch that was silent when a file was read', () => {
  it('shows what came in since', async () => {
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`insert into data_gap (center_id, source_id, started_at, ended_at)
        select center_id, source_id, '2026-10-04 20:00Z', '2026-10-07 00:00Z' from source where center_id = ${centerId}`.execute(
        tx,
      ),
    )
    const measures = ['offered', 'signedInSeconds']
    const days = await ask({ measures, splitBy: ['day'] })
    expect(days.rows.map((row) => [row.gap, ...row.figures.map((figure) => figure.value)])).toEqual([
      [false, 40, 3 * 7200],
    ])
    // Contacts end at 10:00, signed in they were until 11:00: that time is known, how many came is not.
    const late = await ask({
      measures,
      splitBy: ['interval'],
      from: '2026-10-05T07:00:00Z',
      to: '2026-10-05T08:00:00Z',
    })
    expect(late.rows.map((row) => [row.gap, ...row.figures.map((figure) => figure.value)])).toEqual([
      [true, null, 5400],
      [true, null, 5400],
    ])
  })
})
