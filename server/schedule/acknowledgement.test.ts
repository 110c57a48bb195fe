import { afterAll, beforeAll, expect, it } from 'vitest'

import type { MyRoster, RosterReader } from '@pult/contract/schedule-acknowledgement'

import { done, openTestApp, type TestApp, type Visitor } from '../testing/test-app.ts'
import { keepPublished } from './testing/published-roster.ts'
import { openSmallCenter, type SmallCenter } from './testing/small-center.ts'

// Editions of one roster over days to come: who has read which, and what a later edition makes of it.

let pult: TestApp
let center: SmallCenter
let anna: Visitor
let boris: Visitor

const dayFromNow = (ahead: number): string => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
const [first, second] = [dayFromNow(10), dayFromNow(11)]

beforeAll(async () => {
  pult = await openTestApp()
  center = await openSmallCenter(pult, { name: 'Ознакомление', agents: 3 })
  anna = await pult.comeIn(center.centerId, 'agent', center.agentIds[0])
  boris = await pult.comeIn(center.centerId, 'agent', center.agentIds[1])
})
afterAll(() => pult.close())

/** Anna works the first day, Boris the second, from hours by UTC. */
function publish(hours: readonly [number, number], of?: number): Promise<number> {
  const [annaId = 0, borisId = 0] = center.agentIds
  const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`
  return keepPublished(pult.app.database, {
    centerId: center.centerId,
    firstDay: first,
    lastDay: second,
    ...(of === undefined ? {} : { of }),
    shifts: [
      { agentId: annaId, day: first, start: at(first, hours[0]), minutes: 480 },
      { agentId: borisId, day: second, start: at(second, hours[1]), minutes: 480 },
    ],
  })
}

const mine = async (who: Visitor, query = ''): Promise<MyRoster[]> =>
  done<{ rosters: MyRoster[] }>(await who.get(center.path(`/my-rosters${query}`))).rosters
const readers = async (rosterId: number): Promise<RosterReader[]> =>
  done<{ readers: RosterReader[] }>(await center.planner.get(center.path(`/rosters/${rosterId}/acknowledgements`)))
    .readers
const acknowledge = (who: Visitor, rosterId: number) =>
  who.send('POST', center.path(`/rosters/${rosterId}/acknowledgement`))

it('a published roster is read by each of its people for herself, edition by edition', async () => {
  const [annaId, borisId] = center.agentIds
  const rosterId = await publish([6, 6])
  expect(await mine(anna)).toMatchObject([{ rosterId, edition: 1, acknowledgedAt: null, acknowledgedEdition: null }])
  done(await acknowledge(anna, rosterId))
  const [read] = await mine(anna)
  expect(Math.abs(Date.parse(read?.acknowledgedAt ?? '') - Date.now())).toBeLessThan(60_000)
  // Said again it changes nothing; a planner is nobody's hand.
  done(await acknowledge(anna, rosterId))
  expect((await mine(anna))[0]?.acknowledgedAt).toBe(read?.acknowledgedAt)
  expect((await acknowledge(center.planner, rosterId)).statusCode).toBe(404)
  expect(
    (await readers(rosterId)).map(({ agentId, acknowledgedEdition, shifts }) => [agentId, acknowledgedEdition, shifts]),
  ).toEqual([
    [borisId, null, 1],
    [annaId, 1, 1],
  ])
  const { lines } = done<{ lines: { act: string; subject: string }[] }>(await pult.system.get(center.path('/audit')))
  expect(lines.filter(({ act }) => act === 'schedule.roster.acknowledge').map(({ subject }) => subject)).toEqual([
    `roster ${rosterId}`,
  ])

  // A later edition moves Boris alone: what Anna has read holds, and he reads the new one.
  done(await acknowledge(boris, rosterId))
  const later = await publish([6, 9], rosterId)
  expect(await mine(anna)).toMatchObject([{ rosterId: later, edition: 2, acknowledgedEdition: 1 }])
  expect(await mine(boris)).toMatchObject([{ rosterId: later, edition: 2, acknowledgedAt: null }])
  expect((await acknowledge(boris, rosterId)).json()).toMatchObject({ code: 'laterEditionToRead' })
  done(await acknowledge(boris, later))
  expect((await readers(later)).map(({ acknowledgedEdition }) => acknowledgedEdition).toSorted()).toEqual([1, 2])

  // Planners look at anybody's, agents at their own.
  expect(await mine(center.planner)).toEqual([])
  expect(await mine(center.planner, `?agentId=${borisId}`)).toMatchObject([{ acknowledgedEdition: 2 }])
  expect((await anna.get(center.path(`/my-rosters?agentId=${borisId}`))).statusCode).toBe(404)
  expect((await anna.get(center.path(`/rosters/${later}/acknowledgements`))).statusCode).toBe(403)
})
