import { expect, it } from 'vitest'

import { rulesOf } from '@pult/engine/labor'

import { restsMissing } from './rests-in-templates.ts'
import { dayTemplate } from './testing/small-center.ts'

const day = { ...dayTemplate, shiftTemplateId: 1, breaks: dayTemplate.breaks as never }
const long = { ...day, shiftTemplateId: 2, name: 'Long', lengthToMinutes: 780 }
const californian = { templateIds: [1, 2], rules: rulesOf('US-CA') }

it('says which templates have fewer paid rests than California asks for, and at which length', () => {
  // Eight hours of work ask for two rests, and the template has two; twelve ask for three.
  expect(restsMissing([day, long], [californian])).toEqual([
    { code: 'templateLacksRests', values: { name: 'Long', hours: 12, has: 2, due: 3, article: '8 CCR 11010' } },
  ])
  expect(restsMissing([day, long], [{ ...californian, templateIds: [1] }])).toEqual([])
  expect(restsMissing([day, long], [{ templateIds: [1, 2], rules: rulesOf('RU') }])).toEqual([])
  const off = californian.rules.map((rule) =>
    rule.kind === 'paidRests' ? { ...rule, severity: 'off' as const } : rule,
  )
  expect(restsMissing([day, long], [{ templateIds: [1, 2], rules: off }])).toEqual([])
})
