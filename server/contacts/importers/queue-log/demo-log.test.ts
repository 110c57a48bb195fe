import { describe, expect, it } from 'vitest'

import type { ContactRecord } from '@pult/engine/contacts'
import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

import { createCollector } from '../../imports/collector.ts'
import { createQueueLogAssembler } from './queue-log.ts'

const FIRST = '2026-10-27'
const DAYS = 3

const seconds = (ms: number): number => Math.round(ms / 1000)

/** What the measures of a queue are made of, as far as a log can tell it: in whole seconds, time on hold within the talk. */
const counted = {
  offered: () => 1,
  answered: ({ outcome }) => Number(outcome === 'answered'),
  abandoned: ({ outcome }) => Number(outcome === 'abandoned'),
  abandonedWithin5: ({ outcome, waitMs }) => Number(outcome === 'abandoned' && seconds(waitMs) <= 5),
  answeredWithin20: ({ outcome, waitMs }) => Number(outcome === 'answered' && seconds(waitMs) <= 20),
  flowedOut: ({ outcome }) => Number(outcome === 'flowedOut'),
  flowedOutOfEmptyQueue: ({ flowReason }) => Number(flowReason === 'emptyQueue'),
  hungUpByAgent: ({ outcome, hungUpBy }) => Number(outcome === 'answered' && hungUpBy === 'agent'),
  transferredOut: ({ outcome, transferredTo }) => Number(outcome === 'answered' && transferredTo !== undefined),
  secondLegs: ({ leg }) => Number(leg > 1),
  agentNoAnswers: ({ agentNoAnswers = 0 }) => agentNoAnswers,
  waitSeconds: ({ waitMs }) => seconds(waitMs),
  ringSeconds: ({ outcome, ringMs = 0 }) => (outcome === 'answered' ? seconds(ringMs) : 0),
  talkSeconds: ({ outcome, talkMs = 0, holdMs = 0 }) => (outcome === 'answered' ? seconds(talkMs + holdMs) : 0),
} as const satisfies Readonly<Record<string, (contact: ContactRecord) => number>>

function tell(contacts: readonly ContactRecord[]): Record<string, Record<string, number>> {
  const calls = contacts.filter(({ channel, direction }) => channel === 'voice' && direction === 'inbound')
  return Object.fromEntries(
    [...Map.groupBy(calls, ({ queue = '' }) => queue)].map(([queue, list]) => [
      queue,
      Object.fromEntries(
        Object.entries(counted).map(([name, count]) => [name, list.reduce((sum, call) => sum + count(call), 0)]),
      ),
    ]),
  )
}

describe('the demonstration written as a queue_log', () => {
  const center = demoCenter({ anchorDate: '2026-11-23' })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  const days = Array.from({ length: DAYS }, (_, index) =>
    simulateDay({ seed: 'test', date: addDays(FIRST, index), center }),
  )
  const lines = [...days.flatMap((day) => writer.day(day, zone.startOfDay(addDays(day.date, 1)))), ...writer.rest()]
  const collector = createCollector()
  const assembler = createQueueLogAssembler(collector, () => Date.UTC(2026, 10, 23), { legs: [], states: [] })
  for (const [index, line] of lines.entries()) assembler.line(line, index + 1)
  assembler.end()
  const read = collector.take()

  it('has every kind of event', () => {
    expect(Object.keys(collector.counts.byEvent).toSorted()).toEqual(
      [
        'ABANDON',
        'ADDMEMBER',
        'AGENTLOGIN',
        'AGENTLOGOFF',
        'ATTENDEDTRANSFER',
        'BLINDTRANSFER',
        'COMPLETEAGENT',
        'COMPLETECALLER',
        'CONFIGRELOAD',
        'CONNECT',
        'ENTERQUEUE',
        'EXITEMPTY',
        'EXITWITHKEY',
        'EXITWITHTIMEOUT',
        'PAUSE',
        'QUEUESTART',
        'REMOVEMEMBER',
        'RINGNOANSWER',
        'UNPAUSE',
      ].toSorted(),
    )
  })

  it('read again gives the same measures, to the second', () => {
    expect(collector.counts.rejected).toEqual({})
    const told = tell(days.flatMap((day) => day.contacts))
    expect(tell(read.contacts)).toEqual(told)
    // Of nothing of that there is none: what is compared would be seen to differ.
    for (const name of Object.keys(counted))
      expect([name, Object.values(told).some((of) => (of[name] ?? 0) > 0)]).toEqual([name, true])
  })

  it('gives agents the same time', () => {
    const time = (
      states: readonly { state: string; startedAt: number; endedAt?: number }[],
      names: readonly string[],
    ): number =>
      states
        .filter(({ state }) => names.includes(state))
        .reduce(
          (sum, { startedAt, endedAt = startedAt }) => sum + Math.floor(endedAt / 1000) - Math.floor(startedAt / 1000),
          0,
        )
    const told = days.flatMap((day) => day.states)
    expect(time(read.states, ['session'])).toBe(time(told, ['session']))
    expect(time(read.states, ['pause'])).toBe(time(told, ['pause', 'training']))
  })
})
