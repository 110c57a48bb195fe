import { describe, expect, it } from 'vitest'

import { redoable, redone, type Undone } from './undone.ts'

const undone = (version: number, shiftId: number): Undone => ({
  rosterId: 7,
  version,
  changes: [{ kind: 'delete', shiftId }],
})

describe('what was undone', () => {
  it('can be done again, the last first, while nobody changes anything else', () => {
    const stack = [undone(5, 1), undone(6, 2)]
    expect(redoable(stack, 7, 6)?.changes).toEqual([{ kind: 'delete', shiftId: 2 }])
    const after = redone(stack, 7)
    expect(redoable(after, 7, 7)?.changes).toEqual([{ kind: 'delete', shiftId: 1 }])
  })

  it('cannot once the roster was changed otherwise, nor in another roster', () => {
    expect(redoable([undone(5, 1)], 7, 6)).toBeNull()
    expect(redoable([undone(5, 1)], 8, 5)).toBeNull()
    expect(redoable([], 7, 5)).toBeNull()
  })
})
