import { sql } from 'kysely'

import type { Zone } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { againAfterDeadlock, type Platform, type Tx } from '../platform/index.ts'
import { countDue, markHours, rollupKinds, runsOf, takeDueHours, type DueKind, type RollupKind } from './due-hours.ts'
import { countRecallDays, forgetRecallDays } from './recall-days.ts'
import { agentMonthSteps, daySteps, intervalSteps, runStep, slotSteps, storedTables } from './rollup-steps.ts'
import { noteSourcesSeen, retellSource } from './source-seen.ts'
import { lastFactAt } from './today-sql.ts'
import { zoneOf, type Span } from './zone-sql.ts'

/** Keeps roll-ups true to the facts. */
export interface Rollups {
  /**
   * Computes everything that is due in a centre; tells how many hours are left. Hours that an intake is still writing are left
   * to the next time.
   */
  settle(centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void): Promise<void>
  /**
   * Leaves a centre alone in the background until the returned function is called: a long import would have its hours computed
   * again and again, and wait for it. Whoever holds off settles at the end.
   */
  holdOff(centerId: number): () => void
  /** Looks again how far a source has told its story, after facts of it went: open states last no longer than that. */
  retell(centerId: number, sourceId: number): Promise<void>
  /** Begins to keep all centres up to date in the background. */
  start(): void
  stop(): Promise<void>
}

const QUIET_MS = 1000
/** Facts that come in wake whoever rests, but not more often than this: screens follow within a second or two. */
const SHORTEST_REST_MS = 200
/** In the background, agents' roll-ups and how far sources have told their story take at most this share of the time: nobody watches them by the second. */
const AGENT_DUTY = 0.1
/** Who came again is asked over months, and told by the facts meanwhile: it may take its time. */
const RECALL_DUTY = 0.25
const RECALL_REST_MS = 60_000
const RECALL_LATER_MS = 5000
const HOURS_OF_A_DAY = 24
/** Any number will do, as long as every Pult asks for the same lock. */
const LOCKS: Readonly<Record<DueKind, number>> = {
  queue: 7_700_002,
  agent: 7_700_003,
  source: 7_700_004,
  agentTime: 7_700_005,
}

/** For rests: the clock on the wall is set back now and then, and nobody rests for that long. */
const steady = (): number => performance.now()

