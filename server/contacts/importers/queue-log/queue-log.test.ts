import { describe, expect, it } from 'vitest'

import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

import { createCollector } from '../../imports/collector.ts'
import { createQueueLogAssembler } from './queue-log.ts'
import type { Finding } from '../reading.ts'
import type { OpenLeg, OpenState, Unfinished } from './unfinished-log.ts'

const NOTHING: Unfinished = { legs: [], states: [] }
const NOW = Date.UTC(2026, 10, 23)
/** Moments in the samples are seconds after this. */
const ZERO = 1_700_000_000

interface Read {
  readonly contacts: ContactRecord[]
  readonly states: AgentStateRecord[]
  readonly findings: Finding[]
  readonly leftOut: number
}

/** Reads lines written as `10 a1 sales SIP/1 CONNECT 5|a1.1|3`: the moment, id, queue, agent, event, data. */
function read(lines: readonly string[], unfinished: Unfinished = NOTHING): Read {
  return readRaw(
    lines.map((line) => {
      const [at = '', id = '', queue = '', agent = '', event = '', data = ''] = line.split(' ')
      return `${ZERO + Number(at)}|${id}|${queue}|${agent}|${event}|${data}`
    }),
    unfinished,
  )
}

function readRaw(lines: readonly string[], unfinished: Unfinished = NOTHING): Read {
  const collector = createCollector()
  const assembler = createQueueLogAssembler(collector, () => NOW, unfinished)
  for (const [index, line] of lines.entries()) assembler.line(line, index + 1)
  assembler.end()
  return { ...collector.take(), leftOut: collector.counts.leftOut }
}

/** An open leg as it comes back from where it was stored. */
function unfinishedLeg(leg: ContactRecord | undefined): OpenLeg {
  if (leg?.outcome !== 'open') throw new Error('the leg is not open')
  const { sourceKey, contactRef, leg: number, offeredAt, customer, agent, waitMs, ringMs, agentNoAnswers = 0 } = leg
  return {
    sourceKey,
    contactRef,
    leg: number,
    offeredAt,
    customer: customer ?? null,
    agent: agent ?? null,
    waitMs,
    ringMs: ringMs ?? 0,
    agentNoAnswers,
  }
}

const at = (seconds: number): number => (ZERO + seconds) * 1000
const ENTER = '0 a1 sales NONE ENTERQUEUE |+79001112233|1'
const CONNECT = '20 a1 sales SIP/1 CONNECT 20|a1.1|4'

