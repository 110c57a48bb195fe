import { useEffect, useRef, useState } from 'react'

import type { ShownBoard } from '@pult/contract/wallboards'

import { isNewlyRed } from './newly-red.ts'
import { openTone, type Tone } from './tone.ts'

export interface Sound {
  readonly isOn: boolean
  readonly toggle: () => void
}

/** A tone when something turns red. Off until somebody turns it on. */
export function useTone(board: ShownBoard | null): Sound {
  const [tone, setTone] = useState<Tone | null>(null)
  const former = useRef<ShownBoard | null>(null)
  useEffect(() => {
    if (board === null) return
    if (tone !== null && isNewlyRed(former.current, board)) tone.sound()
    former.current = board
  }, [board, tone])
  useEffect(() => () => tone?.close(), [tone])
  return {
    isOn: tone !== null,
    toggle() {
      const next = tone === null ? openTone() : null
      // Whoever turns it on hears what it will sound like.
      next?.sound()
      setTone(next)
    },
  }
}
