import { useEffect, useRef, useState } from 'react'

import { useCurrentCenterId } from './center-address.ts'

/** What the server announces: that something changed, never what. */
export interface LiveEvent {
  readonly centerId: number
  readonly topic: string
  readonly id?: number
}

type Listener = (event: LiveEvent) => void

type FigureListener = (json: string) => void

/** The one stream of a page in a centre. It may carry figures too: whoever wants them names the address that sends them. */
interface Stream {
  readonly centerId: number
  source: EventSource | undefined
  retry: ReturnType<typeof setTimeout> | undefined
  wasLost: boolean
  readonly listeners: Set<Listener>
  /** By the address that sends them. A page shows one kind of them at a time. */
  readonly figures: Map<string, Set<FigureListener>>
}

const streamByCenter = new Map<number, Stream>()
/** Events come in bursts (every committed batch of an import); pages ask again at most this often. */
const AT_MOST_EVERY_MS = 2_000
const RETRY_MS = 3_000
/** Figures come every five seconds at least: after so long without any the stream is not believed. */
const SILENT_MS = 12_000

/**
 * Calls `onEvent` when the server announces one of the topics in the current centre, at most every two seconds unless said, the last
 * one never lost; and once after a lost connection is back, because events of the gap are gone.
 */
export function useLive(
  topics: readonly string[],
  onEvent: (event: LiveEvent) => void,
  paceMs: number = AT_MOST_EVERY_MS,
): void {
  const centerId = useCurrentCenterId()
  const latest = useRef(onEvent)
  latest.current = onEvent
  const topicsKey = topics.join(' ')
  useEffect(() => {
    if (topicsKey === '' || centerId === null) return undefined
    const wanted = new Set(topicsKey.split(' '))
    const calm = atMostEvery(paceMs, (event: LiveEvent) => latest.current(event))
    const leave = listen(centerId, (event) => {
      if (event.topic === 'reconnected' || wanted.has(event.topic)) calm.call(event)
    })
    return () => {
      leave()
      calm.stop()
    }
  }, [topicsKey, centerId, paceMs])
}

/**
 * Calls `onFigures` with what an address of the current centre sends as it changes; null: nothing is wanted. Answers whether it does
 * come: where it does not (an old proxy, a server that starts) the page asks by itself.
 */
export function useFigures(address: string | null, onFigures: FigureListener): boolean {
  const centerId = useCurrentCenterId()
  const latest = useRef(onFigures)
  latest.current = onFigures
  const [isFlowing, setFlowing] = useState(false)
  useEffect(() => {
    if (address === null || centerId === null) return undefined
    let silent: ReturnType<typeof setTimeout> | undefined
    const leave = listenToFigures(centerId, address, (json) => {
      clearTimeout(silent)
      silent = setTimeout(() => setFlowing(false), SILENT_MS)
      setFlowing(true)
      latest.current(json)
    })
    return () => {
      clearTimeout(silent)
      setFlowing(false)
      leave()
    }
  }, [address, centerId])
  return isFlowing
}

/** One stream per centre for the whole page, closed when nobody listens. */
function listen(centerId: number, listener: Listener): () => void {
  const stream = streamOf(centerId)
  stream.listeners.add(listener)
  return () => {
    stream.listeners.delete(listener)
    closeIfUnheard(stream)
  }
}

function listenToFigures(centerId: number, address: string, listener: FigureListener): () => void {
  const stream = streamByCenter.get(centerId) ?? makeStream(centerId)
  const listeners = stream.figures.get(address) ?? new Set()
  const isNew = listeners.size === 0
  stream.figures.set(address, listeners.add(listener))
  // In place of the plain one: a browser opens six connections to a server, and tabs share them.
  if (isNew) connect(stream)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    stream.figures.delete(address)
    if (!closeIfUnheard(stream)) connect(stream)
  }
}

function streamOf(centerId: number): Stream {
  const known = streamByCenter.get(centerId)
  if (known !== undefined) return known
  const stream = makeStream(centerId)
  connect(stream)
  return stream
}

function makeStream(centerId: number): Stream {
  const stream: Stream = {
    centerId,
    source: undefined,
    retry: undefined,
    wasLost: false,
    listeners: new Set(),
    figures: new Map(),
  }
  streamByCenter.set(centerId, stream)
  return stream
}

function closeIfUnheard(stream: Stream): boolean {
  if (stream.listeners.size > 0 || stream.figures.size > 0) return false
  stream.source?.close()
  clearTimeout(stream.retry)
  if (streamByCenter.get(stream.centerId) === stream) streamByCenter.delete(stream.centerId)
  return true
}

/** Opens it, or opens it at another address. */
function connect(stream: Stream): void {
  const { centerId } = stream
  const address = [...stream.figures.keys()].at(-1)
  const source = new EventSource(address ?? `/api/v1/centers/${centerId}/events`)
  const deliver = (event: LiveEvent): void => {
    for (const listener of stream.listeners) listener(event)
  }
  // What was announced between two connections was heard by nobody.
  if (stream.source !== undefined) stream.wasLost = true
  stream.source?.close()
  clearTimeout(stream.retry)
  stream.source = source
  source.addEventListener('error', () => {
    stream.wasLost = true
    // A browser comes back by itself after a broken line, but not after a refusal: a server that starts refuses too.
    if (source.readyState === EventSource.CLOSED && stream.source === source)
      stream.retry = setTimeout(() => connect(stream), RETRY_MS)
  })
  source.addEventListener('open', () => {
    if (stream.wasLost) deliver({ centerId, topic: 'reconnected' })
    stream.wasLost = false
  })
  source.addEventListener('message', (message: MessageEvent<string>) => deliver(JSON.parse(message.data) as LiveEvent))
  if (address !== undefined)
    source.addEventListener('figures', (message: MessageEvent<string>) => {
      for (const listener of stream.figures.get(address) ?? []) listener(message.data)
    })
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