describe('ends of a call', () => {
  it.each([
    ['50 a1 sales SIP/1 COMPLETEAGENT 20|30|1', { hungUpBy: 'agent', talkMs: 30_000 }],
    ['50 a1 sales SIP/1 COMPLETECALLER 20|30|1', { hungUpBy: 'customer', talkMs: 30_000 }],
    ['50 a1 sales SIP/1 BLINDTRANSFER 205|internal|20|30|1', { transferredTo: '205', talkMs: 30_000 }],
    ['50 a1 sales SIP/1 TRANSFER 205|internal|20|30|1', { transferredTo: '205', talkMs: 30_000 }],
    ['50 a1 sales SIP/1 ATTENDEDTRANSFER BRIDGE|b-17|20|30|1', { transferredTo: 'BRIDGE', talkMs: 30_000 }],
  ])('%s', (end, expected) => {
    expect(read([ENTER, CONNECT, end])).toMatchObject({
      contacts: [
        {
          contactRef: 'a1',
          leg: 1,
          channel: 'voice',
          direction: 'inbound',
          queue: 'sales',
          agent: 'SIP/1',
          customer: '+79001112233',
          offeredAt: at(0),
          outcome: 'answered',
          waitMs: 20_000,
          ringMs: 4000,
          ...expected,
        },
      ],
      findings: [],
    })
  })

  it.each([
    ['33 a1 sales NONE ABANDON 1|1|33', { outcome: 'abandoned', hungUpBy: 'customer' }],
    ['33 a1 sales NONE EXITWITHTIMEOUT 1|1|33', { outcome: 'flowedOut', flowReason: 'timeout' }],
    ['33 a1 sales NONE EXITWITHKEY 2|1|1|33', { outcome: 'flowedOut', flowReason: 'key' }],
    ['33 a1 sales NONE EXITWITHKEY 2|1', { outcome: 'flowedOut', flowReason: 'key' }],
    ['33 a1 sales NONE EXITEMPTY 1|1|33', { outcome: 'flowedOut', flowReason: 'emptyQueue' }],
  ])('%s', (end, expected) => {
    const { contacts } = read([ENTER, end])
    expect(contacts).toMatchObject([{ waitMs: 33_000, ...expected }])
    expect(contacts[0]).not.toHaveProperty('agent')
  })

  it('that goes on elsewhere was hung up by nobody', () => {
    const ends = [
      'BLINDTRANSFER 205|internal|20|30|1',
      'ATTENDEDTRANSFER BRIDGE|b-17|20|30|1',
      'TRANSFER 205|x|20|30|1',
    ]
    for (const end of ends)
      expect(read([ENTER, CONNECT, `50 a1 sales SIP/1 ${end}`]).contacts[0]).not.toHaveProperty('hungUpBy')
  })

  it('counts phones that were not picked up, whatever their milliseconds say', () => {
    const lines = [
      ENTER,
      '5 a1 sales SIP/2 RINGNOANSWER 5000',
      '12 a1 sales SIP/3 RINGNOANSWER 0',
      CONNECT,
      '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1',
    ]
    expect(read(lines).contacts).toMatchObject([{ agentNoAnswers: 2, agent: 'SIP/1', waitMs: 20_000 }])
  })

  it('joins legs of one call that goes on to another queue', () => {
    const { contacts } = read([
      ENTER,
      CONNECT,
      '50 a1 sales SIP/1 BLINDTRANSFER 300|internal|20|30|1',
      '51 a1 care NONE ENTERQUEUE |+79001112233|1',
      '60 a1 care NONE ABANDON 1|1|9',
    ])
    expect(contacts.map(({ contactRef, leg, queue, outcome }) => [contactRef, leg, queue, outcome])).toEqual([
      ['a1', 1, 'sales', 'answered'],
      ['a1', 2, 'care', 'abandoned'],
    ])
    expect(new Set(contacts.map(({ sourceKey }) => sourceKey)).size).toBe(2)
  })

  it('leaves out what tells nothing about contacts, and does not take it for an error', () => {
    const { contacts, states, findings, leftOut } = read([
      '0 NONE NONE NONE QUEUESTART ',
      '1 NONE NONE NONE CONFIGRELOAD ',
      '2 NONE sales NONE SOMETHINGNEW 1|2',
    ])
    expect([contacts, states, findings, leftOut]).toEqual([[], [], [], 3])
  })
})

describe('agents', () => {
  it('are signed in from the first queue joined to the last one left', () => {
    const { states } = read([
      '0 NONE sales SIP/1 ADDMEMBER ',
      '5 NONE care SIP/1 ADDMEMBER ',
      '100 NONE sales SIP/1 REMOVEMEMBER ',
      '200 NONE care SIP/1 REMOVEMEMBER ',
    ])
    expect(states).toMatchObject([{ agent: 'SIP/1', state: 'session', startedAt: at(0), endedAt: at(200) }])
  })

  it('sign in by AGENTLOGIN, and a login before the file is told by its logoff', () => {
    expect(
      read(['0 a1 NONE Agent/7 AGENTLOGIN SIP/7', '600 a1 NONE Agent/7 AGENTLOGOFF SIP/7|600']).states,
    ).toMatchObject([{ agent: 'Agent/7', state: 'session', startedAt: at(0), endedAt: at(600) }])
    expect(read(['600 a1 NONE Agent/7 AGENTLOGOFF SIP/7|600']).states).toMatchObject([
      { agent: 'Agent/7', state: 'session', startedAt: at(0), endedAt: at(600) },
    ])
  })

  it('pause once, though the log says it for each queue, and change reasons', () => {
    const { states } = read([
      '0 NONE sales SIP/1 ADDMEMBER ',
      '10 NONE sales SIP/1 PAUSE Обед',
      '10 NONE care SIP/1 PAUSE Обед',
      '40 NONE NONE SIP/1 PAUSEALL Учёба',
      '70 NONE sales SIP/1 UNPAUSE ',
      '70 NONE care SIP/1 UNPAUSE ',
      '90 NONE sales SIP/1 PAUSE ',
      '99 NONE sales SIP/1 REMOVEMEMBER ',
    ])
    expect(states).toMatchObject([
      { state: 'pause', reason: 'Обед', startedAt: at(10), endedAt: at(40) },
      { state: 'pause', reason: 'Учёба', startedAt: at(40), endedAt: at(70) },
      { state: 'pause', startedAt: at(90), endedAt: at(99) },
      { state: 'session', startedAt: at(0), endedAt: at(99) },
    ])
  })

  it('added paused are away until they come back, unless they take calls of another queue', () => {
    const { states } = read([
      '0 NONE sales SIP/1 ADDMEMBER PAUSED',
      '0 NONE care SIP/1 ADDMEMBER PAUSED',
      '0 NONE sales SIP/2 ADDMEMBER ',
      '5 NONE care SIP/2 ADDMEMBER PAUSED',
      '60 NONE NONE SIP/1 UNPAUSEALL ',
      '99 NONE sales SIP/2 REMOVEMEMBER ',
      '99 NONE care SIP/2 REMOVEMEMBER ',
    ])
    expect(states.map(({ agent, state, startedAt, endedAt }) => [agent, state, startedAt, endedAt])).toEqual([
      ['SIP/1', 'pause', at(0), at(60)],
      ['SIP/2', 'session', at(0), at(99)],
      ['SIP/1', 'session', at(0), undefined],
    ])
  })

  it('who are still there at the end have open states', () => {
    const { states } = read(['0 NONE sales SIP/1 ADDMEMBER ', '10 NONE sales SIP/1 PAUSE Обед'])
    expect(states.map(({ state, endedAt }) => [state, endedAt])).toEqual([
      ['session', undefined],
      ['pause', undefined],
    ])
  })

  it('in two places at once: the former call ended when the next was taken', () => {
    const { contacts, findings } = read([
      ENTER,
      CONNECT,
      '130 b1 sales NONE ENTERQUEUE |1|1',
      '140 b1 sales SIP/1 CONNECT 10|b1.1|2',
      '200 b1 sales SIP/1 COMPLETEAGENT 10|60|1',
      // The ghost of the Local channel: an hour of talk for two minutes.
      '3620 a1 sales SIP/1 COMPLETECALLER 20|3600|1',
    ])
    expect(contacts).toMatchObject([
      { contactRef: 'a1', talkMs: 120_000, flags: ['agentInTwoPlaces', 'implausibleTalk'] },
      { contactRef: 'b1', talkMs: 60_000 },
    ])
    expect(contacts).toHaveLength(2)
    expect(findings).toMatchObject([
      { kind: 'flagged', rowNumber: 4, field: 'agent', code: 'agentInTwoPlaces', details: { agent: 'SIP/1' } },
      { kind: 'repaired', rowNumber: 4, field: 'talk', code: 'implausibleTalk' },
    ])
  })
})

