import { sql } from 'kysely'

import type { ContactLeg, Story } from '@pult/contract/contacts'

import { isoText, notFound, type Caller, type Tx } from '../platform/index.ts'
import { referenceBehind } from './leg-address.ts'
import { legColumns, legJoins, presentLeg, presentOnPaper, visibleLegs } from './leg-sql.ts'

const OTHERS = 50

/** One contact whole, by its reference or the address of a leg of it. Throws a 404 problem when there is none, or none that the caller may see. */
export async function readStory(tx: Tx, caller: Caller, called: string): Promise<Story> {
  const { centerId } = caller
  const contactRef = await referenceBehind(tx, centerId, called)
  const { rows: legs } = await sql<ContactLeg>`
    select ${legColumns} from contact_leg l ${legJoins}
    where l.center_id = ${centerId} and l.contact_ref = ${contactRef} and ${visibleLegs(caller)} order by l.leg, l.offered_at limit 200
  `.execute(tx)
  const [first] = legs
  if (first === undefined) throw notFound('contact')
  return {
    contactRef: presentOnPaper(caller, first).contactRef,
    legs: legs.map((leg) => presentLeg(caller, leg)),
    states: await statesMeanwhile(tx, centerId, legs),
    others: (await otherContacts(tx, caller, contactRef)).map((leg) => presentLeg(caller, leg)),
    imports: await importsOf(tx, centerId, contactRef),
  }
}

async function statesMeanwhile(tx: Tx, centerId: number, legs: readonly ContactLeg[]): Promise<Story['states']> {
  const agentIds = [...new Set(legs.flatMap((leg) => (leg.agentId === null ? [] : [leg.agentId])))]
  if (agentIds.length === 0) return []
  const from = Math.min(...legs.map((leg) => Date.parse(leg.offeredAt)))
  const to = Math.max(
    ...legs.map((leg) => Date.parse(leg.offeredAt) + leg.waitMs + leg.talkMs + leg.holdMs + leg.acwMs),
  )
  const { rows } = await sql<Story['states'][number]>`
    select st.agent_id as "agentId", a.name as agent, st.state, r.name as reason,
      ${isoText('st.started_at')} as "startedAt",
      ${isoText('st.ended_at')} as "endedAt"
    from agent_state st
    join agent a on a.center_id = st.center_id and a.agent_id = st.agent_id
    left join pause_reason r on r.center_id = st.center_id and r.pause_reason_id = st.pause_reason_id
    where st.center_id = ${centerId} and st.agent_id = any(${agentIds}::integer[])
      and st.started_at >= ${new Date(from - 24 * 3_600_000).toISOString()}::timestamptz and st.started_at <= ${new Date(to).toISOString()}::timestamptz
      and coalesce(st.ended_at, 'infinity') >= ${new Date(from).toISOString()}::timestamptz
    order by st.started_at limit 200
  `.execute(tx)
  return rows
}

async function otherContacts(tx: Tx, caller: Caller, contactRef: string): Promise<ContactLeg[]> {
  const { centerId } = caller
  const { rows } = await sql<ContactLeg>`
    select ${legColumns} from contact_leg l ${legJoins}
    where l.center_id = ${centerId} and l.contact_ref <> ${contactRef} and ${visibleLegs(caller)} and l.customer_key in (
      select customer_key from contact_leg where center_id = ${centerId} and contact_ref = ${contactRef} and customer_key is not null)
    order by l.offered_at desc limit ${OTHERS}
  `.execute(tx)
  return rows
}

async function importsOf(tx: Tx, centerId: number, contactRef: string): Promise<Story['imports']> {
  const { rows } = await sql<Story['imports'][number]>`
    select i.import_id as "importId", i.file_name as "fileName", ${isoText('i.created_at')} as at
    from import i where i.center_id = ${centerId} and i.import_id in (
      select unnest(k.held_by) from contact_leg l
      join contact_key k on k.center_id = l.center_id and k.source_id = l.source_id and k.source_key = l.source_key
      where l.center_id = ${centerId} and l.contact_ref = ${contactRef})
    order by i.import_id
  `.execute(tx)
  return rows
}
