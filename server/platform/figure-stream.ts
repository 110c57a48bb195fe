import type { Readable } from 'node:stream'

/** What a slow line has not taken yet; beyond that news are left out: each telling says everything. */
const MOST_BEHIND_BYTES = 1024 * 1024

/** Says something by name on a server-sent stream; `json` is one line. */
export function sendNamed(stream: Readable, event: string, json: string): void {
  if (!stream.destroyed && !stream.readableEnded && stream.readableLength < MOST_BEHIND_BYTES)
    stream.push(`event: ${event}\ndata: ${json}\n\n`)
}

/** What a screen shows, written as JSON. */
export const sendFigures = (stream: Readable, json: string): void => sendNamed(stream, 'figures', json)
