import { sql, type RawBuilder } from 'kysely'

import type { ContactLeg } from '@pult/contract/contacts'

import { isoText, type Caller } from '../platform/index.ts'
import { legAddress } from './leg-address.ts'

/** Columns of a leg as the contract says them; `l` is a leg, `q`, `a`, `s` its queue, agent and source. */
export const legColumns: RawBuilder<unknown> = sql`
  l.leg_id as "legId", l.contact_ref as "contactRef", l.leg, l.channel, l.direction, l.queue_id as "queueId", q.name as queue,
  l.agent_id as "agentId", a.name as agent, l.customer, ${isoText('l.offered_at')} as "offeredAt",
  l.outcome, l.flow_reason as "flowReason", l.wait_ms as "waitMs", l.ring_ms as "ringMs", l.talk_ms as "talkMs", l.hold_ms as "holdMs", l.holds,
  l.acw_ms as "acwMs", l.agent_no_answers as "agentNoAnswers", l.hung_up_by as "hungUpBy", l.transferred_to as "transferredTo", l.topic,
  coalesce(l.flags, '{}') as flags, s.name as source, l.source_key as "sourceKey"`

export const legJoins: RawBuilder<unknown> = sql`
  left join queue q on q.center_id = l.center_id and q.queue_id = l.queue_id
  left join agent a on a.center_id = l.center_id and a.agent_id = l.agent_id
  left join source s on s.center_id = l.center_id and s.source_id = l.source_id`

/** Which legs the caller may see: all, those of her teams' people and those nobody answered, or her own. */
export function visibleLegs(caller: Caller): RawBuilder<unknown> {
  if (caller.reach === 'center') return sql`true`
  if (caller.reach === 'self') return sql`l.agent_id = ${caller.agentId ?? -1}`
  return sql`(l.agent_id is null or l.agent_id in (
    select agent_id from agent where center_id = ${caller.centerId} and team_id = any(${[...caller.teamIds]}::integer[])))`
}

/** As the caller may see it: customers masked unless permitted. A reference that holds the customer's number becomes an address without it. */
export function presentLeg(caller: Caller, leg: ContactLeg): ContactLeg {
  if (caller.may('seeCustomers')) return leg
  const transferred =
    leg.transferredTo === null || !/\d{5}/.test(leg.transferredTo) ? leg.transferredTo : mask(leg.transferredTo)
  return {
    ...leg,
    contactRef: tells(leg.contactRef, leg.customer) ? legAddress(leg) : leg.contactRef,
    customer: leg.customer === null ? null : mask(leg.customer),
    transferredTo: transferred,
    sourceKey: tells(leg.sourceKey, leg.customer) ? mask(leg.sourceKey) : leg.sourceKey,
  }
}

/** The same with the reference masked where it holds the customer's number: on a page it is an address, in a file or a heading only words. */
export function presentOnPaper(caller: Caller, leg: ContactLeg): ContactLeg {
  if (caller.may('seeCustomers') || !tells(leg.contactRef, leg.customer)) return presentLeg(caller, leg)
  return { ...presentLeg(caller, leg), contactRef: mask(leg.contactRef) }
}

/** Some systems put the customer's number into their keys, with or without the code of the country. */
export function tells(key: string, customer: string | null): boolean {
  if (customer === null || customer === '') return false
  const digits = customer.replaceAll(/\D/g, '').slice(-10)
  return key.includes(customer) || (digits.length > 4 && key.includes(digits))
}

/** Enough to tell two customers on a page apart, too little to call one. */
export function mask(customer: string): string {
  return customer.length <= 4 ? '••••' : `${customer.slice(0, 2)}•••${customer.slice(-2)}`
}
