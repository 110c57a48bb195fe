import { sql } from 'kysely'

import { createZone, type LocalDate } from '@pult/engine/time'

import { keptSecret, type Members } from '../access/index.ts'
import { readCenter } from '../center/index.ts'
import type { Messages } from '../messages/index.ts'
import { lostInTable, openSecretBox, type Platform } from '../platform/index.ts'
import { createDigestClock } from './digest-clock.ts'
import { serveDigests } from './digest.routes.ts'
import { HH_ADDRESS } from './hh-source.ts'
import { keepMadeUp } from './keep-made-up.ts'
import { keepMissingPay } from './keep-pay.ts'
import { serveMarket } from './market.routes.ts'
import { politePace } from './polite-client.ts'
import { servePosts, type ZoneOf } from './post.routes.ts'
import { serveRefresh } from './refresh.routes.ts'
import { runRefresh } from './run-refresh.ts'
import { serveSynonyms } from './synonym.routes.ts'
import { TRUDVSEM_ADDRESS } from './trudvsem-source.ts'
import { createWeekly } from './weekly.ts'

export { readSkillNames, specialisationsOf } from './skill-names.ts'
export { readSkillShares } from './read-skills.ts'

/** Vacancies of other employers: skills, pay, trends. */
export interface Market {
  start(): void
  stop(): void
  /** Starts the weekly refreshes that are due; resolves to how many there were. */
  readonly refreshDue: () => Promise<number>
  /** Puts the digests that are due in the queue; resolves to how many there were. */
  readonly digestsDue: () => Promise<number>
  /** Gives the demonstration made-up vacancies, once. */
  readonly keepMadeUp: (centerId: number, today: LocalDate) => Promise<void>
}

interface JobData {
  readonly centerId: number
  readonly snapshotId: number
}

/** What the room sends by, and to whom. */
export interface MarketNeighbours {
  readonly messages: Messages
  readonly members: Members
}

/** Opens the room: serves its routes, refreshes as jobs that survive a crash, looks weekly. */
export function openMarket(platform: Platform, neighbours: MarketNeighbours, clock: () => number = Date.now): Market {
  const { database, jobs, live, settings } = platform
  const box = openSecretBox(keptSecret(settings.dataFolder, 'market-secret'))
  const requestsPerSecond = settings.marketRate
  const ports = {
    box,
    addresses: { hh: settings.hhUrl ?? HH_ADDRESS, trudvsem: settings.trudvsemUrl ?? TRUDVSEM_ADDRESS },
    pace: { requestsPerSecond, restMs: (politePace.restMs * politePace.requestsPerSecond) / requestsPerSecond },
  }
  const today = (timeZone: string): LocalDate => createZone(timeZone).localDate(clock())
  const zoneOf: ZoneOf = async (tx, centerId) => (await readCenter(tx, centerId)).timeZone
  // Ten thousand vacancies at five a second take half an hour.
  const patient = { concurrency: 1, retries: 3, expireSeconds: 6 * 3600 }
  jobs.define<JobData>(
    'marketRefresh',
    patient,
    ({ centerId, snapshotId }, signal) =>
      runRefresh(platform, ports, { centerId }, { snapshotId, now: clock() }, signal),
    lostInTable(platform, {
      table: 'market_snapshot',
      key: ['snapshotId'],
      waiting: 'waiting',
      begun: 'running',
      topic: 'market',
      endedAt: 'finished_at',
      // Files are taken in by the request that brings them.
      only: sql`cause in ('hand', 'weekly')`,
    }),
  )
  jobs.define<Pick<JobData, 'centerId'>>(
    'marketPay',
    { concurrency: 1, retries: 3, expireSeconds: 3600 },
    async (scope) => {
      await keepMissingPay(database, scope)
      await database.inCenter(scope, (tx) => live.announce(tx, { centerId: scope.centerId, topic: 'market' }))
    },
  )
  serveMarket(platform, today, zoneOf)
  servePosts(platform, today, zoneOf)
  serveRefresh(platform, box, today, zoneOf)
  serveSynonyms(platform)
  const weekly = createWeekly(platform, today)
  const timesIn = (timeZone: string) => ({ now: clock(), today: today(timeZone), timeZone })
  serveDigests(platform, { ...neighbours, zoneOf, timesIn })
  const digests = createDigestClock(platform, neighbours, timesIn)
  return {
    start() {
      weekly.start()
      digests.start()
    },
    stop() {
      weekly.stop()
      digests.stop()
    },
    refreshDue: () => weekly.look(),
    digestsDue: () => digests.look(),
    async keepMadeUp(centerId, day) {
      const isBegun = await database.inCenter({ centerId }, async (tx) => {
        const { rows } = await sql`select 1 from market_specialisation where center_id = ${centerId} limit 1`.execute(
          tx,
        )
        return rows.length > 0
      })
      if (isBegun) return
      await keepMadeUp(database, centerId, day)
      await database.inCenter({ centerId }, (tx) => live.announce(tx, { centerId, topic: 'market' }))
    },
  }
}
