import type { Readable } from 'node:stream'

import { parse } from 'csv-parse'

import { createRecordGuard, type BrokenRecord } from './csv-records.ts'
import { decoderOf, type Encoding } from './text-lines.ts'

/** A row of a table with its number in the file, from 1. */
export interface TableRow {
  readonly number: number
  readonly cells: readonly string[]
}

const DELIMITERS = [',', ';', '\t', '|'] as const

/** The delimiter that cuts the first lines into the same number of cells, the more the better. */
export function guessDelimiter(head: string): string {
  const lines = head
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const scores = DELIMITERS.map((delimiter) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(delimiter).length)
    const typical = counts.toSorted((left, right) => left - right)[counts.length >> 1] ?? 1
    const steady = counts.filter((count) => count === typical).length / Math.max(1, counts.length)
    return { delimiter, score: typical <= 1 ? 0 : steady * typical }
  })
  return scores.toSorted((left, right) => right.score - left.score)[0]?.delimiter ?? ','
}

/** Rows of a CSV as it streams. Records that are broken are told and passed over, and reading goes on. */
export async function* csvRows(
  stream: Readable,
  encoding: Encoding,
  delimiter: string,
  onBroken: (rowNumber: number, why: BrokenRecord) => void = () => {},
): AsyncGenerator<TableRow> {
  const parser = parse({ delimiter, bom: true, relaxColumnCount: true, relaxQuotes: true, skipEmptyLines: true })
  const decoder = decoderOf(encoding)
  const broken = new Set<number>()
  const guard = createRecordGuard(delimiter, (rowNumber, why) => {
    broken.add(rowNumber)
    onBroken(rowNumber, why)
  })
  const pass = (work: () => void): void => {
    try {
      work()
    } catch (error) {
      stream.destroy()
      parser.destroy(error as Error)
    }
  }
  stream.on('data', (chunk: Buffer) =>
    pass(() => {
      if (!parser.write(guard.write(decoder.write(chunk)))) stream.pause()
    }),
  )
  parser.on('drain', () => stream.resume())
  stream.on('end', () =>
    pass(() => {
      parser.write(guard.write(decoder.end()) + guard.end())
      parser.end()
    }),
  )
  stream.on('error', (error) => parser.destroy(error))
  let number = 0
  for await (const cells of parser as AsyncIterable<string[]>) {
    do number++
    while (broken.delete(number))
    yield { number, cells }
  }
}