/** The drainer: takes due hours, computes them from the facts, announces. */
export function createRollups(platform: Pick<Platform, 'database' | 'live' | 'log'>, clock: () => number): Rollups {
  const { database, live, log } = platform
  let stopping = false
  let running: Promise<void> = Promise.resolve()
  let timer: NodeJS.Timeout | undefined
  let restingSince = 0
  let isWoken = false
  let leave = (): void => undefined
  const restsUntil = new Map<number, number>()
  const atAgents = new Map<number, Promise<void>>()
  const recallRestsUntil = new Map<number, number>()
  let hasNoted = false
  const heldOff = new Map<number, number>()

  /** One transaction; the number of hours it settled. An intake may mark hours while it holds others: then it tries again. */
  const drain = (centerId: number, kind: DueKind, wait: boolean): Promise<number> =>
    againAfterDeadlock(() =>
      database.inCenter({ centerId }, async (tx) => {
        if (!(await lock(tx, centerId, kind, wait))) return 0
        await sql`set local enable_nestloop = off`.execute(tx)
        return kind === 'source' ? noteSources(tx, centerId) : rollUp(tx, centerId, kind)
      }),
    )

  /** How far sources have told their story, before the hours of agents whose open states have grown by it. */
  async function noteSources(tx: Tx, centerId: number): Promise<number> {
    await followZone(tx, centerId, (await readCenter(tx, centerId)).timeZone)
    const hours = await takeDueHours(tx, centerId, 'source')
    if (hours.length > 0) await noteSourcesSeen(tx, centerId, runsOf(hours), clock())
    return hours.length
  }

  async function rollUp(tx: Tx, centerId: number, kind: RollupKind): Promise<number> {
    const { timeZone, policy: windows } = await readCenter(tx, centerId)
    const zone = zoneOf(timeZone)
    const hours = await takeDueHours(tx, centerId, kind)
    if (hours.length > 24) await sql`set local work_mem = '96MB'`.execute(tx)
    if (hours.length > 0) {
      await rebuild(tx, { centerId, kind, zone, runs: runsOf(hours) })
      if (kind === 'queue') await forgetRecallDays(tx, centerId, { zone, windows }, runsOf(hours))
      await live.announce(tx, { centerId, topic: 'measures' })
    }
    return hours.length
  }

  async function settle(centerId: number, onProgress?: (hoursLeft: number) => Promise<void> | void): Promise<void> {
    const all = async (kind: DueKind): Promise<void> => {
      while (!stopping && (await drain(centerId, kind, true)) > 0)
        await onProgress?.(await database.inCenter({ centerId }, (tx) => countDue(tx, centerId)))
    }
    await all('source')
    // They have no row in common: each has a core of its own, where there are so many.
    await Promise.all(rollupKinds.map(all))
    recallRestsUntil.set(centerId, 0)
  }

  async function keepUp(centerId: number): Promise<void> {
    while (!stopping && (await drain(centerId, 'queue', false)) > 0);
    if (!recallRestsUntil.has(centerId)) recallRestsUntil.set(centerId, 0)
    keepUpAgents(centerId)
  }

  /** Beside the queues' hours, which screens wait for: an hour of a large centre holds a third of a million states. */
  function keepUpAgents(centerId: number): void {
    if (stopping || atAgents.has(centerId) || steady() < (restsUntil.get(centerId) ?? 0)) return
    const began = steady()
    const work = (async () => {
      for (const kind of ['source', 'agent', 'agentTime'] as const)
        while (!stopping && (await drain(centerId, kind, false)) > 0);
    })()
      .catch((error: unknown) => {
        if (!stopping) log.error({ err: error }, 'agents’ roll-ups could not be brought up to date; trying again')
      })
      .finally(() => {
        restsUntil.set(centerId, steady() + (steady() - began) / AGENT_DUTY)
        atAgents.delete(centerId)
      })
    atAgents.set(centerId, work)
  }

  /**
   * Who came again is counted day by day when no history is coming in (null while it is: those days would be counted again). The lock of the
   * queues' hours keeps facts from changing under it unnoticed.
   */
  const countRecall = (centerId: number): Promise<number | null> =>
    database.inCenter({ centerId }, async (tx) => {
      if (!(await lock(tx, centerId, 'queue', false))) return null
      if ((await countDue(tx, centerId, undefined, 'queue')) > HOURS_OF_A_DAY) return null
      const { timeZone, policy: windows } = await readCenter(tx, centerId)
      const now = clock()
      const knownUntil = Math.min(now, (await lastFactAt(tx, centerId)) ?? now)
      return countRecallDays(tx, centerId, { zone: zoneOf(timeZone), windows, knownUntil })
    })

  async function keepRecall(): Promise<void> {
    const rested = [...recallRestsUntil].filter(([centerId, until]) => !heldOff.has(centerId) && until <= steady())
    for (const [centerId] of rested) {
      if (stopping) return
      const began = steady()
      const days = await countRecall(centerId)
      const rest = days === 0 ? RECALL_REST_MS : (steady() - began) / RECALL_DUTY
      recallRestsUntil.set(centerId, steady() + (days === null ? RECALL_LATER_MS : rest))
    }
  }

  /** Days may have been left to count when the last server stopped. */
  async function noteCenters(): Promise<void> {
    const { rows } = await database.asOwner((tx) =>
      sql<{ center_id: number }>`select center_id from center`.execute(tx),
    )
    for (const { center_id: centerId } of rows) recallRestsUntil.set(centerId, 0)
  }

  async function tick(): Promise<void> {
    try {
      if (!hasNoted) await noteCenters()
      hasNoted = true
      // Over all centres, so as the owner: only the numbers of centres with work.
      const due = await database.asOwner((tx) =>
        sql<{ center_id: number }>`select distinct center_id from rollup_due`.execute(tx),
      )
      for (const { center_id: centerId } of due.rows) if (!heldOff.has(centerId)) await keepUp(centerId)
      await keepRecall()
    } catch (error) {
      if (!stopping) log.error({ err: error }, 'roll-ups could not be brought up to date; trying again')
    }
    restFor(isWoken ? SHORTEST_REST_MS : QUIET_MS)
    restingSince = steady()
  }

  function restFor(ms: number): void {
    isWoken = false
    clearTimeout(timer)
    if (stopping) return
    timer = setTimeout(() => {
      timer = undefined
      running = tick()
    }, ms)
  }

  /** Something has come in. */
  function wake(): void {
    if (timer === undefined) isWoken = true
    else restFor(Math.max(0, SHORTEST_REST_MS - (steady() - restingSince)))
  }

  return {
    settle,
    retell: (centerId, sourceId) =>
      againAfterDeadlock(() =>
        database.inCenter({ centerId }, async (tx) => {
          await lock(tx, centerId, 'source', true)
          await retellSource(tx, centerId, sourceId, clock())
        }),
      ),
    holdOff(centerId) {
      heldOff.set(centerId, (heldOff.get(centerId) ?? 0) + 1)
      return () => {
        const others = (heldOff.get(centerId) ?? 1) - 1
        if (others === 0) heldOff.delete(centerId)
        else heldOff.set(centerId, others)
      }
    },
    start() {
      leave = live.hear(({ topic }) => topic === 'contacts' && wake())
      running = tick()
    },
    async stop() {
      stopping = true
      leave()
      clearTimeout(timer)
      await running
      await Promise.all(atAgents.values())
    },
  }
}

