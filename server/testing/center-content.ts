import type pg from 'pg'

interface IdColumn {
  readonly name: string
  readonly column: string
}

/** The first column of a key after the centre's, where it is a number of its own: `agent.agent_id`. */
async function idColumns(owner: pg.Client): Promise<IdColumn[]> {
  const { rows } = await owner.query<IdColumn>(`
    select c.relname as name, a.attname as column
    from pg_class c join pg_index i on i.indrelid = c.oid and i.indisprimary
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[1]
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and i.indnatts = 2 and a.atttypid in ('int4'::regtype, 'int8'::regtype) and a.attname = c.relname || '_id'
  `)
  return rows
}

/** The first few ids that a centre has, by the name of the field that would name them: `queueId`. */
export async function idsOfCenter(
  owner: pg.Client,
  centerId: number,
  most: number,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const found = new Map<string, readonly number[]>()
  for (const { name, column } of await idColumns(owner)) {
    const { rows } = await owner.query<{ id: string }>(
      `select ${column} as id from ${name} where center_id = $1 order by 1 limit $2`,
      [centerId, most],
    )
    const field = column.replaceAll(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())
    found.set(
      field,
      rows.map(({ id }) => Number(id)),
    )
  }
  return found
}

/** What a centre holds, table by table, as a digest of each. */
export async function contentOf(owner: pg.Client, centerId: number): Promise<Record<string, string>> {
  const { rows: tables } = await owner.query<{ name: string }>(`
    select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'center_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1
  `)
  const content: Record<string, string> = {}
  for (const { name } of tables) {
    const { rows } = await owner.query<{ digest: string }>(
      `select coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as digest from ${name} t where center_id = $1`,
      [centerId],
    )
    content[name] = rows[0]?.digest ?? ''
  }
  return content
}
