import { sql } from 'kysely'

import type { Agreement, AgreementChange, AgreementDraft } from '@pult/contract/people-agreements'
import { addDays, type LocalDate } from '@pult/engine/time'

import { conflict, invalid, notFound, staleOrMissing, type Caller, type Tx } from '../platform/index.ts'
import { refuseContradiction, termsOf, type Terms } from './agreement-terms.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { refuseBeyondReach, seenBy } from './reach.ts'

interface AgreementRow {
  readonly agreementId: number
  readonly agentId: number
  readonly from: LocalDate
  readonly to: LocalDate | null
  readonly terms: Terms
  readonly costPerHour: number | null
  readonly templateId: number | null
  readonly version: number
}

const columns = sql`
  agreement_id as "agreementId", agent_id as "agentId", valid_from as "from", valid_to as "to", terms, cost_per_hour as "costPerHour",
  template_id as "templateId", version`

/** Agreements of the agents the caller sees, in order of their days; pay only for those who keep personnel files. */
export async function listAgreements(tx: Tx, caller: Caller): Promise<Agreement[]> {
  const { rows } = await sql<AgreementRow>`
    select ${columns} from agreement where center_id = ${caller.centerId} and ${seenBy(caller, 'agent_id')}
    order by agent_id, valid_from
  `.execute(tx)
  const maySeePay = caller.may('readPersonalData')
  return rows.map(({ terms, costPerHour, ...row }) => ({
    ...row,
    ...terms,
    costPerHour: maySeePay ? costPerHour : null,
  }))
}

/** Every agreement that touches the days, for making and checking rosters. */
export async function readAgreements(
  tx: Tx,
  centerId: number,
  { firstDay, lastDay }: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<Agreement[]> {
  const { rows } = await sql<AgreementRow>`
    select ${columns} from agreement
    where center_id = ${centerId} and valid_from <= ${lastDay}::date and (valid_to is null or valid_to >= ${firstDay}::date)
    order by agent_id, valid_from
  `.execute(tx)
  return rows.map(({ terms, ...row }) => ({ ...row, ...terms }))
}

/** Makes it; the agreement that holds until now ends on the day before. */
export async function createAgreement(
  tx: Tx,
  caller: Caller,
  draft: AgreementDraft,
  templateId: number | null = null,
): Promise<number> {
  await refuseBeyondReach(tx, caller, draft.agentId)
  refuseBackwards(draft)
  refuseContradiction(draft)
  await oneAtATime(tx, caller.centerId)
  await endOpenOne(tx, caller.centerId, draft.agentId, draft.from)
  await refuseOverlap(tx, caller.centerId, { ...draft, agreementId: 0 })
  const { rows } = await sql<{ id: number }>`
    insert into agreement (center_id, agent_id, valid_from, valid_to, terms, cost_per_hour, template_id)
    values (${caller.centerId}, ${draft.agentId}, ${draft.from}, ${draft.to}, ${JSON.stringify(termsOf(draft))}::jsonb, ${draft.costPerHour}, ${templateId})
    returning agreement_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function changeAgreement(
  tx: Tx,
  caller: Caller,
  agreementId: number,
  change: AgreementChange,
): Promise<void> {
  const { centerId } = caller
  const { rows } = await sql<{ agentId: number }>`
    select agent_id as "agentId" from agreement where center_id = ${centerId} and agreement_id = ${agreementId}`.execute(
    tx,
  )
  const [found] = rows
  if (found === undefined) throw notFound('agreement')
  refuseBackwards(change)
  refuseContradiction(change)
  await oneAtATime(tx, centerId)
  await refuseOverlap(tx, centerId, { ...change, agreementId, agentId: found.agentId })
  const { numAffectedRows } = await sql`
    update agreement set valid_from = ${change.from}, valid_to = ${change.to}, terms = ${JSON.stringify(termsOf(change))}::jsonb,
      cost_per_hour = ${change.costPerHour}, version = version + 1
    where center_id = ${centerId} and agreement_id = ${agreementId} and version = ${change.version}
  `.execute(tx)
  if (numAffectedRows === 0n) throw staleOrMissing(true, 'agreement')
}

export async function deleteAgreement(tx: Tx, centerId: number, agreementId: number): Promise<void> {
  const { numAffectedRows } = await sql`
    delete from agreement where center_id = ${centerId} and agreement_id = ${agreementId}`.execute(tx)
  if (numAffectedRows === 0n) throw notFound('agreement')
}

/** The one that began before and has no end yet ends on the day before; resolves to whether there was one. */
async function endOpenOne(tx: Tx, centerId: number, agentId: number, from: LocalDate): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update agreement set valid_to = ${addDays(from, -1)}, version = version + 1
    where center_id = ${centerId} and agent_id = ${agentId} and valid_from < ${from}::date and valid_to is null
  `.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

function refuseBackwards({ from, to }: { readonly from: LocalDate; readonly to: LocalDate | null }): void {
  if (to !== null && to < from)
    throw invalid('periodBackwards', 'body.to: must not lie before the first day.', { at: 'body.to' })
}

interface Holds {
  readonly agreementId: number
  readonly agentId: number
  readonly from: LocalDate
  readonly to: LocalDate | null
}

async function refuseOverlap(tx: Tx, centerId: number, { agreementId, agentId, from, to }: Holds): Promise<void> {
  const { rows } = await sql<{ from: LocalDate; to: LocalDate | null }>`
    select valid_from as "from", valid_to as "to" from agreement
    where center_id = ${centerId} and agent_id = ${agentId} and agreement_id <> ${agreementId}
      and valid_from <= coalesce(${to}::date, 'infinity'::date) and coalesce(valid_to, 'infinity'::date) >= ${from}::date
    order by valid_from limit 1
  `.execute(tx)
  const [other] = rows
  if (other === undefined) return
  const until = other.to === null ? 'on' : `to ${other.to}`
  throw conflict(
    'agreementOverlaps',
    `Another agreement with her holds from ${other.from} ${until}: two cannot hold on the same day. End one of them first.`,
    { values: { from: other.from, to: other.to ?? '' } },
  )
}
