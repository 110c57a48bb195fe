import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createTestDatabase } from '../platform/testing/index.ts'
import { copyInto } from './copy.ts'
import { createCopyRows, type CopyType, type CopyValue } from './copy-rows.ts'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let client: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  client = new pg.Client({ connectionString: database.connectionString, options: '-c timezone=UTC' })
  await client.connect()
})

afterAll(async () => {
  await client.end()
  await database.drop()
})

/** What PostgreSQL reads of one column of values, as text. */
async function readBack(type: CopyType, values: readonly CopyValue[]): Promise<(string | null)[]> {
  await client.query('drop table if exists copied')
  await client.query(`create temp table copied (place integer, value ${type})`)
  const rows = createCopyRows(['integer', type])
  for (const [place, value] of values.entries()) rows.add([place, value])
  await copyInto(client, 'copied', ['place', 'value'], rows.end())
  const { rows: read } = await client.query<{ value: string | null }>(
    'select value::text as value from copied order by place',
  )
  return read.map(({ value }) => value)
}

describe('rows in COPY’s binary format come out of PostgreSQL as they went in', () => {
  it('whole numbers, to both ends of each type', async () => {
    expect(await readBack('smallint', [-32_768, -1, 0, 32_767, null])).toEqual(['-32768', '-1', '0', '32767', null])
    expect(await readBack('integer', [-2_147_483_648, 0, 2_147_483_647])).toEqual(['-2147483648', '0', '2147483647'])
    const { MAX_SAFE_INTEGER: most } = Number
    expect(await readBack('bigint', [-most, -1, 4_294_967_296, most, 2 ** 60, undefined])).toEqual([
      String(-most),
      '-1',
      '4294967296',
      String(most),
      String(2n ** 60n),
      null,
    ])
  })

  it('instants, from the year 1 to the year 9999, to the millisecond', async () => {
    const instants = [
      '0001-01-01T00:00:00.000Z',
      '1969-12-31T23:59:59.999Z',
      '2000-01-01T00:00:00.000Z',
      '9999-12-31T23:59:59.001Z',
    ]
    expect(await readBack('timestamptz', instants.map(Date.parse))).toEqual([
      '0001-01-01 00:00:00+00',
      '1969-12-31 23:59:59.999+00',
      '2000-01-01 00:00:00+00',
      '9999-12-31 23:59:59.001+00',
    ])
  })

  it('texts: Russian, long, empty, with what a COPY of text would have to escape, without NUL', async () => {
    const long = 'ж'.repeat(300_000)
    const texts = ['Анна', '', 'a\tb\nc\\d\r"', 'n\0ul', '👋', 'x'.repeat(61), long]
    expect(await readBack('text', texts)).toEqual(['Анна', '', 'a\tb\nc\\d\r"', 'nul', '👋', 'x'.repeat(61), long])
  })

  it('lists of texts', async () => {
    expect(await readBack('text[]', [['clockStep', 'enterMissing'], [], null])).toEqual([
      '{clockStep,enterMissing}',
      '{}',
      null,
    ])
  })
})
