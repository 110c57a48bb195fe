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
