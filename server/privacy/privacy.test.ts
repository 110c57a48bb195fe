import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Command } from 'commander'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import type { Found } from '@pult/contract/privacy'

import { registerPersonal } from '../../cli/personal.ts'
import { fillCenter } from '../testing/fill-center.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { dataMap } from './data-map.ts'
import { findPerson } from './find-person.ts'

let pult: TestApp
let owner: pg.Client
let centerId: number

const NUMBER = '79000000003'

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Личное')
  await fillCenter(pult, centerId)
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

const post = async <Reply>(path: string, body: object): Promise<Reply> =>
  done<Reply>(await pult.system.send('POST', `/centers/${centerId}${path}`, body))
const find = (body: object): Promise<Found> => post<Found>('/personal-data/find', body)
const rowsOf = (found: Found, kind: string, way = 'record'): number =>
  found.parts.find((part) => part.kind === kind && part.way === way)?.rows ?? 0

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

async function columns(): Promise<Column[]> {
  const { rows } = await owner.query<Column>(`
    select case when n.nspname = 'public' then c.relname else n.nspname || '.' || c.relname end as table, a.attname as column,
      coalesce(nullif(t.typelem, 0)::regtype::text, t.oid::regtype::text) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace join pg_type t on t.oid = a.atttypid
    where n.nspname in ('public', 'auth') and c.relkind in ('r', 'p') and not c.relispartition and a.attnum > 0 and not a.attisdropped`)
  return rows
}

const holdsText = ({ type }: Column): boolean =>
  ['text', 'character varying', 'json', 'jsonb', 'bytea', 'xml', 'inet', 'name', 'character'].includes(type)

const placed = Object.entries(dataMap).flatMap(([table, { customer, staff, anyone, secret, free }]) =>
  [customer, staff, anyone, secret, free].flatMap((list) => (list ?? []).map((column) => `${table}.${column}`)),
)

/** Columns that could hold personal data and stand in no list. */
const unplaced = (all: readonly Column[]): string[] =>
  all
    .filter(holdsText)
    .map(({ table, column }) => `${table}.${column}`)
    .filter((one) => !placed.includes(one))

describe('the map of personal data', () => {
  it('knows every column that could hold any, and no column that is not there', async () => {
    const rows = await columns()
    const couldHold = rows.filter(holdsText)
    expect(couldHold.length).toBeGreaterThan(300)
    expect(placed.filter((one, place) => placed.indexOf(one) !== place)).toEqual([])
    const there = new Set(rows.map(({ table, column }) => `${table}.${column}`))
    expect(placed.filter((one) => !there.has(one))).toEqual([])
    expect(unplaced(rows), 'say in server/privacy/map-of-*.ts what this column holds of persons').toEqual([])
    // Whoever names an agent by her id is found by it.
    const byAgent = rows.filter(({ column }) => column === 'agent_id' || column === 'agent_ids')
    expect(
      byAgent
        .filter(({ table, column }) => {
          const map = dataMap[table]
          return map?.agentId !== column && map?.agentIds !== column && table !== 'membership' && table !== 'roster'
        })
        .map(({ table }) => table),
    ).toEqual([])
  })

  it('fails for a column that nobody has thought about', async () => {
    await owner.query('alter table team add column telephone text')
    expect(unplaced(await columns())).toEqual(['team.telephone'])
    await owner.query('alter table team drop column telephone')
  })
})

