// Half an hour at ten times the demonstration's load: contacts and agents' states that happen now, screens that watch, reports that are asked for.
// Memory is told each minute; flat is when the last third takes no more than a tenth above the first.
//
//   node bin/with-node.mjs bench/soak.ts [--minutes 30] [--contacts 40] [--changes 3000] [--watchers 50]

import { setTimeout as rest } from 'node:timers/promises'

import { changeStates } from './change-states.ts'
import { machine, megabytes, memoryOf, memoryTotal, option } from './open-pult.ts'
import { startServer } from './start-server.ts'
import { readToday, watchScreen } from './watch-screen.ts'

const minutes = option('minutes', 30)
/** A second: the demonstration's busiest half-hour brings about four. */
const contactsASecond = option('contacts', 40)
const changesAMinute = option('changes', 3000)
const watchers = option('watchers', 50)
const AGENTS = 600
const REPORT_EVERY_MS = 2000
const FLAT = 1.1

const agents = Array.from({ length: AGENTS }, (_, place) => `Agent ${place}`)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

console.log(machine())
const pult = await startServer()
try {
  const centerId = await pult.createCenter('Soak')
  const day = new Date().toISOString().slice(0, 10)
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await pult.post(`/centers/${centerId}/contacts/batch`, {
    source: 'Phone system',
    states: agents.map((agent, place) => ({
      sourceKey: `session ${place}`,
      agent,
      state: 'session',
      startedAt: new Date(Date.now() - 60_000).toISOString(),
    })),
  })
  const today = `${pult.address}/api/v1/centers/${centerId}/today/events`
  const screens = Array.from({ length: watchers }, () => watchScreen(today, pult.headers, readToday))
  const changes = changeStates([pult], centerId, agents, changesAMinute)
  const until = performance.now() + minutes * 60_000
  let [number, refused] = [0, 0]
  const everySoOften = async (ms: number, work: () => Promise<unknown>): Promise<void> => {
    while (performance.now() < until) {
      const began = performance.now()
      await work().catch(() => refused++)
      await rest(Math.max(0, ms - (performance.now() - began)))
    }
  }
  const send = (): Promise<unknown> =>
    pult.post(`/centers/${centerId}/contacts/batch`, {
      source: 'Calls',
      contacts: Array.from({ length: contactsASecond }, () => {
        const place = number++
        return {
          sourceKey: `c${place}`,
          channel: 'voice',
          queue: `Queue ${place % 12}`,
          agent: agents[place % AGENTS],
          offeredAt: new Date(Date.now() - 200_000).toISOString(),
          outcome: place % 10 === 0 ? 'abandoned' : 'answered',
          waitMs: (place * 7919) % 60_000,
          talkMs: place % 10 === 0 ? 0 : 120_000,
        }
      }),
    })
  const ask = (): Promise<unknown> =>
    pult.post(`/centers/${centerId}/measures/query`, {
      from: day,
      to: tomorrow,
      measures: ['offered', 'abandoned'],
      splitBy: ['queue'],
    })
  const memory: number[] = []
  const look = async (): Promise<void> => {
    const now = memoryOf(pult.pid)
    memory.push(memoryTotal(now))
    console.log(
      `minute ${memory.length}: ${megabytes(memoryTotal(now))} (server ${megabytes(now.server)}, database ${megabytes(now.database)})`,
    )
  }
  await Promise.all([everySoOften(1000, send), everySoOften(REPORT_EVERY_MS, ask), everySoOften(60_000, look)])
  await changes.stop()
  for (const screen of screens) screen.close()
  const third = Math.max(1, Math.floor(memory.length / 3))
  const growth = mean(memory.slice(-third)) / mean(memory.slice(0, third))
  console.log(
    `${number} contacts, ${refused} requests refused; the last third of the time took ${growth.toFixed(2)} of the memory of the first`,
  )
  if (growth > FLAT || refused > 0) process.exitCode = 1
} finally {
  await pult.close()
}
