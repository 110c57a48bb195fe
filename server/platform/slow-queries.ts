import { AsyncLocalStorage } from 'node:async_hooks'

import type pg from 'pg'

import type { Log } from './log.ts'

interface Asker {
  /** The id of a request, or the kind of a job. */
  readonly name: string
  readonly isRequest: boolean
}

/** What asks. */
export const asker = new AsyncLocalStorage<Asker>()

/** Questions to the database of one form that took longer than the limit. */
export interface SlowQuery {
  /** Without what was asked for: parameters, texts and numbers are left out, for they may be a person's. */
  readonly form: string
  readonly count: number
  readonly totalMs: number
  readonly worstMs: number
  readonly lastAt: string
}

interface SlowQueries {
  /** Times every question that a connection of the pool asks. */
  watch(pool: pg.Pool): void
  /** Those that took most first. */
  list(): readonly SlowQuery[]
}

const LONGEST_FORM = 300
const MOST_FORMS = 100

/** Collects slow questions of this server since it started, and tells in the log each that somebody waited for: of jobs and roll-ups that is no news. */
export function createSlowQueries(limitMs: number, log: Log): SlowQueries {
  const known = new Map<string, SlowQuery>()

  function note(text: string, ms: number): void {
    if (ms < limitMs) return
    const form = formOf(text)
    const who = asker.getStore()
    log[who?.isRequest === true ? 'warn' : 'debug'](
      { query: form, ms: Math.round(ms), asker: who?.name },
      'a slow query',
    )
    const former = known.get(form)
    known.set(form, {
      form,
      count: (former?.count ?? 0) + 1,
      totalMs: (former?.totalMs ?? 0) + ms,
      worstMs: Math.max(former?.worstMs ?? 0, ms),
      lastAt: new Date().toISOString(),
    })
    if (known.size > MOST_FORMS) known.delete(list().at(-1)?.form ?? '')
  }

  const list = (): readonly SlowQuery[] => [...known.values()].toSorted((left, right) => right.totalMs - left.totalMs)

  return {
    watch: (pool) => void pool.on('connect', (client) => timeQueries(client, note)),
    list,
  }
}

/** The form of a question: spaces, texts and numbers of no account, lists of any length the same. */
function formOf(text: string): string {
  return text
    .replaceAll(/'(?:[^']|'')*'/g, '?')
    .replaceAll(/\$\d+|\b\d+(?:\.\d+)?\b/g, '?')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\((?:\s*\?\s*,)+\s*\?\s*\)/g, '(?)')
    .replaceAll(/\(\?\)(?:, ?\(\?\))+/g, '(?)')
    .trim()
    .slice(0, LONGEST_FORM)
}

/** What a client is asked comes as a text or an object with one; streams of COPY answer otherwise and are let through. */
function timeQueries(client: pg.PoolClient, note: (text: string, ms: number) => void): void {
  // The library overloads it eight ways; all of them come down to the arguments as they are.
  const ask = client.query.bind(client) as (...given: unknown[]) => unknown
  const timed = (...given: unknown[]): unknown => {
    const text = textOf(given[0])
    if (text === null) return ask(...given)
    const began = performance.now()
    const over = (): void => note(text, performance.now() - began)
    const called = given.at(-1)
    if (typeof called === 'function')
      return ask(...given.slice(0, -1), (...answer: unknown[]) => {
        over()
        ;(called as (...answer: unknown[]) => void)(...answer)
      })
    const answer = ask(...given)
    if (answer instanceof Promise) answer.then(over, over)
    return answer
  }
  client.query = timed as typeof client.query
}

function textOf(given: unknown): string | null {
  if (typeof given === 'string') return given
  const { text, submit } = given as { text?: unknown; submit?: unknown }
  return typeof text === 'string' && submit === undefined ? text : null
}
