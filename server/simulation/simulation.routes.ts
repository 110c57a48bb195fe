import { sql } from 'kysely'

import { simulation, type WhatIfDraft } from '@pult/contract/simulation'
import { createZone, type LocalDate } from '@pult/engine/time'

import { readCenter } from '../center/index.ts'
import { conflict, invalid, type Platform, type Tx } from '../platform/index.ts'
import { refuseImpossible } from './center-changes.ts'
import { whatIfFile } from './what-if-file.ts'
import {
  cancelWhatIf,
  createWhatIf,
  deleteWhatIf,
  editWhatIf,
  listWhatIfs,
  readModel,
  readWhatIf,
} from './what-if-store.ts'

const done = { done: true } as const

/** Serves the routes of the simulation room. */
export function serveSimulation({ http, jobs }: Platform, clock: () => number): void {
  http.serve(simulation.listWhatIfs, async ({ caller, readCenter: read }) => ({
    whatIfs: await read((tx) => listWhatIfs(tx, caller.centerId)),
  }))
  http.serve(simulation.createWhatIf, async ({ caller, body, inCenter, audit }) => {
    const { centerId } = caller
    const whatIfId = await inCenter(async (tx) => {
      const { timeZone } = await readCenter(tx, centerId)
      refuseUnknownDay(body, createZone(timeZone).localDate(clock()))
      const made = await createWhatIf(tx, caller, body)
      await audit(tx, { act: 'simulation.whatIf.create', subject: `what-if ${made}`, detail: { name: body.name } })
      return made
    })
    await jobs.send('simulation', { centerId, whatIfId, version: 1 })
    return { whatIfId }
  })
  http.serve(simulation.readWhatIf, ({ caller, params, readCenter: read }) =>
    read((tx) => readWhatIf(tx, caller.centerId, params.whatIfId)),
  )
  http.serve(simulation.changeWhatIf, async ({ caller, params: { whatIfId }, body, inCenter, audit }) => {
    const { centerId } = caller
    const version = await inCenter(async (tx) => {
      const { base, status } = await readWhatIf(tx, centerId, whatIfId)
      const model = await readModel(tx, centerId, whatIfId)
      if (base !== null && model !== null) refuseImpossible(model, body.scenarios)
      // One that failed before its day was read has no scenarios yet, and is tried again from the beginning.
      else if (status !== 'failed' || body.scenarios.length > 0)
        throw conflict('notReadYet', 'The day itself was not read yet: wait until it is, then add scenarios.')
      const changed = await editWhatIf(tx, caller, whatIfId, body)
      const detail = { name: body.name, scenarios: body.scenarios }
      await audit(tx, { act: 'simulation.whatIf.change', subject: `what-if ${whatIfId}`, detail })
      return changed
    })
    if (version !== null) await jobs.send('simulation', { centerId, whatIfId, version })
    return done
  })
  http.serve(simulation.cancelWhatIf, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await cancelWhatIf(tx, caller.centerId, params.whatIfId)
      await audit(tx, { act: 'simulation.whatIf.cancel', subject: `what-if ${params.whatIfId}` })
      return done
    }),
  )
  http.serve(simulation.deleteWhatIf, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteWhatIf(tx, caller.centerId, params.whatIfId)
      await audit(tx, { act: 'simulation.whatIf.delete', subject: `what-if ${params.whatIfId}` })
      return done
    }),
  )
  http.serve(simulation.exportWhatIf, ({ caller, params, query, inCenter, audit }) =>
    inCenter(async (tx) => {
      const whatIf = await readWhatIf(tx, caller.centerId, params.whatIfId)
      if (whatIf.results === null)
        throw conflict('notRunYet', 'This was not run to its end yet: there is nothing to export.')
      const subject = `what-if ${params.whatIfId}`
      await audit(tx, { act: 'simulation.whatIf.export', subject, detail: { format: query.format } })
      return whatIfFile(whatIf, await queueNames(tx, caller.centerId), query)
    }),
  )
}

export function refuseUnknownDay(
  { day, agentsDay, forecastId }: Pick<WhatIfDraft, 'day' | 'agentsDay' | 'forecastId'>,
  today: LocalDate,
): void {
  if (forecastId === null && day >= today)
    throw invalid('dayNotOver', 'body.day: a day that is not over yet needs a forecast to take its load from.')
  if (agentsDay !== null && agentsDay >= today)
    throw invalid('dayNotOver', 'body.agentsDay: must be a day that is over, to see who was there.')
}

export async function queueNames(tx: Tx, centerId: number): Promise<ReadonlyMap<number, string>> {
  const { rows } = await sql<{ id: number; name: string }>`
    select queue_id as id, name from queue where center_id = ${centerId}`.execute(tx)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
