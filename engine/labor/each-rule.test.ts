import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import {
  applyCure,
  checkedKinds,
  checkLaw,
  commonRules,
  presets,
  type Cure,
  type LaborRule,
  type LawQuestion,
  type Violation,
} from './index.ts'
import { ruleCases } from './testing/rule-cases.ts'
import { check, only, question } from './testing/work.ts'

const rules = [...Object.values(presets).flat(), ...commonRules]
const demanding = rules.filter(({ severity }) => severity === 'block' || severity === 'warn')

const cured = (asked: LawQuestion, cure: Cure): LawQuestion => {
  const later = cure.find((action) => action.act === 'startScheduleLater')
  return {
    ...asked,
    people: asked.people.map((work) => applyCure(work, cure)),
    from: later?.act === 'startScheduleLater' ? later.from : asked.from,
    to: later?.act === 'startScheduleLater' ? '2027-12-31' : asked.to,
  }
}

describe('every blocking and warning rule', () => {
  it('has a check and a case', () => {
    expect(demanding.filter(({ kind }) => !checkedKinds.includes(kind)).map(({ ruleId }) => ruleId)).toEqual([])
    expect(demanding.filter(({ ruleId }) => ruleCases[ruleId] === undefined).map(({ ruleId }) => ruleId)).toEqual([])
    expect(Object.keys(ruleCases).filter((id) => demanding.every(({ ruleId }) => ruleId !== id))).toEqual([])
  })

  it.each(Object.keys(ruleCases))('%s is broken and kept', (ruleId) => {
    const { breaks, keeps } = ruleCases[ruleId] as (typeof ruleCases)[string]
    const rule = demanding.find((one) => one.ruleId === ruleId) as LaborRule
    const found = only(check(...breaks), ruleId)
    expect(found).not.toEqual([])
    for (const one of found) {
      expect(one).toMatchObject({ severity: rule.severity, article: rule.article, isVerified: rule.isVerified })
      expect(one.excess).toBeGreaterThan(0)
      expect(one.span.end).toBeGreaterThan(one.span.start)
    }
    expect(only(check(...keeps), ruleId)).toEqual([])
  })

  it.each(Object.keys(ruleCases))('%s: each way out that is offered leads out', (ruleId) => {
    const asked = question(...(ruleCases[ruleId] as (typeof ruleCases)[string]).breaks)
    const found = only(checkLaw(asked), ruleId)
    expect(found.flatMap(({ cures }) => cures)).not.toEqual([])
    for (const { cures } of found)
      for (const cure of cures) {
        const left: Violation[] = only(checkLaw(cured(asked, cure)), ruleId)
        expect({ cure, left: left.length }).toEqual({ cure, left: found.length - 1 })
      }
  })

  it.each(Object.keys(ruleCases))('%s switched off finds nothing', (ruleId) => {
    const [shifts, asked] = (ruleCases[ruleId] as (typeof ruleCases)[string]).breaks
    const without = rules.map((rule) => (rule.ruleId === ruleId ? ({ ...rule, severity: 'off' } as const) : rule))
    expect(only(check(shifts, { ...asked, rules: without }), ruleId)).toEqual([])
  })
})

describe('the presets', () => {
  it('hold eighty rules, each once', () => {
    const ids = Object.values(presets)
      .flat()
      .map(({ ruleId }) => ruleId)
    expect(ids).toHaveLength(80)
    expect(new Set(ids).size).toBe(80)
  })

  it('agree with the table of facts they were written from', ({ skip }) => {
    const shared = process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../shared')
    const file = join(shared, 'reference/labour-rules.json')
    if (!existsSync(file)) skip(`${file} is not there`)
    const facts = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly rules: readonly {
        readonly id: string
        readonly jurisdiction: string
        readonly severity: string
        readonly rule: string
        readonly source: string
        readonly value: unknown
      }[]
    }
    const expected = facts.rules.map(({ id, jurisdiction, severity, rule, source }) => ({
      ruleId: id,
      jurisdiction,
      severity,
      isVerified: !/\bgk\b/.test(rule + source),
    }))
    const ours = Object.values(presets)
      .flat()
      .map(({ ruleId, jurisdiction, severity, isVerified }) => ({ ruleId, jurisdiction, severity, isVerified }))
    const byId = (left: { readonly ruleId: string }, right: { readonly ruleId: string }): number =>
      left.ruleId < right.ruleId ? -1 : 1
    expect(ours.toSorted(byId)).toEqual(expected.toSorted(byId))
    for (const { id, value } of facts.rules) {
      const rule = rules.find(({ ruleId }) => ruleId === id)
      // A premium of a fifth is written as a rate of 1.2 beside the other rates of its article.
      if (id !== 'UA-106') expect(numbersIn(rule?.parameters)).toEqual(expect.arrayContaining(numbersIn(value)))
    }
  })
})

function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : []
}
