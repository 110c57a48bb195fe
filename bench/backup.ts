// A backup and a restore of a large installation: how long, how large, and whether what came back is equal, asked of both databases.
//
//   node bin/with-node.mjs bench/backup.ts [--contacts 5000000]

import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

import pg from 'pg'

import { backUp, restore } from '../server/backup.ts'
import { reachEmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { benchFolder } from './bench-folder.ts'
import { fillYear } from './fill-year.ts'
import { machine, megabytes, openPult, option } from './open-pult.ts'

const contacts = option('contacts', 5_000_000)

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, options: '-c timezone=UTC' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** One number for all rows of a table, whatever their order. */
const digestOf = (table: string): string =>
  `select count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text as digest from ${table} t`

const TABLES = [
  'contact_leg',
  'agent_state',
  'queue_interval',
  'queue_day',
  'agent_interval',
  'agent',
  'queue',
  'audit',
]

const digests = (connectionString: string): Promise<readonly string[]> =>
  withClient(connectionString, async (client) => {
    const found: string[] = []
    for (const table of TABLES) {
      const { rows } = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [table])
      if (rows[0]?.there !== true) throw new Error(`there is no table ${table}`)
      found.push(`${table} ${(await client.query<{ digest: string }>(digestOf(table))).rows[0]?.digest ?? ''}`)
    }
    return found
  })

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - began) / 1000).toFixed(1)} s`)
  return result
}

console.log(machine())
const folder = await benchFolder()
const pult = await openPult()
try {
  const file = join(folder, 'kept.tar.gz')
  const centerId = await pult.createCenter('Year')
  const year = { centerId, contacts, firstDay: '2025-01-01', days: 365, queues: 60, agents: 300 }
  await timed(`${contacts} contacts made`, () => withClient(pult.connectionString, (client) => fillYear(client, year)))
  await timed('rolled up', () => pult.app.measures.settle(centerId))
  const dataFolder = pult.app.settings.dataFolder
  const kept = await timed('backup', () => backUp({ databaseUrl: pult.connectionString, dataFolder }, file, 'bench'))
  console.log(`  ${kept.tables} tables, ${kept.rows} rows, ${megabytes((await stat(file)).size)}`)
  const elsewhere = join(folder, 'elsewhere')
  const back = await timed('restore', () => restore({ dataFolder: elsewhere }, file))
  const again = await reachEmbeddedPostgres(elsewhere)
  try {
    const [before, after] = [await digests(pult.connectionString), await digests(again.connectionString)]
    const differing = before.filter((digest, place) => digest !== after[place])
    console.log(
      back.rows === kept.rows && differing.length === 0
        ? `equal: ${back.rows} rows; ${TABLES.join(', ')} to the last value`
        : `NOT EQUAL: ${back.rows} of ${kept.rows} rows; ${differing.join('; ')}`,
    )
    if (back.rows !== kept.rows || differing.length > 0) process.exitCode = 1
  } finally {
    await again.leave()
  }
} finally {
  await pult.close()
  await rm(folder, { recursive: true, force: true })
}
