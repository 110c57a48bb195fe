import { expect, it } from 'vitest'

import { seriousHoles } from './audit-dependencies.ts'

const hole = (severity: string, advisory: string) => ({
  title: `Hole ${advisory}`,
  url: `https://github.com/advisories/${advisory}`,
  severity,
})
const report = {
  auditReportVersion: 2,
  vulnerabilities: {
    fast: { name: 'fast', severity: 'critical', via: [hole('critical', 'GHSA-a'), hole('low', 'GHSA-b')] },
    slow: { name: 'slow', severity: 'high', via: ['fast', hole('high', 'GHSA-c')] },
  },
}

it('names serious holes of dependencies, and none that is small or accepted with a reason', () => {
  expect(seriousHoles(report, {})).toEqual([
    'fast: Hole GHSA-a (critical, https://github.com/advisories/GHSA-a)',
    'slow: Hole GHSA-c (high, https://github.com/advisories/GHSA-c)',
  ])
  expect(seriousHoles(report, { 'GHSA-a': 'only on Windows', 'GHSA-c': 'not called' })).toEqual([])
  expect(seriousHoles({ auditReportVersion: 2, vulnerabilities: {} }, {})).toEqual([])
})

it('takes what is no answer for none', () => {
  expect(seriousHoles({ message: '405 Method Not Allowed', statusCode: 405 }, {})).toBeNull()
  expect(seriousHoles(null, {})).toBeNull()
})
