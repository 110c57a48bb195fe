import { availableParallelism } from 'node:os'

import { learnQueueCorrelation, type QueueTried } from '@pult/engine/forecast'
import { addDays, createZone, type OpeningHours } from '@pult/engine/time'

import { readCenter, readQueueHours } from '../center/index.ts'
import { passingTrouble, type Platform, type Scope, type Tx } from '../platform/index.ts'
import {
  changeForecast,
  keepCorrelation,
  keepModel,
  keepQueueForecast,
  readForecast,
  readModel,
  type ForecastChange,
} from './forecast-store.ts'
import { openForecastThread, type ForecastThread } from './forecast-thread.ts'
import { findLender } from './find-lender.ts'
import { lastKnownDay, readPast, readQuarters, type QueueWithPast } from './queue-history.ts'

/** Each holds one queue's history and takes a core; the server goes on answering beside them. */
const MOST_THREADS = 2

/** Makes a forecast that was asked for, queue by queue; begun again after a crash it makes every queue anew. */
export async function makeForecast(
  platform: Platform,
  scope: Scope,
  forecastId: number,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  const { database, live, log } = platform
  const { centerId } = scope
  const change = (next: ForecastChange): Promise<void> =>
    database.inCenter(scope, async (tx) => {
      await changeForecast(tx, centerId, forecastId, next)
      await live.announce(tx, { centerId, topic: 'forecast', id: forecastId })
    })
  const asked = await database.inCenter(scope, (tx) => readForecast(tx, centerId, forecastId)).catch(unlessAway(null))
  if (asked === null || (asked.status !== 'waiting' && asked.status !== 'making')) return
  // Stopped or thrown away while it is made: there is nothing to do any more.
  const isWanted = (): Promise<boolean> =>
    database
      .inCenter(scope, (tx) => readForecast(tx, centerId, forecastId))
      .then(({ status }) => status === 'making')
      .catch(unlessAway(false))
  await change({ status: 'making', progress: 0 })
  const threads: ForecastThread[] = []
  try {
    const center = await database.inCenter(scope, (tx) => readCenter(tx, centerId))
    const zone = createZone(center.timeZone)
    const known = await database.inCenter(scope, (tx) => lastKnownDay(tx, centerId, zone, now))
    if (known === null) return await change({ status: 'failed', problem: 'noHistory' })
    const past = await database.readCenter(scope, (tx) => readPast(tx, centerId, zone, known))
    const { queues } = past
    if (queues.length === 0) return await change({ status: 'failed', problem: 'noHistory' })
    let made = 0
    const tried: QueueTried[] = []
    const forecastOne = async (thread: ForecastThread, queue: QueueWithPast): Promise<void> => {
      const { queueId, channel } = queue
      const read = await database.readCenter(scope, async (tx) => ({
        quarters: await readQuarters(tx, centerId, queueId, past),
        lender: await findLender(tx, centerId, queue, past, zone),
        hours: await readLiveHours(tx, centerId, queueId, channel),
        model: await readModel(tx, centerId, queueId, asked.intervalMinutes),
      }))
      const figures = await thread.forecast({
        ...read,
        queueId,
        past: { told: past.told, gaps: past.gaps, to: past.to },
        timeZone: center.timeZone,
        calendar: center.calendar,
        intervalSeconds: asked.intervalMinutes * 60,
        known,
        firstDay: asked.firstDay,
        intervalsUntil: addDays(asked.firstDay, asked.intervalDays - 1),
        lastDay: asked.lastDay,
      })
      if (figures === null) return
      made += 1
      tried.push({ queueId, leads: figures.model.leads.map(({ leadDays, tried: days = [] }) => ({ leadDays, days })) })
      await database.inCenter(scope, async (tx) => {
        const borrowedFrom = figures.hasBorrowed ? (read.lender?.queueId ?? null) : null
        await keepQueueForecast(tx, { centerId, forecastId, queueId }, zone, { ...figures, borrowedFrom })
        if (read.model === null) await keepModel(tx, centerId, queueId, asked.intervalMinutes, figures.model)
      })
    }
    const waiting = [...queues]
    let done = 0
    const work = async (thread: ForecastThread): Promise<void> => {
      for (let queue = waiting.shift(); queue !== undefined; queue = waiting.shift()) {
        signal.throwIfAborted()
        if (!(await isWanted())) return
        await forecastOne(thread, queue)
        done += 1
        await change({ progress: done / queues.length })
      }
    }
    for (let thread = 0; thread < Math.min(MOST_THREADS, availableParallelism(), queues.length); thread++)
      threads.push(openForecastThread())
    const ended = await Promise.allSettled(
      threads.map((thread) =>
        work(thread).catch((error: unknown) => {
          // The others finish the queue they are at.
          waiting.length = 0
          throw error
        }),
      ),
    )
    const broken = ended.find((one) => one.status === 'rejected')
    if (broken !== undefined) throw broken.reason
    if (done < queues.length) return
    if (made === 0) return await change({ status: 'failed', problem: 'noHistory' })
    const correlation = learnQueueCorrelation(tried.toSorted((left, right) => left.queueId - right.queueId))
    await database.inCenter(scope, (tx) => keepCorrelation(tx, centerId, forecastId, correlation))
    await change({ status: 'draft', progress: 1, knownUntil: known })
  } catch (error) {
    // Stopping the server is no failure, nor is a database that is away: the job comes back.
    if (signal.aborted || passingTrouble(error) !== null) throw error
    if (!(await isWanted())) return
    log.error({ err: error, forecastId }, 'a forecast could not be made')
    await change({ status: 'failed', problem: 'broken' })
  } finally {
    await Promise.all(threads.map((thread) => thread.close()))
  }
}

/** A forecast that cannot be read was thrown away, unless it is the database that is not there. */
const unlessAway =
  <T>(otherwise: T) =>
  (error: unknown): T => {
    if (passingTrouble(error) !== null) throw error
    return otherwise
  }

/** When a queue takes contacts; letters come at any time, and are not shut out by opening hours. */
async function readLiveHours(tx: Tx, centerId: number, queueId: number, channel: string): Promise<OpeningHours | null> {
  return channel === 'voice' || channel === 'chat' ? readQueueHours(tx, centerId, queueId) : null
}
