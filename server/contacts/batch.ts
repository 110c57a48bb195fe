import { ContactInput, StateInput, type Batch, type BatchReply } from '@pult/contract/contacts'
import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import type pg from 'pg'
import type { z } from 'zod'

import type { AuditEntry, Caller, Database, Tx } from '../platform/index.ts'
import type { Conflict } from './conflicts.ts'
import { isPossibleInstant } from './importers/reading.ts'
import type { Intake } from './intake.ts'
import { storeOfToday } from './store-of-today.ts'

type Rejected = BatchReply['rejected'][number]

interface Placed<Record> {
  readonly at: string
  readonly record: Record
}

/** Checks a batch record by record, stores what is right and says of the rest what was wrong. Durable when it returns. */
export async function storeBatch(
  database: Database,
  intake: Intake,
  caller: Pick<Caller, 'centerId' | 'userId'>,
  batch: Batch,
  now: number,
  audit: (tx: Tx, entry: AuditEntry) => Promise<void>,
  within?: (client: pg.ClientBase) => Promise<void>,
): Promise<BatchReply> {
  const rejected: Rejected[] = []
  const contacts = batch.contacts.flatMap((given, index) => {
    const parsed = check(ContactInput, given, `contacts.${index}`, rejected)
    if (parsed === null) return []
    const record = contactOf(parsed)
    return isPossible(record.offeredAt, 'offeredAt', `contacts.${index}`, record.sourceKey, now, rejected)
      ? [{ at: `contacts.${index}`, record }]
      : []
  })
  const states = batch.states.flatMap((given, index) => {
    const parsed = check(StateInput, given, `states.${index}`, rejected)
    return parsed === null ? [] : stateOf(parsed, `states.${index}`, now, rejected)
  })
  const facts = { contacts: contacts.map(({ record }) => record), states: states.map(({ record }) => record) }
  const { counts, importId } = await storeOfToday(database, intake, caller, { ...batch, facts, now, audit, within })
  if (counts.corrected > 0)
    await database.inCenter({ centerId: caller.centerId }, (tx) =>
      audit(tx, {
        act: 'contacts.batch.correct',
        subject: `import ${importId}`,
        detail: { corrected: counts.corrected },
      }),
    )
  rejected.push(...counts.conflicts.map((conflict) => conflictOf(conflict, contacts, states)))
  const { accepted, duplicates, completed, corrected } = counts
  return { accepted, duplicates, completed, corrected, rejected }
}

function check<Out>(schema: z.ZodType<Out>, given: unknown, at: string, rejected: Rejected[]): Out | null {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  rejected.push({
    at,
    sourceKey: keyOf(given),
    code: 'invalid',
    field: (issue?.path ?? []).map(String).join('.'),
    reason: issue?.message ?? 'not understood',
  })
  return null
}

function keyOf(given: unknown): string | null {
  const key = (given as { sourceKey?: unknown } | null)?.sourceKey
  return typeof key === 'string' ? key.slice(0, 200) : null
}

function contactOf(input: z.output<typeof ContactInput>): ContactRecord {
  const { offeredAt, contactRef, ...rest } = input
  const record = { ...rest, contactRef: contactRef ?? input.sourceKey, offeredAt: Date.parse(offeredAt) }
  // What is left out is undefined already; the record's type only wants it absent.
  return record as ContactRecord
}

function stateOf(
  input: z.output<typeof StateInput>,
  at: string,
  now: number,
  rejected: Rejected[],
): Placed<AgentStateRecord>[] {
  const { startedAt, endedAt, ...rest } = input
  const times = { startedAt: Date.parse(startedAt), ...(endedAt === undefined ? {} : { endedAt: Date.parse(endedAt) }) }
  if (!isPossible(times.startedAt, 'startedAt', at, input.sourceKey, now, rejected)) return []
  if (times.endedAt !== undefined && times.endedAt < times.startedAt) {
    const reason = 'the state ends before it begins'
    rejected.push({ at, sourceKey: input.sourceKey, code: 'invalid', field: 'endedAt', reason })
    return []
  }
  return [{ at, record: { ...rest, ...times } as AgentStateRecord }]
}

function isPossible(
  instant: number,
  field: string,
  at: string,
  sourceKey: string,
  now: number,
  rejected: Rejected[],
): boolean {
  if (isPossibleInstant(instant, now)) return true
  rejected.push({
    at,
    sourceKey,
    code: 'impossibleTime',
    field,
    reason: 'lies before 1990 or more than a day in the future',
  })
  return false
}

function conflictOf(
  conflict: Conflict,
  contacts: readonly Placed<ContactRecord>[],
  states: readonly Placed<AgentStateRecord>[],
): Rejected {
  const list: readonly Placed<{ readonly sourceKey: string }>[] = conflict.kind === 'contact' ? contacts : states
  const { sourceKey, field, stored, given } = conflict
  const at = list.findLast(({ record }) => record.sourceKey === sourceKey)?.at ?? conflict.kind
  const reason = `this key is stored with another content: ${field} is "${stored}", not "${given}"`
  return { at, sourceKey, code: 'conflict', field, reason }
}
