import { setTimeout as sleep } from 'node:timers/promises'

import type { SourceProblem } from '@pult/contract/market-words'

import { asList, asObject, asText } from './vacancy-record.ts'

/** A source cannot be asked on; the problem says why. */
export class SourceFailure extends Error {
  readonly problem: SourceProblem

  constructor(problem: SourceProblem, words: string) {
    super(words)
    this.name = 'SourceFailure'
    this.problem = problem
  }
}

export interface Pace {
  readonly requestsPerSecond: number
  /** The first rest before asking again; each next one is twice as long, with up to as much again by chance. */
  readonly restMs: number
}

/** What vacancy sites ask of programs: few requests a second, one after another. */
export const politePace: Pace = { requestsPerSecond: 5, restMs: 1000 }

export interface PoliteClient {
  /** The reply's JSON; null where there is no such thing. Throws a SourceFailure when it makes no sense to go on. */
  ask(url: URL, init?: { readonly method?: string; readonly body?: string }): Promise<unknown>
  readonly tally: { requests: number; retries: number }
}

const TRIES = 4
const PATIENCE_MS = 30_000

/** Asks one address at a time, no faster than the pace, again after 429, 5xx, broken lines and pages that are no JSON; stops at a refusal. */
export function createPoliteClient(
  headers: Readonly<Record<string, string>>,
  pace: Pace,
  signal: AbortSignal,
): PoliteClient {
  const tally = { requests: 0, retries: 0 }
  let nextAt = 0
  const wait = async (): Promise<void> => {
    const now = performance.now()
    const at = Math.max(now, nextAt)
    nextAt = at + 1000 / pace.requestsPerSecond
    if (at > now) await sleep(at - now, undefined, { signal })
  }
  return {
    tally,
    async ask(url, init = {}) {
      let last: SourceProblem = 'unreachable'
      for (let attempt = 0; attempt < TRIES; attempt++) {
        if (attempt > 0) {
          tally.retries++
          const rest = pace.restMs * 2 ** (attempt - 1)
          await sleep(rest + rest * Math.random(), undefined, { signal })
        }
        await wait()
        tally.requests++
        const outcome = await askOnce(url, { ...init, headers }, signal)
        if ('json' in outcome) return outcome.json
        last = outcome.passing
      }
      throw new SourceFailure(last, `${url.host} did not answer as it should, ${TRIES} times.`)
    },
  }
}

type Outcome = { readonly json: unknown } | { readonly passing: SourceProblem }

async function askOnce(url: URL, init: RequestInit, signal: AbortSignal): Promise<Outcome> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
    const text = await response.text()
    if (response.ok) return readJson(text)
    if (response.status === 404) return { json: null }
    if (response.status === 429 || response.status >= 500) return { passing: 'tooManyFailures' }
    throw refusal(url, response.status, text)
  } catch (error) {
    if (error instanceof SourceFailure || signal.aborted) throw error
    return { passing: 'unreachable' }
  }
}

function readJson(text: string): Outcome {
  try {
    return { json: JSON.parse(text) as unknown }
  } catch {
    return { passing: 'notJson' }
  }
}

/** The status decides; the body, where it can be read, says more. */
function refusal(url: URL, status: number, text: string): SourceFailure {
  const parsed = readJson(text)
  const errors = asList(asObject('json' in parsed ? parsed.json : null)['errors']).map((error) => {
    const { type, value } = asObject(error)
    return { type: asText(type) ?? '', value: asText(value) ?? '' }
  })
  const has = (word: string): boolean => errors.some(({ type, value }) => type === word || value === word)
  const problem: SourceProblem =
    status === 403 || status === 401
      ? has('captcha_required')
        ? 'captcha'
        : has('oauth') || status === 401
          ? 'tokenRefused'
          : 'forbidden'
      : has('bad_user_agent')
        ? 'badUserAgent'
        : 'refused'
  const why = errors.map(({ type, value }) => `${type} ${value}`.trim()).join(', ')
  return new SourceFailure(
    problem,
    `${url.host} refused ${url.pathname} with ${status}${why === '' ? '' : `: ${why}`}.`,
  )
}
