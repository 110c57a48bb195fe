import { useEffect, useState } from 'react'

import { wallboards, type ShownBoard } from '@pult/contract/wallboards'

import { addressOf, call } from '../platform/client.ts'
import { ApiProblem } from '../platform/problem.ts'

export interface Wall {
  readonly board: ShownBoard | null
  readonly state: 'connecting' | 'live' | 'lost' | 'ended'
  /** When figures last came, epoch ms. */
  readonly heardAt: number | null
}

/** Figures come every five seconds at least: when none did for so long, the line is down whatever the browser says. */
const SILENT_MS = 12_000
const LOOK_MS = 2_000
const SHORTEST_WAIT_MS = 1_000
const LONGEST_WAIT_MS = 20_000

const start: Wall = { board: null, state: 'connecting', heardAt: null }

/** The board of a link, as it changes; comes back by itself after any outage. */
export function useWall(token: string): Wall {
  const [wall, setWall] = useState<Wall>(start)
  useEffect(() => followWall(token, setWall), [token])
  return wall
}

type Tell = (change: (former: Wall) => Wall) => void

function followWall(token: string, tell: Tell): () => void {
  let source: EventSource | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let waitMs = SHORTEST_WAIT_MS
  let heardAt = Date.now()
  let isOver = false

  function stop(): void {
    isOver = true
    source?.close()
    clearTimeout(retry)
    clearInterval(watch)
    window.removeEventListener('online', begin)
  }

  function end(): void {
    stop()
    tell((former) => ({ ...former, state: 'ended' }))
  }

  function begin(): void {
    clearTimeout(retry)
    source?.close()
    heardAt = Date.now()
    source = new EventSource(addressOf(wallboards.followWall, { params: { token } }))
    source.addEventListener('figures', (event: MessageEvent<string>) => {
      heardAt = Date.now()
      waitMs = SHORTEST_WAIT_MS
      const board = JSON.parse(event.data) as ShownBoard
      tell(() => ({ board, state: 'live', heardAt }))
    })
    source.addEventListener('ended', end)
    source.addEventListener('error', lose)
  }

  /** Why the line broke the stream does not say: asked plainly, the server does. */
  function lose(): void {
    source?.close()
    if (isOver) return
    tell((former) => (former.heardAt === null ? former : { ...former, state: 'lost' }))
    clearTimeout(retry)
    retry = setTimeout(() => void tryAgain(), waitMs)
    waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS)
  }

  async function tryAgain(): Promise<void> {
    try {
      await call(wallboards.readWall, { params: { token } })
      if (!isOver) begin()
    } catch (error) {
      if (isOver) return
      if (error instanceof ApiProblem && error.status === 404) end()
      else lose()
    }
  }

  const watch = setInterval(() => {
    if (source?.readyState !== EventSource.CLOSED && Date.now() - heardAt > SILENT_MS) lose()
  }, LOOK_MS)
  window.addEventListener('online', begin)
  begin()
  return stop
}
