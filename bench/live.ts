// From something that happens in a phone system to the screens that show it: servers in processes of their own behind one database, screens
// of Today and of a wallboard that are open all the while, and 5,000 changes of agents' states a minute that come in meanwhile.
//
//   node bin/with-node.mjs bench/live.ts [--events 12] [--changes 5000] [--processes 1] [--watchers 200]
//
// Each event is a call written into a queue_log that a channel follows, and an agent who signs in by the JSON interface. A screen shows
// the call twice: among those who wait, straight from the facts, and among the offered, once its hour is rolled up.

import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import { changeStates, type Changes } from './change-states.ts'
import type { AskPult } from './ask-pult.ts'
import { machine, option, quantile } from './open-pult.ts'
import { startServers } from './start-server.ts'
import { readBoard, readToday, watchScreen, type OnScreen, type Screen } from './watch-screen.ts'

const EVENTS = option('events', 12)
const CHANGES_A_MINUTE = option('changes', 5000)
const EVENT_EVERY_MS = 2300
const AGENTS = 250
/** Of the screens one in ten is a wallboard. */
const BOARD_EVERY = 10
const TOKENS = 10

const only = (name: string, all: readonly number[]): readonly number[] => {
  const one = option(name, 0)
  return one === 0 ? all : [one]
}

const agent = (place: number): string => `Agent ${place}`

async function openScreens(servers: readonly AskPult[], centerId: number, count: number): Promise<Screen[]> {
  const first = servers[0] as AskPult
  const tokens = await Promise.all(
    Array.from({ length: TOKENS }, (_, place) =>
      first.post<{ token: string }>(`/centers/${centerId}/tokens`, {
        name: `Screen ${place}`,
        role: 'head',
        only: null,
        days: 1,
      }),
    ),
  )
  const board = {
    name: 'Wall',
    language: 'ru',
    theme: 'dark',
    columns: 3,
    margin: 0.1,
    showsNames: false,
    tiles: (['offered', 'waiting', 'signedIn'] as const).map((figure) => ({
      kind: 'figure',
      width: 1,
      figure,
      queueId: null,
    })),
  }
  const { wallboardId } = await first.post<{ wallboardId: number }>(`/centers/${centerId}/wallboards`, board)
  const { token: link } = await first.post<{ token: string }>(`/centers/${centerId}/wallboards/${wallboardId}/link`, {})
  return Array.from({ length: count }, (_, place) => {
    const { address } = servers[place % servers.length] as AskPult
    if (place % BOARD_EVERY === BOARD_EVERY - 1)
      return watchScreen(`${address}/api/v1/wall/${link}/events`, {}, readBoard)
    const authorization = `Bearer ${tokens[place % TOKENS]?.token ?? ''}`
    return watchScreen(`${address}/api/v1/centers/${centerId}/today/events`, { authorization }, readToday)
  })
}

interface Happened {
  readonly call: number
  readonly signIn: number
}

async function happen(first: AskPult, centerId: number, path: string): Promise<Happened[]> {
  const happened: Happened[] = []
  for (let event = 1; event <= EVENTS; event++) {
    const call = performance.now()
    await appendFile(path, `${Math.floor(Date.now() / 1000)}|${event}.1|sales|NONE|ENTERQUEUE||+7900${event}|1\n`)
    const signIn = performance.now()
    const states = [
      { sourceKey: `new ${event}`, agent: `New ${event}`, state: 'session', startedAt: new Date().toISOString() },
    ]
    await first.post(`/centers/${centerId}/contacts/batch`, { source: 'Newcomers', states })
    happened.push({ call, signIn })
    await rest(EVENT_EVERY_MS + (event % 7) * 130)
  }
  return happened
}

async function measure(servers: readonly AskPult[], folder: string, watchers: number): Promise<object> {
  const first = servers[0] as AskPult
  const centerId = await first.createCenter(`Live ${watchers}`)
  const path = join(folder, `queue_log_${servers.length}_${watchers}`)
  await writeFile(path, '')
  const draft = { kind: 'queueLog', name: 'Log', source: 'Asterisk', settings: { path, begin: 'start' } }
  await first.post(`/centers/${centerId}/connectors`, { draft })
  const startedAt = new Date(Date.now() - 60_000).toISOString()
  const sessions = Array.from({ length: AGENTS }, (_, place) => ({
    sourceKey: `session ${place}`,
    agent: agent(place),
    state: 'session',
    startedAt,
  }))
  await first.post(`/centers/${centerId}/contacts/batch`, { source: 'Phone system', states: sessions })
  const changes: Changes | null =
    CHANGES_A_MINUTE === 0
      ? null
      : changeStates(
          servers,
          centerId,
          Array.from({ length: AGENTS }, (_, place) => agent(place)),
          CHANGES_A_MINUTE,
        )
  await rest(4000)
  const screens = await openScreens(servers, centerId, watchers)
  await rest(4000)
  const happened = await happen(first, centerId, path)
  await rest(3000)
  const sent = await changes?.stop()
  const told = screens.map((screen) => screen.told())
  for (const screen of screens) screen.close()
  return {
    processes: servers.length,
    watchers,
    ...summary(screens, happened),
    framesASecond: Number(
      (told.reduce((sum, { frames }) => sum + frames, 0) / watchers / ((EVENTS * 2700) / 1000 + 7)).toFixed(2),
    ),
    kilobytesAFrame: Math.round(
      told.reduce((sum, { bytes }) => sum + bytes, 0) /
        Math.max(
          1,
          told.reduce((sum, { frames }) => sum + frames, 0),
        ) /
        1024,
    ),
    ...sent,
  }
}

function summary(screens: readonly Screen[], happened: readonly Happened[]): object {
  const delays = (name: keyof OnScreen, at: (one: Happened) => number, before: number): string => {
    const all: number[] = []
    let unseen = 0
    for (const { shown } of screens)
      for (const [index, one] of happened.entries()) {
        const seen = shown[name].get(before + index + 1)
        if (seen === undefined) unseen++
        else all.push(seen - at(one))
      }
    const ms = (q: number): number => Math.round(quantile(all, q))
    return `p50 ${ms(0.5)} p95 ${ms(0.95)} max ${ms(1)} ms${unseen === 0 ? '' : `, ${unseen} unseen`}`
  }
  return {
    waits: delays('waiting', ({ call }) => call, 0),
    offered: delays('offered', ({ call }) => call, 0),
    signedIn: delays('signedIn', ({ signIn }) => signIn, AGENTS),
  }
}

const folder = await mkdtemp(join(tmpdir(), 'pult-live-'))
try {
  console.log(machine())
  for (const processes of only('processes', [1, 3])) {
    const pult = await startServers(processes)
    try {
      for (const watchers of only('watchers', [1, 50, 200]))
        console.log(JSON.stringify(await measure(pult.servers, folder, watchers)))
    } finally {
      await pult.close()
    }
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
