import { describe, expect, it } from 'vitest'

import { withNumbers } from './chart-numbers.ts'
import { createFormats } from './formats.ts'

interface Written {
  readonly yAxis: { readonly axisLabel: { readonly formatter: (value: unknown) => string } }
  readonly tooltip: { readonly valueFormatter: (value: unknown) => string }
}

const chart = { xAxis: { type: 'category' }, yAxis: { type: 'value', axisLabel: { fontSize: 11 } }, tooltip: {} }
const written = (language: 'ru' | 'en', option: object = chart): Written =>
  withNumbers(option as Record<string, unknown>, createFormats(language, 'UTC')) as unknown as Written

describe('the numbers of a chart', () => {
  it('are written as the language writes them', () => {
    for (const [language, thousand] of [
      ['ru', '1 200'],
      ['en', '1,200'],
    ] as const) {
      const { yAxis, tooltip } = written(language)
      expect(yAxis.axisLabel.formatter(1200).replaceAll(/\s/g, ' ')).toBe(thousand)
      expect(tooltip.valueFormatter(1200).replaceAll(/\s/g, ' ')).toBe(thousand)
      expect(tooltip.valueFormatter(null)).toBe('–')
    }
  })

  it('keep a format of their own, and other axes are left alone', () => {
    const own = { ...chart, yAxis: [{ type: 'value', axisLabel: { formatter: () => 'own' } }] }
    const { xAxis, yAxis } = written('ru', own) as unknown as { xAxis: object; yAxis: Written['yAxis'][] }
    expect(yAxis[0]?.axisLabel.formatter(1)).toBe('own')
    expect(xAxis).toEqual({ type: 'category' })
  })
})
