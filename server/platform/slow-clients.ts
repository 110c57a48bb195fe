import { Socket } from 'node:net'
import { Readable } from 'node:stream'

import type { FastifyInstance, FastifyRequest } from 'fastify'

/**
 * Lets go of a client that stops amid its request, or amid what it asked for: its line would be held for ever, and with it the file that
 * it sends or the rows that it does not read. What Pult itself takes to answer is no fault of hers.
 */
export function letGoOfSlowClients(app: FastifyInstance, seconds: number): void {
  const wait = (request: FastifyRequest, milliseconds: number): void => {
    // Requests of tests come by no line.
    if (request.raw.socket instanceof Socket) request.raw.socket.setTimeout(milliseconds)
  }
  app.addHook('onRequest', (request, _reply, done) => {
    wait(request, seconds * 1000)
    done()
  })
  app.addHook('preHandler', (request, _reply, done) => {
    // A file is still on its way when its handler begins.
    if (request.body instanceof Readable) request.body.once('end', () => wait(request, 0))
    else wait(request, 0)
    done()
  })
  app.addHook('onSend', (request, _reply, payload, done) => {
    wait(request, seconds * 1000)
    done(null, payload)
  })
}
