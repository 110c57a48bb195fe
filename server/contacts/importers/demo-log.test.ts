import { describe, expect, it } from 'vitest'

import type { ContactRecord } from '@pult/engine/contacts'
import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

import { createCollector } from '../imports/collector.ts'
import { createQueueLogAssembler } from './queue-log.ts'

const FIRST = '2026-10-27'
const DAYS = 3

interface Told {
  offered: number
  answered: number
  abandoned: number
  flowedOut: number
  waitSeconds: number
  talkSeconds: number
}

function tell(contacts: readonly ContactRecord[]): Record<string, Told> {
  const byQueue: Record<string, Told> = {}
  for (const { queue = '', channel, direction, outcome, waitMs, talkMs = 0, holdMs = 0 } of contacts) {
    if (channel !== 'voice' || direction !== 'inbound') continue
    const told = (byQueue[queue] ??= {
      offered: 0,
      answered: 0,
      abandoned: 0,
      flowedOut: 0,
      waitSeconds: 0,
      talkSeconds: 0,
    })
    told.offered++
    if (outcome === 'answered' || outcome === 'abandoned' || outcome === 'flowedOut') told[outcome]++
    told.waitSeconds += Math.round(waitMs / 1000)
    if (outcome === 'answered') told.talkSeconds += Math.round((talkMs + holdMs) / 1000)
  }
  return byQueue
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
  const assembler = createQueueLogAssembler(collector, Date.UTC(2026, 10, 23), { legs: [], states: [] })
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
    expect(tell(read.contacts)).toEqual(tell(days.flatMap((day) => day.contacts)))
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
