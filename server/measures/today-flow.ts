import type { Database, Live, Log } from '../platform/index.ts'
import { shareAnswers } from './shared-answers.ts'
import { readWholeDay, type WholeDay } from './today.ts'

/** The running day of centres, computed once for everybody who looks at it. */
export interface TodayFlow {
  /** As it is now. */
  now(centerId: number): Promise<WholeDay>
  /**
   * Calls back with the day at once, whenever something came in, and every few seconds; returns how to leave. `told` is awaited: no
   * day is computed that nobody could have been told of yet.
   */
  follow(centerId: number, told: (day: WholeDay) => Promise<void> | void): () => void
}

/** Something comes in all the time where it is busy: then the day is told so often. */
const PACE_MS = 600
/** And it takes at most so much of the time: a slow machine tells less often. */
const DUTY = 0.25
/** Waits grow while nothing comes in; screens that hear nothing for longer than this believe the line is down. */
const QUIET_MS = 5_000
const RETRY_MS = 1_000

interface Watched {
  readonly followers: Set<(day: WholeDay) => Promise<void> | void>
  /** The next telling, and when it is due. */
  timer?: NodeJS.Timeout
  dueAt: number
  notBefore: number
  isTelling: boolean
}

/** What the day is made of, and what those who follow it show of it. */
const topics: ReadonlySet<string> = new Set(['contacts', 'agents', 'measures', 'wallboards'])

export function createTodayFlow(
  { database, live, log }: { readonly database: Database; readonly live: Pick<Live, 'hear'>; readonly log: Log },
  clock: () => number,
): TodayFlow {
  const share = shareAnswers<WholeDay>()
  const centers = new Map<number, Watched>()
  // Not on the reports' pool: four long reports would hold up every screen.
  const now = (centerId: number): Promise<WholeDay> =>
    share(String(centerId), () => database.inCenter({ centerId }, (tx) => readWholeDay(tx, centerId, clock())))

  live.hear(({ centerId, topic }) => {
    const watched = centers.get(centerId)
    if (watched !== undefined && topics.has(topic)) tellAt(centerId, watched, watched.notBefore)
  })

  /** Tells it then, unless it is told sooner anyway. */
  function tellAt(centerId: number, watched: Watched, at: number): void {
    if (watched.isTelling) {
      watched.dueAt = Math.min(watched.dueAt, at)
      return
    }
    if (watched.timer !== undefined && watched.dueAt <= at) return
    clearTimeout(watched.timer)
    watched.dueAt = at
    watched.timer = setTimeout(() => void tell(centerId, watched), Math.max(0, at - performance.now()))
  }

  async function tell(centerId: number, watched: Watched): Promise<void> {
    delete watched.timer
    watched.isTelling = true
    watched.dueAt = Infinity
    const began = performance.now()
    let pace = PACE_MS
    try {
      const day = await now(centerId)
      await Promise.all([...watched.followers].map(async (told) => told(day)))
    } catch (error) {
      log.warn({ err: error, centerId }, 'the running day could not be told; trying again')
      pace = RETRY_MS
    }
    watched.isTelling = false
    const ended = performance.now()
    watched.notBefore = Math.max(began + pace, ended + (ended - began) * (1 / DUTY - 1))
    if (watched.followers.size > 0)
      tellAt(centerId, watched, Math.max(watched.notBefore, Math.min(watched.dueAt, began + QUIET_MS)))
  }

  return {
    now,
    follow(centerId, told) {
      const watched: Watched = centers.get(centerId) ?? {
        followers: new Set(),
        dueAt: Infinity,
        notBefore: 0,
        isTelling: false,
      }
      centers.set(centerId, watched)
      watched.followers.add(told)
      // Whoever comes in need not wait for the next telling.
      tellAt(centerId, watched, 0)
      return () => {
        watched.followers.delete(told)
        if (watched.followers.size > 0) return
        clearTimeout(watched.timer)
        centers.delete(centerId)
      }
    },
  }
}
