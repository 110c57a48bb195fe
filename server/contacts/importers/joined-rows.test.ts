import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { ContactRecord } from '@pult/engine/contacts'

import { createCollector } from '../imports/collector.ts'
import { createJoinedRows, joinRows, toldOnlyThere } from './joined-rows.ts'
import type { AttemptRow } from './reading.ts'

const START = Date.UTC(2026, 0, 15, 12)

const row = (number: number, begins: number, waits: number, talks: number): AttemptRow => ({
  sourceKey: `7|${number}`,
  contactRef: '7',
  leg: 1,
  channel: 'voice',
  direction: 'inbound',
  offeredAt: START + begins * 1000,
  outcome: talks > 0 ? 'answered' : 'abandoned',
  waitMs: waits * 1000,
  talkMs: talks * 1000,
  reached: `agent ${number}`,
  ...(talks > 0 ? { agent: `agent ${number}` } : {}),
})

describe('rows of one contact', () => {
  it('that lie far apart are handed on in parts, and said to be', () => {
    const collector = createCollector()
    const joiner = createJoinedRows(collector, true, (leg) => collector.contact(leg))
    const others = (from: number, count: number): void => {
      for (let index = from; index < from + count; index++) {
        joiner.add(`other ${index}`, { ...row(1, index, 5, 10), contactRef: `other ${index}` }, index)
      }
    }
    others(0, 20_000)
    joiner.add('7', row(1, 0, 30, 0), 20_001)
    others(20_000, 15_000)
    joiner.add('7', row(2, 30, 5, 10), 35_002)
    joiner.end()
    const { contacts, findings } = collector.take()
    expect(findings).toMatchObject([{ kind: 'flagged', code: 'rowsApart', rowNumber: 35_002, details: { call: '7' } }])
    expect(contacts.filter(({ contactRef }) => contactRef === '7')).toMatchObject([{ outcome: 'abandoned' }])
    const parts = collector.takeParts().filter(({ ref }) => ref === '7')
    expect(parts).toHaveLength(1)
    expect(
      parts.flatMap((one) =>
        joinRows(
          one,
          contacts.filter(({ contactRef }) => contactRef === '7'),
        ),
      ),
    ).toMatchObject([{ outcome: 'answered', agent: 'agent 2', waitMs: 35_000, talkMs: 10_000, leg: 1 }])
  })
})

const someRows = fc
  .array(fc.tuple(fc.nat(600), fc.nat(60), fc.oneof(fc.constant(0), fc.nat(120))), { minLength: 2, maxLength: 6 })
  .map((list) => list.map(([begins, waits, talks], index) => row(index, begins, waits, talks)))

describe('joining', () => {
  const whole = (rows: readonly AttemptRow[], told: readonly ContactRecord[] = []): ContactRecord[] =>
    joinRows({ ref: '7', rows, namesAgents: true }, told)
  const essence = (legs: readonly ContactRecord[]): unknown =>
    legs.map(({ sourceKey, leg, offeredAt, waitMs, talkMs, outcome, agent }) => [
      sourceKey,
      leg,
      offeredAt,
      waitMs,
      talkMs,
      outcome,
      agent,
    ])

  it('again what is joined changes nothing', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const once = whole(rows)
        expect(essence(whole(rows, once))).toEqual(essence(once))
        expect(essence(whole([], once))).toEqual(essence(once))
        expect(essence(whole(rows.toReversed()))).toEqual(essence(once))
      }),
    )
  })

  it('in two halves, in either order, gives the same as at once where nobody is passed on', () => {
    fc.assert(
      fc.property(someRows, fc.nat(5), (rows, cut) => {
        const [left, right] = [rows.slice(0, cut), rows.slice(cut)]
        const once = whole(rows)
        if (once.length > 1) return
        expect(essence(whole(right, whole(left)))).toEqual(essence(once))
        expect(essence(whole(left, whole(right)))).toEqual(essence(once))
      }),
    )
  })

  it('with a longer telling of two stored conversations keeps the two', () => {
    const told = whole([row(1, 0, 5, 20), row(2, 30, 5, 20)])
    expect(told).toHaveLength(2)
    expect(essence(whole([row(3, 0, 4, 60)], told))).toEqual(essence(told))
  })
})

describe('replacing', () => {
  const told = joinRows({ ref: '7', rows: [row(1, 0, 5, 20), row(2, 30, 5, 20)], namesAgents: true })

  it('keeps the conversations that only the former file had', () => {
    const parts = { ref: '7', rows: [row(2, 30, 6, 25)], namesAgents: true }
    const kept = toldOnlyThere(parts, told)
    expect(kept.map(({ talkMs }) => talkMs)).toEqual([20_000])
    expect(joinRows(parts, kept).map(({ leg, talkMs }) => [leg, talkMs])).toEqual([
      [1, 20_000],
      [2, 25_000],
    ])
  })

  it('takes the place of what it tells anew', () => {
    const parts = { ref: '7', rows: [row(1, 0, 6, 10), row(2, 30, 6, 25)], namesAgents: true }
    expect(toldOnlyThere(parts, told)).toEqual([])
  })
})
