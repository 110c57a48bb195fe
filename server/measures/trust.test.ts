import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ContactInput, ContactPage } from '@pult/contract/contacts'
import type { ChangeableDefinition } from '@pult/contract/definitions'
import type { MeasureReply } from '@pult/contract/measures'
import type { TodayReply } from '@pult/contract/measures-today'
import type { Explained, OldReport, ReportRow, WholeReconciliation } from '@pult/contract/reconciliations'
import { createRandom } from '@pult/engine/numeric'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'

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

const PERIOD = { from: '2026-09-01', to: '2026-09-11' }
const CHANGE_DAY = 5
const ask = async (body: object): Promise<MeasureReply> =>
  done(await pult.system.send('POST', `/centers/${centerId}/measures/query`, { ...PERIOD, ...body }))

/** By hand: neutral within 20 s before the change, strict within 30 s from it on. */
function byHand(list: readonly Made[]): { numerator: number; denominator: number } {
  const [before, after] = [list.filter(({ day }) => day < CHANGE_DAY), list.filter(({ day }) => day >= CHANGE_DAY)]
  const within = (some: readonly Made[], ms: number): number =>
    some.filter(({ isAnswered, wait }) => isAnswered && wait <= ms).length
  const neutral = before.filter(({ isAnswered, wait }) => isAnswered || wait > 20_000).length
  return { numerator: within(before, 20_000) + within(after, 30_000), denominator: neutral + after.length }
}

describe('a definition of the centre', () => {
  const path = (): string => `/centers/${centerId}/definitions`
  const strict = { rule: 'serviceLevelStrict', within: 30 }
  let before: MeasureReply

  it('is Pult’s own until the head changes it, with a reason, from a day on', async () => {
    before = await ask({ measures: ['serviceLevel', 'ahtSeconds'], splitBy: ['day'] })
    expect(before.measures.map(({ reference, versions }) => [reference, versions])).toEqual([
      ['serviceLevel@1', []],
      ['ahtSeconds@1', []],
    ])
    const head = await pult.comeIn(centerId, 'head')
    const change = {
      measureId: 'serviceLevel',
      parameters: strict,
      validFrom: '2026-09-06',
      reason: 'Договор с заказчиком',
    }
    expect(done(await head.send('POST', path(), change))).toEqual({ version: 1 })
    const { definitions } = done<{ definitions: ChangeableDefinition[] }>(await head.get(path()))
    expect(definitions.find(({ measureId }) => measureId === 'serviceLevel')).toMatchObject({
      inForce: 1,
      versions: [
        { version: 1, parameters: { ...strict, short: null }, reason: 'Договор с заказчиком', validFrom: '2026-09-06' },
      ],
    })
    const planner = await pult.comeIn(centerId, 'planner')
    expect((await planner.send('POST', path(), change)).statusCode).toBe(403)
  })

  it('judges each day by the one that held on it, and a period over the change by the sum of its parts', async () => {
    const { total, rows, measures } = await ask({ measures: ['serviceLevel'], splitBy: ['day'], compare: 'previous' })
    expect(total.figures[0]).toMatchObject(byHand(contacts))
    for (const [index, { figures }] of rows.entries())
      expect(figures[0]).toMatchObject(byHand(contacts.filter(({ day }) => day === index)))
    expect(measures[0]?.reference).toBe('serviceLevel')
    expect(measures[0]?.versions.map(({ reference, from, reason }) => [reference, from, reason])).toEqual([
      ['serviceLevel@1', null, null],
      ['serviceLevel@own1', '2026-09-06', 'Договор с заказчиком'],
    ])
    const byQueue = await ask({ measures: ['serviceLevel'], splitBy: ['queue'] })
    for (const { keys, figures } of byQueue.rows)
      expect(figures[0]).toMatchObject(byHand(contacts.filter(({ queue }) => queue === keys[0]?.label)))
  })

  it('stands beside others: by version, as Pult defines it, or tried', async () => {
    const measures = [
      'serviceLevel@1',
      'serviceLevel@own1',
      'serviceLevel(rule=serviceLevelStrict;within=30)',
      'serviceLevelNeutral',
    ]
    const { total } = await ask({ measures })
    const [published, own, tried, neutral] = total.figures.map(({ value }) => value)
    expect([published, own]).toEqual([neutral, tried])
    expect(published).not.toBe(own)
    expect(
      (
        await pult.system.send('POST', `/centers/${centerId}/measures/query`, {
          ...PERIOD,
          measures: ['serviceLevel@own9'],
        })
      ).json(),
    ).toMatchObject({
      code: 'unknownMeasure',
    })
  })

  it('lists the contacts that it misses, whichever held on their day', async () => {
    const count = async (part: string): Promise<number | null> => {
      const filter = { from: '2026-08-31T21:00:00Z', to: '2026-09-10T21:00:00Z', measure: 'serviceLevel', part }
      return done<ContactPage>(
        await pult.system.send('POST', `/centers/${centerId}/contacts/search`, { filter, limit: 1 }),
      ).total
    }
    const { numerator, denominator } = byHand(contacts)
    expect([await count('numerator'), await count('rest')]).toEqual([numerator, denominator - numerator])
  })

  it('leaves old reports as they were: asked as of then, they are the same to the letter', async () => {
    const again = await ask({
      measures: ['serviceLevel', 'ahtSeconds'],
      splitBy: ['day'],
      definitionsAsOf: before.definitionsAsOf,
    })
    expect(again.rows).toEqual(before.rows)
    expect(again.total).toEqual(before.total)
    expect(again.measures).toEqual(before.measures)
    expect(again.definitionsAsOf).toBe(before.definitionsAsOf)
  })

  it('tells Today too, with its version', async () => {
    const today = done<TodayReply>(await pult.system.get(`/centers/${centerId}/today`))
    expect(today.definitions.map(({ reference, isOwn }) => [reference, isOwn])).toEqual([
      ['serviceLevel@own1', true],
      ['abandonRate@1', false],
      ['asaSeconds@1', false],
      ['ahtSeconds@1', false],
    ])
    expect(today.total?.withinSeconds).toBe(30)
  })

  it('is taken back only before it holds, and never changed', async () => {
    const parameters = { parts: 'talk' }
    const future = { measureId: 'ahtSeconds', parameters, validFrom: '2199-01-01', reason: 'Проба' }
    expect(done(await pult.system.send('POST', path(), future))).toEqual({ version: 1 })
    done(await pult.system.send('DELETE', `${path()}/ahtSeconds/1`))
    expect(done(await pult.system.send('POST', path(), { ...future, validFrom: '2026-09-01' }))).toEqual({ version: 2 })
    expect((await pult.system.send('DELETE', `${path()}/ahtSeconds/2`)).json()).toMatchObject({
      code: 'definitionHolds',
    })
    expect((await pult.system.send('DELETE', `${path()}/ahtSeconds/1`)).statusCode).toBe(404)
    const talk = contacts.filter(({ isAnswered }) => isAnswered).map((one) => one.talk)
    const { total } = await ask({ measures: ['ahtSeconds'] })
    expect(total.figures[0]?.value).toBeCloseTo(talk.reduce((sum, one) => sum + one, 0) / talk.length / 1000, 6)
    for (const [body, code] of [
      [{ ...future, measureId: 'offered' }, 'fixedDefinition'],
      [{ ...future, parameters: { parts: 'sleep' } }, 'impossibleDefinition'],
    ] as const)
      expect((await pult.system.send('POST', path(), body)).json()).toMatchObject({ code })
  })
})
