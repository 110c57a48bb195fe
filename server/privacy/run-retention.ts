import type { DataKind } from '@pult/contract/privacy-words'
import type { RetentionKind } from '@pult/engine/privacy'

import { SYSTEM_USER, writeAudit } from '../access/index.ts'
import type { Veil } from '../contacts/index.ts'
import type { Platform, Tx } from '../platform/index.ts'
import type { AccountPorts } from './erase-person.ts'
import { heldBecause } from './hold-store.ts'
import { countOverAgents, eraseOverAgent } from './over-agents.ts'
import { countOverContacts, eraseOverContacts } from './over-contacts.ts'
import { overOf, readPeriods, stampPeriod } from './period-store.ts'
import { keepRemoval } from './removal-store.ts'
import { countRows, isWholePart, removeRows, rowsOfKind, type Over, type WouldGo } from './retention-kinds.ts'

export interface RetentionPorts extends AccountPorts {
  readonly veil: Veil
  readonly deleteAccount: (userId: string) => Promise<void>
  readonly clock: () => number
}

type Counts = Map<DataKind, number>

const BY = 'Пульт'

/** What would go of a kind; nothing goes. */
export async function previewRetention(
  tx: Tx,
  centerId: number,
  { kind, days }: { readonly kind: RetentionKind; readonly days: number },
  now: number,
): Promise<WouldGo & { readonly before: string }> {
  const over = await overOf(tx, centerId, days, now)
  return { before: over.day, ...(await countKind(tx, over, kind)) }
}

async function countKind(tx: Tx, over: Over, kind: RetentionKind): Promise<WouldGo> {
  if (kind === 'contacts') return countOverContacts(tx, over)
  if (kind === 'formerAgents') return countOverAgents(tx, over)
  const parts: WouldGo[] = []
  for (const rows of rowsOfKind[kind]) parts.push(await countRows(tx, over, rows))
  const days = parts.flatMap(({ first, last }) => [first, last]).filter((day) => day !== null)
  const sorted = days.toSorted()
  return {
    rows: parts.reduce((total, part) => total + part.rows, 0),
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
  }
}

/**
 * Removes what is over in a centre, kind by kind, in small transactions: interrupted, it is begun anew and finds the rest. Everything that
 * went stands in an act and in the audit log. A hold on everybody stops it whole.
 */
export async function runRetention(
  platform: Platform,
  ports: RetentionPorts,
  centerId: number,
  signal?: AbortSignal,
): Promise<void> {
  const { database } = platform
  const periods = await database.inCenter({ centerId }, (tx) => readPeriods(tx, centerId))
  for (const { kind, days } of periods) {
    if (days === null || signal?.aborted === true) continue
    const held = await database.inCenter({ centerId }, (tx) =>
      heldBecause(tx, centerId, { customerKey: null, agentId: null }),
    )
    if (held !== null) return
    const over = await database.inCenter({ centerId }, (tx) => overOf(tx, centerId, days, ports.clock()))
    const counts: Counts = new Map()
    try {
      await removeKind(platform, ports, over, kind, counts, signal)
    } finally {
      // Also of a run that breaks off: what went is told.
      await database.inCenter({ centerId }, (tx) => tell(tx, centerId, { kind, days, over }, counts))
    }
  }
}

async function removeKind(
  { database }: Platform,
  ports: RetentionPorts,
  over: Over,
  kind: RetentionKind,
  counts: Counts,
  signal?: AbortSignal,
): Promise<void> {
  const { centerId } = over
  const isStopped = (): boolean => signal?.aborted === true
  const add = (dataKind: DataKind, rows: number): unknown => counts.set(dataKind, (counts.get(dataKind) ?? 0) + rows)
  if (kind === 'contacts') {
    for (let after: string | null = ''; after !== null && !isStopped();) {
      const from: string = after
      const part = await database.inCenter({ centerId }, (tx) => eraseOverContacts(tx, ports.veil, over, from))
      add('contacts', part.contacts)
      add('lostCallers', part.lostCallers)
      after = part.next
    }
    return
  }
  if (kind === 'formerAgents') {
    while (!isStopped()) {
      const one = await database.inCenter({ centerId }, (tx) => eraseOverAgent(tx, ports.veil, ports, over))
      if (one === null) return
      for (const { kind: dataKind, rows } of one.changed) add(dataKind, rows)
      for (const userId of one.accountsToDelete) await ports.deleteAccount(userId)
    }
    return
  }
  for (const rows of rowsOfKind[kind])
    for (let isMore = true; isMore && !isStopped();) {
      const removed = await database.inCenter({ centerId }, (tx) => removeRows(tx, over, rows))
      add(rows.kind, removed)
      isMore = isWholePart(removed)
    }
}

async function tell(
  tx: Tx,
  centerId: number,
  { kind, days, over }: { readonly kind: RetentionKind; readonly days: number; readonly over: Over },
  counts: Counts,
): Promise<void> {
  await stampPeriod(tx, centerId, kind)
  const removed = [...counts].flatMap(([dataKind, rows]) => (rows === 0 ? [] : [{ kind: dataKind, rows }]))
  if (removed.length === 0) return
  const removalId = await keepRemoval(tx, centerId, {
    cause: 'retention',
    subject: kind,
    requestId: null,
    reason: `${days} d, < ${over.day}`,
    counts: removed,
    byName: BY,
  })
  await writeAudit(
    tx,
    { centerId, userId: SYSTEM_USER, name: BY, kind: 'token' },
    { act: 'privacy.retention.remove', subject: kind, detail: { removal: removalId, before: over.day } },
  )
}
