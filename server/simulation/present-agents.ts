import { skillGroups, wholeAgents, type HandledContacts } from '@pult/engine/simulation'
import { HALF_HOUR_MS } from './half-hours.ts'
import type { ElsewhereRow, PresenceRow } from './day-facts.ts'

/** Agents who do the same, and how many of them were there in each half-hour. */
export interface PresentGroup {
  readonly queueIds: readonly number[]
  readonly people: number
  readonly agents: readonly number[]
}

export interface DayPresence {
  readonly presence: 'sessions' | 'contacts'
  readonly groups: readonly PresentGroup[]
  /** There and able to take these contacts, in all. */
  readonly presentSeconds: number
}

const SLOT_SECONDS = HALF_HOUR_MS / 1000

/**
 * Agents by skill group and half-hour: those who were there, less pauses, training, and work on anything else. Where a source tells no
 * sessions, whoever handled anything in a half-hour is taken to have been there.
 */
export function presentAgents(
  rows: readonly PresenceRow[],
  elsewhere: readonly ElsewhereRow[],
  handled: readonly HandledContacts[],
  dayStart: number,
  slots: number,
): DayPresence {
  const presence = rows.some(({ hasSession }) => hasSession) ? 'sessions' : 'contacts'
  const busy = secondsElsewhere(elsewhere, dayStart, slots)
  const present = new Map<number, Float64Array>()
  for (const row of rows) {
    const seconds = presence === 'sessions' ? row.presentSeconds : row.handlingSeconds > 0 ? SLOT_SECONDS : 0
    const free = seconds - (busy.get(row.agent)?.[row.slot] ?? 0)
    if (row.slot < 0 || row.slot >= slots || free <= 0) continue
    let ofAgent = present.get(row.agent)
    if (ofAgent === undefined) present.set(row.agent, (ofAgent = new Float64Array(slots)))
    ofAgent[row.slot] = free
  }
  const groups = skillGroups(handled.filter(({ agent }) => present.has(agent)))
  let presentSeconds = 0
  const counted = groups.map(({ agents, queues }): PresentGroup => {
    const sums = new Float64Array(slots)
    for (const agent of agents)
      for (const [slot, seconds] of (present.get(agent) ?? []).entries()) {
        sums[slot] = (sums[slot] as number) + seconds / SLOT_SECONDS
        presentSeconds += seconds
      }
    return { queueIds: queues, people: agents.length, agents: wholeAgents([...sums]) }
  })
  return { presence, groups: counted, presentSeconds }
}

function secondsElsewhere(
  elsewhere: readonly ElsewhereRow[],
  dayStart: number,
  slots: number,
): ReadonlyMap<number, Float64Array> {
  const busy = new Map<number, Float64Array>()
  for (const { agent, from, to } of elsewhere) {
    let ofAgent = busy.get(agent)
    if (ofAgent === undefined) busy.set(agent, (ofAgent = new Float64Array(slots)))
    const first = Math.max(0, Math.floor((from - dayStart) / HALF_HOUR_MS))
    for (let slot = first; slot < slots && dayStart + slot * HALF_HOUR_MS < to; slot++) {
      const begins = dayStart + slot * HALF_HOUR_MS
      const overlap = Math.min(to, begins + HALF_HOUR_MS) - Math.max(from, begins)
      if (overlap > 0) ofAgent[slot] = (ofAgent[slot] as number) + overlap / 1000
    }
  }
  return busy
}
