import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { answerDelayOf, type ObservedInterval } from '@pult/engine/staffing'

// Hours of a month of the Technion log: those from 07:00 with 15 or more offered and two or more agents; offered is queued or answered,
// without IN and PHANTOM; an agent is present from her first to her last service, without gaps of more than 30 minutes.

export const WITHIN_SECONDS = 20
const GAP_SECONDS = 1800
const HOUR = 3600

const folder = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data/technion')

interface Call {
  readonly day: number
  readonly type: string
  readonly atSeconds: number
  readonly waitSeconds: number
  readonly answered: boolean
  readonly handleSeconds: number
}

export interface Month {
  readonly hours: readonly ObservedInterval[]
  readonly answerDelaySeconds: number
}

/** Undefined where the records are not. */
export function readMonth(name: string): Month | undefined {
  const file = join(folder, `${name}_1999.txt.gz`)
  if (!existsSync(file)) {
    console.log(`Left out: no records in ${folder}.`)
    return undefined
  }
  const [head = '', ...lines] = gunzipSync(readFileSync(file))
    .toString('latin1')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
  const columns = head.trim().split('\t')
  const calls: Call[] = []
  const services = new Map<string, [from: number, to: number][]>()
  for (const line of lines) {
    const cells = line.split('\t')
    const cell = (column: string): string => (cells[columns.indexOf(column)] ?? '').trim()
    const type = cell('type')
    if (cell('outcome') === 'PHANTOM' || type === 'IN') continue
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
      type,
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
  const answeredWaits = calls.filter(({ answered }) => answered).map(({ waitSeconds }) => waitSeconds)
  return { hours, answerDelaySeconds: answerDelayOf(answeredWaits) ?? 0 }
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
  const types = [...Map.groupBy(calls, ({ type }) => type)]
  const waitOf = (some: readonly Call[]): number => some.reduce((sum, { waitSeconds }) => sum + waitSeconds, 0)
  return {
    group: `${position % 24}:00`,
    position,
    intervalSeconds: HOUR,
    offered: calls.length,
    answered: answered.length,
    abandoned: calls.length - answered.length,
    answeredWithin: answered.filter(({ waitSeconds }) => waitSeconds <= WITHIN_SECONDS).length,
    totalWaitSeconds: waitOf(calls),
    ahtSeconds: Math.max(
      1,
      answered.reduce((sum, { handleSeconds }) => sum + handleSeconds, 0) / Math.max(1, answered.length),
    ),
    agentsPresent,
    offeredByKind: Object.fromEntries(types.map(([type, some]) => [type, some.length])),
    waitsByKind: Object.fromEntries(
      types.map(([type, some]) => [
        type,
        { abandoned: some.filter((call) => !call.answered).length, totalWaitSeconds: waitOf(some) },
      ]),
    ),
  }
}
