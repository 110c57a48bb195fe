import { describe, expect, it } from 'vitest'

import type { PlannedShift } from '@pult/contract/schedule-roster'

import { draggedChanges, draggedShift } from './drag-draft.ts'

const at = (time: string): string => `2026-12-01T${time}:00.000Z`
const shift: PlannedShift = {
  shiftId: 7,
  agentId: 1,
  day: '2026-12-01',
  shiftTemplateId: null,
  start: at('06:00'),
  end: at('15:00'),
  breaks: [{ kind: 'meal', start: at('10:00'), end: at('10:30'), isPaid: false }],
  activities: [],
  isLocked: false,
}
const whole = { part: 'shift' } as const

describe('a dragged shift', () => {
  it('takes its breaks along', () => {
    const next = draggedShift({ shift, grip: whole, byMinutes: 45, agentId: 1 })
    expect([next.start, next.end, next.breaks[0]?.start]).toEqual([at('06:45'), at('15:45'), at('10:45')])
    expect(draggedChanges({ shift, grip: whole, byMinutes: 45, agentId: 1 })).toEqual([
      { kind: 'move', shiftId: 7, start: at('06:45'), end: at('15:45') },
    ])
  })

  it('is given to the row it is dropped on', () => {
    expect(draggedChanges({ shift, grip: whole, byMinutes: 0, agentId: 2 })).toEqual([
      { kind: 'give', shiftId: 7, agentId: 2 },
    ])
  })

  it('changes nothing where it is dropped where it was', () => {
    expect(draggedChanges({ shift, grip: whole, byMinutes: 0, agentId: 1 })).toEqual([])
    expect(draggedChanges({ shift, grip: { part: 'break', index: 0 }, byMinutes: 0, agentId: 1 })).toEqual([])
  })

  it('keeps an hour at least between its ends', () => {
    expect(draggedShift({ shift, grip: { part: 'start' }, byMinutes: 2000, agentId: 1 }).start).toBe(at('14:00'))
    expect(draggedShift({ shift, grip: { part: 'end' }, byMinutes: -2000, agentId: 1 }).end).toBe(at('07:00'))
  })

  it('keeps a break inside', () => {
    const grip = { part: 'break', index: 0 } as const
    expect(draggedShift({ shift, grip, byMinutes: 600, agentId: 1 }).breaks[0]).toMatchObject({
      start: at('14:30'),
      end: at('15:00'),
    })
    expect(draggedChanges({ shift, grip, byMinutes: 15, agentId: 1 })).toEqual([
      { kind: 'breaks', shiftId: 7, breaks: [{ kind: 'meal', start: at('10:15'), end: at('10:45'), isPaid: false }] },
    ])
  })
})
