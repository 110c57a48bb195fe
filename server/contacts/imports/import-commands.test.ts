import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Import } from '@pult/contract/imports'

import { factsStored } from '../../testing/bring-in.ts'
import { runPult } from '../../testing/run-pult.ts'
import { done, openTestApp, type TestApp } from '../../testing/test-app.ts'

// `pult import` as a person types it, against a running server.

let pult: TestApp
let folder: string
let url: string

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  folder = await mkdtemp(join(tmpdir(), 'pult-commands-'))
  url = `http://127.0.0.1:${(pult.app.http.app.server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await pult.close()
  await rm(folder, { recursive: true })
})

interface Ended {
  readonly status: number
  readonly out: string
  readonly said: string
}

async function run(...words: string[]): Promise<Ended> {
  const flags = [...(words.includes('--url') ? [] : ['--url', url]), '--data', pult.dataFolder]
  const { status, out, err } = await runPult([...words, ...flags])
  return { status, out, said: err.trim() }
}

async function runJson<Reply = Record<string, unknown>>(...words: string[]): Promise<Ended & { json: Reply }> {
  const ended = await run(...words, '--json')
  return { ...ended, json: (ended.out === '' ? undefined : JSON.parse(ended.out)) as Reply }
}

async function file(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

const START = 1_760_000_000
const log = (calls: number, talk = 40): string =>
  Array.from({ length: calls }, (_, index) => {
    const at = START + index * 60
    return [
      `${at}|${at}.1|support|NONE|ENTERQUEUE||+7900000000${index}|1`,
      `${at + 10}|${at}.1|support|SIP/100|CONNECT|10|x|4`,
      `${at + 10 + talk}|${at}.1|support|SIP/100|COMPLETECALLER|10|${talk}|1`,
    ].join('\n')
  }).join('\n')
const facts = (centerId: number): Promise<{ legs: { talk_ms: number }[] }> =>
  factsStored(pult, centerId) as Promise<{ legs: { talk_ms: number }[] }>
const HEAD = 'Начало;Очередь;Оператор;Ожидание;Разговор'

describe('pult import queue-log', () => {
  it('ends with 0 and says what came in, the second time that all was known', async () => {
    const centerId = String(await pult.createCenter('Команда'))
    const path = await file('queue_log', log(3))
    const first = await runJson('import', 'queue-log', path, '--center', centerId)
    expect([first.status, first.said]).toMatchObject([0, expect.any(String) as string])
    expect(first.json).toMatchObject({
      status: 'done',
      read: 9,
      accepted: 3,
      duplicates: 0,
      rejected: [],
      problem: null,
    })
    const again = await run('import', 'queue-log', path, '--center', centerId)
    expect(again.status).toBe(0)
    expect(again.out).toContain('accepted 0, known already 3')
    expect(again.out).toContain('support: offered 3, answered 3, abandoned 0, flowed out 0')
  })

  it('with --dry-run keeps nothing', async () => {
    const center = await pult.createCenter('Проба')
    const path = await file('dry', log(3))
    const trial = await runJson('import', 'queue-log', path, '--center', String(center), '--dry-run')
    expect([trial.status, trial.json['accepted']]).toEqual([0, 3])
    expect((await facts(center)).legs).toEqual([])
  })

  it('with a key of another content rejects it, says both, and with --replace takes the new one', async () => {
    const center = await pult.createCenter('Замена')
    const words = (path: string): string[] => ['import', 'queue-log', path, '--center', String(center)]
    await run(...words(await file('before', log(2, 40))))
    const after = await file('after', log(2, 45))
    const refused = await runJson<{ accepted: number; rejected: { reason: string }[] }>(...words(after))
    expect([refused.status, refused.json.accepted, refused.json.rejected.length]).toEqual([0, 0, 2])
    expect(refused.json.rejected[0]?.reason).toMatch(
      /talkMs: key .* is stored with another content: “40000”, not “45000”/,
    )
    expect((await facts(center)).legs.map((leg) => leg.talk_ms)).toEqual([40_000, 40_000])
    const replaced = await runJson(...words(after), '--replace')
    expect(replaced.json).toMatchObject({ accepted: 0, corrected: 2, rejected: [] })
    expect((await facts(center)).legs.map((leg) => leg.talk_ms)).toEqual([45_000, 45_000])
    const undone = await runJson('import', 'undo', String(replaced.json['importId']))
    expect([undone.status, undone.json['status']]).toEqual([0, 'undone'])
    expect((await facts(center)).legs.map((leg) => leg.talk_ms)).toEqual([40_000, 40_000])
  })

  it('of what is no log ends with 2 and a sentence, and keeps nothing', async () => {
    const center = String(await pult.createCenter('Мусор'))
    const cases: [string[], RegExp][] = [
      [[await file('hello', 'hello\nworld\n'), '--center', center], /no Asterisk queue_log/],
      [[await file('empty', ''), '--center', center], /is empty/],
      [[join(folder, 'nowhere'), '--center', center], /There is no file .*nowhere/],
      [[await file('fine', log(1)), '--center', 'nine'], /--center must be a whole number from 1, not "nine"/],
      [[await file('fine', log(1)), '--center', '99999'], /./],
      [[await file('fine', log(1))], /--center/],
    ]
    for (const [words, sentence] of cases) {
      const { status, said } = await run('import', 'queue-log', ...words)
      expect([words, status, said]).toEqual([words, 2, expect.stringMatching(sentence)])
    }
    expect((await facts(Number(center))).legs).toEqual([])
  })

  it('where no server answers ends with 1 and says how to start one', async () => {
    const path = await file('fine', log(1))
    const { status, said } = await run('import', 'queue-log', path, '--center', '1', '--url', 'http://127.0.0.1:9')
    expect([status, said]).toEqual([1, expect.stringMatching(/No Pult answers at http:\/\/127\.0\.0\.1:9.*npm start/)])
  })
})

describe('pult import csv', () => {
  const rows = [
    HEAD,
    ...Array.from({ length: 12 }, (_, minute) => `01.10.2025 09:${10 + minute}:00;Заказы;Анна;0:00:12;0:02:30`),
    '01.10.2025 09:05:00;Заказы;;0:01:00;0:00:00',
    '31.10.2025 09:05:00;Заказы;Анна;потом;0:01:00',
  ].join('\n')

  it('guesses the mapping, and names the row and the field of what it rejects', async () => {
    const center = String(await pult.createCenter('Таблица'))
    const { status, json } = await runJson('import', 'csv', await file('calls.csv', rows), '--center', center)
    expect(status).toBe(0)
    expect(json).toMatchObject({
      read: 14,
      accepted: 13,
      rejected: [{ row: 15, reason: 'wait: is no duration: “потом”' }],
    })
  })

  it('says so where many rows do not fit what was guessed', async () => {
    const center = String(await pult.createCenter('Не та'))
    const fine = rows.split('\n')[1] ?? ''
    const odd = '32.10.2025 09:00:00;Заказы;Анна;0:00:12;0:02:30'
    const lines = [HEAD, ...Array<string>(350).fill(fine), ...Array<string>(100).fill(odd)]
    const path = await file('odd.csv', lines.join('\n'))
    const { said, status } = await run('import', 'csv', path, '--center', center)
    expect([status, said]).toEqual([0, expect.stringContaining('The mapping was guessed')])
  })

  it('reads a mapping file, and says which column is not there or what is no mapping', async () => {
    const center = String(await pult.createCenter('Таблица с файлом'))
    const path = await file('calls.csv', rows)
    const mapping = {
      key: [],
      offeredAt: { anyOf: [['Начало']], format: 'dmy' },
      talk: { column: 'Разговор', unit: 'clock' },
    }
    const given = (text: string): Promise<string> => file('mapping.json', text)
    const fine = await runJson(
      'import',
      'csv',
      path,
      '--center',
      center,
      '--mapping',
      await given(JSON.stringify(mapping)),
    )
    expect([fine.status, fine.json]).toMatchObject([0, { accepted: 14, rejected: [] }])
    const wrong = { ...mapping, key: ['Код'] }
    const nameless = await run(
      'import',
      'csv',
      path,
      '--center',
      center,
      '--mapping',
      await given(JSON.stringify(wrong)),
    )
    expect([nameless.status, nameless.said]).toEqual([2, expect.stringContaining('"Код"')])
    const broken = await run('import', 'csv', path, '--center', center, '--mapping', await given('{"key": 1}'))
    expect([broken.status, broken.said]).toEqual([2, expect.stringContaining('mapping.json is no mapping')])
    const gone = await run('import', 'csv', path, '--center', center, '--mapping', join(folder, 'no.json'))
    expect([gone.status, gone.said]).toEqual([2, expect.stringContaining('There is no file')])
  })
})

describe('pult import undo', () => {
  it('finds any import by its number, however many came after it', async () => {
    const center = await pult.createCenter('Старый импорт')
    const path = await file('old', log(2))
    const { json } = await runJson('import', 'queue-log', path, '--center', String(center))
    const importId = Number(json['importId'])
    await pult.app.database.inCenter({ centerId: center }, (tx) =>
      sql`insert into import (center_id, source_id, kind, file_name, status, created_by, created_at)
        select center_id, source_id, kind, 'later', 'done', created_by, created_at + n * interval '1 second'
        from import, generate_series(1, 150) n where center_id = ${center} and import_id = ${importId}`.execute(tx),
    )
    const undone = await run('import', 'undo', String(importId))
    expect([undone.status, undone.out.trim(), undone.said]).toEqual([
      0,
      `Import ${importId} is undone.`,
      expect.any(String),
    ])
    expect((await facts(center)).legs).toEqual([])
    expect(done<Import>(await pult.system.get(`/centers/${center}/imports/${importId}`)).status).toBe('undone')
    const again = await run('import', 'undo', String(importId))
    expect([again.status, again.said]).toEqual([2, expect.stringContaining('Only a finished import')])
  })

  it('of a number nobody has ends with 2 and says so', async () => {
    expect(await run('import', 'undo', '999999')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/None of your centres has an import 999999/) as string,
    })
    expect(await run('import', 'undo', 'last')).toMatchObject({
      status: 2,
      said: expect.stringMatching(/whole number from 1, not "last"/) as string,
    })
  })
})
