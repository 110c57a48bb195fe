import { describe, expect, it } from 'vitest'

import type { TodayFigures } from '@pult/contract/measures-today'

import { shownBoard, type Behind } from './shown-board.ts'

const total: TodayFigures = {
  offered: 100,
  answered: 70,
  abandoned: 30,
  flowedOut: 0,
  serviceLevel: { value: 0.7, numerator: 70, denominator: 100, approximate: false },
  // Twenty hung up at once, and this centre does not count those: 10 of 80.
  abandonRate: 0.125,
  asaSeconds: 10,
  ahtSeconds: 200,
  waiting: 0,
  longestWaitSeconds: null,
  inService: 0,
  target: null,
  withinSeconds: 20,
  usual: null,
}

const levelAt = (target: number): unknown => {
  const behind: Behind = {
    day: {
      timeZone: 'UTC',
      asOf: '2026-11-29T09:00:00Z',
      day: '2026-11-29',
      lastFactAt: null,
      agents: [],
      definitions: [],
      curve: [],
      findings: [],
      queues: [],
      total,
    },
    targets: [{ queueId: 0, measureId: 'abandonRate', value: target, withinSeconds: null }],
  }
  const tile = { kind: 'figure', width: 1, figure: 'abandonRate', queueId: null } as const
  const scheme = { name: 'Room', language: 'en', theme: 'dark', columns: 1, margin: 0, showsNames: false } as const
  return shownBoard({ ...scheme, tiles: [tile] }, behind).tiles[0]
}

describe('an abandon rate that a centre counts its own way', () => {
  it('is yellow where chance may be all there is to its miss, red where it is not', () => {
    expect(levelAt(0.1)).toMatchObject({ value: 0.125, level: 'near' })
    expect(levelAt(0.05)).toMatchObject({ level: 'bad' })
    expect(levelAt(0.13)).toMatchObject({ level: 'good' })
  })
})
