import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as rest } from 'node:timers/promises'

import type { EditResult, ShiftChange } from '@pult/contract/schedule'
import type { PlannedShift, Roster } from '@pult/contract/schedule-roster'
import { createRandom } from '@pult/engine/numeric'

import { machine, megabytes, openPult, option, quantile } from './open-pult.ts'
import { fillCenter } from './roster-in-pult.ts'

// What a planner waits for while she drags a shift: the answer of a trial over HTTP, asked as her browser asks, the first one and those that
// follow, after a leave was booked, and of edits that are saved. `--agents 100 --weeks 4 --seconds 30 --trials 200`.

const agents = option('agents', 100)
const weeks = option('weeks', 4)
const seconds = option('seconds', 30)
const trials = option('trials', 200)
const FIRST_DAY = '2027-02-01'
const MOVES = [-60, -45, -30, -15, 15, 30, 45, 60]

interface Read {
  readonly roster: Roster
  readonly shifts: PlannedShift[]
  readonly members: readonly { readonly agentId: number }[]
}

const pult = await openPult()
const random = createRandom('trial')
const blocked = monitorEventLoopDelay({ resolution: 5 })
try {
  const centerId = await pult.createCenter('Bench')
  const requirementId = await fillCenter(pult, centerId, { agents, weeks, firstDay: FIRST_DAY })
  const cookie = await comeIn(centerId)
  const ask = async <Reply>(method: string, path: string, body?: object): Promise<Reply> => {
    const response = await fetch(`${pult.address}/api/v1/centers/${centerId}${path}`, {
      method,
      headers: { cookie, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
    return (await response.json()) as Reply
  }
  const timed = async <Reply>(method: string, path: string, body?: object): Promise<{ ms: number; reply: Reply }> => {
    const began = performance.now()
    const reply = await ask<Reply>(method, path, body)
    return { ms: performance.now() - began, reply }
  }

  console.log(`${machine()}; load ${loadavg()[0]?.toFixed(1)}`)
  const roster = await makeRoster(ask, requirementId)
  const path = `/rosters/${roster.rosterId}`
  blocked.enable()
  const opened = await timed<Read>('GET', path)
  let { shifts } = opened.reply
  let { version } = opened.reply.roster
  console.log(
    `${agents} agents × ${weeks} weeks, ${shifts.length} shifts; the roster read in ${opened.ms.toFixed(0)} ms`,
  )
  const move = (): ShiftChange => {
    const shift = shifts[random.integer(0, shifts.length)] as PlannedShift
    const by = random.pick(MOVES) * 60_000
    const later = (instant: string): string => new Date(Date.parse(instant) + by).toISOString()
    return { kind: 'move', shiftId: shift.shiftId, start: later(shift.start), end: later(shift.end) }
  }
  const edit = async (isTrial: boolean): Promise<number> => {
    const body = { version, changes: [move()], isTrial }
    const { ms, reply } = await timed<EditResult>('PATCH', `${path}/shifts`, body)
    if (isTrial) return ms
    const known = new Map(reply.shifts.map((shift) => [shift.shiftId, shift]))
    shifts = shifts.map((shift) => known.get(shift.shiftId) ?? shift)
    ;({ version } = reply)
    return ms
  }
  const many = async (count: number, isTrial: boolean): Promise<string> => {
    const times: number[] = []
    const began = process.cpuUsage()
    for (let turn = 0; turn < count; turn++) {
      // A shift that cannot move there is refused, which is no answer to be timed.
      const ms = await edit(isTrial).catch(() => null)
      if (ms !== null) times.push(ms)
    }
    const { user, system } = process.cpuUsage(began)
    return `p50 ${quantile(times, 0.5).toFixed(1)} ms, p95 ${quantile(times, 0.95).toFixed(1)} ms, of ${times.length}; ${((user + system) / 1000 / count).toFixed(1)} ms of CPU each, server and bench`
  }
  const longest = (): string => {
    const ms = blocked.max / 1e6
    blocked.reset()
    return `${ms.toFixed(0)} ms`
  }

  console.log(
    `trial, the first after opening: ${(await edit(true)).toFixed(0)} ms; the event loop stood still for ${longest()} at most`,
  )
  console.log(`trials that follow: ${await many(trials, true)}; stood still ${longest()}`)
  const [someone] = opened.reply.members
  await ask('POST', '/absences', {
    agentId: someone?.agentId,
    kind: 'leave',
    firstDay: '2027-03-20',
    lastDay: '2027-03-21',
    fromMinute: null,
    toMinute: null,
    note: '',
  })
  console.log(
    `trial, the first after a leave was booked: ${(await edit(true)).toFixed(0)} ms; stood still ${longest()}`,
  )
  console.log(`edits that are saved: ${await many(Math.ceil(trials / 4), false)}; stood still ${longest()}`)
  console.log(`trials between saved edits: ${await many(trials, true)}; stood still ${longest()}`)
  console.log(`coverage read in ${(await timed('GET', `${path}/coverage`)).ms.toFixed(0)} ms; stood still ${longest()}`)
  const law = await timed<{ readonly violations: readonly unknown[] }>('GET', `${path}/violations`)
  console.log(
    `${law.reply.violations.length} breaches of law read in ${law.ms.toFixed(0)} ms; stood still ${longest()}`,
  )
  console.log(`${megabytes(process.memoryUsage.rss())} resident, the server with its threads and this bench`)
} finally {
  await pult.close()
}

/** A planner signed in as a browser is: sessions are looked up with every request. */
async function comeIn(centerId: number): Promise<string> {
  const person = { name: 'Planner', email: 'planner@example.com', role: 'planner' }
  const { link } = await pult.post<{ link: string }>(`/centers/${centerId}/members`, person)
  const { pathname, search } = new URL(link)
  const reply = await fetch(pult.address + pathname + search, { redirect: 'manual' })
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function makeRoster(
  ask: <Reply>(method: string, path: string, body?: object) => Promise<Reply>,
  requirementId: number,
): Promise<Roster> {
  const lastDay = new Date(Date.parse(FIRST_DAY) + (weeks * 7 - 1) * 86_400_000).toISOString().slice(0, 10)
  const { rosterId } = await ask<{ rosterId: number }>('POST', '/rosters', {
    name: 'Bench',
    requirementId,
    firstDay: FIRST_DAY,
    lastDay,
    agentIds: null,
    seconds,
    seed: 1,
    startFrom: null,
  })
  for (;;) {
    const { rosters } = await ask<{ rosters: Roster[] }>('GET', '/rosters')
    const found = rosters.find((one) => one.rosterId === rosterId)
    if (found?.status === 'draft') return found
    if (found?.status === 'failed') throw new Error(`the roster failed: ${found.problem}`)
    await rest(1000)
  }
}
