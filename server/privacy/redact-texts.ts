import { sql } from 'kysely'

import type { DataKind } from '@pult/contract/privacy-words'

import type { Tx } from '../platform/index.ts'
import type { Person } from './person.ts'

/** Texts that people write, in which a number or an address can stand. */
const texts: readonly { readonly kind: DataKind; readonly table: string; readonly column: string }[] = [
  { kind: 'notes', table: 'note', column: 'text' },
  { kind: 'lostCallers', table: 'lost_caller', column: 'note' },
  { kind: 'alerts', table: 'alert', column: 'answer' },
  { kind: 'absences', table: 'absence', column: 'note' },
  { kind: 'wishes', table: 'availability', column: 'note' },
  { kind: 'wishes', table: 'wish', column: 'note' },
  { kind: 'plans', table: 'forecast_layer', column: 'reason' },
  { kind: 'plans', table: 'forecast_left_out', column: 'reason' },
  { kind: 'rosters', table: 'roster', column: 'reason' },
  { kind: 'rosters', table: 'roster_decision', column: 'reason' },
  { kind: 'messages', table: 'message', column: 'subject' },
  { kind: 'messages', table: 'message', column: 'address' },
  { kind: 'requests', table: 'personal_request', column: 'way' },
  { kind: 'requests', table: 'personal_request', column: 'answer' },
]

const IN_ITS_PLACE = '•••'
const BETWEEN = String.raw`[\s().-]*`

/** Takes the person's number or addresses out of what people wrote, however they are written. Names stay: who reads decides about them. */
export async function redactTexts(
  tx: Tx,
  centerId: number,
  person: Person,
): Promise<{ readonly kind: DataKind; readonly rows: number }[]> {
  const pattern = patternOf(person)
  if (pattern === null) return []
  const changed: { kind: DataKind; rows: number }[] = []
  for (const { kind, table, column } of texts) {
    const { numAffectedRows = 0n } = await sql`
      update ${sql.table(table)} set ${sql.ref(column)} = regexp_replace(${sql.ref(column)}, ${pattern}, ${IN_ITS_PLACE}, 'gi')
      where center_id = ${centerId} and ${sql.ref(column)} ~* ${pattern}
    `.execute(tx)
    changed.push({ kind, rows: Number(numAffectedRows) })
  }
  changed.push({ kind: 'imports', rows: await dropFindings(tx, centerId, pattern) })
  changed.push({ kind: 'messages', rows: await dropContents(tx, centerId, pattern) })
  return changed
}

function patternOf({ digits, texts: named }: Person): string | null {
  const addresses = named.filter((text) => text.includes('@')).map(escaped)
  const number = digits === null ? [] : [String.raw`(\+?\d{1,3}${BETWEEN})?${digits.split('').join(BETWEEN)}`]
  const parts = [...number, ...addresses]
  return parts.length === 0 ? null : parts.map((part) => `(?:${part})`).join('|')
}

const escaped = (text: string): string => text.replaceAll(/[^\p{L}\p{N}@]/gu, String.raw`\$&`)

/** The counts of an import's report stay; the remark that quotes the row goes. */
async function dropFindings(tx: Tx, centerId: number, pattern: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from import_finding where center_id = ${centerId} and details::text ~* ${pattern}`.execute(tx)
  return Number(numAffectedRows)
}

/** What has not gone yet does not go any more. */
async function dropContents(tx: Tx, centerId: number, pattern: string): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update message set content = null, status = case when status = 'waiting' then 'givenUp' else status end, settled_at = coalesce(settled_at, now())
    where center_id = ${centerId} and content::text ~* ${pattern}`.execute(tx)
  return Number(numAffectedRows)
}
