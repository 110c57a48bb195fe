import { randomBytes } from 'node:crypto'

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
