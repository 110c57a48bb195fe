import type pg from 'pg'

/** A table as a backup keeps it. */
export interface KeptTable {
  readonly schema: string
  readonly name: string
  /** Those that are stored; what PostgreSQL computes is computed again. */
  readonly columns: readonly string[]
}

/** A piece of a table that is kept in pieces, and the values it is for. */
export interface KeptPartition {
  readonly name: string
  readonly parent: string
  readonly bound: string
}

export interface KeptSequence {
  readonly schema: string
  readonly name: string
  readonly last: string
}

/** Ours and those of the sign-in library. The job queue is not kept: it makes its tables itself, and what was begun is begun anew. */
const SCHEMAS = ['public', 'auth']

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
export const qualified = ({ schema, name }: Pick<KeptTable, 'schema' | 'name'>): string =>
  `${quoted(schema)}.${quoted(name)}`
export const columnsOf = (table: KeptTable): string => table.columns.map(quoted).join(', ')

/** Tables, a table after those it refers to. */
export async function listTables(client: pg.ClientBase): Promise<KeptTable[]> {
  const { rows: tables } = await client.query<KeptTable & { id: string }>(
    `select c.oid::text as id, n.nspname as schema, c.relname as name,
       array(select attname::text from pg_attribute a
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = any($1) and c.relkind in ('r', 'p') and not c.relispartition order by n.nspname desc, c.relname`,
    [SCHEMAS],
  )
  const { rows: references } = await client.query<{ from: string; to: string }>(
    `select distinct conrelid::oid::text as "from", confrelid::oid::text as "to"
     from pg_constraint where contype = 'f' and conrelid <> confrelid`,
  )
  return afterWhatTheyReferTo(tables, references).map(({ schema, name, columns }) => ({ schema, name, columns }))
}

function afterWhatTheyReferTo<T extends { readonly id: string }>(
  tables: readonly T[],
  references: readonly { readonly from: string; readonly to: string }[],
): T[] {
  const byId = new Map(tables.map((table) => [table.id, table]))
  const needs = Map.groupBy(references, ({ from }) => from)
  const ordered = new Set<T>()
  const visiting = new Set<string>()
  const visit = (id: string): void => {
    const table = byId.get(id)
    if (table === undefined || ordered.has(table) || visiting.has(id)) return
    visiting.add(id)
    for (const { to } of needs.get(id) ?? []) visit(to)
    ordered.add(table)
  }
  for (const { id } of tables) visit(id)
  return [...ordered]
}

export async function listPartitions(client: pg.ClientBase): Promise<KeptPartition[]> {
  const { rows } = await client.query<KeptPartition>(
    `select c.relname as name, p.relname as parent, pg_get_expr(c.relpartbound, c.oid) as bound
     from pg_class c join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent
     join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public' and c.relispartition and c.relkind = 'r' order by c.relname`,
  )
  return rows
}

/** Those from which something was taken. */
export async function listSequences(client: pg.ClientBase): Promise<KeptSequence[]> {
  const { rows } = await client.query<KeptSequence>(
    `select schemaname as schema, sequencename as name, last_value::text as last from pg_sequences
     where schemaname = any($1) and last_value is not null order by 1, 2`,
    [SCHEMAS],
  )
  return rows
}

/** How many rows a table has and a sum over all of them that does not ask for their order. */
export interface TableSum {
  readonly table: string
  readonly rows: number
  readonly sum: string
}

export async function sumOf(client: pg.ClientBase, table: KeptTable): Promise<TableSum> {
  const { rows } = await client.query<{ rows: number; sum: string }>(
    `select count(*)::integer as rows, coalesce(sum(hashtextextended(row(${columnsOf(table)})::text, 0)), 0)::text as sum from ${qualified(table)}`,
  )
  return { table: `${table.schema}.${table.name}`, rows: rows[0]?.rows ?? 0, sum: rows[0]?.sum ?? '' }
}
