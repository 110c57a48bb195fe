import { describe, expect, it } from 'vitest'

import type { Level, ShownBoard, ShownTile } from '@pult/contract/wallboards'

import { createFormats } from '../ui/formats.ts'
import { figureValue, levelKey, targetValue } from './figure-value.ts'
import { moved } from './moved.ts'
import { isNewlyRed } from './newly-red.ts'

const tile = (level: Level, queue: string | null = null): ShownTile => ({
  kind: 'figure',
  width: 1,
  figure: 'serviceLevel',
  queue,
  isGone: false,
  value: 0.5,
  target: { value: 0.8, withinSeconds: 20 },
  level,
})
const board = (...tiles: ShownTile[]): ShownBoard => ({
  name: 'Зал',
  language: 'ru',
  theme: 'dark',
  columns: 2,
  margin: 0.1,
  timeZone: 'Europe/Moscow',
  asOf: '2026-11-29T09:00:00Z',
  day: '2026-11-29',
  lastFactAt: null,
  tiles,
})

describe('the tone of a screen', () => {
  it('sounds when something turns red', () => {
    expect(isNewlyRed(board(tile('near')), board(tile('bad')))).toBe(true)
    expect(isNewlyRed(board(tile('bad')), board(tile('bad'), tile('bad', 'Заказы')))).toBe(true)
  })

  it('is silent at first, while it stays red, when it turns better and when a tile moves', () => {
    expect(isNewlyRed(null, board(tile('bad')))).toBe(false)
    expect(isNewlyRed(board(tile('bad')), board(tile('bad')))).toBe(false)
    expect(isNewlyRed(board(tile('bad')), board(tile('near')))).toBe(false)
    expect(isNewlyRed(board(tile('bad'), tile('good', 'Заказы')), board(tile('good', 'Заказы'), tile('bad')))).toBe(
      false,
    )
  })
})

describe('a figure on the wall', () => {
  const formats = createFormats('ru', 'Europe/Moscow')
  it('is whole, and a share that misses its target does not look as if it met it', () => {
    expect(figureValue('serviceLevel', 0.7999, formats)).toBe('79\u00A0%')
    expect(figureValue('serviceLevel', 0.29, formats)).toBe('29\u00A0%')
    expect(figureValue('abandonRate', 0.054, formats)).toBe('6\u00A0%')
    expect(figureValue('abandonRate', 0.07, formats)).toBe('7\u00A0%')
    expect(figureValue('abandonRate', 0, formats)).toBe('0\u00A0%')
    expect(figureValue('longestWait', 75, formats)).toBe('1:15')
    expect(figureValue('waiting', 12, formats)).toBe('12')
    expect(figureValue('asa', null, formats)).toBe('–')
  })

  it('says its target as people write it, and on which side it is missed', () => {
    expect(targetValue('serviceLevel', { value: 0.8, withinSeconds: 20 }, formats)).toBe('80/20')
    expect(targetValue('abandonRate', { value: 0.05, withinSeconds: null }, formats)).toBe('5\u00A0%')
    expect(targetValue('asa', { value: 20, withinSeconds: null }, formats)).toBe('0:20')
    expect(levelKey('serviceLevel', 'bad')).toBe('bad')
    expect(levelKey('abandonRate', 'bad')).toBe('badLow')
  })
})

describe('moving a tile', () => {
  it('puts it where it was dropped and leaves the others in their order', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
    expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b'])
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b'])
  })
})
