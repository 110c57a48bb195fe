import { mkdir, mkdtemp, readdir, rm, writeFile, appendFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import ssh2 from 'ssh2'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { SftpSettings, type Connector } from '@pult/contract/connectors'
import type { Import } from '@pult/contract/imports'

import { finishedImport } from '../testing/bring-in.ts'
import { done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { openFarFolder } from './far-folder.ts'
import { channelNamed, liveFacts, until } from './testing/live-facts.ts'
import { openSftpStandIn, type SftpStandIn } from './testing/sftp-stand-in.ts'

const key = ssh2.utils.generateKeyPairSync('ed25519', { passphrase: 'open sesame', cipher: 'aes256-ctr', rounds: 1 })
const PASSWORD = 'a password that nobody reads'

let pult: TestApp
let machine: SftpStandIn
let root: string
let centerId: number

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'pult-sftp-'))
  machine = await openSftpStandIn(root, { user: 'pult', password: PASSWORD, publicKey: key.public })
  pult = await openTestApp({ started: true, more: { channelLease: 1 } })
  centerId = await pult.createCenter('Записи')
  for (const name of ['moved', 'moved/done', 'left', 'gone']) await mkdir(join(root, name))
})
afterAll(async () => {
  await pult.close()
  await machine.close()
  await rm(root, { recursive: true, force: true })
})

const at = (rest = ''): string => `/centers/${centerId}/connectors${rest}`
const named = (name: string): Promise<Connector | undefined> => channelNamed(pult, centerId, name)

async function look(name: string): Promise<void> {
  done(await pult.system.send('POST', at(`/${(await named(name))?.connectorId}/look`)))
}

function draft(name: string, settings: object = {}, secret: object = { password: PASSWORD }): object {
  const { port, hostKey } = machine
  const all = { host: '127.0.0.1', port, user: 'pult', hostKey, path: name, when: { everyMinutes: 1440 }, ...settings }
  return { kind: 'sftp', name, source: name, ...secret, settings: all }
}

/** Calls as Asterisk's Master.csv has them. */
function calls(first: number, count: number): string {
  const row = (number: number): string => {
    const id = `1706368044.${number}`
    const clock = new Date(Date.UTC(2024, 0, 27, 6) + number * 10_000).toISOString().slice(0, 19).replace('T', ' ')
    return `"","89${number}","211","ctx","""89${number}"" <89${number}>","SIP/211-1","SIP/301-1","Dial","SIP/301","${clock}","${clock}","${clock}",27,23,"ANSWERED","DOCUMENTATION","${id}","","","${id}",${number}\n`
  }
  return Array.from({ length: count }, (_, index) => row(first + index)).join('')
}

async function callsOf(first: number, count: number): Promise<number> {
  const wanted = new Set(Array.from({ length: count }, (_, index) => `89${first + index}`))
  return (await liveFacts(pult, centerId)).legs.filter(({ customer }) => wanted.has(String(customer))).length
}

