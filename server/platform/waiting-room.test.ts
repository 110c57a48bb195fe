import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'

import { expect, it } from 'vitest'

import { openWaitingRoom } from './waiting-room.ts'

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

it('says while Pult starts that it lives, that it is not ready and why, to machines and to people', async () => {
  const port = await freePort()
  const room = await openWaitingRoom('127.0.0.1', port)
  try {
    room.say({ ru: 'База данных восстанавливается…', en: 'The database is recovering…' })
    const ask = (path: string): Promise<Response> => fetch(`http://127.0.0.1:${port}${path}`)
    expect((await ask('/health/live')).status).toBe(200)
    const ready = await ask('/health/ready')
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { status: 'starting', detail: 'The database is recovering…' },
    ])
    const call = await ask('/api/v1/session')
    expect([call.status, await call.json()]).toMatchObject([503, { code: 'starting' }])
    const page = await ask('/')
    expect([page.status, await page.text()]).toEqual([503, expect.stringContaining('База данных восстанавливается…')])
  } finally {
    await room.close()
  }
})
