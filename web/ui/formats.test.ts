import { describe, expect, it } from 'vitest'

import { createFormats } from './formats.ts'
import { defineText, translator } from './text.ts'

const ru = createFormats('ru', 'Europe/Moscow')
const en = createFormats('en', 'Europe/Moscow')
const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ')

describe('formats', () => {
  it('write nothing as a dash, never as 0 or 100 %', () => {
    for (const write of [ru.number, ru.percent, ru.duration, ru.points, ru.hours]) expect(write(null)).toBe('–')
    expect(ru.percent(Number.NaN)).toBe('–')
    expect(ru.date(null)).toBe('–')
  })
  it('never round to all or to nothing', () => {
    expect(plain(en.percent(0.9997))).toBe('99.9 %')
    expect(plain(en.percent(0.0002))).toBe('< 0.1 %')
    expect(plain(en.percent(1))).toBe('100 %')
    expect(plain(en.percent(0))).toBe('0 %')
  })
  it('write durations as people of the trade do', () => {
    expect([0, 9, 75, 3600, 3725].map((seconds) => ru.duration(seconds))).toEqual([
      '0:00',
      '0:09',
      '1:15',
      '1:00:00',
      '1:02:05',
    ])
  })
  it('write service targets as 80/20 and 90/4 h', () => {
    expect(ru.serviceTarget({ fraction: 0.8, withinSeconds: 20 })).toBe('80/20')
    expect(plain(ru.serviceTarget({ fraction: 0.9, withinSeconds: 14_400 }))).toBe('90/4 ч')
  })
  it('write a stretch of time as days where it is days, and short within one', () => {
    expect(plain(ru.stretch('2026-10-31T21:00:00Z', '2026-11-23T21:00:00Z'))).toBe('1–23 ноября 2026 г.')
    expect(plain(ru.stretch('2026-11-23T05:30:00Z', '2026-11-23T06:00:00Z'))).toBe('23.11.2026, 08:30–09:00')
    expect(plain(ru.stretch('2026-11-23T20:30:00Z', '2026-11-23T21:00:00Z'))).toBe('23.11.2026, 23:30–24:00')
    expect(ru.stretch(null, null)).toBe('–')
  })
  it('show instants in the zone of the centre and days as they are', () => {
    expect(ru.time('2026-11-23T21:30:00Z')).toBe('00:30')
    expect(ru.date('2026-11-23T21:30:00Z')).toBe('24.11.2026')
    expect(createFormats('ru', 'America/New_York').date('2026-11-23')).toBe('23.11.2026')
    expect(ru.today('2026-11-23T21:30:00Z')).toBe('2026-11-24')
  })
})

describe('phrases', () => {
  const text = defineText({
    en: { rows: { one: '{count} row', other: '{count} rows' }, hello: 'Hello, {name}' },
    ru: {
      rows: { one: '{count} строка', few: '{count} строки', many: '{count} строк', other: '{count} строки' },
      hello: 'Привет, {name}',
    },
  })
  it('choose the form by the number', () => {
    const t = translator(text, 'ru')
    expect([1, 3, 5, 21].map((count) => t('rows', { count }))).toEqual(['1 строка', '3 строки', '5 строк', '21 строка'])
    expect(translator(text, 'en')('rows', { count: 1 })).toBe('1 row')
  })
  it('leave an unfilled place visible', () => {
    expect(translator(text, 'en')('hello')).toBe('Hello, {name}')
  })
})
