import { useEffect, useRef } from 'react'

import { useCurrentCenterId } from './center-address.ts'

/** What the server announces: that something changed, never what. */
export interface LiveEvent {
  readonly centerId: number
  readonly topic: string
  readonly id?: number
}

type Listener = (event: LiveEvent) => void

interface Stream {
  readonly source: EventSource
  readonly listeners: Set<Listener>
}

const streamByCenter = new Map<number, Stream>()
/** Events come in bursts (every committed batch of an import); pages ask again at most this often. */
const AT_MOST_EVERY_MS = 2_000

/**
 * Calls `onEvent` when the server announces one of the topics in the current centre, at most every two seconds, the last one never
 * lost; and once after a lost connection is back, because events of the gap are gone.
 */
export function useLive(topics: readonly string[], onEvent: (event: LiveEvent) => void): void {
  const centerId = useCurrentCenterId()
  const latest = useRef(onEvent)
  latest.current = onEvent
  const topicsKey = topics.join(' ')
  useEffect(() => {
    if (topicsKey === '' || centerId === null) return undefined
    const wanted = new Set(topicsKey.split(' '))
    const calm = atMostEvery(AT_MOST_EVERY_MS, (event: LiveEvent) => latest.current(event))
    const leave = listen(centerId, (event) => {
      if (event.topic === 'reconnected' || wanted.has(event.topic)) calm.call(event)
    })
    return () => {
      leave()
      calm.stop()
    }
  }, [topicsKey, centerId])
}

/** One stream per centre for the whole page, closed when nobody listens. */
function listen(centerId: number, listener: Listener): () => void {
  const stream = streamByCenter.get(centerId) ?? open(centerId)
  stream.listeners.add(listener)
  return () => {
    stream.listeners.delete(listener)
    if (stream.listeners.size > 0) return
    stream.source.close()
    streamByCenter.delete(centerId)
  }
}

function open(centerId: number): Stream {
  const source = new EventSource(`/api/v1/centers/${centerId}/events`)
  const stream: Stream = { source, listeners: new Set() }
  let wasLost = false
  const deliver = (event: LiveEvent): void => {
    for (const listener of stream.listeners) listener(event)
  }
  source.addEventListener('error', () => (wasLost = true))
  source.addEventListener('open', () => {
    if (wasLost) deliver({ centerId, topic: 'reconnected' })
    wasLost = false
  })
  source.addEventListener('message', (message: MessageEvent<string>) => deliver(JSON.parse(message.data) as LiveEvent))
  streamByCenter.set(centerId, stream)
  return stream
}

interface Calm<T> {
  readonly call: (value: T) => void
  readonly stop: () => void
}

/** At once, then at most every so often, with the last value at the end. */
function atMostEvery<T>(ms: number, act: (value: T) => void): Calm<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let waiting: { readonly value: T } | undefined
  const release = (): void => {
    timer = undefined
    if (waiting === undefined) return
    const { value } = waiting
    waiting = undefined
    act(value)
    timer = setTimeout(release, ms)
  }
  return {
    call(value) {
      if (timer !== undefined) {
        waiting = { value }
        return
      }
      act(value)
      timer = setTimeout(release, ms)
    },
    stop: () => clearTimeout(timer),
  }
}
