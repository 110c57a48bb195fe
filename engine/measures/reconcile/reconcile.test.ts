import { describe, expect, it } from 'vitest'

import { createRandom } from '../../numeric/index.ts'
import { layoutOf, OWN, type Counts, type CountLayout } from './report-counts.ts'
import type { ReportCell, ReportScope } from './report-cells.ts'
import type { OwnChange, ReportFigure, SharedChange } from './report-change.ts'
import { reconcile, type Reconciliation, type ReportToExplain } from './reconcile.ts'
import { valueOf, waysOf, type StandingLevel } from './figure-ways.ts'
import { summer } from './report-cells.ts'

const DAYS = 30
const QUEUES = [1, 2, 3, 9]
const layout = layoutOf([20], [5])
const level: StandingLevel = { measureId: 'serviceLevelNeutral', within: OWN, shortSeconds: 5 }
const month: ReportScope = { fromDay: 0, toDay: DAYS, queueId: null }

/** A made-up month: busy days, quiet nights, short abandons, a queue of tests. */
function madeUp(seed: number): ReportCell[] {
  const random = createRandom(seed)
  const cells: ReportCell[] = []
  for (let day = -1; day <= DAYS; day++)
    for (let hour = 0; hour < 24; hour++)
      for (const queueId of QUEUES) {
        const isDay = hour >= 8 && hour < 20
        const counts = new Float64Array(layout.names.length)
        const contacts = Math.round((isDay ? 20 : 2) * (0.5 + random.uniform()) * (queueId === 9 ? 0.1 : queueId / 2))
        for (let contact = 0; contact < contacts; contact++) addContact(layout, counts, random.uniform)
        cells.push({
          day,
          weekday: (((day % 7) + 7) % 7) + 1,
          minute: hour * 60,
          queueId,
          channel: queueId === 3 ? 'chat' : 'voice',
          isOpen: isDay,
          counts,
        })
      }
  return cells
}

function addContact({ at, thresholds, shorts }: CountLayout, counts: Counts, next: () => number): void {
  const add = (place: number, by = 1): void => {
    counts[place] = (counts[place] ?? 0) + by
  }
  const fate = next()
  const waitMs = Math.floor(-Math.log(1 - next()) * 25_000)
  const [name, within, wait] =
    fate < 0.86
      ? (['answered', 'answeredWithin', 'waitAnsweredMs'] as const)
      : fate < 0.96
        ? (['abandoned', 'abandonedWithin', 'waitAbandonedMs'] as const)
        : (['flowedOut', 'flowedOutWithin', 'waitFlowedOutMs'] as const)
  add(at('offered'))
  add(at(name))
  add(at(wait), waitMs)
  for (const bound of new Set([...thresholds, ...shorts])) if (waitMs <= bound * 1000) add(at(within, bound))
  if (waitMs <= 20_000) add(at(within, OWN))
  if (name !== 'answered') return
  add(at('answeredInInterval'))
  add(at('talkMs'), Math.floor(120_000 + 120_000 * next()))
  add(at('acwMs'), Math.floor(30_000 * next()))
  if (next() < 0.2) add(at('holdMs'), Math.floor(60_000 * next()))
}

const cells = madeUp(7)

/** What an old system would have told, doing so. */
function told(figure: ReportFigure, digits: number, shared: SharedChange[], own: OwnChange[] = [], scope = month) {
  const sums = summer(layout, { legs: cells }, () => null)(shared)
  const average = own.find((change) => change.kind === 'average')
  const wanted = JSON.stringify(own.filter((change) => change.kind !== 'average'))
  const way = waysOf(figure, layout, level).find(({ changes }) => JSON.stringify(changes) === wanted)
  if (way === undefined) throw new Error(`no way ${wanted}`)
  const values =
    average === undefined
      ? [valueOf(way, sums.of(scope))]
      : sums.pieces(scope, average.of).map((one) => valueOf(way, one))
  const value = values.reduce<number>((sum, one) => sum + (one ?? 0), 0) / values.length
  const rounded = Number(value.toFixed(digits))
  return { figure, scope, value: rounded, tolerance: 0.5 * 10 ** -digits }
}

function explain(targets: ReportToExplain['targets']): Reconciliation {
  const steps = reconcile({ layout, cells: { legs: cells }, targets, level, utcOffsetHours: 3 })
  for (;;) {
    const { done, value } = steps.next()
    if (done === true) return value
  }
}

const report = (shared: SharedChange[], own: Partial<Record<ReportFigure, OwnChange[]>> = {}) => [
  told('offered', 0, shared, own.offered),
  told('answered', 0, shared, own.answered),
  told('abandoned', 0, shared, own.abandoned),
  told('serviceLevel', 3, shared, own.serviceLevel),
  told('ahtSeconds', 0, shared, own.ahtSeconds),
  told('abandonRate', 3, shared, own.abandonRate),
]

