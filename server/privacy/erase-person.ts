import { randomBytes } from 'node:crypto'

import type { Erased, Erasure } from '@pult/contract/privacy'
import { dataKinds } from '@pult/contract/privacy-words'
import { normalizeCustomer } from '@pult/engine/measures'

import { eraseCustomers, rememberErased, type Veil } from '../contacts/index.ts'
import { conflict, invalid, lockNames, type Caller, type Tx } from '../platform/index.ts'
import { eraseAgent, formerName, type Changed } from './erase-agent.ts'
import { findPerson } from './find-person.ts'
import { heldBecause } from './hold-store.ts'
import { personOf, type AccountsOf, type Person } from './person.ts'
import { redactTexts } from './redact-texts.ts'
import { keepRemoval } from './removal-store.ts'
import { moveConsents } from './consent-store.ts'
import { moveRequests } from './request-store.ts'

/** What the access room does for this one. */
export interface AccountPorts {
  readonly accountsOf: AccountsOf
  /** Takes her place in the centre away; resolves to whether the account opens nothing else. */
  readonly leaveCenter: (tx: Tx, centerId: number, userId: string) => Promise<boolean>
}

export interface ErasedPerson extends Erased {
  /** Accounts to be deleted once the transaction holds. */
  readonly accountsToDelete: readonly string[]
}

const PSEUDONYM_BYTES = 6

/** Removes what tells who the person is; everything counted stays as it is. In one transaction with its act. */
export async function erasePerson(
  tx: Tx,
  caller: Caller,
  veil: Veil,
  ports: AccountPorts,
  asked: Erasure,
  now: Date,
): Promise<ErasedPerson> {
  const { centerId } = caller
  const person = await personOf(tx, centerId, asked, ports.accountsOf)
  refuseUnconfirmed(person, asked.confirmation)
  const held = await heldBecause(tx, centerId, person)
  if (held !== null)
    throw conflict('heldBack', `Nothing of this person may be removed: ${held}`, { values: { reason: held } })
  // Facts that are on their way in are in before, or know of it.
  await lockNames(tx, centerId)
  const { called, changed, accountsToDelete } =
    asked.of === 'customer'
      ? await eraseCustomer(tx, veil, centerId, person, now)
      : await eraseFormerAgent(tx, veil, ports, centerId, person, asked.language)
  const counts = addUp(changed)
  const removalId = await keepRemoval(tx, centerId, {
    cause: 'person',
    subject: called,
    requestId: asked.requestId,
    reason: asked.reason,
    counts,
    byName: caller.name,
  })
  return {
    removalId,
    called,
    changed: counts,
    left: (await findPerson(tx, centerId, person)).filter(({ way }) => way === 'mention'),
    accountStays: accountsToDelete.length < person.accounts.length,
    accountsToDelete,
  }
}

function refuseUnconfirmed({ of, called }: Person, confirmation: string): void {
  const typed = of === 'customer' ? normalizeCustomer(confirmation) : confirmation.trim()
  if (typed === called) return
  throw invalid('notConfirmed', 'body.confirmation: type whom it is about once more, exactly.', {
    at: 'body.confirmation',
  })
}

export interface Outcome {
  readonly called: string
  readonly changed: readonly Changed[]
  readonly accountsToDelete: readonly string[]
}

async function eraseCustomer(tx: Tx, veil: Veil, centerId: number, person: Person, now: Date): Promise<Outcome> {
  const pseudonym = veil.pseudonymOf(randomBytes(PSEUDONYM_BYTES))
  const key = person.called
  const { contacts, lostCallers } = await eraseCustomers(tx, veil, centerId, [{ key, pseudonym, until: 'infinity' }])
  await rememberErased(tx, veil, centerId, { key, pseudonym, until: now.toISOString() })
  const requests = await moveRequests(tx, centerId, key, pseudonym)
  const changed: Changed[] = [
    { kind: 'contacts', rows: contacts },
    { kind: 'lostCallers', rows: lostCallers },
    { kind: 'requests', rows: requests },
    { kind: 'consents', rows: await moveConsents(tx, centerId, key, pseudonym) },
    ...(await redactTexts(tx, centerId, person)),
  ]
  return { called: pseudonym, changed, accountsToDelete: [] }
}

/** By hand and by the clock alike. */
export async function eraseFormerAgent(
  tx: Tx,
  veil: Veil,
  ports: AccountPorts,
  centerId: number,
  person: Person,
  language: 'ru' | 'en',
): Promise<Outcome> {
  const { accounts } = person
  const agentId = person.agentId ?? 0
  const called = formerName(agentId, language)
  const changed = [
    ...(await eraseAgent(tx, veil, { centerId, agentId, called, accounts })),
    ...(await redactTexts(tx, centerId, person)),
    ...(accounts.length === 0 ? [] : [{ kind: 'access' as const, rows: accounts.length }]),
  ]
  const accountsToDelete: string[] = []
  for (const { id } of accounts) if (await ports.leaveCenter(tx, centerId, id)) accountsToDelete.push(id)
  return { called, changed, accountsToDelete }
}

function addUp(changed: readonly Changed[]): Changed[] {
  return dataKinds.flatMap((kind) => {
    const rows = changed.filter((one) => one.kind === kind).reduce((total, one) => total + one.rows, 0)
    return rows === 0 ? [] : [{ kind, rows }]
  })
}
