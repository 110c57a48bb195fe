import type { DataKind } from '@pult/contract/privacy-words'

/**
 * What one table holds of persons. Every column of text, JSON, bytes or addresses stands in exactly one of the lists:
 * `privacy.test.ts` walks the database and fails for a column that nobody has thought about.
 */
export interface TableMap {
  readonly kind: DataKind
  /** Columns with customers' numbers, addresses or what was told of them. */
  readonly customer?: readonly string[]
  /** Columns with names or facts of staff. */
  readonly staff?: readonly string[]
  /** Free texts that may name anybody. */
  readonly anyone?: readonly string[]
  /** Passwords, keys and hashes: never given out. */
  readonly secret?: readonly string[]
  /** Words from lists, names of things, figures: nobody’s personal data. */
  readonly free?: readonly string[]
  /** The column that equals a customer's key. */
  readonly customerKey?: string
  /** The column that equals an agent's id; `agentIds` where it is an array of them. */
  readonly agentId?: string
  readonly agentIds?: string
  /** Whose row it is, as the id of a user. */
  readonly userId?: string
  /** Who made it: the user's id, and the name as it was written then. */
  readonly authorId?: string
  readonly authorName?: string
  /** An instant or a day by which its rows are dated. */
  readonly at?: string
  /** Too large to be read whole for a text that names somebody: found by key only. */
  readonly isLarge?: boolean
}

/** By table: `agent`, or `auth.session` for tables of the sign-in library. */
export type DataMap = Readonly<Record<string, TableMap>>
