import { Worker } from 'node:worker_threads'

import { BadInput } from './failure.ts'
import type { RosterOrder, RosterProgress } from './roster-format.ts'

/** What every thread of a search is started with; `instance` is the format’s own. */
export interface ThreadTask<Instance> {
  readonly instance: Instance
  /** From 0; the format decides which thread does what. */
  readonly thread: number
  readonly threads: number
  readonly seed: number
  /** On the clock of `performance.timeOrigin + performance.now()`. */
  readonly endsAt: number
}

/** What threads tell. `impossible` is a proof that no roster exists, in one sentence. */
export type ThreadNews<Roster> =
  | { readonly kind: 'roster'; readonly objective: number; readonly roster: Roster }
  | { readonly kind: 'bound'; readonly lowerBound: number }
  | { readonly kind: 'impossible'; readonly words: string }

export interface ThreadsOutcome<Roster> {
  readonly roster: Roster | null
  readonly objective: number | null
  readonly lowerBound: number | null
  readonly trace: readonly (readonly [second: number, objective: number])[]
}

/** Objective and bound that near to each other are equal. */
const CLOSED = 1e-6

/**
 * Runs a search in threads that share what they find: each better roster goes to all others. Ends when the time is over, the order is
 * called off, the bound meets the best roster, or all threads have ended by themselves.
 * @throws BadInput when a thread proves that there is no roster
 */
export async function searchInThreads<Instance, Roster>(
  file: string,
  instance: Instance,
  order: RosterOrder,
): Promise<ThreadsOutcome<Roster>> {
  const endsAt = performance.timeOrigin + order.seconds * 1000
  const workers = Array.from(
    { length: order.workers },
    (_, thread) =>
      new Worker(file, {
        workerData: {
          instance,
          thread,
          threads: order.workers,
          seed: order.seed,
          endsAt,
        } satisfies ThreadTask<Instance>,
      }),
  )
  let roster: Roster | null = null
  let best: Omit<RosterProgress, 'second'> = { objective: null, lowerBound: null }
  const trace: (readonly [number, number])[] = []
  const ended = new AbortController()

  function hear(news: ThreadNews<Roster>, from: Worker): void {
    const second = performance.now() / 1000
    if (news.kind === 'impossible') throw new BadInput(news.words)
    if (news.kind === 'bound') {
      if (best.lowerBound !== null && news.lowerBound <= best.lowerBound) return
      best = { ...best, lowerBound: news.lowerBound }
    } else {
      if (best.objective !== null && news.objective >= best.objective) return
      roster = news.roster
      best = { ...best, objective: news.objective }
      trace.push([second, news.objective])
    }
    for (const worker of workers) if (worker !== from) worker.postMessage(news)
    order.onProgress({ second, ...best })
    if (best.objective !== null && best.lowerBound !== null && best.objective <= best.lowerBound + CLOSED) ended.abort()
  }

  const timer = setTimeout(() => ended.abort(), Math.max(0, endsAt - performance.timeOrigin - performance.now()))
  const callOff = (): void => ended.abort()
  order.signal.addEventListener('abort', callOff)
  if (order.signal.aborted) callOff()
  try {
    await new Promise<void>((resolve, reject) => {
      let [running, failures] = [workers.length, 0]
      const leave = (): void => {
        running--
        if (running === 0) resolve()
      }
      for (const worker of workers) {
        worker.on('message', (news: ThreadNews<Roster>) => {
          try {
            hear(news, worker)
          } catch (error) {
            reject(error)
          }
        })
        // A thread that fails leaves the search to the others.
        worker.on('error', (error) => {
          failures++
          if (failures === workers.length) reject(error)
          else
            console.error(
              `One thread of the search has failed: ${error instanceof Error ? error.message : String(error)}`,
            )
        })
        worker.on('exit', leave)
      }
      ended.signal.addEventListener('abort', () => resolve())
      if (ended.signal.aborted) resolve()
    })
  } finally {
    clearTimeout(timer)
    order.signal.removeEventListener('abort', callOff)
    await Promise.all(workers.map((worker) => worker.terminate()))
  }
  return { roster, ...best, trace }
}
