import type { ShownBoard } from '@pult/contract/wallboards'

/** Whether something of the board is red that was not a moment before. A board that has only just come is no news. */
export function isNewlyRed(before: ShownBoard | null, now: ShownBoard): boolean {
  if (before === null) return false
  const former = redOf(before)
  return [...redOf(now)].some((name) => !former.has(name))
}

/** What is red, by what it is about rather than by its place: moving a tile rings no bell. */
function redOf({ tiles }: ShownBoard): ReadonlySet<string> {
  return new Set(
    tiles.flatMap((tile) => {
      if (tile.kind === 'figure') return tile.level === 'bad' ? [`${tile.figure} ${tile.queue ?? ''}`] : []
      if (tile.kind !== 'queues') return []
      return tile.queues.filter(({ level }) => level === 'bad').map(({ name }) => `serviceLevel ${name}`)
    }),
  )
}
