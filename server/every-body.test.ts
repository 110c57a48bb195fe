import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { AnyRoute } from '@pult/contract/route'

import { fillCenter } from './testing/fill-center.ts'
import { sampleOf } from './testing/sample-body.ts'
import { openTestApp, type TestApp, type Visitor } from './testing/test-app.ts'

// Past the door of every route that changes something, with bodies that its own schema takes: ids of another centre wherever
// an id is asked for, SQL and script wherever text is.

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

interface IdColumn {
  readonly name: string
  readonly column: string
}

/** The first column of a key after the centre's, where it is a number of its own: `agent.agent_id`. */
async function idColumns(): Promise<IdColumn[]> {
  const { rows } = await owner.query<IdColumn>(`
    select c.relname as name, a.attname as column
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[1]
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and i.indnatts = 2 and a.atttypid in ('int4'::regtype, 'int8'::regtype) and a.attname = c.relname || '_id'
  `)
  return rows
}

async function foreignIds(): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const { name, column } of await idColumns()) {
    const { rows } = await owner.query<{ id: string }>(
      `select ${column} as id from ${name} where center_id = $1 order by 1 limit 1`,
      [other],
    )
    const field = column.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
    found.set(field, Number(rows[0]?.id ?? 987_654))
  }
  return found
}

/** What the other centre holds, table by table; the audit log and who signed in apart from nothing: all of it. */
async function contentOf(centerId: number): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'center_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1
  `)
  const content: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t where center_id = $1`,
      [centerId],
    )
    content[name] = rows[0]?.digest ?? ''
  }
  return content
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
    const before = await contentOf(other)
    const answered = new Map<string, number>()
    for (const route of changing())
      answered.set(
        `${route.method} ${route.path}`,
        await call(route, 'Чужое', (field) => foreign.get(field) ?? 987_654),
      )
    expect(await contentOf(other)).toEqual(before)
    expect([...answered].filter(([, status]) => status >= 500)).toEqual([])
    // Named in the path, it is not there: what is asked of it does not matter.
    const found = [...answered].filter(([route, status]) => /:(?!centerId|day|date)\w+/.test(route) && status < 300)
    expect(found).toEqual([])
    // Most reach past their schema: a walk that is stopped at the door would prove nothing.
    const stopped = [...answered.values()].filter((status) => status === 400).length
    expect(stopped / answered.size).toBeLessThan(0.5)
  })

  it.each([
    ['SQL', `'; drop table contact_leg; --`],
    ['script', '<script>alert(1)</script>'],
    ['what no text of PostgreSQL holds', 'a\u0000b'],
  ])('takes %s in every text for the text it is, or refuses it', async (_kind, evil) => {
    const stumbled: string[] = []
    for (const route of changing()) {
      const status = await call(route, evil, () => 1)
      if (status >= 500) stumbled.push(`${route.method} ${route.path}: ${status}`)
    }
    expect(stumbled).toEqual([])
    const { rows } = await owner.query(`select 1 from contact_leg limit 1`)
    expect(rows).toHaveLength(1)
  })
})
