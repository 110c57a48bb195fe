import { sql } from 'kysely'

import type { Consent, ConsentDraft } from '@pult/contract/privacy-notices'
import { normalizeCustomer } from '@pult/engine/measures'

import { invalid, notFound, type Caller, type Tx } from '../platform/index.ts'

const MOST = 500

export async function listConsents(tx: Tx, centerId: number): Promise<Consent[]> {
  const { rows } = await sql<Consent>`
    select consent_id as "consentId", customer_key as "customerKey", kind, given_on as "givenOn", how, wording,
      withdrawn_on as "withdrawnOn", made_by_name as "madeByName"
    from customer_consent where center_id = ${centerId} order by consent_id desc limit ${MOST}
  `.execute(tx)
  return rows
}

export async function createConsent(tx: Tx, caller: Caller, draft: ConsentDraft): Promise<number> {
  const key = normalizeCustomer(draft.customer)
  if (key === null)
    throw invalid('noCustomer', 'body.customer: this is no number or address of a customer.', { at: 'body.customer' })
  const { rows } = await sql<{ id: number }>`
    insert into customer_consent (center_id, customer_key, kind, given_on, how, wording, made_by_name)
    values (${caller.centerId}, ${key}, ${draft.kind}, ${draft.givenOn}, ${draft.how}, ${draft.wording}, ${caller.name})
    returning consent_id as id
  `.execute(tx)
  return rows[0]?.id ?? 0
}

export async function withdrawConsent(tx: Tx, centerId: number, consentId: number, withdrawnOn: string): Promise<void> {
  const { rows } = await sql<{ givenOn: string }>`
    select given_on as "givenOn" from customer_consent
    where center_id = ${centerId} and consent_id = ${consentId}::bigint and withdrawn_on is null for update
  `.execute(tx)
  if (rows[0] === undefined) throw notFound('consent')
  if (withdrawnOn < rows[0].givenOn)
    throw invalid('withdrawnBefore', 'body.withdrawnOn: must not lie before the day on which it was given.', {
      at: 'body.withdrawnOn',
    })
  await sql`
    update customer_consent set withdrawn_on = ${withdrawnOn}::date, version = version + 1
    where center_id = ${centerId} and consent_id = ${consentId}::bigint
  `.execute(tx)
}

/** That a customer agreed follows to her pseudonym or her right number; resolves to how many. */
export async function moveConsents(tx: Tx, centerId: number, key: string, into: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update customer_consent set customer_key = ${into}, version = version + 1 where center_id = ${centerId} and customer_key = ${key}
  `.execute(tx)
  return Number(numAffectedRows)
}
