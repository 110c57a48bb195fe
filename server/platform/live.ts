import { Readable } from 'node:stream'

import { sql } from 'kysely'
import pg from 'pg'

import type { Tx } from './database.ts'
import type { Log } from './log.ts'

/** Something a page may want to refresh for. Never carries data: whoever hears it asks again, with her own rights. */
export interface LiveEvent {
  readonly centerId: number
  /** What changed: `contacts`, `measures`, `import`, `settings`. */
  readonly topic: string
  readonly id?: number
}

export interface Live {
  /** Tells every node, once the transaction commits. */
  announce(tx: Tx, event: LiveEvent): Promise<void>
  /** A server-sent stream of one centre's events. */
  stream(centerId: number): Readable
  start(): Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'pult_live'
const HEARTBEAT_MS = 20_000
const RECONNECT_MS = 1_000

/** LISTEN/NOTIFY → server-sent events: works across processes, proxies and reconnects. */
export function createLive(connectionString: string, log: Log): Live {
  const listeners = new Map<number, Set<Readable>>()
  let client: pg.Client | undefined
  let stopped = false

  function deliver(event: LiveEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`
    for (const stream of listeners.get(event.centerId) ?? []) stream.push(line)
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: 'pult live' })
    next.on('notification', (message) => deliver(JSON.parse(message.payload ?? '{}') as LiveEvent))
    next.on('error', () => undefined)
    next.on('end', () => {
      if (!stopped)
        setTimeout(
          () => void connect().catch(() => log.warn('live updates are waiting for the database')),
          RECONNECT_MS,
        )
    })
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    client = next
  }

  return {
    async announce(tx, event) {
      await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(event)})`.execute(tx)
    },
    stream(centerId) {
      const stream = new Readable({ read: () => undefined })
      const heartbeat = setInterval(() => stream.push(': still here\n\n'), HEARTBEAT_MS)
      const streams = listeners.get(centerId) ?? new Set()
      listeners.set(centerId, streams.add(stream))
      stream.push(': connected\n\n')
      stream.on('close', () => {
        clearInterval(heartbeat)
        streams.delete(stream)
      })
      return stream
    },
    start: connect,
    async stop() {
      stopped = true
      for (const streams of listeners.values()) for (const stream of streams) stream.push(null)
      await client?.end()
    },
  }
}
