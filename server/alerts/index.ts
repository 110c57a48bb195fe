import { sql } from 'kysely'

import type { Messages } from '../messages/index.ts'
import { lookEvery, type Platform, type Round, type Tx } from '../platform/index.ts'
import { forgetOldAlerts } from './alert-store.ts'
import { serveAlerts } from './alerts.routes.ts'
import type { Condition, ConditionSource } from './condition.ts'
import { jobConditions } from './job-conditions.ts'
import { lookAtCenter } from './look.ts'
import { ownConditions } from './own-conditions.ts'
import type { MailsOf } from './recipients.ts'
import type { StoredRule } from './rule-store.ts'
import { serveAlertRules } from './rules.routes.ts'

export type { Condition, ConditionSource } from './condition.ts'

/** Who is told when something is out of line. */
export interface Alerts extends Round {
  /** Lets another room say what of its own is out of line; rules on its kinds then hear of it. */
  watch(source: ConditionSource): void
  /** Looks at a centre's rules now; resolves to whether it was this server's turn. */
  lookAt(centerId: number, now?: number): Promise<boolean>
}

/** The clocks of several servers differ; the database has one. */
async function databaseNow(tx: Tx): Promise<number> {
  const { rows } = await sql<{ now: Date }>`select clock_timestamp() as now`.execute(tx)
  return rows[0]?.now.getTime() ?? 0
}

const LOOK_EVERY_MS = 30_000
const FORGET_EVERY_MS = 3_600_000

interface AlertPorts {
  readonly messages: Messages
  readonly mailsOf: MailsOf
}

/** Opens the room: serves its routes; rules are looked at from `start` on, each half-minute by one of the servers. */
export function openAlerts(
  platform: Platform,
  { messages, mailsOf }: AlertPorts,
  clock: () => number = Date.now,
): Alerts {
  const { database, live, log, settings } = platform
  const sources: ConditionSource[] = []
  serveAlerts(platform, clock)
  serveAlertRules(platform, { messages, mailsOf, clock })

  async function conditionsFor(
    tx: Tx,
    centerId: number,
    now: number,
    rules: readonly StoredRule[],
  ): Promise<Condition[]> {
    const kinds = new Set(rules.flatMap(({ draft: { watch } }) => (watch.kind === 'condition' ? watch.conditions : [])))
    if (kinds.size === 0) return []
    const jobs = kinds.has('job') ? ((await jobConditions(database)).get(centerId) ?? []) : []
    const offered = await Promise.all(sources.map((source) => source(tx, centerId, now)))
    return [...(await ownConditions(tx, centerId, kinds)), ...jobs, ...offered.flat()]
  }

  const ports = { messages, mailsOf, log, publicUrl: settings.publicUrl ?? null, conditionsFor }

  async function lookAt(centerId: number, given?: number): Promise<boolean> {
    const looked = await database.inCenter({ centerId }, async (tx) => {
      const now = given ?? (await databaseNow(tx))
      const result = await lookAtCenter(tx, centerId, now, ports)
      if (result?.hasChanged === true) await live.announce(tx, { centerId, topic: 'alerts' })
      if (result !== null && result.messageIds.length > 0) await live.announce(tx, { centerId, topic: 'messages' })
      return result
    })
    if (looked !== null) await messages.dispatch(centerId, looked.messageIds)
    return looked !== null
  }

  async function centers(): Promise<number[]> {
    // As the owner: which centres there are is asked over all of them.
    const { rows } = await database.asOwner((tx) =>
      sql<{ id: number }>`select center_id as id from center order by 1`.execute(tx),
    )
    return rows.map(({ id }) => id)
  }

  /** A centre that cannot be looked at does not keep the others from being. */
  async function lookAtAll(): Promise<void> {
    for (const centerId of await centers())
      await lookAt(centerId).catch((error: unknown) =>
        log.warn({ err: error, centerId }, 'the alerts of a centre could not be looked at; trying again'),
      )
  }

  async function forget(): Promise<void> {
    for (const centerId of await centers()) await database.inCenter({ centerId }, (tx) => forgetOldAlerts(tx, centerId))
  }

  const looks = lookEvery(LOOK_EVERY_MS, lookAtAll, (error) =>
    log.warn({ err: error }, 'alerts could not be looked at; trying again'),
  )
  const forgets = lookEvery(FORGET_EVERY_MS, forget, (error) =>
    log.warn({ err: error }, 'old alerts could not be forgotten; trying again later'),
  )
  return {
    watch: (source) => void sources.push(source),
    lookAt,
    start() {
      looks.start()
      forgets.start()
    },
    stop() {
      looks.stop()
      forgets.stop()
    },
  }
}
