import type { Boards, Tile } from '@pult/contract/wallboards'

import type { Translate } from '../ui/text.ts'
import type { boardText, wallboardsText } from './wallboards-text.ts'

export const tileTitles = {
  figure: 'figureTile',
  queues: 'queuesTile',
  agents: 'agentsTile',
  clock: 'clockTile',
  text: 'textTile',
} as const

interface Words {
  readonly t: Translate<keyof typeof wallboardsText.en>
  readonly board: Translate<keyof typeof boardText.en>
  readonly queues: Boards['queues']
}

const LONGEST = 30

/** What a tile is called where it is spoken of: by what it shows. */
export function tileName(tile: Tile, { t, board, queues }: Words): string {
  if (tile.kind === 'text') return tile.text.length > LONGEST ? `${tile.text.slice(0, LONGEST)}…` : tile.text
  if (tile.kind !== 'figure') return t(tileTitles[tile.kind])
  const queue = queues.find(({ queueId }) => queueId === tile.queueId)
  return queue === undefined ? board(tile.figure) : `${board(tile.figure)}, ${queue.name}`
}
