import { randomUUID } from 'node:crypto'
import { setTimeout as rest } from 'node:timers/promises'

import { sql } from 'kysely'

import { lookEvery, type Platform, type Round } from '../platform/index.ts'
import type { ConnectorRow } from './connector-store.ts'
import { MovedOn, noteConnected, noteTrouble, type Runs } from './progress.ts'
import type { Running } from './running.ts'
import type { TakeLines } from './take-lines.ts'
import { Trouble } from './trouble.ts'

/** Does the work of one kind of channel until told to stop, or throws why it cannot. */
export type RunConnector = (connector: ConnectorRow, running: Running, signal: AbortSignal) => Promise<void>

interface RunnerPorts {
  readonly run: RunConnector
  readonly takeLines: TakeLines
  readonly holdOff: (centerId: number) => () => void
  /** How long a server that has said nothing is believed to be alive. */
  readonly leaseSeconds: number
}

interface Worker {
  readonly connector: ConnectorRow
  readonly abort: AbortController
  readonly ended: Promise<void>
}

const FIRST_REST_MS = 1000
const LONGEST_REST_MS = 30_000

/** Runs the channels that have to be run, each on one server: one that dies is followed by another when its lease is over. */
export function createRunner(platform: Platform, ports: RunnerPorts): Round & { stopped(): Promise<void> } {
  const { database, live, log } = platform
  const holder = randomUUID()
  const workers = new Map<string, Worker>()
  let stopping = false
  let isLooking = false

  /** One look at a time: two would each take the other's answer for old. */
  async function look(): Promise<void> {
    if (isLooking || stopping) return
    isLooking = true
    try {
      follow(await claim(platform, holder, ports.leaseSeconds))
    } finally {
      isLooking = false
    }
  }

  function follow(held: readonly ConnectorRow[]): void {
    const wanted = new Map(held.map((row) => [keyOf(row), row]))
    for (const [key, { connector, abort }] of workers)
      if (wanted.get(key)?.version !== connector.version) {
        abort.abort()
        workers.delete(key)
      }
    if (stopping) return
    for (const [key, row] of wanted) if (!workers.has(key)) workers.set(key, begin(row))
  }

  function begin(connector: ConnectorRow): Worker {
    const abort = new AbortController()
    return { connector, abort, ended: keepRunning(connector, abort.signal) }
  }

  async function keepRunning(connector: ConnectorRow, signal: AbortSignal): Promise<void> {
    const { centerId, connectorId } = connector
    const runs: Runs = { centerId, connectorId, holder }
    let wait = FIRST_REST_MS
    const announce = async (work: (tx: Parameters<typeof noteConnected>[0]) => Promise<unknown>): Promise<void> =>
      database.inCenter({ centerId }, async (tx) => {
        await work(tx)
        await live.announce(tx, { centerId, topic: 'connectors', id: connectorId })
      })
    const running: Running = {
      database,
      runs,
      takeLines: (taken) => ports.takeLines(connector, holder, taken),
      async connected() {
        wait = FIRST_REST_MS
        await announce((tx) => noteConnected(tx, runs))
      },
      troubled: (trouble) => announce((tx) => noteTrouble(tx, runs, trouble.code, trouble.said)),
      holdOff: () => ports.holdOff(centerId),
    }
    while (!signal.aborted) {
      try {
        await ports.run(connector, running, signal)
      } catch (error) {
        if (signal.aborted) return
        // Another server runs it now, or somebody went on from another place: the next look decides.
        if (!(error instanceof MovedOn)) await tell(error)
        await rest(wait, undefined, { signal }).catch(() => undefined)
        wait = Math.min(LONGEST_REST_MS, wait * 2)
      }
    }

    async function tell(error: unknown): Promise<void> {
      const isTold = error instanceof Trouble
      if (!isTold) log.error({ err: error, connectorId }, 'a channel failed')
      const said = isTold ? error.said : BROKEN
      try {
        await announce((tx) => noteTrouble(tx, runs, isTold ? error.code : 'internal', said))
      } catch (failure) {
        log.warn({ err: failure, connectorId }, 'the trouble of a channel could not be noted')
      }
    }
  }

  const round = lookEvery((ports.leaseSeconds * 1000) / 4, look, (error) => {
    if (!stopping) log.warn({ err: error }, 'the channels could not be looked at')
  })
  return {
    start: () => round.start(),
    stop() {
      stopping = true
      round.stop()
      for (const { abort } of workers.values()) abort.abort()
    },
    async stopped() {
      await Promise.all(Array.from(workers.values(), ({ ended }) => ended.catch(() => undefined)))
      await release(platform, holder)
    },
  }
}

const keyOf = ({ centerId, connectorId }: ConnectorRow): string => `${centerId} ${connectorId}`

const BROKEN = {
  en: 'Something went wrong in Pult itself; the log has the details.',
  ru: 'Что-то пошло не так в самом Пульте; подробности в журнале.',
}

/** Kinds that a server has to run; to the others somebody comes. */
const RUN = sql`kind in ('queueLog', 'ami', 'freeSwitch', 'folder', 'sftp')`

/**
 * Renews what this server holds and takes what nobody holds. As the owner, over all centres: only what is needed to run a channel.
 * Whoever takes one over from a server that died says how long nobody ran it.
 */
async function claim({ database }: Platform, holder: string, seconds: number): Promise<ConnectorRow[]> {
  return database.asOwner(async (tx) => {
    const { rows } = await sql<ConnectorRow & { heldUntil: Date | null; wasLeft: boolean | null }>`
      with free as (
        select center_id, connector_id, held_until, holder from connector
        where is_on and ${RUN} and (holder = ${holder} or held_until is null or held_until < now())
        order by center_id, connector_id for update
      )
      update connector c set holder = ${holder}, held_until = now() + make_interval(secs => ${seconds}) from free f
      where c.center_id = f.center_id and c.connector_id = f.connector_id
      returning c.center_id as "centerId", c.connector_id as "connectorId", kind, name, source, settings, secret, is_on as "isOn", version,
        f.held_until as "heldUntil",
        f.holder is distinct from ${holder} and now() - f.held_until > make_interval(secs => ${seconds}) as "wasLeft"
    `.execute(tx)
    for (const { centerId, connectorId, heldUntil, wasLeft } of rows)
      if (wasLeft === true && heldUntil !== null)
        await noteTrouble(
          tx,
          { centerId, connectorId, holder },
          'nobodyRan',
          { en: 'No server of Pult was running.', ru: 'Ни один сервер Пульта не работал.' },
          heldUntil,
        )
    return rows
  })
}

/** Lets others take over at once. As the owner, for the channels may be of any centre. */
async function release({ database }: Platform, holder: string): Promise<void> {
  await database.asOwner((tx) => sql`update connector set held_until = now() where holder = ${holder}`.execute(tx))
}
