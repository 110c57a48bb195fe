import { sql, type RawBuilder } from 'kysely'

const formats = { milliseconds: 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"', seconds: 'YYYY-MM-DD"T"HH24:MI:SS"Z"' } as const

/** The instant of a column as the API writes it, so many parts of a second as said: `2026-11-01T09:00:00.000Z`. */
export const isoText = (column: string, to: keyof typeof formats = 'milliseconds'): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'UTC', ${sql.lit(formats[to])})`
