import { describe, expect, it } from 'vitest'

import { addresseeWords, sendingText } from './sending-text.ts'
import { translator } from './text.ts'

describe('to whom something goes', () => {
  const t = translator(sendingText, 'ru')
  const anna = { userId: 'a', name: 'Анна', email: 'anna@example.com' }

  it('is said by name, then by address', () => {
    const to = { members: ['a'], mails: ['boss@example.com'] }
    expect(addresseeWords(t, to, [anna, { ...anna, userId: 'b', name: 'Борис' }])).toBe('Анна, boss@example.com')
  })

  it('is not nobody to whoever may not see the names', () => {
    expect(addresseeWords(t, { members: ['a', 'b'], mails: [] }, [])).toBe('2 человека центра')
    expect(addresseeWords(t, { members: [], mails: [] }, [anna])).toBe('')
  })
})
