// From a line that a phone system writes into its queue_log to the screens that show it: a server in a process of its own, a channel that
// follows the log, and watchers that do what the page Today does: hear that something has changed, ask again at most every two seconds.
//
//   node bin/with-node.mjs bench/live.ts [--events 30] [--json]

import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import type { TodayReply } from '@pult/contract/measures'

import { machine, option, quantile } from './open-pult.ts'
import { startServer, type BenchServer } from './start-server.ts'

const EVENTS = option('events', 30)
const WATCHERS = [1, 50, 200] as const
const AT_MOST_EVERY_MS = 2000
const EVENT_EVERY_MS = 3000

interface Watcher {
  /** When it was told of a change, and when its screen showed so many calls. */
  readonly heard: number[]
  readonly shown: Map<number, number>
  close(): void
}

/** A page that is open: one stream of notices, one question at a time. */
function watch(pult: BenchServer, centerId: number): Watcher {
  const heard: number[] = []
  const shown = new Map<number, number>()
  let asked = 0
  let asking = false
  let again = false
  let closed = false
  const ask = async (): Promise<void> => {
    if (asking) {
      again = true
      return
    }
    asking = true
    await rest(Math.max(0, asked + AT_MOST_EVERY_MS - performance.now()))
    if (closed) return
    asked = performance.now()
    const { total } = await pult.get<TodayReply>(`/centers/${centerId}/today`)
    for (let call = 1; call <= (total?.offered ?? 0); call++) if (!shown.has(call)) shown.set(call, performance.now())
    asking = false
    if (again) {
      again = false
      void ask()
    }
  }
  const stream = request(`${pult.address}/api/v1/centers/${centerId}/events`, { headers: pult.headers })
  stream.on('response', (response) =>
    response.on('data', (bytes: Buffer) => {
      if (!bytes.toString().includes('"measures"')) return
      heard.push(performance.now())
      void ask()
    }),
  )
  stream.on('error', () => undefined)
  stream.end()
  return {
    heard,
    shown,
    close() {
      closed = true
      stream.destroy()
    },
  }
}

async function measure(pult: BenchServer, folder: string, watchers: number): Promise<object> {
  const centerId = await pult.createCenter(`Live ${watchers}`)
  const path = join(folder, `queue_log_${watchers}`)
  await writeFile(path, '')
  const settings = { path, begin: 'start' }
  const draft = { kind: 'queueLog', name: 'Log', source: 'Asterisk', settings }
  await pult.post(`/centers/${centerId}/connectors`, { draft })
  const all = Array.from({ length: watchers }, () => watch(pult, centerId))
  await rest(6000)
  const written: number[] = []
  for (let call = 1; call <= EVENTS; call++) {
    const id = `${call}.1`
    written.push(performance.now())
    await appendFile(path, `${Math.floor(Date.now() / 1000)}|${id}|sales|NONE|ENTERQUEUE||+7900${call}|1\n`)
    await rest(EVENT_EVERY_MS + (call % 7) * 100)
  }
  await rest(3000)
  const toNotice: number[] = []
  const toScreen: number[] = []
  let unseen = 0
  for (const { heard, shown, close } of all) {
    close()
    for (const [index, at] of written.entries()) {
      const first = heard.find((one) => one >= at)
      const seen = shown.get(index + 1)
      if (first !== undefined) toNotice.push(first - at)
      if (seen === undefined) unseen++
      else toScreen.push(seen - at)
    }
  }
  const ms = (values: readonly number[], q: number): number => Math.round(quantile(values, q))
  return {
    watchers,
    noticeP50: ms(toNotice, 0.5),
    noticeP95: ms(toNotice, 0.95),
    screenP50: ms(toScreen, 0.5),
    screenP95: ms(toScreen, 0.95),
    unseen,
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pult-live-'))
const pult = await startServer()
try {
  console.log(machine())
  for (const watchers of WATCHERS) console.log(JSON.stringify(await measure(pult, folder, watchers)))
} finally {
  await pult.close()
  await rm(folder, { recursive: true, force: true })
}
