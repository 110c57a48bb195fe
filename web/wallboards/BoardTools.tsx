import { IconMaximize, IconMinimize, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { useSyncExternalStore, type RefObject } from 'react'

import { useText } from '../ui/language.tsx'
import type { Sound } from './use-tone.ts'
import { boardText } from './wallboards-text.ts'
import classes from './board.module.css'

interface BoardToolsProps {
  readonly sound: Sound
  /** What fills the screen. */
  readonly screen: RefObject<HTMLElement | null>
}

/** Sound and full screen: browsers give both only to whoever presses something. */
export function BoardTools({ sound, screen }: BoardToolsProps) {
  const t = useText(boardText)
  const isFull = useSyncExternalStore(onFullScreen, () => document.fullscreenElement !== null)
  const turn = (): void => {
    const turned = isFull ? document.exitFullscreen() : screen.current?.requestFullscreen()
    // A browser may refuse (a frame, a policy): then the page stays as it is.
    turned?.catch(() => undefined)
  }
  return (
    <>
      <button type="button" className={classes['tool']} aria-pressed={sound.isOn} onClick={sound.toggle}>
        {sound.isOn ? <IconVolume size="1.2em" aria-hidden /> : <IconVolumeOff size="1.2em" aria-hidden />}
        {t(sound.isOn ? 'soundOn' : 'soundOff')}
      </button>
      <button type="button" className={classes['tool']} aria-label={t(isFull ? 'leaveFull' : 'full')} onClick={turn}>
        {isFull ? <IconMinimize size="1.2em" aria-hidden /> : <IconMaximize size="1.2em" aria-hidden />}
      </button>
    </>
  )
}

function onFullScreen(listener: () => void): () => void {
  document.addEventListener('fullscreenchange', listener)
  return () => document.removeEventListener('fullscreenchange', listener)
}
