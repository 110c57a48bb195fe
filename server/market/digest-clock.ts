import { lookEvery, type Platform, type Round } from '../platform/index.ts'
import { lookForDigests, sendDueDigest, type DigestJob, type DigestPorts, type DigestTimes } from './send-digest.ts'

const LOOK_EVERY_MS = 60_000

export interface DigestClock extends Round {
  /** Puts in the queue what is due now; resolves to how many. */
  look(): Promise<number>
}

/** Looks every minute which digests are due, and sends them as jobs. */
export function createDigestClock(
  platform: Platform,
  neighbours: Omit<DigestPorts, 'publicUrl'>,
  timesIn: (timeZone: string) => DigestTimes,
): DigestClock {
  const { jobs, log, settings } = platform
  const ports = { ...neighbours, publicUrl: settings.publicUrl ?? null }
  jobs.define<DigestJob>('marketDigest', { concurrency: 1, retries: 3, expireSeconds: 900 }, (job) =>
    sendDueDigest(platform, ports, job, timesIn(job.timeZone)),
  )
  const look = (): Promise<number> => lookForDigests(platform)
  const round = lookEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn({ err: error }, 'digests could not be looked at; trying again later'),
  )
  return { look, ...round }
}
