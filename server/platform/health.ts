import type { FastifyInstance } from 'fastify'

import type { Database } from './database.ts'

export const LIVE_ADDRESS = '/health/live'
export const READY_ADDRESS = '/health/ready'
/** Whoever asks wants to know now. */
const PATIENCE_MS = 2000

/**
 * For whoever watches over the process: `/health/live` says that it answers, `/health/ready` that it can work, which needs the database.
 * Nothing about the installation stands in the answers.
 */
export function serveHealth(app: FastifyInstance, { ownerPool }: Pick<Database, 'ownerPool'>): void {
  app.get(LIVE_ADDRESS, async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }))
  app.get(READY_ADDRESS, async (_request, reply) => {
    const answers = await withinPatience(ownerPool.query('select 1'))
    return reply
      .status(answers ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({ status: answers ? 'ready' : 'databaseUnreachable' })
  })
}

async function withinPatience(work: Promise<unknown>): Promise<boolean> {
  const { promise: tooLong, resolve } = Promise.withResolvers<boolean>()
  const timer = setTimeout(() => resolve(false), PATIENCE_MS)
  const answered = work.then(
    () => true,
    () => false,
  )
  return Promise.race([answered, tooLong]).finally(() => clearTimeout(timer))
}
