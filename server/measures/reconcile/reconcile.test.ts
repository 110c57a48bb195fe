import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ContactInput } from '@pult/contract/contacts'
import type { Explained, OldReport, ReportRow, WholeReconciliation } from '@pult/contract/reconciliations'
import { createRandom } from '@pult/engine/numeric'

import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

// Trust on day one: an old report's figures, computed here by hand from the contacts themselves, are found back.

let pult: TestApp
let centerId: number
let queues: ReadonlyMap<string, number>
let contacts: readonly Made[]

interface Made {
  readonly queue: string
  readonly day: number
  readonly wait: number
  readonly talk: number
  readonly acw: number
  readonly isAnswered: boolean
}

beforeAll(async () => {
  pult = await openTestApp()
  centerId = await pult.createCenter('Сверка')
  contacts = madeUp()
  const batch = contacts.map((contact, index): ContactInput => ({
    sourceKey: `k${index}`,
    channel: 'voice',
    queue: contact.queue,
    offeredAt: new Date(
      Date.parse('2026-09-01T06:00:00Z') + contact.day * 86_400_000 + (index % 600) * 60_000,
    ).toISOString(),
    outcome: contact.isAnswered ? 'answered' : 'abandoned',
    waitMs: contact.wait,
    ...(contact.isAnswered ? { agent: 'Иванова', talkMs: contact.talk, acwMs: contact.acw } : {}),
  }))
  done(await pult.system.send('POST', `/centers/${centerId}/contacts/batch`, { source: 'АТС', contacts: batch }))
  await pult.app.measures.settle(centerId)
  const list = done<{ queues: { queueId: number; name: string }[] }>(
    await pult.system.get(`/centers/${centerId}/queues`),
  )
  queues = new Map(list.queues.map(({ queueId, name }) => [name, queueId]))
})
afterAll(() => pult.close())

function madeUp(): Made[] {
  const random = createRandom('old report')
  return Array.from({ length: 1500 }, () => ({
    queue: random.pick(['Продажи', 'Продажи', 'Поддержка', 'Тест']),
    day: random.integer(0, 10),
    wait: Math.floor(random.exponential(22_000)),
    talk: random.integer(60_000, 300_000),
    acw: random.integer(0, 60_000),
    isAnswered: random.chance(0.8),
  }))
}

/** The old system's way: no test queue, no abandons of up to 5 s, service level of all within 30 s, handling without wrap-up. */
function oldFigures(): { offered: number; answered: number; abandoned: number; serviceLevel: number; aht: number } {
  const counted = contacts.filter(({ queue, isAnswered, wait }) => queue !== 'Тест' && (isAnswered || wait > 5000))
  const answered = counted.filter(({ isAnswered }) => isAnswered)
  return {
    offered: counted.length,
    answered: answered.length,
    abandoned: counted.length - answered.length,
    serviceLevel: answered.filter(({ wait }) => wait <= 30_000).length / counted.length,
    aht: answered.reduce((sum, { talk }) => sum + talk, 0) / answered.length / 1000,
  }
}

const row = (figure: ReportRow['figure'], value: number, tolerance = 0.5): ReportRow => ({
  figure,
  value,
  tolerance,
  from: null,
  to: null,
  queueId: null,
})

function oldReport(): OldReport {
  const { offered, answered, abandoned, serviceLevel, aht } = oldFigures()
  return {
    from: '2026-09-01',
    to: '2026-09-11',
    rows: [
      row('offered', offered),
      row('answered', answered),
      row('abandoned', abandoned),
      row('serviceLevel', Number(serviceLevel.toFixed(3)), 0.0005),
      row('ahtSeconds', Math.round(aht)),
    ],
  }
}

const explain = async (report: OldReport): Promise<Explained> =>
  done(await pult.system.send('POST', `/centers/${centerId}/reconciliations/explain`, report))

