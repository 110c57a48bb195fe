import { createRandom } from '@pult/engine/numeric'
import { countQueue, queueRisk, type QueueRule } from '@pult/engine/staffing'

import { machine, option } from './open-pult.ts'

// What counting a requirement costs: one queue for so many days of 28 half-hours, agents for uncertain rates and the chance of each day, as the
// thread of a server counts it. `--days 30 --queues 50` says what a whole centre would take in that thread.

const days = option('days', 30)
const queues = option('queues', 50)
const RUNS = 5

const calls: QueueRule = {
  work: 'calls',
  targetLevel: 0.8,
  withinSeconds: 20,
  rule: 'strict',
  maxAbandonment: null,
  maxOccupancy: null,
  maxAsaSeconds: null,
  patienceSeconds: 180,
  contactsAtOnce: 2,
  stretchPerExtra: 0.2,
  seenAtOnce: null,
  deadlineMinutes: 480,
  backlog: 40,
}

const random = createRandom('requirement')
const loads = Array.from({ length: days * 28 }, (_, place) => ({
  offered: 10 + 80 * Math.sin(((place % 28) / 28) * Math.PI) * (0.8 + 0.4 * random.uniform()),
  ahtSeconds: 240,
  rateShape: 50,
  day: Math.floor(place / 28),
}))

console.log(machine())
for (const work of ['calls', 'chats', 'deferred'] as const) {
  const rule = { ...calls, work }
  const runs = Array.from({ length: RUNS }, () => timed(rule))
  const count = median(runs.map((run) => run.count))
  const risk = median(runs.map((run) => run.risk))
  console.log(
    `${work}: ${days} days of a queue: agents ${(count * 1000).toFixed(0)} ms, chances ${(risk * 1000).toFixed(0)} ms (medians of ${RUNS}); ${queues} queues ${((count + risk) * queues).toFixed(1)} s`,
  )
}

function timed(rule: QueueRule): { readonly count: number; readonly risk: number } {
  const began = performance.now()
  const needs = countQueue(loads, rule, 1800)
  const counted = performance.now()
  const staffed = loads.map((load, place) => ({ ...load, needed: needs[place]?.needed ?? null }))
  const dayShapes = Array.from({ length: days }, () => 40)
  queueRisk(staffed, dayShapes, rule, { intervalSeconds: 1800, random: createRandom('risk') })
  return { count: (counted - began) / 1000, risk: (performance.now() - counted) / 1000 }
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0
}
