import { useParams } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'

import type { ShownBoard } from '@pult/contract/wallboards'

import { Speak, useLanguage, useText } from '../ui/language.tsx'
import { Board } from './Board.tsx'
import { BoardTools } from './BoardTools.tsx'
import { useTone } from './use-tone.ts'
import { useWall } from './use-wall.ts'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

/** A screen on the wall: the board of a link, full of it, without sign-in and without anything around it. */
export function WallPage() {
  const { token = '' } = useParams({ strict: false, select: (params): { token?: string } => params })
  const [times, setTimes] = useState(0)
  return <Screen key={`${token} ${times}`} token={token} onTryAgain={() => setTimes(times + 1)} />
}

function Screen({ token, onTryAgain }: { readonly token: string; readonly onTryAgain: () => void }) {
  const language = useLanguage()
  const { board, state, heardAt } = useWall(token)
  const screen = useRef<HTMLDivElement>(null)
  const sound = useTone(board)
  useEffect(() => {
    document.title = board?.name ?? (language === 'ru' ? 'Пульт' : 'Pult')
  }, [board?.name, language])
  return (
    <div className={classes['wall']} data-theme={board?.theme ?? 'dark'} ref={screen}>
      {state === 'ended' ? (
        <Ended onTryAgain={onTryAgain} theme={board?.theme ?? 'dark'} />
      ) : board === null ? (
        <Connecting />
      ) : (
        <Spoken board={board}>
          <Board
            board={board}
            lostSince={state === 'live' ? null : heardAt}
            tools={<BoardTools sound={sound} screen={screen} />}
          />
        </Spoken>
      )}
    </div>
  )
}

/** In the board's own language, whoever looks, and by the clock of its centre. */
export function Spoken({ board, children }: { readonly board: ShownBoard; readonly children: React.ReactNode }) {
  return (
    <Speak language={board.language} timeZone={board.timeZone}>
      {children}
    </Speak>
  )
}

function Connecting() {
  const t = useText(boardText)
  return (
    <div className={classes['calm']} role="status" aria-busy="true">
      <h1>{t('connecting')}</h1>
    </div>
  )
}

function Ended({ theme, onTryAgain }: { readonly theme: string; readonly onTryAgain: () => void }) {
  const t = useText(boardText)
  return (
    <div className={classes['calm']} data-theme={theme}>
      <h1>{t('ended')}</h1>
      <p>{t('endedHint')}</p>
      <p>
        <button type="button" className={classes['tool']} onClick={onTryAgain}>
          {t('tryAgain')}
        </button>
      </p>
    </div>
  )
}
