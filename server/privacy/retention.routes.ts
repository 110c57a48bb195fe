import { sql } from 'kysely'

import { privacyRetention } from '@pult/contract/privacy-retention'

import { conflict, lookEvery, type Platform, type Round } from '../platform/index.ts'
import { heldBecause } from './hold-store.ts'
import { readPeriods, setPeriod } from './period-store.ts'
import { previewRetention, runRetention, type RetentionPorts } from './run-retention.ts'

const done = { done: true } as const
const LOOK_EVERY_MS = 3_600_000
const nobody = { customerKey: null, agentId: null }

interface JobData {
  readonly centerId: number
}

/** Serves the periods and removes daily what is over, as a job that survives a crash. */
export function serveRetention(platform: Platform, ports: RetentionPorts): Round {
  const { database, http, jobs, log } = platform
  jobs.define<JobData>('retention', { concurrency: 1, retries: 3, expireSeconds: 6 * 3600 }, ({ centerId }, signal) =>
    runRetention(platform, ports, centerId, signal),
  )
  http.serve(privacyRetention.readRetention, ({ caller: { centerId }, readCenter }) =>
    readCenter(async (tx) => ({
      periods: await readPeriods(tx, centerId),
      held: await heldBecause(tx, centerId, nobody),
    })),
  )
  http.serve(privacyRetention.setRetention, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await setPeriod(tx, caller, body)
      await audit(tx, { act: 'privacy.retention.set', subject: body.kind, detail: { days: body.days } })
      return done
    }),
  )
  http.serve(privacyRetention.previewRetention, ({ caller, body, readCenter }) =>
    readCenter((tx) => previewRetention(tx, caller.centerId, body, ports.clock())),
  )
  http.serve(privacyRetention.runRetention, async ({ caller: { centerId }, inCenter, audit }) => {
    await inCenter(async (tx) => {
      const periods = await readPeriods(tx, centerId)
      if (periods.every(({ days }) => days === null))
        throw conflict('noPeriods', 'No time is set for any kind of data: nothing would go.')
      await audit(tx, { act: 'privacy.retention.run', subject: 'retention' })
    })
    await jobs.send<JobData>('retention', { centerId }, { key: String(centerId) })
    return done
  })

  async function look(): Promise<void> {
    // As the owner: which centres have something due is asked over all of them.
    const due = await database.asOwner(async (tx) => {
      const { rows } = await sql<JobData>`
        select c.center_id as "centerId" from center c
        where exists (select 1 from retention_period p where p.center_id = c.center_id
          and (p.looked_at is null or p.looked_at < now() - interval '1 day'))
      `.execute(tx)
      return rows
    })
    for (const { centerId } of due) await jobs.send<JobData>('retention', { centerId }, { key: String(centerId) })
  }
  return lookEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn({ err: error }, 'periods of keeping could not be looked at; trying again in an hour'),
  )
}