describe('a reconciliation', () => {
  it('finds queue, short abandons, rule, threshold and parts back from five rounded figures', async () => {
    const found = await explain(oldReport())
    const kept = ['Продажи', 'Поддержка'].map((name) => queues.get(name)).toSorted((a = 0, b = 0) => a - b)
    expect(found.changes).toEqual([
      { kind: 'queues', queueIds: kept },
      { kind: 'shortAbandons', seconds: 5 },
    ])
    const changes = new Map(found.figures.map((figure) => [figure.figure, figure.changes]))
    expect(changes.get('serviceLevel')).toEqual([
      { kind: 'rule', measureId: 'serviceLevelStrict', shortSeconds: null },
      { kind: 'within', seconds: 30 },
    ])
    // Nobody was put on hold, so talk alone and talk with hold are the same: the first that fits is as good.
    expect(changes.get('ahtSeconds')?.[0]?.kind).toBe('parts')
    expect(found.figures.map(({ status }) => status)).not.toContain('unexplained')
    const offered = found.figures.find(({ figure }) => figure === 'offered')
    expect(offered?.rows[0]).toMatchObject({
      pult: contacts.length,
      explained: oldFigures().offered,
      status: 'explained',
    })
  })

  it('tells a median of the handling time for what it is', async () => {
    const times = contacts.filter(({ isAnswered }) => isAnswered).map(({ talk, acw }) => talk + acw)
    const sorted = times.toSorted((left, right) => left - right)
    const middle =
      ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.floor(sorted.length / 2)] ?? 0)) / 2000
    const report = {
      ...oldReport(),
      rows: [row('offered', contacts.length), row('ahtSeconds', Number(middle.toFixed(2)), 0.005)],
    }
    const aht = (await explain(report)).figures.find(({ figure }) => figure === 'ahtSeconds')
    expect(aht).toMatchObject({ status: 'explained', changes: [{ kind: 'median' }] })
  })

  it('refuses what is no report, with a sentence that says where', async () => {
    const path = `/centers/${centerId}/reconciliations/explain`
    const outside = { ...oldReport(), rows: [{ ...row('offered', 3), from: '2026-08-01', to: '2026-08-02' }] }
    expect((await pult.system.send('POST', path, outside)).json()).toMatchObject({
      code: 'outsideReport',
      at: 'body.rows.0',
    })
    const unknown = { ...oldReport(), rows: [{ ...row('offered', 3), queueId: 999_999 }] }
    expect((await pult.system.send('POST', path, unknown)).json()).toMatchObject({ code: 'unknownQueue' })
    expect((await pult.system.send('POST', path, { ...oldReport(), to: '2028-01-01' })).json()).toMatchObject({
      code: 'periodTooLong',
    })
  })

  it('is kept with who and when, read again as it was, and deleted', async () => {
    const path = `/centers/${centerId}/reconciliations`
    const head = await pult.comeIn(centerId, 'head')
    const kept = done<WholeReconciliation>(await head.send('POST', path, { name: 'Сентябрь', ...oldReport() }))
    expect(kept).toMatchObject({ name: 'Сентябрь', figures: 5, explained: 5, report: oldReport() })
    const list = done<{ reconciliations: { createdByName: string }[] }>(await head.get(path))
    expect(list.reconciliations.map(({ createdByName }) => createdByName)).toEqual(['head 1'])
    const again = done<WholeReconciliation>(await head.get(`${path}/${kept.reconciliationId}`))
    expect(again.reply).toEqual(kept.reply)
    done(await head.send('DELETE', `${path}/${kept.reconciliationId}`))
    expect((await head.get(`${path}/${kept.reconciliationId}`)).statusCode).toBe(404)
    const { lines } = done<{ lines: { act: string }[] }>(await head.get(`/centers/${centerId}/audit`))
    expect(lines.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['measures.reconciliation.keep', 'measures.reconciliation.delete']),
    )
  })
})
