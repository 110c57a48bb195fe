import { buffer } from 'node:stream/consumers'
import { setTimeout as rest } from 'node:timers/promises'
import type { Readable } from 'node:stream'

import { fastify } from 'fastify'
import { expect, it } from 'vitest'

import { letGoOfSlowClients } from './slow-clients.ts'

it('waits with a client whose file is whole for as long as the answer takes', async () => {
  const PATIENCE_SECONDS = 0.2
  const app = fastify()
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload))
  letGoOfSlowClients(app, PATIENCE_SECONDS)
  app.post('/file', async ({ body }) => {
    const { length } = await buffer(body as Readable)
    await rest(PATIENCE_SECONDS * 5000)
    return { length }
  })
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  try {
    const headers = { 'content-type': 'application/octet-stream' }
    const reply = await fetch(`${address}/file`, { method: 'POST', headers, body: 'a whole file' })
    expect(await reply.json()).toEqual({ length: 12 })
  } finally {
    await app.close()
  }
})
