import { setTimeout as pause } from 'node:timers/promises'

import { PgBoss } from 'pg-boss'

import type { Log } from './log.ts'
import { lookForLost, type LosableWork } from './look-for-lost.ts'
import type { LostWork } from './lost-work.ts'
import { passingTrouble } from './passing-trouble.ts'
import { asker } from './slow-queries.ts'

/** Long work: kept in PostgreSQL, retried after a crash, run by any node. */
export interface Jobs {
  /** Declares a kind of work, who does it here, and who is told of pieces that nobody will finish. Call before `start`. */
  define<Data extends object>(
    name: string,
    options: JobOptions,
    work: (data: Data, signal: AbortSignal) => Promise<void>,
    lost?: LostWork<Data>,
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
/** Lost work is looked for that many times less often than the dead. */
const LOOKS_FOR_LOST_RATIO = 3
/** The rest of work that found the database away or the disk full, before it is begun again. */
const PASSING_REST_MS = 5000
const GIVEN_UP_LOOK_SECONDS = 2

interface Definition {
  readonly name: string
  readonly options: JobOptions
  readonly work: (data: object, signal: AbortSignal) => Promise<void>
  readonly lost: LostWork<object> | undefined
}

/** Jobs over pg-boss, in its own schema. */
export function createJobs(connectionString: string, log: Log, lookForDeadSeconds = LOOK_FOR_DEAD_SECONDS): Jobs {
  const boss = new PgBoss({
    connectionString,
    schema: 'pgboss',
    max: 3,
    application_name: 'pult jobs',
    superviseIntervalSeconds: lookForDeadSeconds,
    monitorIntervalSeconds: lookForDeadSeconds,
  })
  boss.on('error', (error: Error) => log.warn({ error: error.message }, 'job queue'))
  const definitions: Definition[] = []
  const workers = new Map<string, readonly string[]>()
  let stopping = false
  const abort = new AbortController()

  async function send(name: string, data: object, options?: SendOptions): Promise<void> {
    const { key, afterMs = 0 } = options ?? {}
    await boss.send(name, data, {
      ...(key === undefined ? {} : { singletonKey: key }),
      // By the database's clock, which all servers share.
      ...(afterMs > 0 ? { startAfter: afterMs / 1000 } : {}),
    })
    // Workers look once a second; those of this node need not wait for it.
    for (const worker of workers.get(name) ?? []) boss.notifyWorker(worker)
  }

  async function isKnown(name: string, data: object): Promise<boolean> {
    const found = await boss.findJobs(name, { data })
    return found.some(({ state }) => state === 'created' || state === 'retry' || state === 'active')
  }

  const losable = (): readonly LosableWork[] =>
    definitions.flatMap(({ name, lost }) => (lost === undefined ? [] : [{ name, lost }]))
  const looks = lookForLost(losable, { send, isKnown }, log, lookForDeadSeconds * LOOKS_FOR_LOST_RATIO * 1000)
  return {
    define(name, options, work, lost) {
      definitions.push({ name, options, work: work as Definition['work'], lost })
    },
    send,
    isKnown,
    async start() {
      await boss.start()
      for (const definition of definitions)
        workers.set(definition.name, await open(boss, definition, abort.signal, log))
      looks.start()
    },
    async stop() {
      if (stopping) return
      stopping = true
      looks.stop()
      abort.abort()
      await boss.stop({ graceful: true, timeout: 10_000 })
    },
  }
}

/** Resolves to the ids of the workers that wait for this kind of work. */
async function open(boss: PgBoss, definition: Definition, signal: AbortSignal, log: Log): Promise<string[]> {
  const { name, options } = definition
  const rules = {
    ...(await openGivenUp(boss, definition, log)),
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
      if (job !== undefined) await tryJob(boss, definition, job.data, signal, log)
    })
    ids.push(id)
  }
  return ids
}

/** A piece that failed goes back to the queue by itself, as often as its kind is tried; passing trouble is no try. */
async function tryJob(
  boss: PgBoss,
  { name, work }: Definition,
  data: object,
  signal: AbortSignal,
  log: Log,
): Promise<void> {
  try {
    await asker.run({ name: `job ${name}`, isRequest: false }, () => work(data, signal))
  } catch (error) {
    const trouble = signal.aborted ? null : passingTrouble(error)
    if (trouble === null) {
      log.error({ err: error, job: name }, 'a job failed')
      throw error
    }
    log.warn({ job: name, trouble }, 'a job waits until the database is back and has room')
    await sendAgain(boss, name, data, signal)
  }
}

/** Puts work in the queue as soon as there is one again. */
async function sendAgain(boss: PgBoss, name: string, data: object, signal: AbortSignal): Promise<void> {
  for (;;) {
    try {
      await boss.send(name, data, { startAfter: PASSING_REST_MS / 1000 })
      return
    } catch (error) {
      if (signal.aborted || passingTrouble(error) === null) throw error
      await pause(PASSING_REST_MS, undefined, { signal })
    }
  }
}

/** The queue of pieces that were given up, and who reads it; nothing where nobody wants to know. */
async function openGivenUp(
  boss: PgBoss,
  { name, lost }: Definition,
  log: Log,
): Promise<{ readonly deadLetter?: string }> {
  if (lost === undefined) return {}
  const deadLetter = `${name}.givenUp`
  await boss.createQueue(deadLetter, { retryLimit: 10, retryDelay: 5, retryBackoff: true })
  const looks = { pollingIntervalSeconds: GIVEN_UP_LOOK_SECONDS, batchSize: 1 }
  await boss.work<object>(deadLetter, looks, async ([job]) => {
    if (job === undefined) return
    log.error({ job: name }, 'a job was given up: every try failed or ended its server')
    await lost.givenUp(job.data)
  })
  return { deadLetter }
}
