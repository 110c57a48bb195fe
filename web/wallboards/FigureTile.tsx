import { useEffect, useState } from 'react'

import type { ShownTile } from '@pult/contract/wallboards'

import { useFormats, useText } from '../ui/language.tsx'
import { figureValue, levelKey, targetValue } from './figure-value.ts'
import { FitText } from './FitText.tsx'
import { LevelSign } from './LevelSign.tsx'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

/** A per cent sign is as wide as a letter and a half. */
const lettersOf = (value: string): number => value.length + (value.endsWith('%') ? 0.5 : 0)

type Figure = Extract<ShownTile, { kind: 'figure' }>

/** One figure, as large as the tile lets it be, with its target and how it stands to it. */
export function FigureTile({ tile, asOf }: { readonly tile: Figure; readonly asOf: string }) {
  const t = useText(boardText)
  const formats = useFormats()
  const value = figureValue(tile.figure, tile.value, formats)
  return (
    <>
      <h2 className={classes['label']}>
        {t(tile.figure)}
        {tile.queue !== null && <span className={classes['about']}>{tile.queue}</span>}
      </h2>
      <div className={classes['value']}>
        {tile.figure === 'longestWait' && tile.value !== null ? (
          <GrowingWait key={asOf} seconds={tile.value} />
        ) : (
          <FitText letters={lettersOf(value)}>{value}</FitText>
        )}
      </div>
      <div className={classes['foot']}>
        <Foot tile={tile} />
      </div>
    </>
  )
}

function Foot({ tile: { figure, value, target, level, isGone } }: { readonly tile: Figure }) {
  const t = useText(boardText)
  const formats = useFormats()
  if (isGone) return <>{t('queueGone')}</>
  if (figure === 'longestWait' && value === null) return <>{t('nobodyWaits')}</>
  if (target === null) return null
  return (
    <>
      {level !== 'none' && (
        <>
          <LevelSign level={level} />
          {`${t(levelKey(figure, level))} · `}
        </>
      )}
      {t('target', { target: targetValue(figure, target, formats) })}
    </>
  )
}

const SECOND_MS = 1000

/** Beyond that the line is down, and nobody knows whether she still waits. */
const MOST_SECONDS = 10

/** A wait grows between two tellings. By the page's own clock since it was told: the server's may be another. */
function GrowingWait({ seconds }: { readonly seconds: number }) {
  const formats = useFormats()
  const [passed, setPassed] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setPassed((former) => Math.min(former + 1, MOST_SECONDS)), SECOND_MS)
    return () => clearInterval(timer)
  }, [])
  const value = formats.duration(seconds + passed)
  return <FitText letters={value.length}>{value}</FitText>
}
