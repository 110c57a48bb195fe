import type { Scheme, Tile } from '@pult/contract/wallboards'

import type { Language } from '../ui/text.ts'

/** What a new board begins with: what most rooms want to see. */
export function firstScheme(name: string, language: Language): Scheme {
  const figure = (of: Extract<Tile, { kind: 'figure' }>['figure']): Tile => ({
    kind: 'figure',
    width: 1,
    figure: of,
    queueId: null,
  })
  return {
    name,
    language,
    theme: 'dark',
    columns: 4,
    margin: 0.1,
    showsNames: false,
    tiles: [
      figure('serviceLevel'),
      figure('waiting'),
      figure('longestWait'),
      { kind: 'clock', width: 1 },
      { kind: 'queues', width: 3, queueIds: [] },
      { kind: 'agents', width: 1 },
      figure('abandonRate'),
      figure('asa'),
      figure('answered'),
      figure('available'),
    ],
  }
}
