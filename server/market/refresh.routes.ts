import { buffer } from 'node:stream/consumers'
import type { Readable } from 'node:stream'

import { sql } from 'kysely'

import { market } from '@pult/contract/market'

import { conflict, type Platform, type SecretBox } from '../platform/index.ts'
import { recountFrom } from './count-snapshot.ts'
import { importVacancies } from './import-vacancies.ts'
import type { ZoneOf } from './post.routes.ts'
import { changeSnapshot, listSnapshots, snapshotPlace } from './snapshot-store.ts'
import { keepHhAccess, keepHhSecret, readSources, switchTrudvsem } from './source-store.ts'
import { forgetUnseen, readSpecialisation } from './specialisation-store.ts'
import { startSnapshot } from './start-snapshot.ts'

const done = { done: true } as const

/** Serves refreshes, files and sources. */
export function serveRefresh(
  platform: Platform,
  box: SecretBox,
  today: (timeZone: string) => string,
  zoneOf: ZoneOf,
): void {
  const { http, jobs } = platform
  http.serve(market.listSnapshots, ({ caller: { centerId }, params, readCenter }) =>
    readCenter(async (tx) => {
      await readSpecialisation(tx, centerId, params.specialisationId)
      return { snapshots: await listSnapshots(tx, centerId, params.specialisationId) }
    }),
  )
  http.serve(market.refresh, async ({ caller, params, inCenter, audit }) => {
    const { centerId } = caller
    const { specialisationId } = params
    const snapshotId = await inCenter(async (tx) => {
      await readSpecialisation(tx, centerId, specialisationId)
      if (!(await readSources(tx, centerId)).some(({ isOn }) => isOn))
        throw conflict(
          'noSource',
          'No source is switched on: give hh.ru a token, switch Работа России on, or bring a file.',
        )
      const takenOn = today(await zoneOf(tx, centerId))
      const madeByName = caller.name
      const made = await startSnapshot(tx, centerId, { specialisationId, takenOn, cause: 'hand', madeByName })
      if (made === null)
        throw conflict('refreshRuns', 'This specialisation is being refreshed already: wait, or stop that one.')
      await audit(tx, { act: 'market.snapshot.refresh', subject: `specialisation ${specialisationId}` })
      return made
    })
    await jobs.send('marketRefresh', { centerId, snapshotId })
    return { snapshotId }
  })
  http.serve(market.cancelSnapshot, ({ caller: { centerId }, params: { snapshotId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await snapshotPlace(tx, centerId, snapshotId)
      if (!(await changeSnapshot(tx, centerId, snapshotId, { status: 'cancelled' })))
        throw conflict('snapshotIsOver', 'This refresh has come to its end already.')
      await audit(tx, { act: 'market.snapshot.cancel', subject: `snapshot ${snapshotId}` })
      return done
    }),
  )
  http.serve(market.deleteSnapshot, ({ caller: { centerId }, params: { snapshotId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      const { specialisationId, takenOn } = await snapshotPlace(tx, centerId, snapshotId)
      await sql`delete from market_snapshot where center_id = ${centerId} and snapshot_id = ${snapshotId}`.execute(tx)
      await forgetUnseen(tx, centerId)
      await recountFrom(tx, centerId, specialisationId, takenOn)
      await audit(tx, { act: 'market.snapshot.delete', subject: `snapshot ${snapshotId}`, detail: { takenOn } })
      return done
    }),
  )
  http.serve(market.importVacancies, async ({ caller, params, query, request, inCenter, audit }) => {
    const bytes = await buffer(request.body as Readable)
    return inCenter(async (tx) => {
      const takenOn = query.day ?? today(await zoneOf(tx, caller.centerId))
      const { specialisationId } = params
      const { name: fileName, files } = query
      const given = { specialisationId, bytes, fileName, takenOn, isTogether: files === 'together' }
      const outcome = await importVacancies(tx, platform, caller, given)
      const subject = `snapshot ${outcome.snapshotId}`
      await audit(tx, { act: 'market.file.import', subject, detail: { fileName, read: outcome.read } })
      return outcome
    })
  })
  http.serve(market.setHhAccess, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const state = await keepHhAccess(tx, centerId, box, body)
      await audit(tx, { act: 'market.source.change', subject: 'source hh', detail: { isOn: body.isOn } })
      return state
    }),
  )
  http.serve(market.forgetHhSecret, ({ caller: { centerId }, inCenter, audit }) =>
    inCenter(async (tx) => {
      await keepHhSecret(tx, centerId, null)
      await audit(tx, { act: 'market.source.forget', subject: 'source hh' })
      return done
    }),
  )
  http.serve(market.setTrudvsem, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const state = await switchTrudvsem(tx, centerId, body.isOn)
      await audit(tx, { act: 'market.source.change', subject: 'source trudvsem', detail: { isOn: body.isOn } })
      return state
    }),
  )
}
