import { describe, expect, it } from 'vitest'

import type { Explained, ExplainedFigure, ReportChange } from '@pult/contract/reconciliations'

import { adoptable } from './adoptable.ts'

const pult: Explained['level'] = { measureId: 'serviceLevelNeutral', withinSeconds: null, shortSeconds: null }
const own: Explained['level'] = { measureId: 'serviceLevelShortExcluded', withinSeconds: 30, shortSeconds: 7 }

const figure = (name: ExplainedFigure['figure'], ...changes: ReportChange[]): ExplainedFigure => ({
  figure: name,
  status: 'explained',
  changes,
  steps: [],
  rows: [],
  fits: 1,
  other: null,
})

describe('what an old report does, as a definition', () => {
  it('keeps of the centre’s own service level what the report does not do otherwise', () => {
    const strict = { kind: 'rule', measureId: 'serviceLevelStrict', shortSeconds: null } as const
    expect(adoptable(figure('serviceLevel', strict), [], pult)).toBe('serviceLevel(rule=serviceLevelStrict)')
    expect(adoptable(figure('serviceLevel', strict), [], own)).toBe('serviceLevel(rule=serviceLevelStrict;within=30)')
    expect(adoptable(figure('serviceLevel', { kind: 'within', seconds: 20 }), [], own)).toBe(
      'serviceLevel(rule=serviceLevelShortExcluded;within=20;short=7)',
    )
  })

  it('goes back to Pult’s own where the report does', () => {
    const neutral = { kind: 'rule', measureId: 'serviceLevelNeutral', shortSeconds: null } as const
    expect(adoptable(figure('serviceLevel', neutral, { kind: 'within', seconds: null }), [], own)).toBe(
      'serviceLevel()',
    )
    const whole = { kind: 'parts', parts: ['talk', 'hold', 'acw'] } as const
    expect(adoptable(figure('ahtSeconds', whole), [], own)).toBe('ahtSeconds()')
  })

  it('takes what the report does with all figures, where a definition can say it', () => {
    const shared = [
      { kind: 'shortAbandons', seconds: 5 },
      { kind: 'workdays' },
      { kind: 'flowOuts', as: 'leftOut' },
    ] as const
    expect(adoptable(figure('abandonRate'), shared, pult)).toBe('abandonRate(flowOuts=leftOut;short=5)')
    expect(adoptable(figure('abandonRate'), [{ kind: 'workdays' }], pult)).toBeNull()
    expect(adoptable(figure('offered'), shared, pult)).toBeNull()
  })
})
