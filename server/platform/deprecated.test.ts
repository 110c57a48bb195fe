import { expect, it } from 'vitest'
import { z } from 'zod'

import { route } from '@pult/contract/route'

import type { Database } from './database.ts'
import { createHttp } from './http.ts'
import { createLog } from './log.ts'

it('says of an address that goes since when it does and from when on it may be gone', async () => {
  const nobody = {
    identify: () => Promise.resolve(null),
    admit: () => Promise.resolve(null),
    audit: () => Promise.resolve(),
  }
  // Nothing that this route does touches a database.
  const http = await createHttp({ database: {} as Database, gatekeeper: nobody, log: createLog('silent') })
  const reply = z.object({ done: z.literal(true) })
  const going = { since: '2026-12-01', until: '2027-12-01' }
  http.serve(route('GET', '/going', { summary: 'Goes.', may: 'anyone', reply, deprecated: going }), () =>
    Promise.resolve({ done: true as const }),
  )
  http.serve(route('GET', '/staying', { summary: 'Stays.', may: 'anyone', reply }), () =>
    Promise.resolve({ done: true as const }),
  )
  const { headers } = await http.app.inject('/api/v1/going')
  expect([headers['deprecation'], headers['sunset']]).toEqual(['@1796083200', 'Wed, 01 Dec 2027 00:00:00 GMT'])
  const others = (await http.app.inject('/api/v1/staying')).headers
  expect([others['deprecation'], others['sunset']]).toEqual([undefined, undefined])
  await http.app.close()
})
