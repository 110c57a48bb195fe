import { Readable } from 'node:stream'

import { sql } from 'kysely'

import { dataKindWords, wayFoundWords, type DataKind, type WayFound } from '@pult/contract/privacy-words'

import { tableFile, type Cell, type Download, type FileLanguage, type Tx } from '../platform/index.ts'
import { tablesOfCenter } from './data-map.ts'
import type { Person } from './person.ts'
import { rowsOfPerson } from './rows-of-person.ts'
import type { TableMap } from './table-map.ts'

/** Rows of one table; whoever answered more contacts is given the newest. */
const MOST_ROWS = 20_000

interface Part {
  readonly kind: DataKind
  readonly table: string
  readonly rows: readonly { readonly way: WayFound; readonly day: string | null; readonly row: object }[]
}

/** Everything that is found of a person, without what is of other people: to be given to her. */
async function readPerson(tx: Tx, centerId: number, person: Person): Promise<Part[]> {
  const parts: Part[] = []
  for (const map of tablesOfCenter) {
    const condition = rowsOfPerson(map, person)
    if (condition === null) continue
    const { record, author } = leftOut(map, person)
    const at = map.at === undefined ? sql`null::date` : sql`${sql.ref(map.at)}::date`
    const { rows } = await sql<Part['rows'][number]>`
      select way, day, jsonb_strip_nulls(row - case when way = 'author' then ${author}::text[] else ${record}::text[] end) as row
      from (
        select ${condition.way} as way, ${at}::text as day, to_jsonb(t) as row
        from ${sql.table(map.table)} t where t.center_id = ${centerId} and ${condition.any} order by ${at} desc limit ${MOST_ROWS}
      ) found
    `.execute(tx)
    if (rows.length > 0) parts.push({ kind: map.kind, table: map.table, rows })
  }
  return parts
}

/** Columns that are not hers to have. */
function leftOut(map: TableMap, { of }: Person): { readonly record: string[]; readonly author: string[] } {
  const record = ['center_id', ...(map.secret ?? []), ...((of === 'agent' ? map.customer : map.staff) ?? [])]
  // What she wrote is about somebody else.
  return { record, author: [...record, ...(map.anyone ?? [])] }
}

interface FileAsked {
  readonly format: 'json' | 'xlsx' | 'csv'
  readonly language: FileLanguage
}

export async function personFile(
  tx: Tx,
  centerId: number,
  person: Person,
  { format, language }: FileAsked,
): Promise<Download> {
  const parts = await readPerson(tx, centerId, person)
  const name = 'pult-personal-data'
  if (format === 'json') {
    const { of, called, accounts } = person
    const text = JSON.stringify({ person: { of, called, accounts }, parts }, null, 2)
    return { stream: Readable.from([text]), contentType: 'application/json; charset=utf-8', fileName: `${name}.json` }
  }
  return tableFile(linesOf(parts, person, language), { name, format, language })
}

const headings: Readonly<Record<FileLanguage, readonly string[]>> = {
  ru: ['Вид данных', 'Откуда', 'Дата', 'Что хранится'],
  en: ['Kind of data', 'How it is found', 'Day', 'What is held'],
}

function linesOf(parts: readonly Part[], { called, accounts }: Person, language: FileLanguage): Cell[][] {
  const account = accounts.map(({ name, email }): Cell[] => [
    dataKindWords.access[language],
    wayFoundWords.record[language],
    null,
    `${name}; ${email}`,
  ])
  return [
    [...headings[language]],
    [called, null, null, null],
    ...account,
    ...parts.flatMap(({ kind, rows }) =>
      rows.map(({ way, day, row }): Cell[] => [
        dataKindWords[kind][language],
        wayFoundWords[way][language],
        day,
        Object.entries(row)
          .map(([field, value]) => `${field}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
          .join('; '),
      ]),
    ),
  ]
}
