import { describe, expect, it } from 'vitest'

import type { LawViolation } from '@pult/contract/schedule-roster'

import { countBySeverity, lawGroups, widespread } from './law-groups.ts'

const violation = (ruleId: string, agentId: number | null, day: string, severity: LawViolation['severity']) =>
  ({
    key: `${ruleId} ${agentId} ${day}`,
    agentId,
    agentName: agentId === null ? null : ['', 'Анна', 'Борис'][agentId],
    day,
    ruleId,
    severity,
  }) as LawViolation

const found = [
  violation('RU-pay', 1, '2026-12-01', 'pay'),
  violation('RU-rest', 2, '2026-12-03', 'block'),
  violation('RU-pay', 2, '2026-12-01', 'pay'),
  violation('RU-rest', 1, '2026-12-02', 'block'),
  violation('RU-rest', 1, '2026-12-01', 'block'),
  violation('RU-notice', null, '2026-12-01', 'warn'),
]

describe('what breaks the law, in groups', () => {
  it('puts the gravest rule first, and within it people by name and day', () => {
    const groups = lawGroups(found, 'rule')
    expect(groups.map(({ key, people }) => [key, people])).toEqual([
      ['RU-rest', 2],
      ['RU-notice', 0],
      ['RU-pay', 2],
    ])
    expect(groups[0]?.violations.map(({ agentId, day }) => [agentId, day])).toEqual([
      [1, '2026-12-01'],
      [1, '2026-12-02'],
      [2, '2026-12-03'],
    ])
  })

  it('groups by person too, those who have most of the gravest first; the roster as a whole is a group of its own', () => {
    const groups = lawGroups(found, 'agent')
    expect(groups.map(({ key, rules, worst }) => [key, rules, worst])).toEqual([
      ['1', 2, 'block'],
      ['2', 2, 'block'],
      ['roster', 1, 'warn'],
    ])
  })

  it('tells recommendations that a tenth of all shifts go against from those that some do', () => {
    const many = Array.from({ length: 40 }, (_, at) => violation('RU-inter', 1 + (at % 2), `day ${at}`, 'warn'))
    const forbidden = many.map((one) => ({ ...one, ruleId: 'RU-rest', severity: 'block' as const }))
    const all = [...many, ...forbidden, ...found]
    expect(widespread(all, 400).map(({ key, people, violations }) => [key, people, violations.length])).toEqual([
      ['RU-inter', 2, 40],
    ])
    expect(widespread(all, 401)).toEqual([])
    // In a roster of few shifts a few are still looked at one by one.
    expect(widespread(many.slice(0, 19), 20)).toEqual([])
  })

  it('counts by severity', () => {
    expect(countBySeverity(found)).toEqual({ block: 3, warn: 1, pay: 2, info: 0 })
  })
})