/** One node computes one kind of one centre at a time: two would sum each other's days half done. */
async function lock(tx: Tx, centerId: number, kind: DueKind, wait: boolean): Promise<boolean> {
  if (wait) {
    await sql`select pg_advisory_xact_lock(${LOCKS[kind]}::integer, ${centerId}::integer)`.execute(tx)
    return true
  }
  const { rows } = await sql<{
    locked: boolean
  }>`select pg_try_advisory_xact_lock(${LOCKS[kind]}::integer, ${centerId}::integer) as locked`.execute(tx)
  return rows[0]?.locked ?? false
}

interface Work {
  readonly centerId: number
  readonly kind: RollupKind
  readonly zone: Zone
  readonly runs: readonly Span[]
}

/** Computes the given hours from the facts, and the days and slots they are part of. */
async function rebuild(tx: Tx, { centerId, kind, zone, runs }: Work): Promise<void> {
  for (const run of runs) for (const step of intervalSteps(kind, centerId, run)) await runStep(tx, centerId, step)
  for (const step of daySteps(kind, centerId, zone, runs, storedTables)) await runStep(tx, centerId, step)
  if (kind === 'queue')
    for (const step of slotSteps(centerId, zone, runs, storedTables.queueInterval)) await runStep(tx, centerId, step)
  if (kind === 'agent') for (const step of agentMonthSteps(centerId, zone, runs)) await runStep(tx, centerId, step)
}

const INTERVALS: Readonly<Record<RollupKind, string>> = {
  queue: 'queue_interval',
  agent: 'agent_interval',
  agentTime: 'agent_time_interval',
}

/** Days and slots belong to a zone. When the centre moved to another, all of them are computed again. */
async function followZone(tx: Tx, centerId: number, timeZone: string): Promise<void> {
  const { rows } = await sql<{
    time_zone: string
  }>`select time_zone from rollup_zone where center_id = ${centerId}`.execute(tx)
  if (rows[0]?.time_zone === timeZone) return
  await sql`
    insert into rollup_zone (center_id, time_zone) values (${centerId}, ${timeZone}) on conflict (center_id) do update set time_zone = excluded.time_zone
  `.execute(tx)
  if (rows.length === 0) return
  for (const kind of rollupKinds) {
    const { rows: known } = await sql<{ hour: Date }>`
      select distinct date_trunc('hour', at) as hour from ${sql.table(INTERVALS[kind])} where center_id = ${centerId}
    `.execute(tx)
    await markHours(tx, centerId, kind, known.map((row) => row.hour.getTime()).toSorted())
  }
  for (const table of ['queue_day', 'queue_slot', 'agent_day', 'agent_month', 'agent_time_day', 'recall_known'])
    await sql`delete from ${sql.table(table)} where center_id = ${centerId}`.execute(tx)
}
