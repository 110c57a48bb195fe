import type { BatchReply } from '@pult/contract/contacts'

import { machine, openPult, option, quantile } from './open-pult.ts'

// Batches of 1,000 contacts over HTTP, each answered when durable. The sender runs in this process too and takes its share of the cores.

const BATCH = 1000
const batches = option('batches', 200)
const parallel = option('parallel', 4)

const pult = await openPult()
const centerId = await pult.createCenter('Batches')
console.log(machine())

const contact = (number: number): object => ({
  sourceKey: `c${number}`,
  channel: 'voice',
  queue: `Queue ${number % 6}`,
  agent: `Agent ${number % 120}`,
  customer: `+7900${String(number % 10_000_000).padStart(7, '0')}`,
  offeredAt: new Date(Date.UTC(2026, 8, 1) + number * 3000).toISOString(),
  outcome: number % 10 === 0 ? 'abandoned' : 'answered',
  waitMs: (number * 7919) % 60_000,
  talkMs: number % 10 === 0 ? 0 : 180_000,
  acwMs: 20_000,
})

async function run(name: string, first: number, count: number): Promise<void> {
  const bodies = Array.from({ length: count }, (_, batch) =>
    JSON.stringify({
      source: 'bench',
      contacts: Array.from({ length: BATCH }, (_unused, index) => contact((first + batch) * BATCH + index)),
    }),
  )
  const times: number[] = []
  let next = 0
  const began = performance.now()
  await Promise.all(
    Array.from({ length: parallel }, async () => {
      for (let index = next++; index < bodies.length; index = next++) {
        const sent = performance.now()
        const response = await fetch(`${pult.address}/api/v1/centers/${centerId}/contacts/batch`, {
          method: 'POST',
          headers: { ...pult.headers, 'content-type': 'application/json' },
          body: bodies[index] ?? '',
        })
        const reply = (await response.json()) as BatchReply
        if (reply.accepted + reply.duplicates !== BATCH) throw new Error(JSON.stringify(reply).slice(0, 300))
        times.push(performance.now() - sent)
      }
    }),
  )
  const seconds = (performance.now() - began) / 1000
  console.log(
    `${name}: ${Math.round((count * BATCH) / seconds)} contacts/s (${count} batches of ${BATCH}, ${parallel} at once; a batch p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms)`,
  )
}

await run('warm-up', 0, 20)
for (let turn = 0; turn < 3; turn++) await run(`run ${turn + 1}`, 20 + turn * batches, batches)
await run('the same again (all known)', 20, batches)
await pult.close()
