import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { APPLICATION_ROLE } from './platform/index.ts'
import { openTestApp, type TestApp } from './testing/test-app.ts'
import { fillCenter } from './testing/fill-center.ts'

// Two promises about every table of our rooms, whoever adds one: nobody reads or writes another centre's rows, and the
// schema can be spread over a distributed PostgreSQL by center_id (docs/background/distribution.md).

/** Small tables that every node of a distributed PostgreSQL holds whole; the plan names them. */
const referenceTables = new Set(['center'])

interface Table {
  readonly name: string
  readonly owner: string
  readonly secured: boolean
  readonly forced: boolean
  readonly isPartition: boolean
}

let pult: TestApp
let owner: pg.Client
let tables: readonly Table[]
let own: number
let other: number

beforeAll(async () => {
  pult = await openTestApp()
  own = await pult.createCenter('Наш')
  other = await pult.createCenter('Чужой')
  await fillCenter(pult, own)
  await fillCenter(pult, other)
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
  tables = await rows<Table>(`
    select c.relname as name, r.rolname as owner, c.relrowsecurity as secured, c.relforcerowsecurity as forced,
      c.relispartition as "isPartition"
    from pg_class c join pg_roles r on r.oid = c.relowner
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by 1
  `)
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

async function rows<Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> {
  return (await owner.query<Row>(text, [...values])).rows
}

/** Runs as the application in the scope of one centre. */
async function asApplication<T>(centerId: number, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: pult.connectionString, options: `-c role=${APPLICATION_ROLE}` })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(`select set_config('pult.center_id', $1, true), set_config('pult.user_id', '', true)`, [
      String(centerId),
    ])
    return await work(client)
  } finally {
    await client.end()
  }
}

describe('the second lock', () => {
  it('is an application role that owns nothing and cannot step past', async () => {
    const [role] = await rows<{ rolsuper: boolean; rolbypassrls: boolean }>(
      'select rolsuper, rolbypassrls from pg_roles where rolname = $1',
      [APPLICATION_ROLE],
    )
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false })
    expect(tables.filter((table) => table.owner === APPLICATION_ROLE)).toEqual([])
  })

  it('stands on every table and every partition, forced', () => {
    expect(tables.length).toBeGreaterThan(30)
    const open = tables.filter((table) => !table.isPartition && !(table.secured && table.forced))
    expect(open.map((table) => table.name)).toEqual([])
  })

  it('leaves no way round a partitioned table to its partitions', async () => {
    const partitions = tables.filter((table) => table.isPartition)
    expect(partitions.length).toBeGreaterThan(2)
    await asApplication(own, async (client) => {
      for (const { name } of partitions) {
        await client.query('savepoint before')
        const secured = tables.find((table) => table.name === name)?.secured === true
        const seen = await client
          .query(`select 1 from public.${pg.escapeIdentifier(name)} where center_id = ${other} limit 1`)
          .then(
            (reply) => (secured || reply.rowCount === 0 ? 'nothing' : 'rows'),
            (error: { code?: string }) => error.code,
          )
        await client.query('rollback to savepoint before')
        expect([name, seen]).toEqual([name, '42501'])
      }
    })
  })

  it('shows another centre’s rows to nobody, in any table', async () => {
    const filled: string[] = []
    for (const { name } of tables.filter((table) => !table.isPartition)) {
      const table = `public.${pg.escapeIdentifier(name)}`
      const [there] = await rows<{ n: number }>(`select count(*)::integer as n from ${table} where center_id = $1`, [
        other,
      ])
      if ((there?.n ?? 0) > 0) filled.push(name)
      const seen = await asApplication(own, async (client) => {
        const reply = await client
          .query(`select 1 from ${table} where center_id <> $1 limit 1`, [own])
          .catch((error: { code?: string }) => {
            // A table the application may not read at all shows nothing either.
            if (error.code === '42501') return { rowCount: 0 }
            throw error
          })
        return reply.rowCount
      })
      expect([name, seen]).toEqual([name, 0])
    }
    // Seeing nothing in an empty table would prove nothing.
    expect(filled).toEqual(
      expect.arrayContaining(['center', 'queue', 'agent', 'contact_leg', 'agent_state', 'queue_interval', 'audit']),
    )
  })

  it('lets nobody write into another centre, and take nothing from there', async () => {
    for (const { name } of tables.filter((table) => !table.isPartition && table.name !== 'center')) {
      const table = `public.${pg.escapeIdentifier(name)}`
      await putRow(name)
      const tryAll = (statements: readonly string[]): Promise<unknown[]> =>
        asApplication(own, async (client) => {
          const outcomes: unknown[] = []
          for (const statement of statements) {
            await client.query('savepoint before')
            outcomes.push(
              await client.query(statement).then(
                (reply) => reply.rowCount,
                (error: { code?: string }) => error.code,
              ),
            )
            await client.query('rollback to savepoint before')
          }
          return outcomes
        })
      // Another's rows are not there to change or delete; own ones cannot be moved there, and none can be made there.
      const [changed, deleted, moved, made] = await tryAll([
        `update ${table} set center_id = center_id where center_id = ${other}`,
        `delete from ${table} where center_id = ${other}`,
        `update ${table} set center_id = ${other} where center_id = ${own}`,
        `insert into ${table} (center_id) values (${other})`,
      ])
      expect([name, changed === 0 || changed === '42501']).toEqual([name, true])
      expect([name, deleted === 0 || deleted === '42501']).toEqual([name, true])
      expect([name, moved]).toEqual([name, '42501'])
      expect([name, made]).toEqual([name, '42501'])
    }
  })

  /** A row of the two centres in a table that has none: nothing can be said of an empty one. Written past every check. */
  async function putRow(name: string): Promise<void> {
    const table = `public.${pg.escapeIdentifier(name)}`
    const [there] = await rows<{ n: number }>(
      `select count(distinct center_id)::integer as n from ${table} where center_id in ($1, $2)`,
      [own, other],
    )
    if (there?.n === 2) return
    const columns = await rows<{ name: string; type: string; category: string }>(`
      select a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type, t.typcategory::text as category
      from pg_attribute a join pg_type t on t.oid = a.atttypid
      where a.attrelid = '${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attnotnull and a.attname <> 'center_id'
        and a.attidentity = '' and a.attgenerated = '' and not a.atthasdef`)
    const checks = await rows<{ name: string }>(
      `select conname as name from pg_constraint where conrelid = '${table}'::regclass and contype = 'c'`,
    )
    const value = (type: string, category: string): string =>
      category === 'N'
        ? '1'
        : category === 'B'
          ? 'false'
          : category === 'D'
            ? `'2026-10-05'`
            : category === 'A'
              ? `'{}'`
              : type === 'jsonb'
                ? `'{}'`
                : `'x'`
    await owner.query('begin')
    await owner.query(`set local session_replication_role = replica`)
    for (const { name: check } of checks)
      await owner.query(`alter table ${table} drop constraint ${pg.escapeIdentifier(check)}`)
    for (const centerId of [own, other])
      await owner.query(
        `insert into ${table} (center_id${columns.map((column) => `, ${pg.escapeIdentifier(column.name)}`).join('')})
         values (${centerId}${columns.map(({ type, category }) => `, ${value(type, category)}::${type}`).join('')}) on conflict do nothing`,
      )
    await owner.query('commit')
  }
})

