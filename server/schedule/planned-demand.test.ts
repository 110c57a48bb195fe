import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createZone } from '@pult/engine/time'

import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { createGrid } from './grid.ts'
import { readDemand } from './planned-demand.ts'
import { queueDemand } from './queue-demand.ts'
import { FIRST_DAY, openSmallCenter, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter

beforeAll(async () => {
  pult = await openTestApp()
  center = await openSmallCenter(pult, { name: 'Нужда', agents: 1, days: 1 })
})
afterAll(() => pult.close())

const grid = createGrid(createZone('Europe/Moscow'), 'ru', { firstDay: FIRST_DAY, lastDay: FIRST_DAY })
const slotAt = (hour: number): number => hour * 4

async function demand() {
  const { centerId, requirementId } = center
  const { queues } = await pult.app.database.inCenter({ centerId }, (tx) =>
    readDemand(tx, centerId, grid, requirementId),
  )
  const [queue] = queues
  if (queue === undefined) throw new Error('no queue is asked for')
  const prices = { lateContact: 10, lostContact: 100 }
  return queueDemand(queue, { slots: grid.slots, slotMinutes: 15, prices, mostPeople: 20 })
}

const assume = (path: string, value: unknown): Promise<unknown> =>
  pult.app.database.inCenter({ centerId: center.centerId }, (tx) =>
    sql`update requirement set assumptions = jsonb_set(assumptions, ${path}::text[], ${JSON.stringify(value)}::jsonb)
      where center_id = ${center.centerId}`.execute(tx),
  )

describe('what a requirement asks of a roster', () => {
  it('is worth what callers who are as patient as they are at each hour would be lost or late', async () => {
    const before = await demand()
    await assume(
      '{rules,0,patienceByHour}',
      Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 5 : 120)),
    )
    const after = await demand()
    expect(after.cost[slotAt(14)]).toEqual(before.cost[slotAt(14)])
    expect(after.cost[slotAt(15)]?.[2]).not.toBeCloseTo(before.cost[slotAt(15)]?.[2] ?? 0, 3)
    await assume('{rules,0,patienceByHour}', null)
  })

  it('is as many people as the requirement has on the roster at each hour, but for planned absence, which the roster knows itself', async () => {
    await assume(
      '{rules,0,availabilityByHour}',
      Array.from({ length: 24 }, (_, hour) => (hour === 15 ? 0.5 : 1)),
    )
    const hours = [{ weekday: 1, hour: 16, share: 0.2 }]
    await assume('{shrinkage}', [
      { kind: 'sickness', planned: false, paid: true, share: 0, hours },
      { kind: 'leave', planned: true, paid: true, share: 0.3, hours: [] },
    ])
    const { needed } = await demand()
    expect([14, 15, 16].map((hour) => needed[slotAt(hour)])).toEqual([2, 4, 2.5])
  })
})
