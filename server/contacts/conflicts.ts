import type pg from 'pg'

import type { FactKind } from './fact-kind.ts'
import { storedSpan, type KeysOf } from './rollup-due.ts'

/** A key whose stored and given content contradict each other. */
export interface Conflict {
  readonly sourceKey: string
  readonly kind: 'contact' | 'state'
  /** The first field in which they differ, as the record calls it. */
  readonly field: string
  /** Short texts; a customer's number is cut. Empty: not told. */
  readonly stored: string
  readonly given: string
}

/** Names for the ids of queues, agents and reasons that a batch speaks of. */
export type IdNames = (column: string, id: unknown) => string | undefined

/** What contradicts what, for keys whose staged content was refused. */
export async function describeConflicts(
  client: pg.ClientBase,
  fact: FactKind,
  of: KeysOf,
  names: IdNames,
): Promise<Conflict[]> {
  const span = await storedSpan(client, fact, of)
  if (span === null) return []
  const { rows } = await client.query<{
    source_key: string
    stored: Record<string, unknown>
    given: Record<string, unknown>
  }>(
    `select s.source_key, to_jsonb(f) as stored, to_jsonb(s) as given
     from ${fact.staging} s
     join ${fact.keys} k on k.center_id = $1 and k.source_id = $2 and k.source_key = s.source_key
     join ${fact.facts} f on f.center_id = k.center_id and f.${fact.instant} = k.${fact.instant} and f.${fact.id} = k.${fact.id}
     where s.source_key = any($3) and f.${fact.instant} between $4 and $5 order by s.source_key`,
    [of.centerId, of.sourceId, of.keys, ...span],
  )
  return rows.map(({ source_key: sourceKey, stored, given }) => {
    const differing = fact.columns.find(({ column, field }) => field !== null && stored[column] !== given[column])
    if (differing === undefined) return { sourceKey, kind: fact.kind, field: 'sourceKey', stored: '', given: '' }
    const { column, field } = differing
    const show = (value: unknown): string => shown(column, value, names)
    return {
      sourceKey,
      kind: fact.kind,
      field: field ?? column,
      stored: show(stored[column]),
      given: show(given[column]),
    }
  })
}

function shown(column: string, value: unknown, names: IdNames): string {
  if (value === null || value === undefined) return ''
  if (column.endsWith('_id')) return names(column, value) ?? `#${String(value)}`
  if (column === 'customer') return `…${String(value).slice(-2)}`
  return String(value).slice(0, 100)
}
