import { describe, expect, it } from 'vitest'

import type { LawViolation } from '@pult/contract/schedule-roster'

import { countBySeverity, lawGroups } from './law-groups.ts'

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

  it('counts by severity', () => {
    expect(countBySeverity(found)).toEqual({ block: 3, warn: 1, pay: 2, info: 0 })
  })
})
