import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { createRandom, type Random } from '@pult/engine/numeric'
import {
  answerDelayOf,
  effectiveOutcome,
  foresee,
  learnHabits,
  type Availability,
  type CenterHabits,
  type EffectiveQueue,
  type ObservedInterval,
} from '@pult/engine/staffing'

import { machine } from './open-pult.ts'

// How well Erlang A foresees a real centre: patience and availability learnt from January 1999, tried on February, hour by hour.
// Hours from 07:00 with 15 or more offered and two or more agents; offered is queued or answered, without IN and PHANTOM; an agent is
// present from her first to her last service, without gaps of more than 30 minutes; volume and handling time as they were; weighted by
// offered. The other way round (February to January) is printed too: one direction alone says little.

const WITHIN_SECONDS = 20
const GAP_SECONDS = 1800
const HOUR = 3600

const folder = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/technion')

interface Call {
  readonly day: number
  readonly atSeconds: number
  readonly waitSeconds: number
  readonly answered: boolean
  readonly handleSeconds: number
}

interface Month {
  readonly hours: readonly ObservedInterval[]
  readonly answeredWaits: readonly number[]
}

function readMonth(name: string): Month {
  const [head = '', ...lines] = gunzipSync(readFileSync(join(folder, `${name}_1999.txt.gz`)))
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const columns = head.trim().split('\t')
  const calls: Call[] = []
  const services = new Map<string, [from: number, to: number][]>()
  for (const line of lines) {
    const cells = line.split('\t')
    const cell = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim()
    if (cell('outcome') === 'PHANTOM' || cell('type') === 'IN') continue
    const day = Number(cell('date')) % 100
    const answered = cell('outcome') === 'AGENT'
    const [queuedAt, from, to] = [secondsOf(cell('q_start')), secondsOf(cell('ser_start')), secondsOf(cell('ser_exit'))]
    if (answered && from > 0 && to >= from && cell('server') !== 'NO_SERVER') {
      const key = `${day} ${cell('server')}`
      services.set(key, [...(services.get(key) ?? []), [from, to]])
    }
    if (queuedAt === 0 && !(answered && from > 0)) continue
    calls.push({
      day,
      atSeconds: queuedAt > 0 ? queuedAt : from,
      waitSeconds: queuedAt > 0 ? Math.max(0, Number(cell('q_time'))) : 0,
      answered,
      handleSeconds: answered ? Math.max(0, Number(cell('ser_time'))) : 0,
    })
  }
  const presence = presenceByHour(services)
  const byHour = Map.groupBy(calls, ({ day, atSeconds }) => day * 24 + Math.floor(atSeconds / HOUR))
  const hours = [...byHour]
    .filter(([position]) => position % 24 >= 7)
    .map(([position, members]) => hourOf(position, members, presence.get(position) ?? 0))
    .filter(({ offered, agentsPresent }) => offered >= 15 && agentsPresent >= 2)
  return { hours, answeredWaits: calls.filter(({ answered }) => answered).map(({ waitSeconds }) => waitSeconds) }
}

function secondsOf(clock: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = clock.split(':').map(Number)
  return hours * HOUR + minutes * 60 + seconds
}

/** Agents present, by hour of the month: services merged over short gaps. */
function presenceByHour(services: ReadonlyMap<string, readonly (readonly [number, number])[]>): Map<number, number> {
  const presence = new Map<number, number>()
  for (const [key, list] of services) {
    const day = Number(key.split(' ')[0])
    const add = (from: number, to: number): void => {
      for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour++) {
        const overlap = Math.min(to, (hour + 1) * HOUR) - Math.max(from, hour * HOUR)
        presence.set(day * 24 + hour, (presence.get(day * 24 + hour) ?? 0) + overlap / HOUR)
      }
    }
    let [start, end] = [-1, -1]
    for (const [from, to] of list.toSorted((left, right) => left[0] - right[0])) {
      if (start >= 0 && from - end <= GAP_SECONDS) end = Math.max(end, to)
      else {
        if (start >= 0) add(start, end)
        ;[start, end] = [from, to]
      }
    }
    add(start, end)
  }
  return presence
}

function hourOf(position: number, calls: readonly Call[], agentsPresent: number): ObservedInterval {
  const answered = calls.filter((call) => call.answered)
  return {
    group: `${position % 24}:00`,
    position,
    intervalSeconds: HOUR,
    offered: calls.length,
    answered: answered.length,
    abandoned: calls.length - answered.length,
    answeredWithin: answered.filter(({ waitSeconds }) => waitSeconds <= WITHIN_SECONDS).length,
    totalWaitSeconds: calls.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0),
    ahtSeconds: Math.max(
      1,
      answered.reduce((sum, { handleSeconds }) => sum + handleSeconds, 0) / Math.max(1, answered.length),
    ),
    agentsPresent,
  }
}

