import type { ReportRow } from '@pult/contract/reconciliations'
import {
  daysOfReport,
  guessMeaning,
  readReport,
  readTable,
  type CellProblem,
  type ColumnMeaning,
  type PastedTable,
} from '@pult/engine/measures'

import { addDays, type Days } from '../../ui/period.ts'

interface Queue {
  readonly queueId: number
  readonly name: string
}

/** What was pasted, as it is understood so far. */
export interface PastedReport {
  readonly table: PastedTable
  readonly meanings: readonly ColumnMeaning[]
  readonly problems: readonly CellProblem[]
  /** Days that the table itself tells, the last included. */
  readonly days: Days | null
  /** Names of queues in the table, with the queue that is meant; null: left out. */
  readonly queues: readonly { readonly name: string; readonly queueId: number | null }[]
  readonly rows: readonly ReportRow[]
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')

/** Reads pasted text by the columns' guessed meanings, or by those a person has chosen. */
export function readPasted(
  text: string,
  chosen: Readonly<Record<number, ColumnMeaning>>,
  queues: readonly Queue[],
  chosenQueues: Readonly<Record<string, number | null>>,
  year: number,
): PastedReport {
  const table = readTable(text)
  const guessed = table.titles.map(guessMeaning)
  const meanings = table.titles.map((_title, index) => chosen[index] ?? once(guessed, index))
  const { rows, problems } = readReport(table, meanings, year)
  const told = daysOfReport(rows)
  const names = [...new Set(rows.flatMap(({ queue }) => queue ?? []))]
  const known = names.map((name) => ({
    name,
    queueId: name in chosenQueues ? (chosenQueues[name] ?? null) : queueNamed(name, queues),
  }))
  const queueOf = new Map(known.map(({ name, queueId }) => [name, queueId]))
  return {
    table,
    meanings,
    problems,
    days: told === null ? null : { from: told.from, to: addDays(told.to, -1) },
    queues: known,
    rows: rows
      .filter(({ queue }) => queue === null || (queueOf.get(queue) ?? null) !== null)
      .flatMap(({ days, queue, figures }) =>
        figures.map((figure): ReportRow => ({
          ...figure,
          from: days?.from ?? null,
          to: days?.to ?? null,
          queueId: queue === null ? null : (queueOf.get(queue) ?? null),
        })),
      ),
  }
}

/** The second column of the same meaning is left to a person: one report tells a figure once. */
const once = (guessed: readonly ColumnMeaning[], index: number): ColumnMeaning => {
  const meaning = guessed[index] ?? 'ignore'
  return guessed.indexOf(meaning) === index ? meaning : 'ignore'
}

const queueNamed = (name: string, queues: readonly Queue[]): number | null =>
  (
    queues.find((queue) => plain(queue.name) === plain(name)) ??
    queues.find((queue) => plain(queue.name).includes(plain(name)))
  )?.queueId ?? null
