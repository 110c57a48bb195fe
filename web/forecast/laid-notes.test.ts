import { describe, expect, it } from 'vitest'

import { isLaid, reasonOf } from './laid-notes.ts'

const note = { text: 'Акция в Самаре', queueId: 1, firstDay: '2026-10-05', lastDay: '2026-10-07' }
const layer = { reason: note.text, queueId: 1, firstDay: '2026-10-05', lastDay: '2026-10-07' }

describe('a comment on days of a forecast', () => {
  it('is laid by a layer of its words over its days', () => {
    expect(isLaid(note, [layer])).toBe(true)
    expect(isLaid(note, [{ ...layer, queueId: null, firstDay: '2026-10-07', lastDay: '2026-10-09' }])).toBe(true)
    expect(isLaid({ ...note, queueId: null }, [layer])).toBe(true)
    const long = { ...note, text: `${'а'.repeat(999)} и так далее` }
    expect(isLaid(long, [{ ...layer, reason: reasonOf(long) }])).toBe(true)
    expect(reasonOf(long)).toHaveLength(999)
  })

  it('is not laid by a layer of other words, of another queue or of other days', () => {
    expect(isLaid(note, [])).toBe(false)
    expect(isLaid(note, [{ ...layer, reason: 'Акция' }])).toBe(false)
    expect(isLaid(note, [{ ...layer, queueId: 2 }])).toBe(false)
    expect(isLaid(note, [{ ...layer, firstDay: '2026-10-08', lastDay: '2026-10-09' }])).toBe(false)
  })
})
