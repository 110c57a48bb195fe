import { describe, expect, it } from 'vitest'

import type { ContactRecord } from '../contacts/index.ts'
import { addDays, createZone, datesBetween, MINUTE_MS, minutesOfDay, type LocalDate } from '../time/index.ts'
import { cheatKinds, type CheatKind } from './center.ts'
import { createQueueLogWriter, demoCenter, simulateDay, type DemoDay } from './index.ts'

const ANCHOR = '2026-11-23'
const center = demoCenter({ anchorDate: ANCHOR })
const zone = createZone(center.timeZone)
const days = new Map<LocalDate, DemoDay>()

function dayOf(date: LocalDate): DemoDay {
  const day = days.get(date) ?? simulateDay({ seed: 'test', date, center })
  days.set(date, day)
  return day
}

const span = (from: LocalDate, length: number): DemoDay[] => datesBetween(from, addDays(from, length)).map(dayOf)
/** Two weeks without holidays, campaigns or trouble. */
const ordinary = span('2026-11-09', 14)
const workingDays = ordinary.filter((_, index) => index % 7 < 5)

const isCall = ({ channel, direction }: ContactRecord): boolean => channel === 'voice' && direction === 'inbound'
const contactsOf = (some: readonly DemoDay[]): ContactRecord[] => some.flatMap((day) => [...day.contacts])
const share = <Item>(items: readonly Item[], is: (item: Item) => boolean): number =>
  items.filter(is).length / items.length

function serviceLevel(some: readonly DemoDay[]): number {
  return share(contactsOf(some).filter(isCall), ({ outcome, waitMs }) => outcome === 'answered' && waitMs <= 20_000)
}

const handledBy = (codes: ReadonlySet<string>, some: readonly DemoDay[]): ContactRecord[] =>
  contactsOf(some).filter(
    (contact) => isCall(contact) && contact.outcome === 'answered' && codes.has(contact.agent ?? ''),
  )

const cheats = (kind: CheatKind): Set<string> =>
  new Set(center.agents.filter(({ habits }) => habits.cheat === kind).map(({ code }) => code))
const honest = new Set(
  center.agents.filter(({ habits }) => habits.cheat === undefined && habits.shines !== true).map(({ code }) => code),
)

describe('the demonstration centre', () => {
  it('has 120 agents and 6 queues in three channels, one of them around the clock', () => {
    expect(center.agents).toHaveLength(120)
    expect(new Set(center.agents.map(({ code }) => code)).size).toBe(120)
    expect(center.queues.map(({ channel }) => channel).toSorted()).toEqual([
      'chat',
      'email',
      'voice',
      'voice',
      'voice',
      'voice',
    ])
    const nightly = center.queues.filter(({ channel, code }) => {
      const night = dayOf('2026-11-11').contacts.filter(
        ({ queue, offeredAt }) => queue === code && zone.instantToLocal(offeredAt).hour === 3,
      )
      return channel === 'voice' && night.length > 0
    })
    expect(nightly).toHaveLength(1)
  })

  it('knows every queue, team and skill that its people name', () => {
    const skills = new Set(center.skills.map(({ code }) => code))
    const teams = new Set(center.teams.map(({ code }) => code))
    const queues = new Set(center.queues.map(({ code }) => code))
    for (const agent of center.agents) {
      expect(teams).toContain(agent.team)
      for (const { skill } of agent.skills) expect(skills).toContain(skill)
    }
    for (const { queue } of center.skills) expect(queues).toContain(queue)
  })
})

