import { describe, expect, it } from 'vitest'

import { changeOf, judgeChanges, periodInWords, statementText } from './index.ts'

const side = (value: number | null, half: number | null) => ({
  value,
  low: value === null || half === null ? null : value - half,
  high: value === null || half === null ? null : value + half,
})

describe('a change of a measure', () => {
  it('is a result where it is for the better and beyond chance', () => {
    const verdicts = judgeChanges([
      { now: side(220, 3), before: side(250, 3), better: 'low' },
      { now: side(250, 3), before: side(220, 3), better: 'low' },
      { now: side(0.82, 0.01), before: side(0.74, 0.01), better: 'high' },
      { now: side(0.745, 0.01), before: side(0.74, 0.01), better: 'high' },
      { now: side(1200, 3), before: side(800, 3), better: 'neither' },
      { now: side(1200, null), before: side(800, null), better: 'high' },
      { now: side(null, null), before: side(800, 1), better: 'high' },
    ])
    expect(verdicts).toEqual(['better', 'worse', 'better', 'noise', 'neutral', 'unjudged', 'missing'])
  })

  it('that is sure alone is not sure as the luckiest of twenty', () => {
    // 2.1 standard deviations: beyond chance at 95 % alone.
    const lucky = { now: side(102.97, 1.96), before: side(100, 1.96), better: 'high' } as const
    const still = { now: side(100, 1.96), before: side(100, 1.96), better: 'high' } as const
    expect(judgeChanges([lucky])).toEqual(['better'])
    expect(judgeChanges([lucky, ...Array.from({ length: 19 }, () => still)])[0]).toBe('noise')
  })
})

describe('its statement', () => {
  const year = { from: '2026-01-01', to: '2027-01-01' }
  const formerYear = { from: '2025-01-01', to: '2026-01-01' }
  const aht = { name: { ru: 'AHT', en: 'AHT' }, unit: 'seconds', period: year, before: formerYear } as const

  it('always tells the period it is compared with', () => {
    const told = { ...aht, change: -0.12, values: null, queues: null }
    expect(statementText(told, 'ru')).toBe('AHT: −12 %, 2026 к 2025')
    expect(statementText(told, 'en')).toBe('AHT: −12%, 2026 against 2025')
  })

  it('tells values and queues only where they are disclosed', () => {
    const told = { ...aht, change: -0.12, values: { now: 220, before: 250 }, queues: ['Заказы'] }
    expect(statementText(told, 'ru')).toBe('AHT (Заказы): 4:10 → 3:40 (−12 %), 2026 к 2025')
    const share = { ...told, unit: 'fraction', change: 0.079, values: { now: 0.821, before: 0.742 } } as const
    expect(statementText({ ...share, queues: null }, 'ru')).toBe('AHT: 74,2 % → 82,1 % (+7,9 п. п.), 2026 к 2025')
  })

  it('names years, halves, quarters and months shortly, other periods by their days', () => {
    expect(periodInWords({ from: '2026-07-01', to: '2027-01-01' }, 'ru')).toBe('2-е полугодие 2026')
    expect(periodInWords({ from: '2026-01-01', to: '2026-07-01' }, 'en')).toBe('first half of 2026')
    expect(periodInWords({ from: '2026-07-01', to: '2026-10-01' }, 'ru')).toBe('III кв. 2026')
    expect(periodInWords({ from: '2025-10-01', to: '2026-01-01' }, 'en')).toBe('Q4 2025')
    // Three months that are no quarter.
    expect(periodInWords({ from: '2026-02-01', to: '2026-05-01' }, 'ru')).toBe('01.02.2026–30.04.2026')
    expect(periodInWords({ from: '2026-12-01', to: '2027-01-01' }, 'ru')).toBe('12.2026')
    expect(periodInWords({ from: '2026-01-01', to: '2026-11-29' }, 'ru')).toBe('01.01.2026–28.11.2026')
    expect(periodInWords({ from: '2026-01-01', to: '2026-03-01' }, 'en')).toBe('2026-01-01–2026-02-28')
  })

  it('counts a share in points, and cannot compare with nothing', () => {
    expect(changeOf('fraction', 0.8, 0.7)).toBeCloseTo(0.1, 12)
    expect(changeOf('seconds', 220, 250)).toBeCloseTo(-0.12, 12)
    expect(changeOf('seconds', 220, 0)).toBeNull()
  })
})