describe('known traps', () => {
  it('one unique id after a restart is another contact', () => {
    const day = 86_400
    const { contacts } = read([
      ENTER,
      '33 a1 sales NONE ABANDON 1|1|33',
      `${day} a1 sales NONE ENTERQUEUE |2|1`,
      `${day + 5} a1 sales NONE ABANDON 1|1|5`,
    ])
    expect(contacts.map(({ leg }) => leg)).toEqual([1, 1])
    expect(new Set(contacts.map(({ contactRef }) => contactRef)).size).toBe(2)
    expect(new Set(contacts.map(({ sourceKey }) => sourceKey)).size).toBe(2)
  })

  it('NONE as a unique id joins nothing', () => {
    const { contacts } = read([
      '0 NONE sales NONE ENTERQUEUE |1|1',
      '5 NONE sales NONE ABANDON 1|1|5',
      '10 NONE sales NONE ENTERQUEUE |2|1',
      '15 NONE sales NONE ABANDON 1|1|5',
    ])
    expect(new Set(contacts.map(({ contactRef }) => contactRef)).size).toBe(2)
  })

  it('an id that enters again before its end was written keeps both', () => {
    const { contacts, findings } = read([ENTER, '60 a1 sales NONE ENTERQUEUE |1|1', '90 a1 sales NONE ABANDON 1|1|30'])
    expect(contacts.map(({ outcome, flags }) => [outcome, flags])).toEqual([
      ['open', ['endMissing']],
      ['abandoned', undefined],
    ])
    expect(findings).toMatchObject([{ kind: 'flagged', code: 'endMissing', details: { call: 'a1' } }])
  })

  it('lines out of order by seconds are nothing; a clock set back is said with its size', () => {
    const lines = (back: number): string[] => [ENTER, `${-back} b1 sales NONE ENTERQUEUE |1|1`]
    expect(read(lines(3)).findings).toEqual([])
    expect(read(lines(3600)).findings).toMatchObject([
      { kind: 'flagged', rowNumber: 2, code: 'clockStep', details: { seconds: 3600 } },
    ])
  })

  it('a clock set back once is said once, not for every line until it has caught up', () => {
    const later = [1, 2, 3, 4].map((second) => `${second - 3600} b${second} sales NONE ENTERQUEUE |1|1`)
    const { findings } = read([ENTER, ...later])
    expect(findings).toMatchObject([{ code: 'clockStep', rowNumber: 2 }])
    // So a ghost's talk after the step is judged by the clock again.
    const { contacts } = read([
      '7200 b0 sales NONE ENTERQUEUE |1|1',
      '0 a1 sales NONE ENTERQUEUE |1|1',
      CONNECT,
      '25 c1 sales NONE ENTERQUEUE |1|1',
      '140 a1 sales SIP/1 COMPLETECALLER 20|3600|1',
    ])
    expect(contacts.find(({ contactRef }) => contactRef === 'a1')).toMatchObject({ talkMs: 120_000 })
  })

  it('a clock set back in mid-call leaves no negative duration', () => {
    const { contacts } = read([
      ENTER,
      '-3600 a1 sales SIP/1 CONNECT 20|a1.1|4',
      '-3570 a1 sales SIP/1 COMPLETEAGENT 20|30|1',
    ])
    expect(contacts).toMatchObject([{ waitMs: 20_000, talkMs: 30_000 }])
    expect(read([ENTER, '-3600 a1 sales NONE EXITWITHKEY 2|1']).contacts).toMatchObject([
      { waitMs: 0, flags: ['negativeDuration'] },
    ])
  })

  it('more talk than time between answer and end is cut to the time, and said', () => {
    const { contacts, findings } = read([ENTER, CONNECT, '140 a1 sales SIP/1 COMPLETECALLER 20|3600|1'])
    expect(contacts).toMatchObject([{ talkMs: 120_000, flags: ['implausibleTalk'] }])
    expect(findings).toMatchObject([{ kind: 'repaired', rowNumber: 3, field: 'talk', code: 'implausibleTalk' }])
  })

  it('a stamp far ahead ends no call but that it is said, and none is counted twice', () => {
    const FAR = 86_400 * 300
    const before = (lines: number): string[] =>
      Array.from({ length: lines }, (_, index) => `${index % 4} NONE NONE NONE CONFIGRELOAD `)
    const far = `${FAR} z1 sales SIP/9 RINGNOANSWER 0`
    const end = '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1'
    // The stamp long before the look at what is lost, at it, and a line before it.
    for (const place of [5, 49_999, 49_998]) {
      const lines =
        place === 5
          ? [far, ...before(49_996), ENTER, CONNECT, ...before(4), end]
          : [...before(place - 2), ENTER, CONNECT, far, ...before(4), end]
      const { contacts, findings } = read(lines)
      expect([place, contacts.length, contacts[0]?.outcome]).toEqual([place, 1, 'answered'])
      expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['clockStep']))
    }
    // Where the clock was ahead for a while a call may be taken for lost; its end completes it.
    const { contacts } = read([...before(49_996), ENTER, CONNECT, far, far, ...before(3), end])
    expect(contacts.map(({ outcome }) => outcome)).toEqual(['open', 'answered'])
    expect(new Set(contacts.map(({ sourceKey }) => sourceKey)).size).toBe(1)
    expect(contacts[1]).toMatchObject({ customer: '+79001112233', talkMs: 30_000, agent: 'SIP/1', contactRef: 'a1' })
    // Nobody is said to have waited until then.
    expect(read([ENTER, '9 NONE NONE NONE CONFIGRELOAD ', far]).contacts).toMatchObject([{ waitMs: 9000 }])
  })

  it('a duration of years is not believed', () => {
    expect(read([ENTER, '33 a1 sales NONE ABANDON 1|1|99999999999']).contacts).toMatchObject([{ waitMs: 33_000 }])
  })

  it('negative numbers from the log itself become nothing, with a flag', () => {
    expect(read([ENTER, '33 a1 sales NONE ABANDON 1|1|-7']).contacts).toMatchObject([
      { waitMs: 0, flags: ['negativeDuration'] },
    ])
    const { contacts } = read([ENTER, CONNECT, '50 a1 sales SIP/1 COMPLETEAGENT 20|-30|1'])
    expect(contacts[0]?.talkMs).toBe(0)
    expect(contacts[0]?.flags).toContain('negativeDuration')
  })

  it.each([
    ['-5|a1|sales|NONE|ENTERQUEUE||1|1', 'notAnEvent', null],
    ['0|a1|sales|NONE|ENTERQUEUE||1|1', 'impossibleTime', 'time'],
    ['86400|a1|sales|NONE|ENTERQUEUE||1|1', 'impossibleTime', 'time'],
    [`${NOW / 1000 + 172_800}|a1|sales|NONE|ENTERQUEUE||1|1`, 'impossibleTime', 'time'],
    ['1700000000|a1|sales', 'notAnEvent', null],
    ['1700000000|a1|sales|NONE|enterqueue||1', 'notAnEvent', null],
    ['hello', 'notAnEvent', null],
  ])('%s is rejected with its place', (line, code, field) => {
    const { contacts, findings } = readRaw(['', line])
    expect(contacts).toEqual([])
    expect(findings).toMatchObject([{ kind: 'rejected', rowNumber: 2, code, field }])
  })
})

