import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { bringInto } from '../testing/bring-in.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'

// A database server of somebody else's keeps a zone of its own, even one half an hour off: nothing of ours may depend on it.

let pult: TestApp
let owner: pg.Client

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  owner = new pg.Client({ connectionString: pult.connectionString })
  await owner.connect()
})
afterAll(async () => {
  await owner.end()
  await pult.close()
})

/** Calls through a night, an agent who comes, pauses and goes. */
const START = 1_761_440_400
const log = [
  `${START}|n|NONE|SIP/7|ADDMEMBER|`,
  `${START + 900}|n|support|SIP/7|PAUSE|Обед`,
  `${START + 4500}|n|support|SIP/7|UNPAUSE|`,
  ...Array.from({ length: 8 }, (_, index) => {
    const at = START + 4600 + index * 1500
    return `${at}|c${index}|support|NONE|ENTERQUEUE||${index}|1\n${at + 10}|c${index}|support|SIP/7|CONNECT|10|c${index}|3\n${at + 400}|c${index}|support|SIP/7|COMPLETEAGENT|10|390|1`
  }),
  `${START + 20_000}|n|NONE|SIP/7|REMOVEMEMBER|`,
].join('\n')

async function rollUpsOf(name: string): Promise<unknown> {
  const centerId = await pult.createCenter(name)
  const one = await bringInto(pult, centerId, `${log}\n`)
  expect(one).toMatchObject({ status: 'done' })
  const read = async (table: string): Promise<unknown> =>
    (
      await owner.query(
        `select to_jsonb(t) - '{center_id,queue_id,agent_id,source_id,team_id,pause_reason_id}'::text[] as row from ${table} t where center_id = $1 order by t.at, 1`,
        [centerId],
      )
    ).rows
  return {
    queue: await read('queue_interval'),
    agent: await read('agent_interval'),
    time: await read('agent_time_interval'),
  }
}

describe('a database with a zone half an hour off', () => {
  it('gives the same roll-ups', async () => {
    const usual = await rollUpsOf('Обычный')
    const { pathname } = new URL(pult.connectionString)
    await owner.query(`alter database "${pathname.slice(1)}" set timezone to 'Asia/Kolkata'`)
    await pult.restart()
    const foreign = new pg.Client({ connectionString: pult.connectionString })
    await foreign.connect()
    expect((await foreign.query<{ TimeZone: string }>('show timezone')).rows).toEqual([{ TimeZone: 'Asia/Kolkata' }])
    await foreign.end()
    const ours = await pult.app.database.inCenter({ centerId: 1 }, (tx) =>
      sql<{ TimeZone: string }>`show timezone`.execute(tx),
    )
    expect(ours.rows).toEqual([{ TimeZone: 'UTC' }])
    expect(await rollUpsOf('За полчаса')).toEqual(usual)
  })
})
