import { Scheme } from '@pult/contract/wallboards'

import { keep } from '../platform/client.ts'

const LONGEST = 100_000

/** Hands a board's scheme to the browser as a file. */
export function keepScheme(scheme: Scheme): void {
  keep(new Blob([`${JSON.stringify(scheme, null, 2)}\n`], { type: 'application/json' }), `${scheme.name}.json`)
}

/** Throws an Error that says what is wrong with the file. */
export async function readSchemeFile(file: File): Promise<Scheme> {
  if (file.size > LONGEST) throw new Error(`${file.size} > ${LONGEST}`)
  const text = await file.text()
  let given: unknown
  try {
    given = JSON.parse(text)
  } catch {
    throw new Error('JSON')
  }
  const read = Scheme.safeParse(given)
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`${(issue?.path ?? []).map(String).join('.')}: ${issue?.message ?? ''}`)
}

/**
 * A scheme of another centre names queues that are not here: its figures become those of the whole centre, and its tables show
 * every queue.
 */
export function atHome(scheme: Scheme, queueIds: ReadonlySet<number>): Scheme {
  return {
    ...scheme,
    tiles: scheme.tiles.map((tile) => {
      if (tile.kind === 'figure')
        return tile.queueId === null || queueIds.has(tile.queueId) ? tile : { ...tile, queueId: null }
      return tile.kind === 'queues' ? { ...tile, queueIds: tile.queueIds.filter((id) => queueIds.has(id)) } : tile
    }),
  }
}
