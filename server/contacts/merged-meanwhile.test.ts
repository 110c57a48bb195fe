import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import type { FactBatch } from './fact-batch.ts'
import { readInWorker } from './imports/read-in-worker.ts'
import { MergedMeanwhile } from './intake.ts'
import { findNames } from './names-found.ts'
import { stageBatch } from './staged-batch.ts'

let pult: TestApp

const at = (clock: string): string => `2026-10-05T${clock}:00Z`

beforeAll(async () => {
  pult = await openTestApp()
})
afterAll(() => pult.close())

describe('a merge beside an intake', () => {
  it('leaves no fact under the name that went', async () => {
    const own = await pult.createCenter('Рядом')
    const contact = (key: string) => ({
      sourceKey: key,
      channel: 'voice' as const,
      queue: 'Старая',
      agent: 'Анна',
      offeredAt: at('09:00'),
      outcome: 'answered' as const,
      waitMs: 1000,
      talkMs: 1000,
    })
    const send = async (keys: readonly string[]): Promise<void> => {
      done(
        await pult.system.send('POST', `/centers/${own}/contacts/batch`, {
          source: 'АТС',
          contacts: keys.map(contact),
        }),
      )
    }
    await send(['first'])
    const into = done<{ queueId: number }>(
      await pult.system.send('POST', `/centers/${own}/queues`, { name: 'Новая', channel: 'voice' }),
    ).queueId
    const { queues } = done<{ queues: { queueId: number; name: string }[] }>(
      await pult.system.get(`/centers/${own}/queues`),
    )
    const from = queues.find(({ name }) => name === 'Старая')?.queueId ?? 0
    const batch: FactBatch = {
      contacts: [
        { ...contact('staged'), contactRef: 'p', leg: 1, direction: 'inbound', offeredAt: Date.parse(at('09:00')) },
      ],
      states: [],
    }
    const target = await pult.app.database.inCenter({ centerId: own }, async (tx) => {
      const { rows } = await sql<{ importId: number; sourceId: number }>`
        select import_id as "importId", source_id as "sourceId" from import where center_id = ${own}`.execute(tx)
      return { importId: rows[0]?.importId ?? 0, sourceId: rows[0]?.sourceId ?? 0, onConflict: 'reject' as const }
    })
    // Names are looked up, then merged, then the facts are stored.
    const { intake } = pult.app.contacts
    const names = await intake.resolve({ centerId: own }, target, findNames(batch))
    const staged = stageBatch(batch, 'reject', names)
    const merging = pult.system.send('POST', `/centers/${own}/queues/${from}/merge`, { into })
    const arrivals = Promise.all(Array.from({ length: 8 }, (_, index) => send([`beside${index}`])))
    done(await merging)
    await arrivals
    await expect(intake.store({ centerId: own }, target, staged, names)).rejects.toThrow(MergedMeanwhile)
    await intake.add({ centerId: own }, target, batch)
    const left = await pult.app.database.inCenter({ centerId: own }, async (tx) => {
      const { rows } = await sql<{ queue: number | null; n: number }>`
        select queue_id as queue, count(*)::integer as n from contact_leg where center_id = ${own} group by 1`.execute(
        tx,
      )
      return rows
    })
    expect(left).toEqual([{ queue: into, n: 10 }])
  })
})

describe('a file that is read while names are merged', () => {
  it('has its piece staged once more, with names looked up anew, and loses no order', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pult-merged-'))
    const path = join(folder, 'queue_log')
    const call = (id: number): string =>
      [`${id}|${id}.1|sales|NONE|ENTERQUEUE||79161234567|1`, `${id + 5}|${id}.1|sales|NONE|ABANDON|1|1|5`].join('\n')
    await writeFile(
      path,
      `${Array.from({ length: 3000 }, (_, index) => call(1_700_000_000 + index * 60)).join('\n')}\n`,
    )
    const stored: [number, number, readonly number[]][] = []
    const asked: string[][] = []
    await readInWorker(
      {
        path,
        recordsAPiece: 1000,
        onConflict: 'reject',
        options: {
          kind: 'queueLog',
          mapping: null,
          timeZone: 'UTC',
          now: Date.parse('2026-10-05T00:00Z'),
          unfinished: { legs: [], states: [] },
        },
      },
      {
        told: () => Promise.resolve([]),
        resolve: (found) => {
          asked.push([...found.queues.keys()])
          const queues = new Map([...found.queues.keys()].map((name) => [name, asked.length]))
          return Promise.resolve({ queues, agents: new Map(), reasons: new Map() })
        },
        store: ({ number, staged }) => {
          // Queue 1 went: whatever was staged with it is refused.
          if (staged.queueIds.includes(1)) return Promise.reject(new MergedMeanwhile())
          stored.push([number, staged.contacts.keys, staged.queueIds])
          return Promise.resolve()
        },
      },
    )
    await rm(folder, { recursive: true })
    expect(asked.slice(0, 2)).toEqual([['sales'], ['sales']])
    expect(stored.map(([number]) => number)).toEqual(stored.map((_, index) => index + 1))
    expect(stored.length).toBeGreaterThan(1)
    expect(stored.reduce((sum, [, keys]) => sum + keys, 0)).toBe(3000)
    for (const [, , queueIds] of stored.slice(0, -1)) expect(queueIds).not.toContain(1)
  })

  it('ends with its error when names cannot be looked up again, and does not wait for ever', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pult-merged-'))
    const path = join(folder, 'queue_log')
    await writeFile(
      path,
      '1700000000|1.1|sales|NONE|ENTERQUEUE||79161234567|1\n1700000005|1.1|sales|NONE|ABANDON|1|1|5\n',
    )
    let asked = 0
    const run = readInWorker(
      {
        path,
        recordsAPiece: 1000,
        onConflict: 'reject',
        options: {
          kind: 'queueLog',
          mapping: null,
          timeZone: 'UTC',
          now: Date.parse('2026-10-05T00:00Z'),
          unfinished: { legs: [], states: [] },
        },
      },
      {
        resolve: () =>
          ++asked > 1
            ? Promise.reject(new Error('the database went away'))
            : Promise.resolve({ queues: new Map([['sales', 1]]), agents: new Map(), reasons: new Map() }),
        store: () => Promise.reject(new MergedMeanwhile()),
        told: () => Promise.resolve([]),
      },
    )
    await expect(run).rejects.toThrow('the database went away')
    await rm(folder, { recursive: true })
  })
})
