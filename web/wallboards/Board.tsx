import type { ReactNode } from 'react'

import type { ShownBoard, ShownTile } from '@pult/contract/wallboards'

import { useFormats, useText } from '../ui/language.tsx'
import { AgentsTile } from './AgentsTile.tsx'
import { ClockTile } from './ClockTile.tsx'
import { FigureTile } from './FigureTile.tsx'
import { QueuesTile } from './QueuesTile.tsx'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

/** Silence of the sources that is worth a word. */
const SILENT_MS = 15 * 60_000

interface BoardProps {
  readonly board: ShownBoard
  /** The heading of the page stands elsewhere: then this is none. */
  readonly isInside?: boolean
  /** Buttons at its head. */
  readonly tools?: ReactNode
  /** Since when nothing has come from the server, epoch ms; null: all is well. */
  readonly lostSince?: number | null
}

/** A board that fills whatever it stands in. Words and clock are the board's own: put it inside `<Speak>` of its language. */
export function Board({ board, isInside = false, tools, lostSince = null }: BoardProps) {
  const t = useText(boardText)
  const formats = useFormats()
  const { asOf, lastFactAt } = board
  const Heading = isInside ? 'div' : 'h1'
  const isSilent = lastFactAt !== null && Date.parse(asOf) - Date.parse(lastFactAt) > SILENT_MS
  return (
    <div className={classes['board']} data-theme={board.theme} lang={board.language}>
      <header className={classes['head']}>
        <Heading className={classes['name']}>{board.name}</Heading>
        <span className={classes['asOf']}>
          {lastFactAt === null ? t('noFacts') : t('asOf', { time: formats.timeToSeconds(asOf) })}
        </span>
        {tools}
      </header>
      {lostSince !== null && (
        <p className={classes['alarm']} role="alert">
          {t('lostSince', { time: formats.timeToSeconds(lostSince) })}
        </p>
      )}
      {lostSince === null && isSilent && (
        <p className={classes['alarm']} role="status">
          {t('silentSince', { time: formats.dateTime(lastFactAt) })}
        </p>
      )}
      {board.tiles.length === 0 ? (
        <p className={classes['empty']}>{t('noTiles')}</p>
      ) : (
        <div
          className={classes['tiles']}
          ref={(element) => {
            element?.style.setProperty('--columns', String(board.columns))
            element?.style.setProperty('--rows', String(rowsOf(board)))
          }}
        >
          {board.tiles.map((tile, place) => (
            <section
              // oxlint-disable-next-line react/no-array-index-key -- a tile is its place on the board
              key={place}
              className={classes['tile']}
              data-kind={tile.kind}
              data-level={tile.kind === 'figure' ? tile.level : 'none'}
              data-width={Math.min(tile.width, board.columns)}
            >
              <Tile tile={tile} asOf={asOf} />
            </section>
          ))}
        </div>
      )}
      <footer className={classes['legend']}>{t('margin', { margin: formats.percent(board.margin, 0) })}</footer>
    </div>
  )
}

function Tile({ tile, asOf }: { readonly tile: ShownTile; readonly asOf: string }) {
  switch (tile.kind) {
    case 'figure':
      return <FigureTile tile={tile} asOf={asOf} />
    case 'queues':
      return <QueuesTile queues={tile.queues} />
    case 'agents':
      return <AgentsTile tile={tile} asOf={asOf} />
    case 'clock':
      return <ClockTile />
    case 'text':
      return (
        <p className={classes['text']} data-long={lengthOf(tile.text)}>
          {tile.text}
        </p>
      )
  }
}

const lengthOf = (text: string): string =>
  text.length <= 24 ? 's' : text.length <= 80 ? 'm' : text.length <= 200 ? 'l' : 'xl'

/** How many rows the tiles take: a wide one that no longer fits into a row begins the next. */
function rowsOf({ tiles, columns }: ShownBoard): number {
  let [rows, free] = [0, 0]
  for (const tile of tiles) {
    const width = Math.min(tile.width, columns)
    if (free < width) [rows, free] = [rows + 1, columns]
    free -= width
  }
  return rows
}
