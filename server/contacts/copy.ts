import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'

import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** A value of a COPY line in text format. */
export type CopyValue = string | number | boolean | null | undefined | readonly string[]

// Searching first: most texts hold nothing to escape.
const SPECIAL = /[\\\t\n\r]/
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

function escapeText(text: string): string {
  // PostgreSQL text cannot hold NUL.
  const clean = text.includes('\0') ? text.replaceAll('\0', '') : text
  return SPECIAL.test(clean) ? clean.replace(/[\\\t\n\r]/g, (character) => ESCAPES[character] ?? '') : clean
}

function formatValue(value: CopyValue): string {
  if (value === null || value === undefined) return '\\N'
  if (typeof value === 'string') return escapeText(value)
  if (typeof value === 'object') return `{${value.join(',')}}`
  return String(value)
}

/** One line of COPY's text format. */
export const copyLine = (values: readonly CopyValue[]): string => `${values.map(formatValue).join('\t')}\n`

/** Sends lines to a table, in pieces large enough to be cheap. */
export async function copyInto(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  lines: readonly string[],
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(chunks(lines)), stream)
}

function* chunks(lines: readonly string[]): Generator<Buffer> {
  const size = 1000
  for (let start = 0; start < lines.length; start += size) yield Buffer.from(lines.slice(start, start + size).join(''))
}
