import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Connector } from '@pult/contract/connectors'

import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { openSwitchStandIn, type SwitchStandIn } from './testing/freeswitch-stand-in.ts'
import { channelNamed, liveFacts, until, type LiveFacts } from './testing/live-facts.ts'

let exchange: SwitchStandIn
let pult: TestApp
let centerId: number
let folder: string

beforeAll(async () => {
  exchange = await openSwitchStandIn('ClueCon')
  pult = await openTestApp({ started: true, more: { channelLease: 1 } })
  centerId = await pult.createCenter('Живой')
  folder = await mkdtemp(join(tmpdir(), 'pult-folder-'))
})
afterAll(async () => {
  await pult.close()
  await exchange.close()
  await rm(folder, { recursive: true, force: true })
})

const at = (rest = ''): string => `/centers/${centerId}/connectors${rest}`
const draft = (password: string): object => ({
  kind: 'freeSwitch',
  name: 'FS',
  source: 'FreeSWITCH',
  password,
  settings: { host: '127.0.0.1', port: exchange.port },
})
const named = (name: string): Promise<Connector | undefined> => channelNamed(pult, centerId, name)
const facts = (): Promise<LiveFacts> => liveFacts(pult, centerId)
const leg = async (ref: string): Promise<Record<string, unknown> | undefined> =>
  (await facts()).legs.find((one) => one['contact_ref'] === ref)

const agentList = (status: string): string =>
  `name|instance_id|uuid|type|contact|status|state\nАнна|single_box||callback|user/1000|${status}|Waiting\n+OK\n`

describe('FreeSWITCH’s event socket', () => {
  it('is tried: a wrong password is told from a queue module that answers', async () => {
    exchange.tables.set('callcenter_config queue list', 'name|strategy\nsupport|longest-idle-agent\n+OK\n')
    exchange.tables.set('callcenter_config agent list', agentList('Available'))
    exchange.tables.set(
      'callcenter_config queue list members support',
      'queue|uuid|cid_number|joined_epoch|state\n+OK\n',
    )
    const test = async (password: string): Promise<string> =>
      done<{ code: string }>(await pult.system.send('POST', at('/test'), { draft: draft(password) })).code
    expect(await test('ClueCon')).toBe('ok')
    expect(await test('wrong')).toBe('refused')
  })

  it('tells calls that wait, are served, given up and let go, and who is there', async () => {
    done(await pult.system.send('POST', at(), { draft: draft('ClueCon') }))
    await until(async () => (await named('FS'))?.state === 'working' && (await facts()).states.length === 1)
    const call = (id: string) => ({ 'CC-Queue': 'support', 'CC-Member-UUID': id, 'CC-Member-CID-Number': '+7 900 1' })
    const second = Math.floor(Date.now() / 1000)
    exchange.say('member-queue-start', call('a'))
    exchange.say('member-queue-start', call('b'))
    exchange.say('member-queue-start', call('c'))
    await until(async () => (await leg('c'))?.['outcome'] === 'open')
    const served = { ...call('a'), 'CC-Agent': 'Анна', 'CC-Agent-Called-Time': second, 'CC-Member-Joined-Time': second }
    exchange.say('bridge-agent-start', served)
    await until(async () => (await leg('a'))?.['agent'] === 'Анна')
    exchange.say('bridge-agent-end', served)
    exchange.say('member-queue-end', { ...served, 'CC-Cause': 'Terminated' })
    exchange.say('member-queue-end', { ...call('b'), 'CC-Cause': 'Cancel', 'CC-Cancel-Reason': 'BREAK_OUT' })
    exchange.say('member-queue-end', { ...call('c'), 'CC-Cause': 'Cancel', 'CC-Cancel-Reason': 'TIMEOUT' })
    exchange.say('agent-status-change', { 'CC-Agent': 'Анна', 'CC-Agent-Status': 'On Break' })
    await until(async () => (await leg('c'))?.['outcome'] === 'flowedOut' && (await facts()).states.length === 2)
    expect((await facts()).legs.map(({ contact_ref: ref, outcome }) => [ref, outcome])).toEqual([
      ['a', 'answered'],
      ['b', 'abandoned'],
      ['c', 'flowedOut'],
    ])
    expect(await leg('a')).toMatchObject({ customer: '+7 900 1' })
  })

  it('asks after a lost line who is there and who waits', async () => {
    exchange.tables.set('callcenter_config agent list', agentList('Logged Out'))
    exchange.tables.set(
      'callcenter_config queue list members support',
      `queue|uuid|cid_number|joined_epoch|state\nsupport|d|+7900|${Math.floor(Date.now() / 1000) - 3}|Waiting\n+OK\n`,
    )
    exchange.hangUp()
    await until(async () => (await leg('d'))?.['outcome'] === 'open')
    await until(async () => (await facts()).states.every(({ ended_at: ended }) => ended !== null))
    expect(await named('FS')).toMatchObject({ reconnects: 1 })
  })
})

const samples = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../shared'), 'data/pbx_samples')

describe('a watched folder', () => {
  it('takes every file once, takes a changed one anew, and says which it cannot read', async () => {
    const rows = [1, 2].map(
      (number) =>
        `"","8924${number}","211","ctx","""8924${number}"" <8924${number}>","SIP/211-0000000${number}","SIP/301-1","Dial","SIP/301","2024-01-27 15:07:2${number}","2024-01-27 15:07:28","2024-01-27 15:07:51",27,23,"ANSWERED","DOCUMENTATION","1706368044.${number}","","","1706368044.${number}",${number}\n`,
    )
    await writeFile(join(folder, 'Master.csv'), rows[0] ?? '')
    await writeFile(join(folder, 'Master.txt'), 'left alone')
    await writeFile(join(folder, 'broken.csv'), Buffer.from([0, 1, 2, 3, 0, 0, 0, 0, 0, 0]))
    const settings = { path: folder, pattern: '*.csv' }
    done(await pult.system.send('POST', at(), { draft: { kind: 'folder', name: 'CDR', source: 'CDR', settings } }))
    const calls = async (): Promise<number> =>
      (await facts()).legs.filter(({ customer }) => String(customer).startsWith('8924')).length
    await until(async () => (await calls()) === 1 && (await named('CDR'))?.rejected === 1)
    expect(await named('CDR')).toMatchObject({ state: 'working', events: 1, problem: { code: 'importFailed' } })
    expect((await named('CDR'))?.problem?.words).toContain('broken.csv')
  })

  it('knows the records of Asterisk and FreeSWITCH by their shape', async (test) => {
    const names = [
      'asterisk_cdr_Master_pjsip.csv',
      'asterisk_cdr_forked_dial_masked.csv',
      'freeswitch_cdr_Master.csv',
    ] as const
    const before = (await facts()).legs.length
    try {
      for (const name of names) await copyFile(join(samples, name), join(folder, name))
    } catch {
      test.skip('the sample records are not on this machine')
    }
    await until(async () => (await named('CDR'))?.events === 4)
    await until(async () => (await facts()).legs.length > before + 5)
    expect(await named('CDR')).toMatchObject({ rejected: 1 })
  })
})