describe('a folder of another machine', () => {
  it('is tried: nobody signs in before the key of the machine is confirmed, and what is wrong is told', async () => {
    const test = async (given: object): Promise<{ code: string; words: string; hostKey: string | null }> =>
      done(await pult.system.send('POST', at('/test'), { draft: given }))
    const byKey = (secret: object): object => draft('left', { signIn: 'key' }, secret)
    expect(await test(draft('left', { hostKey: null }))).toMatchObject({
      code: 'hostKeyUnknown',
      hostKey: machine.hostKey,
    })
    expect(machine.signIns()).toBe(0)
    expect(await test(draft('left'))).toMatchObject({ code: 'ok', hostKey: null })
    expect(await test(draft('left', {}, { password: 'wrong' }))).toMatchObject({ code: 'refused' })
    expect(await test(byKey({ privateKey: key.private, passphrase: 'open sesame' }))).toMatchObject({ code: 'ok' })
    expect(await test(byKey({ privateKey: key.private }))).toMatchObject({ code: 'badKey' })
    expect(await test(byKey({ privateKey: key.public }))).toMatchObject({ code: 'badKey' })
    const nowhere = await test(draft('left', { path: '/no/such' }))
    expect(nowhere).toMatchObject({
      code: 'noFile',
      words: `There is no /no/such on 127.0.0.1:${machine.port}.`,
      said: { ru: `/no/such на 127.0.0.1:${machine.port} нет.` },
    })
    expect(await test(draft('moved', { after: 'move', moveTo: 'nowhere' }))).toMatchObject({ code: 'noFile' })
    expect(await test(draft('left', { port: 1 }))).toMatchObject({ code: 'unreachable' })
  })

  it('is not waited for when it says nothing', async () => {
    const mute = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => mute.once('listening', resolve))
    const { port } = mute.address() as AddressInfo
    const settings = SftpSettings.parse({ host: '127.0.0.1', port, user: 'pult' })
    const signal = new AbortController().signal
    await expect(openFarFolder(settings, {}, { signal, patienceMs: 200 })).rejects.toMatchObject({ code: 'mute' })
    mute.close()
  })

  it('gives its files once and whole, through a line that breaks and while one of them still grows', async () => {
    await writeFile(join(root, 'moved/Master.csv'), calls(10_000, 2000))
    await writeFile(join(root, 'left/grows.csv'), calls(20_000, 20))
    await writeFile(join(root, 'left/notes.txt'), 'left alone')
    await writeFile(join(root, 'gone/Master.csv'), calls(30_000, 20))
    machine.manners.cutAfterBytes = 200_000
    machine.manners.readOnly = 'gone/'
    let grown = false
    machine.manners.beforePiece = async (path) => {
      if (!path.endsWith('grows.csv') || grown) return
      grown = true
      await appendFile(join(root, 'left/grows.csv'), calls(20_020, 20))
    }
    done(await pult.system.send('POST', at(), { draft: draft('moved', { after: 'move', moveTo: 'done' }) }))
    done(await pult.system.send('POST', at(), { draft: draft('left', { pattern: '*.csv' }) }))
    done(await pult.system.send('POST', at(), { draft: draft('gone', { after: 'delete' }) }))
    await until(async () => (await named('gone'))?.problem?.code === 'leftBehind')
    expect(await readdir(join(root, 'gone'))).toEqual(['Master.csv'])
    expect((await named('gone'))?.problem?.words).toContain('Master.csv is imported and stays where it was')
    machine.manners.readOnly = null
    await look('gone')
    await until(async () => (await readdir(join(root, 'gone'))).length === 0)
    await until(async () => (await named('gone'))?.problem === null)
    await until(async () => (await readdir(join(root, 'moved/done'))).length === 1)
    await until(async () => (await named('left'))?.events === 1)
    await until(async () => (await callsOf(20_000, 40)) === 40)
    expect(grown).toBe(true)
    expect(await callsOf(10_000, 2000)).toBe(2000)
    expect(await callsOf(30_000, 20)).toBe(20)
    expect(await named('moved')).toMatchObject({
      state: 'working',
      events: 1,
      reconnects: 1,
      problem: { code: 'closed' },
    })
    expect(await named('left')).toMatchObject({ lastFile: 'grows.csv', rejected: 0 })
    expect((await named('left'))?.lookedAt).not.toBeNull()
    expect((await readdir(join(root, 'left'))).toSorted()).toEqual(['grows.csv', 'notes.txt'])
  })

  it('brings in what can be undone, and tells nobody how Pult signs in', async () => {
    const { imports } = done<{ imports: Import[] }>(await pult.system.get(`/centers/${centerId}/imports`))
    expect(imports.map(({ createdByName }) => createdByName).toSorted()).toEqual(['gone', 'left', 'moved'])
    const ofGone = imports.find(({ createdByName }) => createdByName === 'gone')
    done(await pult.system.send('POST', `/centers/${centerId}/imports/${ofGone?.importId}/undo`))
    await finishedImport(pult, centerId, ofGone?.importId ?? 0)
    await until(async () => (await callsOf(30_000, 20)) === 0)
    for (const path of [at(), `/centers/${centerId}/audit`])
      expect((await pult.system.get(path)).body).not.toContain(PASSWORD)
  })

  it('is looked into at once when asked to, and not signed in to when it shows another key', async () => {
    const channel = await named('left')
    const former = machine.hostKey
    await machine.changeHostKey()
    const before = machine.signIns()
    await look('left')
    await until(async () => (await named('left'))?.state === 'down')
    const { code, words } = (await named('left'))?.problem ?? {}
    expect(code).toBe('hostKeyChanged')
    expect(words).toContain(`shows the key ${machine.hostKey} and not ${former}`)
    expect(machine.signIns()).toBe(before)
    // Somebody confirms the new key; the password that is kept stays.
    const change = { version: channel?.version, draft: draft('left', { pattern: '*.csv' }, {}) }
    done(await pult.system.send('PUT', at(`/${channel?.connectorId}`), change))
    await until(async () => (await named('left'))?.state === 'working')
    expect(machine.signIns()).toBe(before + 1)
    const elsewhere = { version: 2, draft: draft('left', { host: 'localhost' }, {}) }
    expect((await pult.system.send('PUT', at(`/${channel?.connectorId}`), elsewhere)).json()).toMatchObject({
      code: 'passwordNeeded',
    })
  })
})
