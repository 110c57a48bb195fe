import { randomBytes } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'

import { createLog } from './log.ts'
import { migrate } from './migrate.ts'

const log = createLog('silent')
const name = `pult_owner_${randomBytes(4).toString('hex')}`
let server: pg.Client
let asOwner: string

beforeAll(async () => {
  server = new pg.Client({ connectionString: inject('postgresUrl') })
  await server.connect()
  await server.query(`create role ${name} login password 'secret'`)
  await server.query(`create database ${name} owner ${name}`)
  const url = new URL(inject('postgresUrl'))
  url.username = name
  url.password = 'secret'
  url.pathname = `/${name}`
  asOwner = url.href
})
afterAll(async () => {
  await server.query(`drop database ${name} with (force)`)
  await server.query(`drop role ${name}`)
  await server.end()
})

describe('a database server of one’s own', () => {
  it('that does not answer is named', async () => {
    await expect(migrate('postgres://pult@127.0.0.1:1/pult', log)).rejects.toThrow(
      /127\.0\.0\.1:1 cannot be reached.*DATABASE_URL/,
    )
  })

  it('needs no superuser, only what its administrator is told to run once', async () => {
    await expect(migrate(asOwner, log)).rejects.toThrow(`grant pult_app to ${name};`)
    await server.query(`grant pult_app to ${name}`)
    expect((await migrate(asOwner, log)).length).toBeGreaterThan(5)
    expect(await migrate(asOwner, log)).toEqual([])
  })
})

describe('migrations', () => {
  const files = readdirSync(join(import.meta.dirname, '../migrations')).filter((file) => file.endsWith('.sql'))

  it('are called by four digits and words', () => {
    expect(files.filter((file) => !/^\d{4}(-[a-z]+)+\.sql$/.test(file))).toEqual([])
  })

  it('have a number each', () => {
    const shared = [...Map.groupBy(files, (file) => file.slice(0, 4)).values()].filter((list) => list.length > 1)
    // Databases remember the names of what they ran: renamed, it would run again on tables that are there. These two need each other in no order.
    expect(shared).toEqual([['0014-skill-need.sql', '0014-staffing-work.sql']])
  })
})
