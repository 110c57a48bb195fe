import { once } from 'node:events'

import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { BROKEN_UNDO, type Import } from '@pult/contract/imports'

import { createJobs, createLog, lostInTable } from './platform/index.ts'
import { bringInto } from './testing/bring-in.ts'
import { done, openTestApp, type TestApp } from './testing/test-app.ts'

// What becomes of work that nobody will finish: its rows say so, whoever waits hears of it.

let pult: TestApp
beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

async function until(isSo: () => Promise<boolean> | boolean): Promise<void> {
  await expect.poll(isSo, { interval: 50, timeout: 60_000 }).toBe(true)
}

describe('work that was given up', () => {
  it('says of every kind of work that was given up that it failed, on its own row', async () => {
    const centerId = await pult.createCenter('Брошенное')
    const days = sql`'2026-02-01', '2026-02-07'`
    // The least that each table takes, as it stands while it is worked on, and what the queue calls it.
    const kinds = {
      forecast: {
        row: sql`insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, created_by, created_by_name)
          values (${centerId}, 'П', 'making', 30, ${days}, 't', 't') returning forecast_id::integer as id`,
        data: (id: number) => ({ forecastId: id }),
      },
      staffing: {
        row: sql`insert into requirement (center_id, name, status, progress, basis, interval_minutes, first_day, last_day, assumptions, made_by, made_by_name)
          values (${centerId}, 'П', 'making', 0, 'pastWeeks', 30, ${days}, '{}', 't', 't') returning requirement_id::integer as id`,
        data: (id: number) => ({ requirementId: id }),
      },
      schedule: {
        row: sql`insert into roster (center_id, name, series_id, edition, status, first_day, last_day, slot_minutes, requirement_id, weights, prices, seconds, seed, run, made_by, made_by_name)
          values (${centerId}, 'П', 1, 1, 'making', ${days}, 15, 1, '{}', '{}', 60, 1, 2, 't', 't') returning roster_id::integer as id`,
        data: (id: number) => ({ rosterId: id, run: 2 }),
      },
      simulation: {
        row: sql`insert into what_if (center_id, name, status, draft, version, changed_by, changed_by_name)
          values (${centerId}, 'П', 'running', '{}', 3, 't', 't') returning what_if_id::integer as id`,
        data: (id: number) => ({ whatIfId: id, version: 3 }),
      },
      skillNeed: {
        row: sql`insert into skill_need (center_id, status, draft, made_by, made_by_name)
          values (${centerId}, 'counting', '{}', 't', 't') returning skill_need_id::integer as id`,
        data: (id: number) => ({ skillNeedId: id }),
      },
      marketRefresh: {
        row: sql`with of as (insert into market_specialisation (center_id, name, kind, titles) values (${centerId}, 'П', 'position', '{}') returning specialisation_id)
          insert into market_snapshot (center_id, specialisation_id, taken_on, status, cause, made_by_name)
          select ${centerId}, specialisation_id, '2026-02-01', 'running', 'hand', 't' from of returning snapshot_id::integer as id`,
        data: (id: number) => ({ snapshotId: id }),
      },
      report: {
        row: sql`with of as (
            insert into report (center_id, name, content, rhythm, day, minute, language, formats, keep, next_at, made_by_name)
            values (${centerId}, 'П', 'management', 'daily', 1, 0, 'ru', '{pdf}', 10, '2999-01-01', 't') returning report_id)
          insert into report_run (center_id, report_id, first_day, last_day, is_sent, made_by_name)
          select ${centerId}, report_id, '2026-02-01', '2026-02-01', false, 't' from of returning run_id::integer as id`,
        data: (id: number) => ({ runId: id }),
      },
    }
    const tables = {
      forecast: 'forecast',
      staffing: 'requirement',
      schedule: 'roster',
      simulation: 'what_if',
      skillNeed: 'skill_need',
      marketRefresh: 'market_snapshot',
      report: 'report_run',
    } as const
    for (const [name, { row, data }] of Object.entries(kinds)) {
      const { rows } = await pult.app.database.inCenter({ centerId }, (tx) => sql<{ id: number }>`${row}`.execute(tx))
      await pult.app.jobs.send(`${name}.givenUp`, { centerId, ...data(rows[0]?.id ?? 0) })
    }
    for (const [name, table] of Object.entries(tables))
      await until(async () => {
        const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
          sql<{
            said: string
          }>`select status || ' ' || coalesce(problem, '') as said from ${sql.table(table)} where center_id = ${centerId}`.execute(
            tx,
          ),
        )
        expect(['waiting ', 'making ', 'running ', 'counting ', 'failed givenUp'], name).toContain(rows[0]?.said)
        return rows[0]?.said === 'failed givenUp'
      })
  })

  it('says of an import whose undoing was given up that it may be undone again, and undo it', async () => {
    const centerId = await pult.createCenter('Откат')
    const at = 1_750_000_000
    const log = `${at}|${at}.1|support|NONE|ENTERQUEUE||79001|1\n${at + 9}|${at}.1|support|NONE|ABANDON|1|1|9\n`
    const { importId } = await bringInto(pult, centerId, log)
    const path = `/centers/${centerId}/imports/${importId}`
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`update import set status = 'undoing' where center_id = ${centerId}`.execute(tx),
    )
    await pult.app.jobs.send('undo-import.givenUp', { centerId, importId })
    await until(async () => done<Import>(await pult.system.get(path)).status === 'done')
    expect(done<Import>(await pult.system.get(path)).problem).toBe(BROKEN_UNDO)
    done(await pult.system.send('POST', `${path}/undo`))
    await until(async () => done<Import>(await pult.system.get(path)).status === 'undone')
    expect(done<Import>(await pult.system.get(path)).problem).toBeNull()
  })

  it('is said of a piece that its table calls underway and nobody does; one that was never sent is taken up', async () => {
    const { database, live } = pult.app
    const centerId = await pult.createCenter('Забытое')
    const insert = (status: string): Promise<number> =>
      database.inCenter({ centerId }, async (tx) => {
        const { rows } = await sql<{ id: number }>`
          insert into forecast (center_id, name, status, interval_minutes, first_day, last_day, created_by, created_by_name)
          values (${centerId}, 'План', ${status}, 30, '2026-02-01', '2026-02-07', 'test', 'Тест')
          returning forecast_id::integer as id`.execute(tx)
        return rows[0]?.id ?? 0
      })
    const read = async (id: number): Promise<unknown> => {
      const { forecast } = done<{ forecast: { status: string; problem: string | null } }>(
        await pult.system.get(`/centers/${centerId}/forecasts/${id}`),
      )
      return [forecast.status, forecast.problem]
    }
    const begun = await insert('making')
    const forgotten = await insert('waiting')
    const fatal = await insert('making')
    const heard: unknown[] = []
    const leave = live.hear(({ topic, id }) => {
      if (topic === 'forecast') heard.push(id)
    })
    const taken: number[] = []
    const jobs = createJobs(pult.connectionString, createLog('silent'), 1)
    const kind = {
      table: 'forecast',
      key: ['forecastId'],
      waiting: 'waiting',
      begun: 'making',
      topic: 'forecast',
    } as const
    jobs.define<{ centerId: number; forecastId: number }>(
      'forgotten',
      { concurrency: 2, retries: 0, expireSeconds: 600 },
      async ({ forecastId }, signal) => {
        taken.push(forecastId)
        await once(signal, 'abort')
      },
      lostInTable({ database, live }, kind),
    )
    const client = new pg.Client({ connectionString: pult.connectionString })
    await client.connect()
    await jobs.start()
    try {
      await jobs.send('forgotten', { centerId, forecastId: fatal })
      await until(() => taken.includes(fatal))
      await client.query(
        `update pgboss.job set heartbeat_on = now() - interval '1 hour' where name = 'forgotten' and state = 'active'`,
      )
      await until(async () => ((await read(fatal)) as string[])[0] === 'failed')
      await until(async () => ((await read(begun)) as string[])[0] === 'failed')
      await until(() => taken.includes(forgotten))
      expect(await read(fatal)).toEqual(['failed', 'givenUp'])
      expect(await read(begun)).toEqual(['failed', 'givenUp'])
      expect(taken).not.toContain(begun)
      await until(() => heard.includes(begun) && heard.includes(fatal))
    } finally {
      leave()
      await client.end()
      await jobs.stop()
    }
  })
})
