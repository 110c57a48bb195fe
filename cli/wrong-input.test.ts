import { describe, expect, it } from 'vitest'

import { connect } from './client.ts'
import { BadInput } from './failure.ts'
import { readDay } from './read-day.ts'
import { writeOut } from './write-out.ts'

describe('what is given wrong is told by the option', () => {
  it('a day that is none', () => {
    expect(readDay('2024-02-29', '--on')).toBe('2024-02-29')
    for (const none of ['2026-13-40', '2026-02-29', '1 May', ''])
      expect(() => readDay(none, '--on')).toThrow(`--on must be a day such as 2026-11-02, not "${none}".`)
  })
  it('an address that is none', async () => {
    for (const url of ['nonsense', '127.0.0.1:7700', 'ftp://example.com'])
      await expect(connect({ url, token: 't' })).rejects.toThrow(BadInput)
  })
  it('a file that cannot be written', async () => {
    await expect(writeOut('/no-such-folder/x.pdf', new Uint8Array())).rejects.toThrow(
      '--out: /no-such-folder/x.pdf cannot be written: there is no folder /no-such-folder.',
    )
    await expect(writeOut('/', new Uint8Array())).rejects.toThrow(BadInput)
  })
})
