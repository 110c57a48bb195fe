import { sql } from 'kysely'

import { lookEvery, type Platform, type Round } from '../platform/index.ts'
import { startSnapshot } from './start-snapshot.ts'

const LOOK_EVERY_MS = 15 * 60_000
const WEEK_DAYS = 7
const MADE_BY = 'Пульт'

interface Due {
  readonly centerId: number
  readonly specialisationId: number
  readonly timeZone: string
}

export interface Weekly extends Round {
  /** Starts what is due now; resolves to how many. */
  look(): Promise<number>
}

/** Starts a refresh of every specialisation that wants one weekly and had none for a week, where a source is on. */
export function createWeekly({ database, jobs, log }: Platform, today: (timeZone: string) => string): Weekly {
  async function look(): Promise<number> {
    // As the owner: which centres have something due is asked over all of them.
    const due = await database.asOwner(async (tx) => {
      const { rows } = await sql<Due>`
        select p.center_id as "centerId", p.specialisation_id as "specialisationId", c.time_zone as "timeZone"
        from market_specialisation p join center c on c.center_id = p.center_id
        where p.is_weekly and exists (select 1 from market_source s where s.center_id = p.center_id and s.is_on)
          and not exists (select 1 from market_snapshot n where n.center_id = p.center_id and n.specialisation_id = p.specialisation_id
            and n.cause in ('hand', 'weekly') and n.made_at > now() - make_interval(days => ${WEEK_DAYS}))
      `.execute(tx)
      return rows
    })
    for (const { centerId, specialisationId, timeZone } of due) {
      const snapshot = { specialisationId, takenOn: today(timeZone), cause: 'weekly' as const, madeByName: MADE_BY }
      const snapshotId = await database.inCenter({ centerId }, (tx) => startSnapshot(tx, centerId, snapshot))
      if (snapshotId !== null) await jobs.send('marketRefresh', { centerId, snapshotId })
    }
    return due.length
  }
  const round = lookEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn({ err: error }, 'the market could not be looked at; trying again later'),
  )
  return { look, ...round }
}
