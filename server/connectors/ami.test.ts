import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connector } from '@pult/contract/connectors'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { createAmiLines } from './ami-lines.ts'
import { openAmiStandIn, type AmiStandIn } from './testing/ami-stand-in.ts'
import { channelNamed, liveFacts, until, type LiveFacts } from './testing/live-facts.ts'

const SECRET = 'secret of the manager'

let asterisk: AmiStandIn
let pult: TestApp
let centerId: number
let folder: string

beforeAll(async () => {
  asterisk = await openAmiStandIn('pult', SECRET)
  pult = await openTestApp({ started: true, more: { channelLease: 1 } })
  centerId = await pult.createCenter('Живой')
  folder = await mkdtemp(join(tmpdir(), 'pult-ami-'))
})
afterAll(async () => {
  await pult.close()
  await asterisk.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (rest = ''): string => `/centers/${centerId}/connectors${rest}`
const draft = (name: string, password = SECRET, logPath: string | null = null): object => ({
  kind: 'ami',
  name,
  source: name,
  password,
  settings: { host: '127.0.0.1', port: asterisk.port, user: 'pult', logPath },
})
const named = (name: string): Promise<Connector | undefined> => channelNamed(pult, centerId, name)
const facts = (): Promise<LiveFacts> => liveFacts(pult, centerId)
const leg = async (ref: string): Promise<Record<string, unknown> | undefined> =>
  (await facts()).legs.find((one) => one['contact_ref'] === ref)

const queue = { Queue: 'sales', Channel: 'PJSIP/trunk-1' }
const member = { ...queue, MemberName: 'Анна', Interface: 'PJSIP/100', Paused: 0 }

describe('Asterisk’s manager interface', () => {
  it('is tried: a wrong password, a wrong machine and another protocol are told apart', async () => {
    const test = async (given: object): Promise<string> =>
      done<{ code: string }>(await pult.system.send('POST', at('/test'), { draft: given })).code
    expect(await test(draft('Проба'))).toBe('ok')
    expect(await test(draft('Проба', 'wrong'))).toBe('refused')
    const settings = { host: '127.0.0.1', port: 1, user: 'pult', logPath: null }
    expect(await test({ ...draft('Проба'), settings })).toBe('unreachable')
    const { port } = pult.app.http.app.server.address() as { port: number }
    expect(['mute', 'notThat', 'closed']).toContain(await test({ ...draft('Проба'), settings: { ...settings, port } }))
  })

  it('tells a call from its first ring to its end, and who is there', async () => {
    asterisk.status = [
      { Event: 'QueueMember', Queue: 'sales', Name: 'Анна', Location: 'PJSIP/100', Paused: 0, InCall: 0, Status: 1 },
    ]
    done(await pult.system.send('POST', at(), { draft: draft('АТС') }))
    await until(async () => (await named('АТС'))?.state === 'working' && (await facts()).states.length === 1)
    asterisk.say('QueueCallerJoin', { ...queue, Uniqueid: '1.1', CallerIDNum: '+79001112233', Position: 1 })
    await until(async () => (await leg('1.1'))?.['outcome'] === 'open')
    asterisk.say('AgentRingNoAnswer', { ...member, Uniqueid: '1.1', RingTime: 5000 })
    asterisk.say('QueueCallerLeave', { ...queue, Uniqueid: '1.1', Position: 1 })
    asterisk.say('AgentConnect', { ...member, Uniqueid: '1.1', HoldTime: 0, RingTime: 0 })
    await until(async () => (await leg('1.1'))?.['agent'] === 'Анна')
    asterisk.say('AgentComplete', { ...member, Uniqueid: '1.1', HoldTime: 0, TalkTime: 0, Reason: 'caller' })
    asterisk.say('QueueMemberPause', { ...member, Paused: 1, PausedReason: 'обед' })
    await until(async () => (await leg('1.1'))?.['outcome'] === 'answered' && (await facts()).states.length === 2)
    expect(await leg('1.1')).toMatchObject({ customer: '+79001112233', agent_no_answers: 1, wait_ms: 0 })
  })

  it('asks after a lost line what is going on: what is gone is not taken for waiting, what is new is there', async () => {
    asterisk.say('QueueCallerJoin', { ...queue, Uniqueid: '2.1', Position: 1 })
    asterisk.say('QueueCallerJoin', { ...queue, Uniqueid: '2.2', Position: 2 })
    await until(async () => (await leg('2.2')) !== undefined)
    const before = asterisk.signIns()
    asterisk.status = [
      { Event: 'QueueEntry', Queue: 'sales', Uniqueid: '2.2', Position: 1, Wait: 5 },
      { Event: 'QueueEntry', Queue: 'sales', Uniqueid: '2.3', Position: 2, Wait: 2 },
    ]
    asterisk.hangUp()
    await until(async () => (await leg('2.3')) !== undefined)
    expect(asterisk.signIns()).toBe(before + 1)
    const today = done<{ total: { waiting: number } }>(await pult.system.get(`/centers/${centerId}/today`))
    expect(today.total.waiting).toBe(2)
    await until(async () => (await facts()).states.every(({ ended_at: ended }) => ended !== null))
    expect(await named('АТС')).toMatchObject({ state: 'working', reconnects: 1, problem: { code: 'closed' } })
  })

  it('leaves the facts to the log where there is one, so that nothing counts twice and nothing is lost', async () => {
    const path = join(folder, 'queue_log')
    const now = Math.floor(Date.now() / 1000)
    await writeFile(path, '')
    done(await pult.system.send('POST', at(), { draft: draft('С журналом', SECRET, path) }))
    await until(async () => (await named('С журналом'))?.state === 'working')
    await appendFile(path, `${now}|3.1|care|NONE|ENTERQUEUE||+79005556677|1\n`)
    await until(async () => (await leg('3.1')) !== undefined)
    asterisk.hangUp()
    await appendFile(path, `${now + 2}|3.1|care|NONE|ABANDON|1|1|2\n`)
    await until(async () => (await leg('3.1'))?.['outcome'] === 'abandoned')
    const ofLog = (await facts()).legs.filter(({ source_key: key }) => String(key).includes('|care|'))
    expect(ofLog).toHaveLength(1)
  })
})

describe('events of the manager interface as lines of a log', () => {
  const told = (lines: readonly string[]): string[] => lines.map((line) => line.split('|').slice(1).join('|'))

  it('take a caller who left and was not connected for one whom the queue let go', () => {
    const lines = createAmiLines()
    const of = (Event: string, more: object = {}) => ({ Event, Queue: 'sales', Uniqueid: 'u', ...more })
    expect(told(lines.event(of('QueueCallerJoin', { CallerIDNum: 'unknown' }), 1_000_000))).toEqual([
      'u|sales|NONE|ENTERQUEUE|||',
    ])
    expect(lines.event(of('QueueCallerLeave'), 1_030_000)).toEqual([])
    expect(lines.late(1_035_000)).toEqual([])
    expect(told(lines.late(1_041_000))).toEqual(['u|sales|NONE|EXITWITHTIMEOUT|||30'])
    expect(lines.late(1_090_000)).toEqual([])
  })

  it('keep what stands in a field from ending it', () => {
    const [line] = createAmiLines().event({ Event: 'QueueMemberAdded', Queue: 'a|b\nc', MemberName: 'x' }, 1000)
    expect(line).toBe('1.000|NONE|a b c|x|ADDMEMBER|')
  })
})
