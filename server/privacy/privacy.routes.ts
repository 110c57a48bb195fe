import { privacy } from '@pult/contract/privacy'

import type { Http } from '../platform/index.ts'
import { findPerson } from './find-person.ts'
import { heldBecause } from './hold-store.ts'
import { personFile } from './person-file.ts'
import { personOf, type AccountsOf } from './person.ts'

/** Serves what is held of a person. The audit log tells that somebody was looked up, and never which customer. */
export function servePrivacy(http: Http, accountsOf: AccountsOf): void {
  http.serve(privacy.find, async ({ caller, body, readCenter, inCenter, audit }) => {
    const found = await readCenter(async (tx) => {
      const person = await personOf(tx, caller.centerId, body, accountsOf)
      const parts = await findPerson(tx, caller.centerId, person)
      return { called: person.called, parts, held: await heldBecause(tx, caller.centerId, person) }
    })
    await inCenter((tx) => audit(tx, { act: 'privacy.person.find', subject: subjectOf(body) }))
    return found
  })
  http.serve(privacy.exportPerson, async ({ caller, body, query, readCenter, inCenter, audit }) => {
    const file = await readCenter(async (tx) =>
      personFile(tx, caller.centerId, await personOf(tx, caller.centerId, body, accountsOf), query),
    )
    await inCenter((tx) =>
      audit(tx, { act: 'privacy.person.export', subject: subjectOf(body), detail: { format: query.format } }),
    )
    return file
  })
}

const subjectOf = (asked: { readonly of: 'customer' } | { readonly of: 'agent'; readonly agentId: number }): string =>
  asked.of === 'agent' ? `agent ${asked.agentId}` : 'customer'