describe('a rotated file', () => {
  it('reconstructs a call whose entry lies before it', () => {
    const { contacts, findings } = read([CONNECT, '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1'])
    expect(contacts).toMatchObject([
      { offeredAt: at(0), waitMs: 20_000, talkMs: 30_000, outcome: 'answered', flags: ['enterMissing'] },
    ])
    expect(findings).toMatchObject([{ kind: 'repaired', rowNumber: 1, code: 'enterMissing' }])
    expect(read(['50 a1 sales SIP/1 COMPLETEAGENT 20|30|1']).contacts).toMatchObject([
      { offeredAt: at(0), waitMs: 20_000, talkMs: 30_000 },
    ])
  })

  it('hands on open what it ends in, under the key the whole file would give', () => {
    const end = '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1'
    const [first] = read([ENTER, CONNECT]).contacts
    const [whole] = read([ENTER, CONNECT, end]).contacts
    expect(first).toMatchObject({ outcome: 'open', sourceKey: whole?.sourceKey, contactRef: 'a1' })
    const [second] = read([end], {
      legs: [unfinishedLeg(first)],
      states: [],
    }).contacts
    expect(second).toMatchObject({
      sourceKey: whole?.sourceKey,
      offeredAt: at(0),
      waitMs: 20_000,
      talkMs: 30_000,
      outcome: 'answered',
    })
  })

  it('completes a call with all that the earlier file told of it', () => {
    const [open] = read([ENTER, '5 a1 sales SIP/2 RINGNOANSWER 5000', CONNECT]).contacts
    const { contacts } = read(['50 a1 sales SIP/1 COMPLETEAGENT 20|30|1'], { legs: [unfinishedLeg(open)], states: [] })
    expect(contacts).toMatchObject([{ customer: '+79001112233', agentNoAnswers: 1, ringMs: 4000, agent: 'SIP/1' }])
    expect(contacts).toEqual(
      read([ENTER, '5 a1 sales SIP/2 RINGNOANSWER 5000', CONNECT, '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1']).contacts,
    )
  })

  it('does not end what began after it: a file read again, or one older than the last', () => {
    const lines = [
      '0 NONE sales SIP/1 ADDMEMBER ',
      '10 NONE sales SIP/1 PAUSE Обед',
      '20 NONE sales SIP/1 UNPAUSE ',
      '30 NONE sales SIP/1 REMOVEMEMBER ',
    ]
    const later: OpenState[] = [
      { sourceKey: 'session|SIP/1|later', agent: 'SIP/1', state: 'session', startedAt: at(5000) },
      { sourceKey: 'pause|SIP/1|later', agent: 'SIP/1', state: 'pause', reason: 'Обед', startedAt: at(5010) },
      { sourceKey: 'session|SIP/9|later', agent: 'SIP/9', state: 'session', startedAt: at(-50) },
    ]
    expect(read(lines, { legs: [], states: later }).states).toEqual(read(lines).states)
  })

  it('ends states that an earlier file left running', () => {
    const open = read(['0 NONE sales SIP/1 ADDMEMBER ', '10 NONE sales SIP/1 PAUSE Обед']).states
    const { states } = read(['60 NONE sales SIP/1 UNPAUSE ', '99 NONE sales SIP/1 REMOVEMEMBER '], {
      legs: [],
      states: open.map(({ sourceKey, agent, state, startedAt, reason }) => ({
        sourceKey,
        agent,
        state: state as 'session' | 'pause',
        startedAt,
        ...(reason === undefined ? {} : { reason }),
      })),
    })
    expect(states).toMatchObject([
      { sourceKey: open[1]?.sourceKey, state: 'pause', reason: 'Обед', startedAt: at(10), endedAt: at(60) },
      { sourceKey: open[0]?.sourceKey, state: 'session', startedAt: at(0), endedAt: at(99) },
    ])
  })

  it('read twice has the same keys', () => {
    const lines = [ENTER, CONNECT, '50 a1 sales SIP/1 COMPLETEAGENT 20|30|1', '60 NONE sales SIP/1 ADDMEMBER ']
    expect(read(lines)).toEqual(read(lines))
  })
})
