import { contacts } from '@pult/contract/contacts'

import type { Platform } from '../platform/index.ts'
import { storeBatch } from './batch.ts'
import { contactFile } from './contact-file.ts'
import { searchContacts } from './contact-search.ts'
import { readStory } from './contact-story.ts'
import type { Intake } from './intake.ts'
import { legAddress } from './leg-address.ts'
import { changeLostCaller, listLostCallers } from './lost-callers.ts'
import { lookedAt } from './looked-at.ts'

/** Serves the routes of contacts; imports have their own. */
export function serveContacts({ http, live, database }: Platform, intake: Intake, clock: () => number): void {
  http.serve(contacts.sendBatch, ({ caller, body, audit }) =>
    storeBatch(database, intake, caller, body, clock(), audit),
  )
  http.serve(contacts.searchContacts, async ({ caller, body, readCenter, inCenter, audit }) => {
    const page = await readCenter((tx) => searchContacts(tx, caller, body))
    const { from, to, search = '' } = body.filter
    const act = search === '' ? 'contacts.customers.list' : 'contacts.customers.search'
    const customers = page.contacts.map(({ customer }) => customer)
    // Never what was searched: it may be a customer's number.
    const looked = lookedAt(caller, { customers, act, subject: 'contacts', detail: { from, to } })
    if (looked !== null) await inCenter((tx) => audit(tx, looked))
    return page
  })
  http.serve(contacts.exportContacts, async ({ caller, body, query, readCenter, inCenter, audit }) => {
    const file = await readCenter((tx) => contactFile(tx, caller, body, query))
    await inCenter((tx) =>
      audit(tx, {
        act: 'contacts.contacts.export',
        subject: 'contacts',
        // Never what was searched: it may be a customer's number.
        detail: { from: body.filter.from, to: body.filter.to, format: query.format },
      }),
    )
    return file
  })
  http.serve(contacts.readStory, async ({ caller, query, readCenter, inCenter, audit }) => {
    const story = await readCenter((tx) => readStory(tx, caller, query.ref))
    const customers = [...story.legs, ...story.others].map(({ customer }) => customer)
    // By the address of its first leg: a reference may hold the number.
    const subject = `contact ${story.legs[0] === undefined ? '' : legAddress(story.legs[0])}`
    const looked = lookedAt(caller, { customers, act: 'contacts.customers.story', subject })
    if (looked !== null) await inCenter((tx) => audit(tx, looked))
    return story
  })
  http.serve(contacts.listLostCallers, async ({ caller, query, readCenter, inCenter, audit }) => {
    const list = await readCenter((tx) => listLostCallers(tx, caller, query.days, clock()))
    const customers = list.callers.map(({ customer }) => customer)
    const looked = lookedAt(caller, { customers, act: 'contacts.customers.lost', subject: 'lost callers' })
    if (looked !== null) await inCenter((tx) => audit(tx, looked))
    return list
  })
  http.serve(contacts.changeLostCaller, ({ caller, body, inCenter, audit }) =>
    inCenter(async (tx) => {
      await changeLostCaller(tx, caller, body)
      // Never the customer: the audit log is read by more people than may see numbers.
      await audit(tx, {
        act: 'contacts.lostCaller.change',
        subject: `lost at ${body.lostAt}`,
        detail: { status: body.status },
      })
      await live.announce(tx, { centerId: caller.centerId, topic: 'lostCallers' })
      return { done: true as const }
    }),
  )
  http.serve(contacts.events, ({ caller }) =>
    Promise.resolve({ stream: live.stream(caller.centerId), contentType: 'text/event-stream' }),
  )
}
