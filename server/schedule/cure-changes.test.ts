import { expect, it } from 'vitest'

import type { PlannedShift } from '@pult/contract/schedule-roster'
import { MINUTE_MS } from '@pult/engine/time'

import { cureOnGrid } from './cure-changes.ts'

const START = Date.parse('2026-12-01T06:00:00Z') / MINUTE_MS
const at = (minute: number): string => new Date((START + minute) * MINUTE_MS).toISOString()
const shift: PlannedShift = {
  shiftId: 1,
  agentId: 1,
  day: '2026-12-01',
  shiftTemplateId: null,
  start: at(0),
  end: at(720),
  breaks: [{ kind: 'meal', start: at(240), end: at(300), isPaid: false }],
  activities: [],
  isLocked: false,
}
const onGrid = (action: Parameters<typeof cureOnGrid>[0][number]) => cureOnGrid([action], [shift])[0]

it('cuts a shift to whole quarters of an hour, never by less than asked', () => {
  expect(onGrid({ act: 'endEarlier', shiftStart: START, minutes: 40 })).toMatchObject({ minutes: 45 })
  expect(onGrid({ act: 'startLater', shiftStart: START, minutes: 61 })).toMatchObject({ minutes: 75 })
  expect(onGrid({ act: 'endEarlier', shiftStart: START, minutes: 30 })).toMatchObject({ minutes: 30 })
})

it('makes a break longer where it is too short, and shorter where it is too long', () => {
  const resize = { act: 'resizeBreak', shiftStart: START, breakStart: START + 240 } as const
  expect(onGrid({ ...resize, minutes: 70 })).toMatchObject({ minutes: 75 })
  expect(onGrid({ ...resize, minutes: 50 })).toMatchObject({ minutes: 45 })
  const rest = { kind: 'rest', isPaid: true, start: START + 100, end: START + 110 } as const
  expect(onGrid({ act: 'addBreak', shiftStart: START, break: rest })).toMatchObject({
    break: { start: START + 90, end: START + 105 },
  })
})
