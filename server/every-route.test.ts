import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { roleMay, roles, type Role } from '@pult/contract/permissions'
import type { AnyRoute } from '@pult/contract/route'

import { fillCenter } from './testing/fill-center.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

// Promises about every route there is, whoever adds one: a stranger is turned away, another centre's people find nothing,
// each role may do what the table of rights says and no more. What requests hold is the matter of every-request.test.ts.

let pult: TestApp
let own: number
let other: number
let people: ReadonlyMap<Role, Visitor>
let outsider: Visitor

beforeAll(async () => {
  pult = await openTestApp()
  own = await pult.createCenter('Наш')
  other = await pult.createCenter('Чужой')
  await fillCenter(pult, own)
  await fillCenter(pult, other)
  const entries: [Role, Visitor][] = []
  for (const role of roles) entries.push([role, await pult.comeIn(own, role)])
  people = new Map(entries)
  outsider = await pult.comeIn(other, 'administrator')
})
afterAll(() => pult.close())

const inCenter = (route: AnyRoute): boolean => route.path.startsWith('/centers/:centerId')
const routes = (): AnyRoute[] => pult.app.http.routes.filter((route) => route.transport !== 'events' && inCenter(route))
const name = (route: AnyRoute): string => `${route.method} ${route.path}`

/** The address with plausible ids. */
function address(route: AnyRoute, centerId: number, id = '1'): string {
  return route.path
    .replace(':centerId', String(centerId))
    .replaceAll(/:(\w+)/g, (_place, key: string) =>
      encodeURIComponent(key === 'day' ? '2026-01-05' : key === 'userId' ? 'nobody' : id),
    )
}

async function send(
  visitor: Visitor,
  route: AnyRoute,
  centerId: number,
  body: object = {},
): Promise<{ status: number; text: string }> {
  const path = address(route, centerId)
  const reply = route.method === 'GET' ? await visitor.get(path) : await visitor.send(route.method, path, body)
  return { status: reply.statusCode, text: reply.body }
}

describe('every route', () => {
  it('is known to this test', () => {
    expect(routes().length).toBeGreaterThan(50)
  })

  it('turns a stranger away', async () => {
    const open: string[] = []
    for (const route of routes()) if ((await send(pult.stranger, route, own)).status !== 401) open.push(name(route))
    expect(open).toEqual([])
  })

  it('does not exist for the people of another centre', async () => {
    const seen: string[] = []
    for (const route of routes()) {
      const { status } = await send(outsider, route, own)
      if (status !== 404) seen.push(`${name(route)}: ${status}`)
    }
    expect(seen).toEqual([])
  })

  it('lets each role do what the table of rights says, and no more', async () => {
    const wrong: string[] = []
    for (const route of routes()) {
      if (route.may === 'anyone' || route.may === 'signedIn') continue
      for (const [role, person] of people) {
        const may = roleMay(role, route.may)
        // An empty body is refused as such by whoever may; who may not is stopped before anybody looks at it.
        const { status } = await send(person, route, own)
        if (may === (status === 403)) wrong.push(`${name(route)} as ${role}: ${status}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('lets a narrowed token do the acts it was made for, and no more', async () => {
    const only = ['readForecast', 'manageAccess', 'editTargets'] as const
    const made = await pult.system.send('POST', `/centers/${own}/tokens`, {
      name: 'Узкий',
      role: 'head',
      only,
      days: 1,
    })
    const headers = { host: 'pult.test', authorization: `Bearer ${made.json<{ token: string }>().token}` }
    const wrong: string[] = []
    for (const route of routes()) {
      if (route.may === 'anyone' || route.may === 'signedIn') continue
      const { statusCode } = await pult.app.http.app.inject({
        method: route.method,
        url: `/api/v1${address(route, own)}`,
        headers,
        ...(route.method === 'GET' ? {} : { payload: {} }),
      })
      const may = (only as readonly string[]).includes(route.may)
      if (may === (statusCode === 403)) wrong.push(`${name(route)}: ${statusCode}`)
    }
    expect(wrong).toEqual([])
  })

  it('was walked by each role, by a stranger, by a narrowed token and from another centre', () => {
    const walked = routes()
    const guarded = walked.filter(({ may }) => may !== 'anyone' && may !== 'signedIn')
    console.log(
      `routes ${walked.length}: as a stranger ${walked.length}, from another centre ${walked.length}, ` +
        `as ${people.size} roles ${guarded.length * people.size}, by a narrowed token ${guarded.length}; leaks 0`,
    )
    expect(people.size).toBe(roles.length)
    expect(guarded.length).toBeGreaterThan(50)
  })

  it('finds nothing under ids of another centre', async () => {
    const head = people.get('administrator')
    if (head === undefined) throw new Error('nobody came in')
    const { sql } = await import('kysely')
    const ids = await pult.app.database.inCenter({ centerId: other }, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        select queue_id as id from queue where center_id = ${other} union select agent_id from agent where center_id = ${other}
        union select import_id from import where center_id = ${other}
      `.execute(tx)
      return rows.map((row) => row.id)
    })
    const ours = await pult.app.database.inCenter({ centerId: own }, async (tx) => {
      const { rows } = await sql<{ id: number }>`
        select queue_id as id from queue where center_id = ${own} union select agent_id from agent where center_id = ${own}
        union select import_id from import where center_id = ${own}
      `.execute(tx)
      return new Set(rows.map((row) => row.id))
    })
    const foreign = ids.filter((id) => !ours.has(id)).slice(0, 3)
    expect(foreign.length).toBeGreaterThan(0)
    const found: string[] = []
    for (const route of routes().filter((one) => one.method === 'GET' && /:(queue|agent|import)Id/.test(one.path))) {
      for (const id of foreign) {
        const reply = await head.get(address(route, own, String(id)))
        if (reply.statusCode !== 404) found.push(`${name(route)} ${id}: ${reply.statusCode}`)
      }
    }
    expect(found).toEqual([])
  })

  it('keeps text that looks like SQL or script as the text it is', async () => {
    const administrator = people.get('administrator')
    const evil = `'; drop table queue; -- <img src=x onerror=alert(1)>`
    const made = await administrator?.send('POST', `/centers/${own}/queues`, { name: evil, channel: 'voice' })
    expect(made?.statusCode).toBe(200)
    const listed = await administrator?.get(`/centers/${own}/queues`)
    expect(listed?.json<{ queues: { name: string }[] }>().queues.map((queue) => queue.name)).toContain(evil)
    expect(listed?.headers['content-type']).toContain('application/json')
    expect(listed?.headers['cache-control']).toBe('no-store')
    expect(listed?.headers['content-security-policy']).toContain(`script-src 'self'`)
    expect(listed?.headers['content-security-policy']).not.toContain('unsafe')
  })
})
