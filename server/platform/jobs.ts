import { PgBoss } from 'pg-boss'

import type { Log } from './log.ts'

/** Long work: kept in PostgreSQL, retried after a crash, run by any node. */
export interface Jobs {
  /** Declares a kind of work and who does it here. Call before `start`. */
  define<Data extends object>(
    name: string,
    options: JobOptions,
    work: (data: Data, signal: AbortSignal) => Promise<void>,
  ): void
  /** Puts one piece of work in the queue. With a `key`, a second one with the same key waits until the first is done. */
  send<Data extends object>(name: string, data: Data, options?: SendOptions): Promise<void>
  /** Whether a piece of work with this data waits or is being done, here or on another node. */
  isKnown(name: string, data: object): Promise<boolean>
  start(): Promise<void>
  stop(): Promise<void>
}

interface SendOptions {
  readonly key?: string
  /** Not begun before so many milliseconds have passed. */
  readonly afterMs?: number
}

export interface JobOptions {
  /** How many of this kind run at once on this node. */
  readonly concurrency: number
  /** How often it is tried again after a failure or a crash. */
  readonly retries: number
  /** A job that takes longer is given up. One whose server has died is taken over within a minute, see `HEARTBEAT_SECONDS`. */
  readonly expireSeconds: number
}

/** A server that does a job says so this often; who has been silent for as long has died. */
const HEARTBEAT_SECONDS = 30
const LOOK_FOR_DEAD_SECONDS = 20

interface Definition {
  readonly name: string
  readonly options: JobOptions
  readonly work: (data: object, signal: AbortSignal) => Promise<void>
}

/** Jobs over pg-boss, in its own schema. */
export function createJobs(connectionString: string, log: Log): Jobs {
  const boss = new PgBoss({
    connectionString,
    schema: 'pgboss',
    max: 3,
    application_name: 'pult jobs',
    superviseIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
    monitorIntervalSeconds: LOOK_FOR_DEAD_SECONDS,
  })
  boss.on('error', (error: Error) => log.warn({ error: error.message }, 'job queue'))
  const definitions: Definition[] = []
  const workers = new Map<string, readonly string[]>()
  let stopping = false
  const abort = new AbortController()
  return {
    define(name, options, work) {
      definitions.push({ name, options, work: work as Definition['work'] })
    },
    async send(name, data, options) {
      const { key, afterMs = 0 } = options ?? {}
      await boss.send(name, data, {
        ...(key === undefined ? {} : { singletonKey: key }),
        ...(afterMs > 0 ? { startAfter: new Date(Date.now() + afterMs) } : {}),
      })
      // Workers look once a second; those of this node need not wait for it.
      for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker)
    },
    async isKnown(name, data) {
      const found = await boss.findJobs(name, { data })
      return found.some(({ state }) => state === 'created' || state === 'retry' || state === 'active')
    },
    async start() {
      await boss.start()
      for (const definition of definitions)
        workers.set(definition.name, await open(boss, definition, abort.signal, log))
    },
    async stop() {
      if (stopping) return
      stopping = true
      abort.abort()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Resolves to the ids of the workers that wait for this kind of work. */
async function open(boss: PgBoss, definition: Definition, signal: AbortSignal, log: Log): Promise<string[]> {
  const { name, options, work } = definition
  const rules = {
    retryLimit: options.retries,
    retryDelay: 1,
    expireInSeconds: options.expireSeconds,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  }
  await boss.createQueue(name, rules)
  // A queue that an earlier version made keeps the rules of then.
  await boss.updateQueue(name, rules)
  const ids: string[] = []
  for (let worker = 0; worker < options.concurrency; worker++) {
    const id = await boss.work<object>(name, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([job]) => {
      if (job === undefined) return
      try {
        await work(job.data, signal)
      } catch (error) {
        log.error({ err: error, job: name }, 'a job failed')
        throw error
      }
    })
    ids.push(id)
  }
  return ids
}
