import { market } from '@pult/contract/market'

import type { Http } from '../platform/index.ts'
import { changeSpecialisation, createSpecialisation, deleteSpecialisation } from './specialisation-store.ts'

const done = { done: true } as const

/** Serves the making, changing and deleting of specialisations. */
export function serveSpecialisations(http: Http): void {
  http.serve(market.createSpecialisation, ({ caller: { centerId }, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const specialisationId = await createSpecialisation(tx, centerId, body)
      const subject = `specialisation ${specialisationId}`
      await audit(tx, { act: 'market.specialisation.create', subject, detail: { ...body } })
      return { specialisationId }
    }),
  )
  http.serve(market.changeSpecialisation, ({ caller: { centerId }, params, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      const version = await changeSpecialisation(tx, centerId, params.specialisationId, body)
      const subject = `specialisation ${params.specialisationId}`
      await audit(tx, { act: 'market.specialisation.change', subject, detail: { ...body } })
      return { version }
    }),
  )
  http.serve(market.deleteSpecialisation, ({ caller: { centerId }, params, inCenter, audit }) =>
    inCenter(async (tx) => {
      await deleteSpecialisation(tx, centerId, params.specialisationId)
      const subject = `specialisation ${params.specialisationId}`
      await audit(tx, { act: 'market.specialisation.delete', subject })
      return done
    }),
  )
}
