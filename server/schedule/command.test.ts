import { readFile, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { runPult } from '../testing/run-pult.ts'
import { openTestApp, type TestApp } from '../testing/test-app.ts'
import { FIRST_DAY, openSmallCenter, type SmallCenter } from './testing/small-center.ts'

// `pult schedule …` as a person or script runs it, against a server on a port.

let pult: TestApp
let center: SmallCenter
let server: string[]

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Командой', agents: 4 })
  const url = `http://127.0.0.1:${(pult.app.http.app.server.address() as AddressInfo).port}`
  const token = String(pult.system.headers['authorization']).replace('Bearer ', '')
  server = ['--url', url, '--token', token, '--center', String(center.centerId)]
})
afterAll(() => pult.close())

interface Ran {
  readonly status: number
  readonly output: string
  readonly said: string
}

async function run(...words: readonly string[]): Promise<Ran> {
  const { status, out, err } = await runPult(['schedule', ...words, ...server])
  return { status, output: out, said: err }
}

describe('pult schedule', () => {
  it('builds, checks, exports, takes back and publishes a roster', { timeout: 300_000 }, async () => {
    const requirement = String(center.requirementId)
    const days = ['--from', FIRST_DAY, '--to', '2026-06-07']
    const built = await run('build', '--requirement', requirement, ...days, '--seconds', '2', '--seed', '1', '--json')
    expect([built.status, built.said]).toEqual([0, ''])
    const made = JSON.parse(built.output) as { rosterId: number; status: string; parts: { total: number } }
    expect(made.status).toBe('draft')
    expect(made.parts.total).toBeGreaterThan(0)
    const roster = ['--roster', String(made.rosterId)]
    const checked = await run('check', ...roster, '--json')
    const check = JSON.parse(checked.output) as { lawful: boolean; violations: { severity: string }[] }
    expect(check.lawful).toBe(!check.violations.some(({ severity }) => severity === 'block'))
    expect(checked.status).toBe(check.lawful ? 0 : 1)
    const file = join(pult.dataFolder, 'roster.csv')
    expect((await run('export', ...roster, '--out', file, '--language', 'en')).status).toBe(0)
    const text = await readFile(file, 'utf8')
    expect(text.split('\r\n')[0]).toBe('\uFEFFNumber;Agent;Day;Start;End;Template;Breaks;Locked')
    const back = await run('import', file, ...roster, '--dry-run', '--json')
    expect(JSON.parse(back.output)).toMatchObject({ added: 0, changed: 0, removed: 0, problems: [], isApplied: false })
    await writeFile(file, text.replace(FIRST_DAY, 'вчера'))
    const wrong = await run('import', file, ...roster)
    expect(wrong.status).toBe(2)
    expect(wrong.said).toContain('row 2, day')
    // The notice of a month cannot be kept for days that are past.
    const refused = await run('publish', ...roster)
    expect(refused.status).toBe(check.lawful ? 0 : 2)
    const published = await run('publish', ...roster, '--reason', 'Проба')
    expect(published.status).toBe(check.lawful ? 2 : 0)
  })

  it('says in a sentence what is wrong', { timeout: 120_000 }, async () => {
    const beyond = await run(
      'build',
      '--requirement',
      String(center.requirementId),
      '--from',
      '2026-07-01',
      '--to',
      '2026-07-02',
    )
    expect(beyond.status).toBe(2)
    expect(beyond.said).toContain('the requirement covers')
    const unknown = await run('check', '--roster', '999999')
    expect([unknown.status, unknown.said.includes('no such roster')]).toEqual([2, true])
    const format = await run('export', '--roster', '1', '--out', 'roster.pdf')
    expect([format.status, format.said.includes('.csv or .xlsx')]).toEqual([2, true])
  })
})
