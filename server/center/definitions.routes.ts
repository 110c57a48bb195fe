import { definitions } from '@pult/contract/definitions'
import { createZone } from '@pult/engine/time'

import type { Http, Tx } from '../platform/index.ts'
import { readCenter } from './center.ts'
import { changeDefinition, listDefinitions, ownReference, withdrawDefinition } from './own-definitions.ts'

/** Serves what a centre's measures mean. */
export function serveDefinitions(http: Http, clock: () => number): void {
  const today = async (tx: Tx, centerId: number): Promise<string> =>
    createZone((await readCenter(tx, centerId)).timeZone).localDate(clock())
  http.serve(definitions.list, async ({ caller, readCenter: read }) => ({
    definitions: await read(async (tx) => listDefinitions(tx, caller.centerId, await today(tx, caller.centerId))),
  }))
  http.serve(definitions.change, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const version = await changeDefinition(tx, caller, body)
      await audit(tx, { act: 'center.definition.change', subject: ownReference(body.measureId, version), detail: body })
      return { version }
    }),
  )
  http.serve(definitions.withdraw, ({ caller, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await withdrawDefinition(tx, caller, params, await today(tx, caller.centerId))
      await audit(tx, { act: 'center.definition.withdraw', subject: ownReference(params.measureId, params.version) })
      return { done: true } as const
    }),
  )
}
