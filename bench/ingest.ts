// Contacts that come in by HTTP for minutes on end, in batches of a thousand from several senders, each answered when durable, while
// their roll-ups are kept and screens of Today are watched: contacts a second, and the memory at the beginning, in the middle and at the end.
//
//   node bin/with-node.mjs bench/ingest.ts [--minutes 2] [--senders 3] [--watchers 50]

import { setTimeout as rest } from 'node:timers/promises'

import type { BatchReply } from '@pult/contract/contacts'

import { machine, megabytes, memoryOf, memoryTotal, option, quantile } from './open-pult.ts'
import { startServer, type BenchServer } from './start-server.ts'
import { readToday, watchScreen } from './watch-screen.ts'

const BATCH = 1000
const minutes = option('minutes', 2)
const senders = option('senders', 3)
const watchers = option('watchers', 50)
/** The first share of the time warms up caches and pools; the memory of the beginning is that of its end. */
const WARM = 0.15

interface Sent {
  readonly contacts: number
  readonly times: readonly number[]
}

/** A day's contacts again and again over four weeks, as many centres' phone systems tell them: every batch touches some hours only. */
const contact = (number: number): object => ({
  sourceKey: `c${number}`,
  channel: 'voice',
  queue: `Queue ${number % 12}`,
  agent: `Agent ${number % 250}`,
  customer: `+7900${String(number % 10_000_000).padStart(7, '0')}`,
  offeredAt: new Date(Date.UTC(2026, 9, 1) + number * 400).toISOString(),
  outcome: number % 10 === 0 ? 'abandoned' : 'answered',
  waitMs: (number * 7919) % 60_000,
  talkMs: number % 10 === 0 ? 0 : 180_000,
  acwMs: 20_000,
})

async function sendAll(pult: BenchServer, centerId: number, until: number): Promise<Sent> {
  const times: number[] = []
  let next = 0
  await Promise.all(
    Array.from({ length: senders }, async () => {
      while (performance.now() < until) {
        const first = next
        next += BATCH
        const contacts = Array.from({ length: BATCH }, (_, index) => contact(first + index))
        const sent = performance.now()
        const reply = await pult.post<BatchReply>(`/centers/${centerId}/contacts/batch`, { source: 'bench', contacts })
        if (reply.accepted !== BATCH) throw new Error(JSON.stringify(reply).slice(0, 300))
        times.push(performance.now() - sent)
      }
    }),
  )
  return { contacts: times.length * BATCH, times }
}

async function untilRolledUp(pult: BenchServer, centerId: number): Promise<number> {
  const began = performance.now()
  const question = { from: '2026-10-01', to: '2026-11-30', measures: ['offered'], splitBy: [] }
  for (;;) {
    const { hoursDue } = await pult.post<{ hoursDue: number }>(`/centers/${centerId}/measures/query`, question)
    if (hoursDue === 0) return (performance.now() - began) / 1000
    await rest(200)
  }
}

console.log(machine())
const pult = await startServer()
try {
  const centerId = await pult.createCenter('Ingest')
  const { token } = await pult.post<{ token: string }>(`/centers/${centerId}/tokens`, {
    name: 'Screens',
    role: 'head',
    only: null,
    days: 1,
  })
  const today = `${pult.address}/api/v1/centers/${centerId}/today/events`
  const screens = Array.from({ length: watchers }, () =>
    watchScreen(today, { authorization: `Bearer ${token}` }, readToday),
  )
  const length = minutes * 60_000
  const began = performance.now()
  const work = sendAll(pult, centerId, began + length)
  const memory: string[] = []
  for (const share of [WARM, 0.5, 0.95]) {
    await rest(Math.max(0, began + share * length - performance.now()))
    const now = memoryOf(pult.pid)
    memory.push(`${megabytes(memoryTotal(now))} (server ${megabytes(now.server)}, database ${megabytes(now.database)})`)
  }
  const { contacts, times } = await work
  const seconds = (performance.now() - began) / 1000
  const behind = await untilRolledUp(pult, centerId)
  const frames = screens.reduce((sum, screen) => sum + screen.told().frames, 0)
  for (const screen of screens) screen.close()
  console.log(
    `${Math.round(contacts / seconds)} contacts/s for ${(seconds / 60).toFixed(1)} min (${contacts} contacts, ${senders} senders; a batch p50 ` +
      `${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms); roll-ups ${behind.toFixed(1)} s behind at the end; ` +
      `${watchers} screens told ${(frames / watchers / seconds).toFixed(2)} times a second each`,
  )
  console.log(`memory (PSS) at the beginning ${memory[0]}, in the middle ${memory[1]}, at the end ${memory[2]}`)
} finally {
  await pult.close()
}