describe('an old report', () => {
  it('that tells what Pult tells needs no explanation', () => {
    const { changes, figures } = explain(report([]))
    expect(changes).toEqual([])
    expect(figures.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'equal'))
  })

  it('is explained by one set of changes, found back from its rounded figures', () => {
    const shared: SharedChange[] = [
      { kind: 'queues', queueIds: [1, 2, 3] },
      { kind: 'shortAbandons', seconds: 5 },
    ]
    const own = {
      serviceLevel: [
        { kind: 'rule', measureId: 'serviceLevelStrict', shortSeconds: null },
        { kind: 'within', seconds: 30 },
      ],
      ahtSeconds: [{ kind: 'parts', parts: ['talk', 'hold'] }],
    } as const
    const found = explain(report(shared, { serviceLevel: [...own.serviceLevel], ahtSeconds: [...own.ahtSeconds] }))
    expect(found.changes).toEqual(shared)
    const byFigure = new Map(found.figures.map((one) => [one.figure, one]))
    expect(byFigure.get('serviceLevel')).toMatchObject({ status: 'explained', changes: own.serviceLevel })
    expect(byFigure.get('ahtSeconds')).toMatchObject({ status: 'explained', changes: own.ahtSeconds })
    expect(byFigure.get('offered')?.steps.map(({ changes }) => changes[0]?.kind)).toEqual(['queues', 'shortAbandons'])
    expect(byFigure.get('offered')?.steps.at(-1)?.value).toBe(byFigure.get('offered')?.rows[0]?.target.value)
  })

  it.each<[string, SharedChange]>([
    ['opening hours only', { kind: 'openingHours' }],
    ['days by UTC', { kind: 'dayStart', hours: 3 }],
    ['voice only', { kind: 'channels', channels: ['voice'] }],
    ['workdays only', { kind: 'workdays' }],
    ['flow-outs taken for lost', { kind: 'flowOuts', as: 'abandoned' }],
  ])('that counts %s is recognised', (_name, change) => {
    const rows = [0, 1, 2].flatMap((day) => {
      const scope = { fromDay: day, toDay: day + 1, queueId: null }
      return [told('offered', 0, [change], [], scope), told('answered', 0, [change], [], scope)]
    })
    const found = explain([...report([change]), ...(change.kind === 'dayStart' ? rows : [])])
    // Queue 3 is the only chat: to leave it out and to count voice only are the same, so either is true.
    const expected =
      change.kind === 'channels'
        ? ['channels', 'queues']
        : change.kind === 'openingHours'
          ? ['openingHours', 'window']
          : [change.kind]
    expect(found.changes.length).toBe(1)
    expect(expected).toContain(found.changes[0]?.kind)
    expect(found.figures.every(({ status }) => status === 'explained' || status === 'equal')).toBe(true)
  })

  it('that averages the percentages of its days is caught', () => {
    const average: OwnChange[] = [{ kind: 'average', of: 'days' }]
    const targets = [told('offered', 0, []), told('serviceLevel', 6, [], average), told('ahtSeconds', 2, [], average)]
    const { changes, figures } = explain(targets)
    expect(changes).toEqual([])
    expect(figures.map((one) => one.changes)).toEqual([[], average, average])
  })

  it('is never explained at any price: what nothing gives is said, with what comes nearest', () => {
    const honest = report([])
    const targets = honest.map((one) => (one.figure === 'serviceLevel' ? { ...one, value: 0.0317 } : one))
    const level = explain(targets).figures.find(({ figure }) => figure === 'serviceLevel')
    expect(level?.status).toBe('unexplained')
    expect(level?.other?.value).not.toBeNull()
    expect(explain(targets).figures.filter(({ status }) => status === 'equal').length).toBe(5)
  })

  it('prefers the simplest, and counts how many others would fit', () => {
    const [found] = explain([{ ...told('serviceLevel', 1, []), tolerance: 0.05 }]).figures
    expect(found).toMatchObject({ status: 'equal', changes: [] })
    expect(found?.fits).toBeGreaterThan(50)
  })

  it('is held against what the centre itself defines', () => {
    const own: StandingLevel = { measureId: 'serviceLevelStrict', within: 30, shortSeconds: 5, parts: ['talk', 'hold'] }
    const changes = {
      serviceLevel: [
        { kind: 'rule', measureId: 'serviceLevelStrict', shortSeconds: null },
        { kind: 'within', seconds: 30 },
      ] as OwnChange[],
      ahtSeconds: [{ kind: 'parts', parts: ['talk', 'hold'] }] as OwnChange[],
    }
    const steps = reconcile({
      layout,
      cells: { legs: cells },
      targets: report([], changes),
      level: own,
      utcOffsetHours: 3,
    })
    let step = steps.next()
    while (step.done !== true) step = steps.next()
    expect(step.value.figures.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'equal'))
  })

  it('leaves what it is given as it is', () => {
    const frozen = cells.slice(0, 50).map((cell) => Object.freeze({ ...cell, counts: Float64Array.from(cell.counts) }))
    const before = JSON.stringify(frozen.map(({ counts }) => [...counts]))
    const targets = Object.freeze([Object.freeze({ ...told('offered', 0, []), value: 3 })])
    const steps = reconcile({ layout, cells: { legs: frozen }, targets, level, utcOffsetHours: 3 })
    while (steps.next().done !== true);
    expect(JSON.stringify(frozen.map(({ counts }) => [...counts]))).toBe(before)
  })
})
