import { describe, expect, it } from 'vitest'

import { evaluate } from '../evaluate.ts'
import { registry } from '../registry.ts'
import { changeable, changeableMeasures, wholeParameters, withFixedThresholds } from './changeable.ts'
import { publishedOwn, publishedReference, readReference, triedReference } from './own-reference.ts'
import { versionOn, versionsAlong, type OwnVersion } from './own-versions.ts'

/** Features D1, ICMI's example. */
const values = {
  answered: 1000,
  abandoned: 60,
  flowedOut: 10,
  'answeredWithin:20': 860,
  'abandonedWithin:20': 20,
  'abandonedWithin:5': 10,
  talkMs: 200_000_000,
  holdMs: 20_000_000,
  acwMs: 30_000_000,
  waitAnsweredMs: 9_000_000,
  waitAbandonedMs: 1_400_000,
  waitFlowedOutMs: 300_000,
}
const parameters = { withinSeconds: 20, shortAbandonSeconds: 5 }

const valueOf = (reference: string): number | null => {
  const asked = readReference(reference)
  if (asked.kind !== 'tried') throw new Error(`${reference} is not tried`)
  const { definition } = changeable(asked.id)?.define(asked.parameters) ?? publishedOwn(asked.id)
  return evaluate(definition, values, parameters).value
}

describe('a definition that a centre may change', () => {
  it('is Pult’s own until it is changed', () => {
    for (const { id } of changeableMeasures) {
      const base = registry.find(id === 'serviceLevel' ? 'serviceLevelNeutral' : id)
      const { definition } = publishedOwn(id)
      expect([definition.numerator, definition.denominator]).toEqual([base.numerator, base.denominator])
      expect(publishedReference(id)).toBe(`${id}@1`)
    }
  })

  it.each([
    ['serviceLevel(rule=serviceLevelStrict)', 860 / 1070],
    ['serviceLevel(rule=serviceLevelShortExcluded,short=5)', 860 / 1060],
    ['serviceLevel@1', 860 / 1050],
    ['abandonRate(flowOuts=leftOut)', 60 / 1060],
    ['abandonRate(flowOuts=abandoned)', 70 / 1070],
    ['abandonRate(short=5)', 50 / 1060],
    ['answerRate(flowOuts=leftOut,short=5)', 1000 / 1050],
    ['asaSeconds(waits=all)', 10_700 / 1070],
  ])('%s gives what its words say', (reference, expected) => {
    expect(valueOf(reference)).toBeCloseTo(expected, 12)
  })

  it.each([
    ['ahtSeconds(parts=talk)', 200_000],
    ['ahtSeconds(parts=talkHold)', 220_000],
    ['ahtSeconds(parts=talkAcw)', 230_000],
    ['ahtSeconds()', 250_000],
  ])('%s is a mean over the handled', (reference, seconds) => {
    const asked = readReference(reference)
    if (asked.kind !== 'tried') throw new Error('not tried')
    const { definition } = changeable('ahtSeconds')?.define(asked.parameters) ?? publishedOwn('ahtSeconds')
    expect(evaluate(definition, { ...values, handled: 1000 }, parameters).value).toBeCloseTo(seconds / 1000, 9)
  })

  it.each([
    'serviceLevel(rule=none)',
    'ahtSeconds(talk=1)',
    'nothing',
    'offered(short=3)',
    'abandonRate(short=-1)',
    'serviceLevel@7',
  ])('%s is refused', (reference) => {
    expect(() => readReference(reference)).toThrow(RangeError)
  })

  it('is asked for by days, by version, as published or tried', () => {
    expect(readReference('ahtSeconds')).toEqual({ kind: 'byDays', id: 'ahtSeconds' })
    expect(readReference('ahtSeconds@own2')).toEqual({ kind: 'ownVersion', id: 'ahtSeconds', version: 2 })
    expect(readReference('ahtSeconds@1')).toEqual({ kind: 'published', reference: 'ahtSeconds@1' })
    expect(readReference('offered')).toEqual({ kind: 'published', reference: 'offered' })
  })

  it('brings the thresholds that it fixes along, whatever it is asked with', () => {
    const own = changeable('serviceLevel')?.define({ rule: 'serviceLevelShortExcluded', within: 20, short: 5 })
    const asked = { withinSeconds: 300, shortAbandonSeconds: 60 }
    expect(evaluate(withFixedThresholds(own ?? publishedOwn('serviceLevel')), values, asked).value).toBeCloseTo(
      860 / 1060,
      12,
    )
  })

  it('is written as it is read', () => {
    for (const measure of changeableMeasures) {
      const all = wholeParameters(measure, {})
      expect(readReference(triedReference(measure.id, all))).toEqual({ kind: 'tried', id: measure.id, parameters: all })
    }
    expect(triedReference('serviceLevel', { rule: 'serviceLevelStrict', within: 30, short: null })).toBe(
      'serviceLevel(rule=serviceLevelStrict;within=30)',
    )
  })
})

describe('versions of a centre', () => {
  const own = (version: number, validFrom: string): OwnVersion => ({
    measureId: 'ahtSeconds',
    version,
    parameters: {},
    validFrom,
  })
  const versions = [own(1, '2026-03-01'), own(2, '2026-05-01'), own(3, '2026-05-01'), own(4, '2026-04-01')]

  it('hold from their day on, the newest of a day', () => {
    expect(versionOn(versions, 'ahtSeconds', '2026-02-28')).toBeNull()
    expect(versionOn(versions, 'ahtSeconds', '2026-03-31')?.version).toBe(1)
    expect(versionOn(versions, 'ahtSeconds', '2026-04-30')?.version).toBe(4)
    expect(versionOn(versions, 'ahtSeconds', '2027-01-01')?.version).toBe(3)
    expect(versionOn(versions, 'asaSeconds', '2027-01-01')).toBeNull()
  })

  it('cut a period where they change', () => {
    const cut = versionsAlong(versions, 'ahtSeconds', '2026-02-01', '2026-05-31')
    expect(cut.map(({ firstDay, version }) => [firstDay, version?.version ?? null])).toEqual([
      ['2026-02-01', null],
      ['2026-03-01', 1],
      ['2026-04-01', 4],
      ['2026-05-01', 3],
    ])
    expect(versionsAlong(versions, 'ahtSeconds', '2026-06-01', '2026-06-30')).toHaveLength(1)
  })
})
