import { Readable } from 'node:stream'

import { sql } from 'kysely'
import pg from 'pg'

import type { Tx } from './database.ts'
import type { Log } from './log.ts'

/** Something a page may want to refresh for. Never carries data: whoever hears it asks again, with her own rights. */
export interface LiveEvent {
  readonly centerId: number
  /** What changed: `contacts` (and states of agents with them), `agents` (their states alone), `measures`, `import`, `settings`, … */
  readonly topic: string
  readonly id?: number
}

export interface Live {
  /** Tells every node, once the transaction commits. */
  announce(tx: Tx, event: LiveEvent): Promise<void>
  /** The same in a transaction of bulk intake. */
  announceOn(client: pg.ClientBase, event: LiveEvent): Promise<void>
  /** Calls back with every event of every centre, whoever of the servers announced it; returns how to leave. */
  hear(listener: (event: LiveEvent) => void): () => void
  /** A server-sent stream of one centre's events. */
  stream(centerId: number): Readable
  /** One that says nothing by itself but that it is alive; closed with the others. */
  quietStream(): Readable
  start(): Promise<void>
  stop(): Promise<void>
}

const CHANNEL = 'pult_live'
const HEARTBEAT_MS = 20_000
const RECONNECT_MS = 1_000
/** Far above what figures may leave unread (`figure-stream.ts`): of a large centre one telling alone is half a megabyte. */
const MOST_UNREAD_BYTES = 4 * 1024 * 1024
/** Facts may come in a hundred times a second; pages that hear of them ask again less often anyway. */
const SAME_AGAIN_MS = 250

/** LISTEN/NOTIFY → server-sent events: works across processes, proxies and reconnects. */
export function createLive(connectionString: string, log: Log): Live {
  const open = new Set<Readable>()
  const listeners = new Map<number, Set<Readable>>()
  let client: pg.Client | undefined
  let stopped = false

  const hearers = new Set<(event: LiveEvent) => void>()
  /** Topics that were told just now, and whether they were announced again since. */
  const told = new Map<string, { again: boolean }>()

  function heard(event: LiveEvent): void {
    for (const hearer of hearers) hearer(event)
    tellCalmly(event)
  }

  /** At once, and again at the end of a while if it was announced again meanwhile. */
  function tellCalmly(event: LiveEvent): void {
    const key = `${event.centerId} ${event.topic} ${event.id ?? ''}`
    const lately = told.get(key)
    if (lately !== undefined) {
      lately.again = true
      return
    }
    const now = { again: false }
    told.set(key, now)
    tell(event)
    setTimeout(() => {
      told.delete(key)
      if (now.again) tellCalmly(event)
    }, SAME_AGAIN_MS)
  }

  function tell(event: LiveEvent): void {
    const line = `data: ${JSON.stringify(event)}\n\n`
    for (const stream of listeners.get(event.centerId) ?? []) say(stream, line)
  }

  /** Who reads nothing for so long is not there any more, or comes back and asks anew. */
  function say(stream: Readable, line: string): void {
    if (stream.readableLength > MOST_UNREAD_BYTES) stream.destroy()
    else if (!stream.destroyed) stream.push(line)
  }

  function openStream(): Readable {
    const stream = new Readable({ read: () => undefined })
    const heartbeat = setInterval(() => say(stream, ': still here\n\n'), HEARTBEAT_MS)
    open.add(stream)
    stream.push(': connected\n\n')
    stream.on('close', () => {
      clearInterval(heartbeat)
      open.delete(stream)
    })
    return stream
  }

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: 'pult live' })
    next.on('notification', (message) => heard(JSON.parse(message.payload ?? '{}') as LiveEvent))
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
    async announceOn(bulk, event) {
      await bulk.query('select pg_notify($1, $2)', [CHANNEL, JSON.stringify(event)])
    },
    hear(listener) {
      hearers.add(listener)
      return () => hearers.delete(listener)
    },
    stream(centerId) {
      const stream = openStream()
      const streams = listeners.get(centerId) ?? new Set()
      listeners.set(centerId, streams.add(stream))
      stream.on('close', () => streams.delete(stream))
      return stream
    },
    quietStream: openStream,
    start: connect,
    async stop() {
      stopped = true
      for (const stream of open) stream.push(null)
      await client?.end()
    },
  }
}
