import { describe, expect, it } from 'vitest'

import type { AgentStateRecord, ContactRecord } from '@pult/engine/contacts'

import { createCollector } from '../../imports/collector.ts'
import type { LogMemory } from './log-memory.ts'
import { createQueueLogAssembler } from './queue-log.ts'

const ZERO = 1_700_000_000
const now = (): number => (ZERO + 100_000) * 1000
const lines = [
  '0|NONE|sales|SIP/1|ADDMEMBER|',
  '1|NONE|care|SIP/1|ADDMEMBER|',
  '2|NONE|sales|SIP/2|ADDMEMBER|PAUSED',
  '10|a1|sales|NONE|ENTERQUEUE||+79001112233|1',
  '12|a2|sales|NONE|ENTERQUEUE||+79001112244|2',
  '15|a1|sales|SIP/2|RINGNOANSWER|5000',
  '20|a1|sales|SIP/1|CONNECT|10|x|4',
  '25|NONE|care|SIP/1|REMOVEMEMBER|',
  '30|a2|sales|NONE|ABANDON|1|2|18',
  '40|a1|sales|SIP/1|BLINDTRANSFER|care|ctx|10|20|1',
  '41|a1|care|NONE|ENTERQUEUE||+79001112233|1',
  '50|NONE|sales|SIP/2|UNPAUSE|',
  '55|a1|care|SIP/2|CONNECT|14|y|3',
  '60|a1|care|SIP/2|COMPLETECALLER|14|5|1',
  '70|NONE|sales|SIP/1|REMOVEMEMBER|',
].map((line) => `${ZERO + Number(line.slice(0, line.indexOf('|')))}${line.slice(line.indexOf('|'))}`)

type Told = readonly [ContactRecord[], AgentStateRecord[]]

/** The last that was told under each key. */
function lastTold(contacts: readonly ContactRecord[], states: readonly AgentStateRecord[]): Told {
  const byKey = <One extends { readonly sourceKey: string }>(list: readonly One[]): One[] =>
    [...new Map(list.map((one) => [one.sourceKey, one])).values()].toSorted((left, right) =>
      left.sourceKey.localeCompare(right.sourceKey),
    )
  return [byKey(contacts), byKey(states)]
}

function readWhole(): Told {
  const collector = createCollector()
  const assembler = createQueueLogAssembler(collector, now, { legs: [], states: [] })
  for (const line of lines) assembler.line(line, 1)
  assembler.end()
  const { contacts, states } = collector.take()
  return lastTold(contacts, states)
}

/** Reads it in pieces, each by another assembler that knows nothing but what the one before remembered. */
function readInPieces(ends: readonly number[]): Told {
  const contacts: ContactRecord[] = []
  const states: AgentStateRecord[] = []
  let memory: LogMemory | undefined
  let from = 0
  for (const end of [...ends, lines.length]) {
    const collector = createCollector()
    const assembler = createQueueLogAssembler(collector, now, { legs: [], states: [] }, memory)
    for (const line of lines.slice(from, end)) assembler.line(line, 1)
    assembler.tellOpen()
    const piece = collector.take()
    contacts.push(...piece.contacts)
    states.push(...piece.states)
    // As it comes back from the database.
    memory = JSON.parse(JSON.stringify(assembler.remember())) as LogMemory
    from = end
  }
  return lastTold(contacts, states)
}

describe('a log that is read while it is written', () => {
  it('tells the same in the end wherever it was left off, but for what only the database knows', () => {
    const whole = readWhole()
    for (let end = 1; end < lines.length; end++) {
      const [contacts, states] = readInPieces([end])
      // Which leg of a contact comes next stands in the database when the first one has ended.
      const isSeam = end === 10
      expect([end, isSeam ? contacts.map(({ outcome }) => outcome) : contacts]).toEqual([
        end,
        isSeam ? whole[0].map(({ outcome }) => outcome) : whole[0],
      ])
      expect([end, states]).toEqual([end, whole[1]])
    }
    expect(readInPieces([3, 6, 9, 12])[1]).toEqual(whole[1])
  })

  it('tells a call that waits at once, who answered it when she does, and nothing again in between', () => {
    const collector = createCollector()
    const assembler = createQueueLogAssembler(collector, now, { legs: [], states: [] })
    const told = (line: number): (readonly [string, string | undefined])[] => {
      assembler.line(lines[line] ?? '', 1)
      assembler.tellOpen()
      return collector.take().contacts.map(({ outcome, agent }) => [outcome, agent])
    }
    expect([3, 4, 6, 7, 8].map(told)).toEqual([
      [['open', undefined]],
      [['open', undefined]],
      [['open', 'SIP/1']],
      [],
      [['abandoned', undefined]],
    ])
  })
})
