import type { Readable } from 'node:stream'

import { sendFigures, type Caller } from '../platform/index.ts'
import type { TodayFlow } from './today-flow.ts'
import { seenOf, type WholeDay } from './today.ts'

/** So often it is asked anew whether she may still look, and as whom. */
const CHECK_EVERY_MS = 15_000
/** The golden part: streams that were opened at one moment are checked at moments far from each other. */
const SPREAD = 0.618_033_988_75

/** What Today shows to people who see the same, written once for all of them. */
const writtenByDay = new WeakMap<WholeDay, Map<string, string>>()
let opened = 0

/** Sends on a stream what Today shows the caller, as it changes. The stream ends when she may no longer see it. */
export function streamToday(stream: Readable, flow: TodayFlow, first: Caller, callerNow: () => Promise<Caller>): void {
  let caller = first
  const check = (): void => {
    callerNow().then(
      (now) => (caller = now),
      () => stream.push(null),
    )
  }
  const leave = flow.follow(first.centerId, (day) => sendFigures(stream, write(day, caller)))
  opened += 1
  let timer = setTimeout(
    () => {
      check()
      timer = setInterval(check, CHECK_EVERY_MS)
    },
    CHECK_EVERY_MS * ((opened * SPREAD) % 1),
  )
  stream.on('close', () => {
    clearTimeout(timer)
    leave()
  })
}

function write(day: WholeDay, caller: Caller): string {
  const written = writtenByDay.get(day) ?? new Map<string, string>()
  writtenByDay.set(day, written)
  const key = sightOf(caller)
  const json = written.get(key) ?? JSON.stringify(seenOf(day, caller))
  written.set(key, json)
  return json
}

/** Callers with the same see the same on Today. */
const sightOf = ({ reach, teamIds, agentId }: Caller): string =>
  JSON.stringify([reach, reach === 'teams' ? teamIds : null, reach === 'self' ? agentId : null])