describe('the distribution plan', () => {
  it('has center_id in every table, first in its key', async () => {
    const keys = await rows<{ table: string; name: string; columns: string[] }>(`
      select c.relname as table, i.relname as name,
        array(select a.attname::text from unnest(x.indkey) with ordinality k(attnum, place)
              join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum order by k.place) as columns
      from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid
      where c.relnamespace = 'public'::regnamespace and x.indisunique and not c.relispartition
    `)
    expect(keys.length).toBeGreaterThan(30)
    const wrong = keys.filter((key) => !referenceTables.has(key.table) && key.columns[0] !== 'center_id')
    expect(wrong).toEqual([])
    const without = await rows<{ name: string }>(`
      select c.relname as name from pg_class c
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'center_id' and a.attnotnull)
    `)
    expect(without).toEqual([])
  })

  it('has foreign keys only within a centre or to tables that every node holds', async () => {
    const keys = await rows<{ from: string; to: string; fromColumns: string[]; toColumns: string[] }>(`
      select f.relname as from, t.relname as to,
        array(select a.attname::text from unnest(k.conkey) with ordinality u(n, place) join pg_attribute a on a.attrelid = f.oid and a.attnum = u.n order by place) as "fromColumns",
        array(select a.attname::text from unnest(k.confkey) with ordinality u(n, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = u.n order by place) as "toColumns"
      from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
      where k.contype = 'f' and f.relnamespace = 'public'::regnamespace
    `)
    expect(keys.length).toBeGreaterThan(10)
    const wrong = keys.filter((key) => {
      if (referenceTables.has(key.from)) return !referenceTables.has(key.to)
      if (referenceTables.has(key.to)) return false
      return (
        key.fromColumns.indexOf('center_id') !== key.toColumns.indexOf('center_id') ||
        !key.fromColumns.includes('center_id')
      )
    })
    expect(wrong).toEqual([])
  })

  it('draws numbers of distributed tables from bigint identities, the only kind a distributed table may have', async () => {
    const wrong = await rows<{ table: string; column: string }>(`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and (is_identity = 'YES' or column_default like 'nextval%') and data_type <> 'bigint'
    `)
    expect(wrong.filter((column) => !referenceTables.has(column.table))).toEqual([])
  })
})