describe('a simulated day', () => {
  it('is the same for the same seed, whatever was simulated before', () => {
    const again = simulateDay({ seed: 'test', date: '2026-11-11', center: demoCenter({ anchorDate: ANCHOR }) })
    expect(again).toEqual(dayOf('2026-11-11'))
    const other = simulateDay({ seed: 'other', date: '2026-11-11', center })
    expect(other.contacts).not.toEqual(again.contacts)
  })

  it('gives every leg and state a key of its own, over days too', () => {
    const keys = [...contactsOf(ordinary), ...ordinary.flatMap((day) => [...day.states])].map(
      ({ sourceKey }) => sourceKey,
    )
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('has as many contacts as 120 agents can handle, and answers most calls in time', () => {
    for (const { contacts } of workingDays) {
      expect(contacts.length).toBeGreaterThan(5000)
      expect(contacts.length).toBeLessThan(11_000)
    }
    expect(serviceLevel(workingDays)).toBeGreaterThan(0.6)
    expect(serviceLevel(workingDays)).toBeLessThan(0.92)
    const abandoned = share(contactsOf(workingDays).filter(isCall), ({ outcome }) => outcome === 'abandoned')
    expect(abandoned).toBeGreaterThan(0.02)
    expect(abandoned).toBeLessThan(0.1)
  })

  it('holds no impossible fact', () => {
    const impossible = contactsOf(ordinary).filter(
      ({ offeredAt, waitMs, ringMs = 0, talkMs = 0, holdMs = 0, acwMs = 0 }) =>
        [offeredAt, waitMs, ringMs, talkMs, holdMs, acwMs].some((value) => !Number.isSafeInteger(value) || value < 0) ||
        ringMs > waitMs,
    )
    expect(impossible).toEqual([])
    const states = ordinary.flatMap((day) => [...day.states])
    expect(states.filter(({ startedAt, endedAt = 0 }) => endedAt <= startedAt)).toEqual([])
  })

  it('lets nobody talk in two calls at once, nor while signed out', () => {
    for (const { contacts, states } of workingDays.slice(0, 3)) {
      for (const { code } of center.agents) {
        const sessions = states.filter(({ agent, state }) => agent === code && state === 'session')
        const calls = contacts
          .filter(({ agent, outcome, channel }) => agent === code && outcome === 'answered' && channel === 'voice')
          .map(({ offeredAt, waitMs, talkMs = 0, holdMs = 0 }) => ({
            from: offeredAt + waitMs,
            to: offeredAt + waitMs + talkMs + holdMs,
          }))
          .toSorted((left, right) => left.from - right.from)
        for (const [index, { from, to }] of calls.entries()) {
          expect(from).toBeGreaterThanOrEqual(calls[index - 1]?.to ?? 0)
          expect(sessions.some(({ startedAt, endedAt = 0 }) => startedAt <= from && to <= endedAt)).toBe(true)
        }
      }
    }
  })

  it('joins the legs of a transfer in one contact', () => {
    const { contacts } = dayOf('2026-11-11')
    const second = contacts.filter(({ leg }) => leg === 2)
    expect(second.length).toBeGreaterThan(50)
    for (const { contactRef } of second)
      expect(contacts.some((contact) => contact.contactRef === contactRef && contact.leg === 1)).toBe(true)
  })
})

describe('what happens to the centre', () => {
  it('suffers a bad week', () => {
    const bad = span(center.badWeek.from, 5)
    expect(serviceLevel(bad)).toBeLessThan(serviceLevel(workingDays) - 0.1)
    const present = (some: readonly DemoDay[]): number =>
      some.reduce((sum, { states }) => sum + new Set(states.map(({ agent }) => agent)).size, 0) / some.length
    expect(present(bad)).toBeLessThan(0.85 * present(workingDays))
  })

  it('answers no call during the outage, and is called again after it', () => {
    const { date, from, minutes } = center.outage
    const start = zone.startOfDay(date) + minutesOfDay(from) * MINUTE_MS
    const end = start + minutes * MINUTE_MS
    const calls = dayOf(date).contacts.filter(isCall)
    const answered = calls.filter(({ outcome, offeredAt, waitMs }) => {
      const at = offeredAt + waitMs
      return outcome === 'answered' && at > start && at < end
    })
    expect(answered).toHaveLength(0)
    expect(calls.filter(({ offeredAt }) => offeredAt >= start && offeredAt < end).length).toBeGreaterThan(100)
  })

  it('records nothing in the gap', () => {
    const { date, from, minutes } = center.recordingGap
    const start = zone.startOfDay(date) + minutesOfDay(from) * MINUTE_MS
    const end = start + minutes * MINUTE_MS
    const { contacts, states } = dayOf(date)
    expect(contacts.some(({ offeredAt }) => offeredAt < start)).toBe(true)
    expect(contacts.filter(({ offeredAt }) => offeredAt >= start && offeredAt < end)).toHaveLength(0)
    expect(states.filter(({ startedAt, endedAt = 0 }) => startedAt < end && endedAt > start)).toHaveLength(0)
  })

  it('is quiet on holidays and at weekends, and busy in a campaign', () => {
    const usual = contactsOf(workingDays).length / workingDays.length
    expect(dayOf('2026-11-04').contacts.length).toBeLessThan(0.7 * usual)
    expect(dayOf('2026-01-01').contacts.length).toBeLessThan(0.4 * usual)
    expect(dayOf('2026-11-15').contacts.length).toBeLessThan(0.75 * usual)
    const sales = (some: readonly DemoDay[]): number =>
      contactsOf(some).filter(({ queue }) => queue === 'sales').length / some.length
    expect(sales(span('2025-11-24', 5))).toBeGreaterThan(1.15 * sales(workingDays))
  })
})

describe('the people', () => {
  it('take the breaks that the centre knows', () => {
    const known = new Set(center.pauseReasons.map(({ code }) => code))
    const taken = new Set(workingDays.flatMap(({ states }) => states.flatMap(({ reason }) => reason ?? [])))
    for (const reason of ['Обед', 'Перерыв', 'Личное', 'Обучение', 'Планёрка']) expect(taken).toContain(reason)
    for (const reason of taken) expect(known).toContain(reason)
  })

  it('play the system now and then, each in a way of his own', () => {
    for (const kind of cheatKinds) expect(cheats(kind).size).toBeGreaterThan(0)
    const isShort = ({ talkMs = 0, hungUpBy }: ContactRecord): boolean => talkMs < 10_000 && hungUpBy === 'agent'
    const usualShort = share(handledBy(honest, workingDays), isShort)
    expect(share(handledBy(cheats('quickHangUp'), workingDays), isShort)).toBeGreaterThan(5 * usualShort + 0.05)
    const isLong = ({ talkMs = 0, holdMs = 0 }: ContactRecord): boolean => talkMs + holdMs > 305_000
    const usualLong = share(handledBy(honest, workingDays), isLong)
    expect(share(handledBy(cheats('ahtCliff'), workingDays), isLong)).toBeLessThan(0.3 * usualLong)
    const ringDodgers = cheats('ringDodge')
    const missed = workingDays.flatMap((day) => [...day.missedRings])
    const perDodger = missed.filter(({ agent }) => ringDodgers.has(agent)).length / ringDodgers.size
    const perHonest = missed.filter(({ agent }) => honest.has(agent)).length / honest.size
    expect(perDodger).toBeGreaterThan(3 * perHonest)
    const ghosts = contactsOf(workingDays).filter(
      ({ channel, direction }) => channel === 'voice' && direction === 'outbound',
    )
    expect(ghosts.length).toBeGreaterThan(0)
    for (const { agent = '' } of ghosts) expect(cheats('ghostCalls')).toContain(agent)
    const flips = workingDays
      .flatMap((day) => [...day.states])
      .filter(({ state, startedAt, endedAt = 0 }) => state === 'pause' && endedAt - startedAt <= 3500)
    const flippers = cheats('pauseFlip')
    expect(flips.length).toBeGreaterThan(10)
    expect(share(flips, ({ agent }) => flippers.has(agent))).toBeGreaterThan(0.8)
  })

  it('shine, a few of them', () => {
    const shining = center.agents.filter(({ habits }) => habits.shines === true)
    expect(shining.length).toBeGreaterThan(0)
    expect(shining.length).toBeLessThan(15)
    for (const { habits } of shining) expect(habits.unresolved).toBeLessThan(1)
  })
})

describe('the demonstration as a queue_log', () => {
  it('is in order of time, loses nothing at midnight, and tells every incoming call once', () => {
    const writer = createQueueLogWriter()
    const some = ordinary.slice(0, 2)
    const lines = [...some.flatMap((day) => writer.day(day, zone.startOfDay(addDays(day.date, 1)))), ...writer.rest()]
    const seconds = lines.map((line) => Number(line.slice(0, line.indexOf('|'))))
    expect(seconds).toEqual(seconds.toSorted((left, right) => left - right))
    const entered = lines.filter((line) => line.split('|')[4] === 'ENTERQUEUE').length
    expect(entered).toBe(contactsOf(some).filter(isCall).length)
    expect(writer.rest()).toEqual([])
  })
})
