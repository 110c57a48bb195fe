import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { FastifyInstance } from 'fastify'

import { API } from './http.ts'

const FILE = join(import.meta.dirname, '../../docs/reference/openapi.json')

/** Serves the document of the API, which says nothing of this installation: whoever reaches the server may read it. */
export function serveOpenApi(app: FastifyInstance): void {
  let read: Promise<string> | undefined
  app.get(`${API}/openapi.json`, async (_request, reply) => {
    read ??= readFile(FILE, 'utf8')
    return reply
      .type('application/json')
      .header('cache-control', 'no-cache')
      .send(await read)
  })
}
