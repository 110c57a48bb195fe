import { describe, expect, it } from 'vitest'

import { daysOfReport, guessMeaning, readReport, readTable, type ColumnMeaning } from './old-report.ts'
import { readCell, readDays } from './report-cell-text.ts'

const read = (text: string, meanings?: readonly ColumnMeaning[]) => {
  const table = readTable(text)
  return readReport(table, meanings ?? table.titles.map(guessMeaning), 2026)
}

describe('a pasted report', () => {
  it('is read as spreadsheets copy it, in Russian', () => {
    const { rows, problems } = read(
      'Дата\tОчередь\tПоступило\tПринято\tПотеряно, %\tSL 80/20\tСреднее время обработки\tASA\n' +
        '01.10.2026\tПродажи\t12\u00A0345\t11 000\t5,2 %\t83,1%\t0:04:05\t12,5\n' +
        'Итого\tВсе\t1 000\t900\t5,2%\t83%\t4:05\t12',
    )
    expect(problems).toEqual([])
    expect(rows[0]?.days).toEqual({ from: '2026-10-01', to: '2026-10-02' })
    expect(rows[0]?.queue).toBe('Продажи')
    expect(rows[0]?.figures.map(({ figure, value }) => [figure, Number(value.toFixed(4))])).toEqual([
      ['offered', 12_345],
      ['answered', 11_000],
      ['abandonRate', 0.052],
      ['serviceLevel', 0.831],
      ['ahtSeconds', 245],
      ['asaSeconds', 12.5],
    ])
    expect(rows[0]?.figures.map(({ tolerance }) => Number(tolerance.toFixed(6)))).toEqual([
      0.5, 0.5, 0.0005, 0.0005, 0.5, 0.05,
    ])
    expect(rows[1]).toMatchObject({ days: null, queue: null })
    expect(daysOfReport(rows)).toEqual({ from: '2026-10-01', to: '2026-10-02' })
  })

  it('is read the English way too, turned on its side, and with names and values alone', () => {
    const { rows, problems } = read(
      'Offered: 12,345\nAnswered: 11,000\nService level: 83.1%\nAHT: 245\nAbandon rate: 5.2%',
    )
    expect(problems).toEqual([])
    expect(rows).toHaveLength(1)
    expect(rows[0]?.figures.map(({ value }) => Number(value.toFixed(4)))).toEqual([12_345, 11_000, 0.831, 245, 0.052])
  })

  it('says which cell it cannot read and what it expected there', () => {
    const { rows, problems } = read('Дата\tПоступило\tSL\n32.10.2026\t1о0\t83\n02.10.2026\t100\t183')
    expect(problems).toEqual([
      { row: 2, column: 1, title: 'Дата', text: '32.10.2026', expected: 'day' },
      { row: 2, column: 2, title: 'Поступило', text: '1о0', expected: 'count' },
      { row: 3, column: 3, title: 'SL', text: '183', expected: 'share' },
    ])
    expect(rows.map(({ figures }) => figures.length)).toEqual([1, 1])
  })

  it('is nothing when nothing was pasted', () => {
    expect(readTable(' \n ')).toEqual({ titles: [], rows: [], firstLine: 1 })
  })
})

describe('a cell', () => {
  it.each([
    ['12,345', 'count', 12_345, 0.5],
    ['12,345', 'time', 12.345, 0.0005],
    ['1.234.567', 'count', 1_234_567, 0.5],
    ['1 234,5', 'time', 1234.5, 0.05],
    ['0,831', 'share', 0.831, 0.0005],
    ['83', 'share', 0.83, 0.005],
    ['4:05', 'time', 245, 0.5],
    ['1:00:00', 'time', 3600, 0.5],
    ['245 с', 'time', 245, 0.5],
    ['4,1 мин', 'time', 246, 3],
  ] as const)('%s as a %s', (text, kind, value, tolerance) => {
    const found = readCell(text, kind, '')
    expect(found?.value).toBeCloseTo(value, 9)
    expect(found?.tolerance).toBeCloseTo(tolerance, 9)
  })

  it.each(['', 'abc', '4:75', '-5', '1,2,3.4.5'])('%s is nothing', (text) => {
    expect(readCell(text, 'time', '')).toBeNull()
  })

  it.each([
    ['2026-10', '2026-10-01', '2026-11-01'],
    ['октябрь 2026', '2026-10-01', '2026-11-01'],
    ['12.2025', '2025-12-01', '2026-01-01'],
    ['3 марта', '2026-03-03', '2026-03-04'],
    ['29.02.2024', '2024-02-29', '2024-03-01'],
    ['2026-10-05 00:00:00', '2026-10-05', '2026-10-06'],
  ])('%s is days', (text, from, to) => {
    expect(readDays(text, 2026)).toEqual({ from, to })
  })

  it.each(['29.02.2026', '13.2026', 'вчера', '1'])('%s is no day', (text) => {
    expect(readDays(text, 2026)).toBeNull()
  })
})
