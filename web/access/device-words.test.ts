import { describe, expect, it } from 'vitest'

import { deviceWords } from './device-words.ts'

describe('a device', () => {
  it('is called by its browser and its system', () => {
    const chrome =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0 Safari/537.36'
    expect(deviceWords(chrome)).toBe('Chrome · Windows')
    expect(deviceWords(`${chrome} Edg/150.0`)).toBe('Edge · Windows')
    expect(deviceWords('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1')).toBe(
      'Safari · iOS',
    )
    expect(deviceWords('curl/8.5')).toBe('curl/8.5')
  })
})