describe('a person’s data', () => {
  it('is found by a number however it is written, and by what texts tell', async () => {
    await post('/notes', {
      firstDay: '2026-10-05',
      lastDay: '2026-10-05',
      queueId: null,
      text: 'Жалоба: +7 (900) 000-00-03, перезвонить',
    })
    const found = await find({ of: 'customer', text: '8 (900) 000-00-03' })
    expect(found.called).toBe(NUMBER)
    expect(rowsOf(found, 'contacts')).toBe(4)
    expect(rowsOf(found, 'notes', 'mention')).toBe(1)
    expect(found.parts.find(({ kind }) => kind === 'contacts')).toMatchObject({
      first: '2026-10-05',
      last: '2026-10-05',
    })
    const other = await find({ of: 'customer', text: '+7 911 111 11 11' })
    expect(other.parts).toEqual([])
  })

  it('asks every table of the map without stumbling', async () => {
    await owner.query(
      `with resume as (insert into career_resume (center_id, user_id, draft) values ($1, 'u', '{}') returning center_id, resume_id)
       insert into career_letter (center_id, resume_id, letter) select center_id, resume_id, '{}' from resume`,
      [centerId],
    )
    const parts = await pult.app.database.inCenter({ centerId }, (tx) =>
      findPerson(tx, centerId, {
        of: 'agent',
        called: 'Агент 0',
        customerKey: NUMBER,
        agentId: 1,
        accounts: [{ id: 'u', name: 'Никто', email: 'nobody@example.com' }],
        digits: '9000000003',
        texts: ['Никто'],
      }),
    )
    expect(parts.length).toBeGreaterThan(3)
    // A letter has no owner of its own: it is his whose résumé it goes with.
    expect(parts.find(({ kind, way }) => kind === 'resumes' && way === 'record')?.rows).toBe(2)
  })

  it('is given out without what is of other people', async () => {
    const { agents } = done<{ agents: { agentId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/agents`),
    )
    const agent = agents.find(({ name }) => name === 'Агент 0')
    const asked = { of: 'agent', agentId: agent?.agentId }
    const found = await find(asked)
    expect(found.called).toBe('Агент 0')
    expect(rowsOf(found, 'contacts')).toBeGreaterThan(5)
    const reply = await pult.system.send(
      'POST',
      `/centers/${centerId}/personal-data/export?format=json&language=ru`,
      asked,
    )
    expect(reply.headers['content-type']).toContain('application/json')
    const file = reply.json<{ person: { called: string }; parts: { table: string; rows: unknown[] }[] }>()
    expect(file.person.called).toBe('Агент 0')
    expect(file.parts.find(({ table }) => table === 'contact_leg')?.rows).toHaveLength(rowsOf(found, 'contacts'))
    expect(reply.body).not.toContain('7900000')
    const table = await pult.system.send('POST', `/centers/${centerId}/personal-data/export?format=csv&language=ru`, {
      of: 'customer',
      text: NUMBER,
    })
    expect(table.body).toContain('Контакты')
    expect(table.body).toContain(NUMBER)
    const { lines } = done<{ lines: { act: string; subject: string; detail: object }[] }>(
      await pult.system.get(`/centers/${centerId}/audit`),
    )
    expect(lines[0]).toMatchObject({ act: 'privacy.person.export', subject: 'customer' })
    expect(JSON.stringify(lines)).not.toContain(NUMBER)
  })

  it('is found and taken along from the command line too', async () => {
    const url = await pult.app.http.app.listen({ host: '127.0.0.1', port: 0 })
    const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
    const run = async (...words: readonly string[]): Promise<void> => {
      const program = new Command().option('--json').exitOverride()
      registerPersonal(program)
      const where = ['--center', String(centerId), '--url', url, '--data', pult.dataFolder]
      await program.parseAsync(['personal', ...words, ...where], { from: 'user' })
    }
    const out = join(pult.dataFolder, 'copy.json')
    await run('find', '--customer', '8 900 000 00 03')
    await run('export', '--customer', NUMBER, '--out', out)
    const lines = said.mock.calls.map(([line]) => String(line))
    said.mockRestore()
    expect(lines).toContain('Contacts, about the person: 4 (2026-10-05 to 2026-10-05)')
    expect(JSON.parse(await readFile(out, 'utf8'))).toMatchObject({ person: { called: NUMBER } })
    await expect(run('find')).rejects.toThrow('either --customer or --agent')
  })
})
