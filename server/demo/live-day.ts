import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'
import { simulateDay, type DemoCenter, type DemoDay } from '@pult/engine/demo'
import { addDays, HOUR_MS, type LocalDate } from '@pult/engine/time'

/** What has happened since it was asked the last time. */
export interface News {
  readonly contacts: ContactRecord[]
  readonly states: AgentStateRecord[]
}

export interface LiveDay {
  /** Everything that began or changed up to now: who entered and waits, who is being served, who is done. */
  until(now: number): News
}

const at = { unseen: 0, waiting: 1, inService: 2, done: 3 } as const
type Stage = (typeof at)[keyof typeof at]

/** How long before midnight a day's first e-mails come. */
const MAIL_AHEAD_MS = 4 * HOUR_MS

/**
 * Lets the simulated days pass in real time. Each day is simulated once; a restart tells everything of the day again, which
 * changes nothing, because keys are the same.
 */
export function createLiveDay(seed: string, center: DemoCenter, dateOf: (now: number) => LocalDate): LiveDay {
  const days = new Map<LocalDate, DemoDay>()
  const stages = new Map<string, Stage>()

  function daysAround(now: number): DemoDay[] {
    const today = dateOf(now)
    // Conversations of yesterday evening may still go on, and this evening's e-mails belong to tomorrow's simulated day.
    const wanted = [...new Set([addDays(today, -1), today, dateOf(now + MAIL_AHEAD_MS)])]
    for (const date of days.keys()) {
      if (wanted.includes(date)) continue
      for (const fact of [...(days.get(date)?.contacts ?? []), ...(days.get(date)?.states ?? [])])
        stages.delete(fact.sourceKey)
      days.delete(date)
    }
    return wanted.map((date) => {
      const day = days.get(date) ?? simulateDay({ seed, date, center })
      days.set(date, day)
      return day
    })
  }

  function moves(key: string, stage: Stage): boolean {
    if ((stages.get(key) ?? at.unseen) >= stage || stage === at.unseen) return false
    stages.set(key, stage)
    return true
  }

  return {
    until(now) {
      const news: News = { contacts: [], states: [] }
      for (const { contacts, states } of daysAround(now)) {
        for (const contact of contacts) {
          const stage = stageOf(contact, now)
          if (moves(contact.sourceKey, stage)) news.contacts.push(asOf(contact, stage))
        }
        for (const state of states) {
          const stage = now < state.startedAt ? at.unseen : now < (state.endedAt ?? 0) ? at.waiting : at.done
          if (moves(state.sourceKey, stage)) news.states.push(stage === at.done ? state : stillGoing(state))
        }
      }
      return news
    },
  }
}

function stageOf(contact: ContactRecord, now: number): Stage {
  const settledAt = contact.offeredAt + contact.waitMs
  const endedAt = settledAt + (contact.talkMs ?? 0) + (contact.holdMs ?? 0) + (contact.acwMs ?? 0)
  if (now < contact.offeredAt) return at.unseen
  if (now < settledAt) return at.waiting
  return now < endedAt ? at.inService : at.done
}

/** A contact as its telephone system would know it at this stage. */
function asOf(contact: ContactRecord, stage: Stage): ContactRecord {
  if (stage === at.done) return contact
  const { sourceKey, contactRef, leg, channel, direction, queue, agent, customer, offeredAt, waitMs } = contact
  return {
    sourceKey,
    contactRef,
    leg,
    channel,
    direction,
    offeredAt,
    outcome: 'open',
    waitMs: stage === at.inService ? waitMs : 0,
    ...(queue === undefined ? {} : { queue }),
    ...(customer === undefined ? {} : { customer }),
    ...(stage === at.inService && agent !== undefined ? { agent } : {}),
  }
}

function stillGoing({ endedAt: _later, ...state }: AgentStateRecord): AgentStateRecord {
  return state
}
