import { sql, type RawBuilder } from 'kysely'

import type { Person } from './person.ts'
import type { TableMap } from './table-map.ts'

type Condition = RawBuilder<unknown>

/** Which rows of a table are about a person, were made by her, or name her; null where none can be. */
export interface RowsOfPerson {
  readonly any: Condition
  /** `record`, `author` or `mention`, of a row that `any` takes. */
  readonly way: Condition
}

/** Conditions on `t`, a row of the table. */
export function rowsOfPerson(map: TableMap, person: Person): RowsOfPerson | null {
  const record = oneOf(recordConditions(map, person))
  const author = oneOf(authorConditions(map, person))
  const mention = oneOf(mentionConditions(map, person))
  const conditions = [record, author, mention].filter((one) => one !== null)
  if (conditions.length === 0) return null
  const orFalse = (one: Condition | null): Condition => (one === null ? sql`false` : sql`(${one}) is true`)
  return {
    any: sql`(${sql.join(conditions, sql` or `)})`,
    way: sql`case when ${orFalse(record)} then 'record' when ${orFalse(author)} then 'author' else 'mention' end`,
  }
}

const oneOf = (conditions: readonly Condition[]): Condition | null =>
  conditions.length === 0 ? null : sql`(${sql.join(conditions, sql` or `)})`

/** Expressions of the map are written in code, never by anybody who asks. */
const expression = (text: string): Condition => sql.raw(text)

function recordConditions(map: TableMap, { customerKey, agentId, accounts }: Person): Condition[] {
  const userIds = accounts.map(({ id }) => id)
  return [
    ...(map.customerKey === undefined || customerKey === null
      ? []
      : [sql`${expression(map.customerKey)} = ${customerKey}`]),
    ...(map.agentId === undefined || agentId === null ? [] : [sql`${expression(map.agentId)} = ${agentId}`]),
    ...(map.agentIds === undefined || agentId === null ? [] : [sql`${agentId} = any(${expression(map.agentIds)})`]),
    ...(map.userId === undefined || userIds.length === 0
      ? []
      : [sql`${expression(map.userId)} = any(${userIds}::text[])`]),
  ]
}

/** By the id where one was kept; by the name where only that was. */
function authorConditions(map: TableMap, { accounts }: Person): Condition[] {
  if (accounts.length === 0) return []
  if (map.authorId !== undefined)
    return [sql`${expression(map.authorId)} = any(${accounts.map(({ id }) => id)}::text[])`]
  if (map.authorName !== undefined)
    return [sql`${expression(map.authorName)} = any(${accounts.map(({ name }) => name)}::text[])`]
  return []
}

function mentionConditions(map: TableMap, { of, digits, texts }: Person): Condition[] {
  if (map.isLarge === true) return []
  const columns = [...(map.anyone ?? []), ...((of === 'customer' ? map.customer : undefined) ?? [])]
  return columns.flatMap((column) => [
    ...(digits === null ? [] : [sql`regexp_replace(${sql.ref(column)}::text, '\\D', '', 'g') like ${`%${digits}%`}`]),
    ...texts.map((text) => sql`position(lower(${text}) in lower(${sql.ref(column)}::text)) > 0`),
  ])
}
