import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'

import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

const PIECE_BYTES = 256 * 1024

/** Sends rows of COPY's binary format to a table, in pieces large enough to be cheap. */
export async function copyInto(
  client: pg.ClientBase,
  table: string,
  columns: readonly string[],
  rows: Uint8Array,
): Promise<void> {
  const stream = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin (format binary)`))
  await pipeline(Readable.from(pieces(rows)), stream)
}

function* pieces({ buffer, byteOffset, byteLength }: Uint8Array): Generator<Buffer> {
  for (let start = 0; start < byteLength; start += PIECE_BYTES)
    yield Buffer.from(buffer, byteOffset + start, Math.min(PIECE_BYTES, byteLength - start))
}
