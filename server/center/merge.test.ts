import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { MeasureReply } from '@pult/contract/measures'
import type { RecomputeReport } from '@pult/contract/measures-recompute'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

let pult: TestApp
let centerId: number

const at = (clock: string): string => `2026-10-05T${clock}:00Z`
const MINUTE = 60_000

/** One call for each queue and agent, answered and ended in other hours than it came, and a session that is not over. */
const told = {
  source: 'АТС',
  contacts: ['Заказы', 'заказы_2'].map((queue, index) => ({
    sourceKey: `c${index}`,
    channel: 'voice',
    direction: 'inbound',
    queue,
    agent: index === 0 ? 'Анна' : 'SIP/101',
    offeredAt: at('06:50'),
    outcome: 'answered',
    waitMs: 15 * MINUTE,
    talkMs: 80 * MINUTE,
  })),
  states: [{ sourceKey: 's1', agent: 'SIP/101', state: 'session', startedAt: at('06:00') }],
}

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Ромашка')
  done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, told))
  await pult.app.measures.settle(centerId)
})
afterAll(() => pult.close())

const PERIOD = { from: '2026-10-05', to: '2026-10-06' }

async function ask(measures: readonly string[], split: string): Promise<unknown[]> {
  const reply = done<MeasureReply>(
    await pult.system.send('POST', `/centers/${centerId}/measures/query`, { ...PERIOD, measures, splitBy: [split] }),
  )
  return reply.rows.map((row) => [row.keys[0]?.label, ...row.figures.map((figure) => figure.value)])
}

async function expectTrueRollups(): Promise<void> {
  await pult.app.measures.settle(centerId)
  const report = done<RecomputeReport>(
    await pult.system.send('POST', `/centers/${centerId}/measures/recompute`, { ...PERIOD, dry: true }),
  )
  expect(report.tables.filter(({ differing }) => differing > 0)).toEqual([])
}

describe('two names for one', () => {
  it('queue: every hour its calls touch follows, notes and targets go along', async () => {
    const { queues } = done<{ queues: { queueId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/queues`),
    )
    const [into, from] = ['Заказы', 'заказы_2'].map((name) => queues.find((queue) => queue.name === name)?.queueId ?? 0)
    const target = { measureId: 'asaSeconds', queueId: from, value: 30, withinSeconds: null, validFrom: '2026-01-01' }
    done(await pult.system.send('POST', `/centers/${centerId}/targets`, target))
    const note = { firstDay: '2026-10-05', lastDay: '2026-10-05', queueId: from, text: 'Авария' }
    done(await pult.system.send('POST', `/centers/${centerId}/notes`, note))
    await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`insert into fact_replaced (center_id, source_id, kind, source_key, digest, completeness, held_by, fact)
        select center_id, source_id, 'contact', source_key, 0, 2, '{1}', to_jsonb(l) from contact_leg l where queue_id = ${from}`.execute(
        tx,
      ),
    )
    done(await pult.system.send('POST', `/centers/${centerId}/queues/${from}/merge`, { into }))
    await expectTrueRollups()
    expect(await ask(['offered', 'answeredInInterval', 'handledInInterval'], 'queue')).toEqual([['Заказы', 2, 2, 2]])
    const { targets } = done<{ targets: { queueId: number | null; measureId: string }[] }>(
      await pult.system.get(`/centers/${centerId}/targets`),
    )
    expect(targets.filter(({ measureId }) => measureId === 'asaSeconds')).toMatchObject([{ queueId: into }])
    const { notes } = done<{ notes: { queueId: number | null }[] }>(await pult.system.get(`/centers/${centerId}/notes`))
    expect(notes).toMatchObject([{ queueId: into }])
    // What an undone import would bring back.
    const { rows } = await pult.app.database.inCenter({ centerId }, (tx) =>
      sql`select fact->'queue_id' as queue from fact_replaced where center_id = ${centerId}`.execute(tx),
    )
    expect(rows).toEqual([{ queue: into }])
  })

  it('agent: every hour of her work and of a session not over follows', async () => {
    const { agents } = done<{ agents: { agentId: number; name: string }[] }>(
      await pult.system.get(`/centers/${centerId}/agents`),
    )
    const [into, from] = ['Анна', 'SIP/101'].map((name) => agents.find((agent) => agent.name === name)?.agentId ?? 0)
    done(await pult.system.send('POST', `/centers/${centerId}/agents/${from}/merge`, { into }))
    await expectTrueRollups()
    expect(await ask(['answered', 'signedInSeconds'], 'agent')).toEqual([['Анна', 2, (2 * 60 + 25) * 60]])
  })
})
