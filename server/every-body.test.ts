import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AnyRoute } from '@pult/contract/route'

import { contentOf, idsOfCenter } from './testing/center-content.ts'
import { fillCenter } from './testing/fill-center.ts'
import { sampleOf } from './testing/sample-body.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

// Past the door of every route that changes something, with bodies that its own schema takes and ids of another centre wherever
// an id is asked for. Bodies of every other kind are sent by every-request.test.ts.

let pult: TestApp
let owner: pg.Client
let own: number
let other: number
let administrator: Visitor
/** An id of the other centre that ours has not, by the name of the field. */
let foreign: ReadonlyMap<string, number>

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  own = await pult.createCenter('Наш')
  other = await pult.createCenter('Чужой')
  await fillCenter(pult, own)
  await fillCenter(pult, other)
  administrator = await pult.comeIn(own, 'administrator')
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
  foreign = await foreignIds()
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

/** An id of the other centre by the name of the field that would name it. */
async function foreignIds(): Promise<ReadonlyMap<string, number>> {
  const ids = await idsOfCenter(owner, other, 1)
  return new Map([...ids].map(([field, [id]]) => [field, id ?? 987_654]))
}

type ChangingRoute = AnyRoute & { readonly method: Exclude<AnyRoute['method'], 'GET'> }

const changing = (): ChangingRoute[] =>
  pult.app.http.routes.filter(
    (route): route is ChangingRoute =>
      route.method !== 'GET' &&
      route.path.startsWith('/centers/:centerId') &&
      (route.transport ?? 'json') === 'json' &&
      // The only administrator must not throw herself out before the walk is over.
      !route.path.includes('/members/'),
  )

async function call(route: ChangingRoute, text: string, idOf: (field: string) => number): Promise<number> {
  const path = route.path
    .replace(':centerId', String(own))
    .replaceAll(/:(\w+)/g, (_place, key: string) =>
      key === 'day' || key === 'date' ? '2026-10-05' : String(idOf(key)),
    )
  const body = sampleOf(route.body, { text, idOf })
  const reply = await administrator.send(route.method, path, body ?? {})
  return reply.statusCode
}

describe('every route that changes something', () => {
  it('leaves another centre as it was when its ids are named, and finds nothing under them', async () => {
    await pult.app.measures.settle(other)
    const before = await contentOf(owner, other)
    const answered = new Map<string, number>()
    for (const route of changing())
      answered.set(
        `${route.method} ${route.path}`,
        await call(route, 'Чужое', (field) => foreign.get(field) ?? 987_654),
      )
    expect(await contentOf(owner, other)).toEqual(before)
    expect([...answered].filter(([, status]) => status >= 500)).toEqual([])
    // Named in the path, it is not there: what is asked of it does not matter.
    const found = [...answered].filter(([route, status]) => /:(?!centerId|day|date)\w+/.test(route) && status < 300)
    expect(found).toEqual([])
    // Most reach past their schema: a walk that is stopped at the door would prove nothing.
    const stopped = [...answered.values()].filter((status) => status === 400).length
    expect(stopped / answered.size).toBeLessThan(0.5)
  })
})
