import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Import } from '@pult/contract/imports'

import { bringInto, factsStored, finishedImport, uploadTo } from '../../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

let pult: TestApp

beforeAll(async () => {
  pult = await openTestApp({ started: true })
})
afterAll(() => pult.close())

const START = 1_750_000_000
const log = (calls: number): string =>
  Array.from({ length: calls }, (_, index) => {
    const at = START + index * 20
    return `${at}|${at}.1|support|NONE|ENTERQUEUE||${index}|1\n${at + 9}|${at}.1|support|NONE|ABANDON|1|1|9\n`
  }).join('')

async function untilReading(path: string): Promise<Import> {
  for (;;) {
    const now = done<Import>(await pult.system.get(path))
    if (now.status !== 'waiting' && now.rowsRead > 0) return now
    await new Promise((rest) => setTimeout(rest, 10))
  }
}

describe('an import that does not run through', () => {
  const CALLS = 40_000

  it('cancelled in the middle leaves nothing behind, and brought in again comes in once', async () => {
    const centerId = await pult.createCenter('Отменён')
    const uploadId = await uploadTo(pult, centerId, log(CALLS))
    const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
    const { importId } = done<{ importId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/imports`, given),
    )
    const path = `/centers/${centerId}/imports/${importId}`
    expect((await untilReading(path)).status).toBe('reading')
    done(await pult.system.send('POST', `${path}/cancel`))
    while (done<Import>(await pult.system.get(path)).status === 'cancelling')
      await new Promise((rest) => setTimeout(rest, 50))
    expect(done<Import>(await pult.system.get(path)).status).toBe('cancelled')
    expect(await factsStored(pult, centerId)).toEqual({ legs: [], states: [] })
    const again = await bringInto(pult, centerId, log(CALLS))
    expect(again.report).toMatchObject({ accepted: CALLS, duplicates: 0, conflicts: 0 })
  })

  it('stopped with its server goes on by itself when it starts again: the same import, nothing twice', async () => {
    const centerId = await pult.createCenter('Прерван')
    const uploadId = await uploadTo(pult, centerId, log(CALLS))
    const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
    const { importId } = done<{ importId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/imports`, given),
    )
    const path = `/centers/${centerId}/imports/${importId}`
    expect((await untilReading(path)).status).toBe('reading')
    await pult.restart()
    const ask = async (): Promise<Import> => done<Import>(await pult.system.get(path))
    let now = await ask()
    while (!['done', 'failed', 'cancelled'].includes(now.status)) {
      await new Promise((rest) => setTimeout(rest, 100))
      now = await ask()
    }
    expect(now).toMatchObject({ importId, status: 'done', problem: null })
    expect(now.report).toMatchObject({ contacts: CALLS, conflicts: 0 })
    expect((now.report?.accepted ?? 0) + (now.report?.duplicates ?? 0)).toBe(CALLS)
    const stored = (await factsStored(pult, centerId)) as { legs: unknown[] }
    expect(stored.legs.length).toBe(CALLS)
  })

  it('ends what an earlier log left open just as one that runs through: a session told to its end stays one', async () => {
    const row = (at: number, queue: string, agent: string, event: string): string =>
      `${START + at}|${START + at}|${queue}|${agent}|${event}|${event === 'PAUSE' ? 'lunch' : ''}\n`
    const before =
      row(-600, 'support', 'SIP/101', 'ADDMEMBER') +
      row(-500, 'support', 'SIP/102', 'ADDMEMBER') +
      row(-300, 'NONE', 'SIP/101', 'PAUSE')
    const later =
      row(0, 'NONE', 'SIP/101', 'UNPAUSE') +
      row(0, 'support', 'SIP/101', 'REMOVEMEMBER') +
      row(0, 'care', 'SIP/102', 'ADDMEMBER') +
      row(5, 'support', 'SIP/102', 'REMOVEMEMBER') +
      row(10, 'care', 'SIP/102', 'REMOVEMEMBER')
    const [stopped, whole] = [await pult.createCenter('Прерван снова'), await pult.createCenter('Как задумано')]
    for (const centerId of [stopped, whole]) await bringInto(pult, centerId, before)
    await bringInto(pult, whole, later + log(50))
    const given = {
      uploadId: await uploadTo(pult, stopped, later + log(CALLS)),
      fileName: 'queue_log',
      kind: 'queueLog',
    }
    const { importId } = done<{ importId: number }>(
      await pult.system.send('POST', `/centers/${stopped}/imports`, given),
    )
    expect((await untilReading(`/centers/${stopped}/imports/${importId}`)).status).toBe('reading')
    await pult.restart()
    expect(await finishedImport(pult, stopped, importId)).toMatchObject({ status: 'done', problem: null })
    const statesOf = async (centerId: number): Promise<unknown> =>
      ((await factsStored(pult, centerId)) as { states: unknown }).states
    expect(await statesOf(stopped)).toEqual(await statesOf(whole))
  })

  it('whose job is known to nobody any more is taken up when a server starts', async () => {
    const centerId = await pult.createCenter('Забыт')
    const uploadId = await uploadTo(pult, centerId, log(CALLS))
    const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
    const { importId } = done<{ importId: number }>(
      await pult.system.send('POST', `/centers/${centerId}/imports`, given),
    )
    const path = `/centers/${centerId}/imports/${importId}`
    expect((await untilReading(path)).status).toBe('reading')
    const database = new pg.Client({ connectionString: pult.connectionString })
    await database.connect()
    await database.query(`delete from pgboss.job where name = 'import'`)
    await database.end()
    await pult.restart()
    let now = done<Import>(await pult.system.get(path))
    while (!['done', 'failed', 'cancelled'].includes(now.status)) {
      await new Promise((rest) => setTimeout(rest, 100))
      now = done<Import>(await pult.system.get(path))
    }
    expect(now).toMatchObject({ status: 'done', report: { contacts: CALLS, conflicts: 0 } })
  })
})
