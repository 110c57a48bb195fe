import { digestOf } from './digest.ts'
import type { StagedFact } from './intake-columns.ts'
import type { FactCounts } from './fact-counts.ts'

/** Keys are indexed, and PostgreSQL's index has a longest length: a longer key is cut and told apart by its digest. */
const LONGEST_KEY = 300

const keptKey = (key: string): string => {
  const clean = key.includes('\0') || !key.isWellFormed() ? key.replaceAll('\0', '').toWellFormed() : key
  return clean.length <= LONGEST_KEY ? clean : `${clean.slice(0, LONGEST_KEY - 20)}~${digestOf(clean).toString(36)}`
}

export interface OnePerKey<Record> {
  readonly staged: readonly StagedFact<Record>[]
  readonly counts: FactCounts
}

/**
 * One telling for each key: a key told twice in one batch is judged as if the second had come later. What was decided already is
 * in `counts`.
 */
export function onePerKey<Record extends { readonly sourceKey: string }>(
  kind: 'contact' | 'state',
  records: readonly Record[],
  onConflict: 'reject' | 'replace',
  digestFor: (record: Record) => number,
  completenessOf: (record: Record) => 0 | 1 | 2,
): OnePerKey<Record> {
  const byKey = new Map<string, StagedFact<Record>>()
  const counts: FactCounts = { accepted: 0, told: [], conflicts: [] }
  for (const record of records) {
    const key = keptKey(record.sourceKey)
    const given = { record, key, digest: digestFor(record), completeness: completenessOf(record) }
    const first = byKey.get(key)
    if (first === undefined) byKey.set(key, given)
    else judge(first, given)
  }
  return { staged: [...byKey.values()], counts }

  function judge(first: StagedFact<Record>, given: StagedFact<Record>): void {
    const sourceKey = given.key
    if (given.digest === first.digest || given.completeness < first.completeness) {
      counts.told.push({ kind, sourceKey, status: 'duplicate' })
    } else if (given.completeness > first.completeness || given.completeness === 0) {
      byKey.set(sourceKey, given)
      counts.told.push({ kind, sourceKey, status: 'completed' })
    } else if (onConflict === 'replace') {
      byKey.set(sourceKey, given)
      counts.told.push({ kind, sourceKey, status: 'corrected' })
    } else {
      const field = firstDifference(first.record, given.record)
      counts.conflicts.push({
        sourceKey,
        kind,
        field,
        stored: shortOf(first.record, field),
        given: shortOf(given.record, field),
      })
    }
  }
}

function firstDifference<Record extends object>(first: Record, given: Record): string {
  const fields = new Set([...Object.keys(first), ...Object.keys(given)]) as Set<keyof Record & string>
  return [...fields].find((field) => field !== 'flags' && first[field] !== given[field]) ?? 'sourceKey'
}

/** A short text of a field; a customer's number is cut. */
function shortOf(record: object, field: string): string {
  const value = (record as Readonly<Record<string, unknown>>)[field] ?? ''
  return field === 'customer' ? `…${String(value).slice(-2)}` : String(value).slice(0, 100)
}