function tellErrors(name: string, hours: readonly ObservedInterval[], habits: CenterHabits): void {
  const outcomes = foresee(hours, habits)
  let offered = 0
  const abandon = { miss: 0, bias: 0 }
  const level = { miss: 0, bias: 0 }
  for (const [place, hour] of hours.entries()) {
    const { abandonRate = 0, answeredWithin = 0 } = outcomes[place] ?? {}
    offered += hour.offered
    for (const [sum, error] of [
      [abandon, abandonRate * hour.offered - hour.abandoned],
      [level, answeredWithin * hour.offered - hour.answeredWithin],
    ] as const) {
      sum.miss += Math.abs(error)
      sum.bias += error
    }
  }
  const points = (value: number): string => ((100 * value) / offered).toFixed(2)
  console.log(
    `${name.padEnd(46)} P(abandon) MAE ${points(abandon.miss)} points, bias ${points(abandon.bias)}; ` +
      `strict level at ${WITHIN_SECONDS} s MAE ${(level.miss / offered).toFixed(3)}, bias ${points(level.bias)} points`,
  )
}

function tryOn(learnt: string, tried: string, from: Month, to: Month): void {
  const habits = learnHabits(from.hours, {
    withinSeconds: WITHIN_SECONDS,
    answerDelaySeconds: answerDelayOf(from.answeredWaits) ?? 0,
  })
  if (habits === undefined) throw new Error('nobody waited')
  const { underPressure, atOnce, patienceSeconds, answerDelaySeconds } = habits
  console.log(
    `learnt from ${learnt} (${from.hours.length} hours): availability ${underPressure.whole.toFixed(3)} under pressure, ${atOnce.whole.toFixed(3)} at once, ` +
      `patience ${patienceSeconds.toFixed(0)} s, answer delay ${answerDelaySeconds} s; tried on ${tried} (${to.hours.length} hours)`,
  )
  const same = (whole: number): Availability => ({ whole, byGroup: {} })
  const plain = {
    ...habits,
    underPressure: same(underPressure.whole),
    atOnce: same(underPressure.whole),
    patienceByGroup: {},
    answerDelaySeconds: 0,
    ahtPriorContacts: 0,
  }
  tellErrors('  agents as present', to.hours, { ...plain, underPressure: same(1), atOnce: same(1) })
  tellErrors('  one availability, one patience', to.hours, plain)
  tellErrors('  habits by hour, the defaults', to.hours, habits)
}

interface LivedHour {
  readonly offered: number
  readonly abandoned: number
}

/** An hour of a queue that is just what Erlang A takes it for, after an hour to settle in. */
function liveHour(queue: EffectiveQueue, random: Random): LivedHour {
  const { offered, ahtSeconds, patienceSeconds, effectiveAgents } = queue
  const agents = Math.floor(effectiveAgents) + (random.uniform() < effectiveAgents % 1 ? 1 : 0)
  const lived = { offered: 0, abandoned: 0 }
  for (let [at, present] = [-HOUR, 0]; ;) {
    const busy = Math.min(present, agents)
    const rates = [offered / HOUR, busy / ahtSeconds, (present - busy) / patienceSeconds] as const
    const pace = rates[0] + rates[1] + rates[2]
    at -= Math.log(1 - random.uniform()) / pace
    if (at >= HOUR) break
    const draw = random.uniform() * pace
    const counts = at >= 0 ? 1 : 0
    if (draw < rates[0]) {
      present++
      lived.offered += counts
    } else {
      present--
      if (draw >= rates[0] + rates[1]) lived.abandoned += counts
    }
  }
  return lived
}

/**
 * What chance leaves to a model that is right in everything: the tried month lived anew by queues with the month's own habits, foreseen
 * with those habits, and with the volume as it came.
 */
function tellFloor(month: Month): void {
  const delay = answerDelayOf(month.answeredWaits) ?? 0
  const habits = learnHabits(month.hours, { withinSeconds: WITHIN_SECONDS, answerDelaySeconds: delay })
  if (habits === undefined) return
  const random = createRandom('floor')
  let [offered, miss] = [0, 0]
  for (let turn = 0; turn < 20; turn++)
    for (const hour of month.hours) {
      const { group, agentsPresent, intervalSeconds, ahtSeconds } = hour
      const queue = {
        offered: hour.offered,
        intervalSeconds,
        ahtSeconds,
        patienceSeconds: habits.patienceByGroup[group] ?? habits.patienceSeconds,
        effectiveAgents: agentsPresent * (habits.underPressure.byGroup[group] ?? habits.underPressure.whole),
        withinSeconds: WITHIN_SECONDS,
      }
      const lived = liveHour(queue, random)
      const { abandonRate } = effectiveOutcome({ ...queue, offered: lived.offered })
      offered += lived.offered
      miss += Math.abs(abandonRate * lived.offered - lived.abandoned)
    }
  console.log(
    `what chance leaves to a model that is right in everything, the volume known: P(abandon) MAE ${((100 * miss) / offered).toFixed(2)} points`,
  )
}

console.log(machine())
if (existsSync(join(folder, 'january_1999.txt.gz'))) {
  const [january, february] = [readMonth('january'), readMonth('february')]
  tryOn('January', 'February', january, february)
  tryOn('February', 'January', february, january)
  tellFloor(february)
  console.log('to reach on February: P(abandon) MAE 3.2 points, strict level MAE 0.09, bias 1 point')
} else console.log(`Left out: no records in ${folder}.`)
