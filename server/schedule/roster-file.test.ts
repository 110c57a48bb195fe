import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ImportedRoster } from '@pult/contract/schedule'

import { API, done, openTestApp, type TestApp } from '../testing/test-app.ts'
import { makeRoster, openSmallCenter, type ReadRoster, type SmallCenter } from './testing/small-center.ts'

let pult: TestApp
let center: SmallCenter
let made: ReadRoster

beforeAll(async () => {
  pult = await openTestApp({ started: true })
  center = await openSmallCenter(pult, { name: 'Файлы', agents: 4 })
  made = await makeRoster(center, { seconds: 1 })
})
afterAll(() => pult.close())

const of = (rest: string): string => center.path(`/rosters/${made.roster.rosterId}${rest}`)
const read = async (): Promise<ReadRoster> => done<ReadRoster>(await center.planner.get(of('')))
const file = async (language: string): Promise<string> =>
  (await center.planner.send('POST', of(`/export?format=csv&language=${language}`))).body

async function take(file: string | Buffer, query = ''): Promise<ImportedRoster> {
  const { version } = (await read()).roster
  const reply = await pult.app.http.app.inject({
    method: 'POST',
    url: `${API}${of(`/import?version=${version}${query}`)}`,
    headers: { host: 'pult.test', ...center.planner.headers, 'content-type': 'application/octet-stream' },
    payload: typeof file === 'string' ? Buffer.from(file) : file,
  })
  return done<ImportedRoster>(reply)
}

describe('a roster file', () => {
  it('taken back as it was written changes nothing, in either language', async () => {
    for (const language of ['ru', 'en']) {
      const imported = await take(await file(language), '&isTrial=true')
      expect(imported).toMatchObject({
        rows: made.shifts.length,
        added: 0,
        changed: 0,
        removed: 0,
        problems: [],
        isApplied: false,
      })
    }
    const xlsx = await center.planner.send('POST', of('/export?format=xlsx'))
    expect(await take(xlsx.rawPayload, '&isTrial=true')).toMatchObject({
      rows: made.shifts.length,
      added: 0,
      changed: 0,
      removed: 0,
      problems: [],
    })
    expect((await take(xlsx.rawPayload.subarray(0, 600))).problems).toMatchObject([{ row: 1, code: 'noTable' }])
  })

  it('edited by hand replaces the shifts of the people in it', async () => {
    const [head = '', ...lines] = (await file('en')).trimEnd().split('\r\n')
    const [first = '', ...others] = lines
    const cells = first.split(';')
    const shift = made.shifts[0]
    if (shift === undefined) throw new Error('no shift')
    // An hour later, without breaks.
    const hour = (text = ''): string => `${String(Number(text.slice(0, 2)) + 1).padStart(2, '0')}${text.slice(2)}`
    const edited = [cells[0], cells[1], cells[2], hour(cells[3]), hour(cells[4]), cells[5], '', ''].join(';')
    const imported = await take([head, edited, ...others.slice(1)].join('\n'))
    expect(imported).toMatchObject({ rows: made.shifts.length - 1, changed: 1, removed: 1, isApplied: true })
    const after = await read()
    const same = after.shifts.find(({ shiftId }) => shiftId === shift.shiftId)
    expect(same).toMatchObject({ breaks: [], isLocked: false })
    expect(Date.parse(same?.start ?? '')).toBe(Date.parse(shift.start) + 3_600_000)
    expect(after.roster.version).toBe(imported.version)
    done(await center.planner.send('POST', of('/undo'), { version: imported.version }))
    expect((await read()).shifts).toEqual(made.shifts)
  })

  it('is read as spreadsheets save it: in Windows-1251, days turned round, hours of one digit, empty lines', async () => {
    const text = (await file('ru'))
      .replaceAll(/(\d{4})-(\d\d)-(\d\d)/g, '$3.$2.$1')
      .replaceAll(/;0(\d:\d\d)/g, ';$1')
      .replace('\r\n', '\r\n\r\n')
    expect(text).toMatch(/;\d{2}\.\d{2}\.2026;\d:\d\d;/)
    const imported = await take(iconv.encode(text.replace('\uFEFF', ''), 'win1251'), '&isTrial=true')
    expect(imported).toMatchObject({ rows: made.shifts.length, added: 0, changed: 0, removed: 0, problems: [] })
    // The row that is wrong is the row that a spreadsheet shows.
    const wrong = await take(text.replace(/;\d{2}\.06\.2026;/, ';вчера;'))
    expect(wrong.problems).toMatchObject([{ row: 3, field: 'day', code: 'notADay', values: { text: 'вчера' } }])
  })

  it('with mistakes says row, field and reason of each, and changes nothing', async () => {
    const { version } = (await read()).roster
    const [id] = center.agentIds
    const row = (...cells: readonly unknown[]): string => cells.join(';')
    const text = [
      'Number;Agent;Day;Start;End;Template;Breaks;Locked',
      row(999_999, '', '2026-06-01', '09:00', '18:00', '', '', ''),
      row(id, 'Кто-то', '2026-06-01', '09:00', '18:00', '', '', ''),
      row(id, '', '31.06.2026', '09:00', '18:00', '', '', ''),
      row(id, '', '2026-07-01', '09:00', '18:00', '', '', ''),
      row(id, '', '2026-06-02', '9 утра', '18:07', '', '', ''),
      row(id, '', '2026-06-03', '09:00', '18:00', 'Ночь', '', ''),
      row(id, '', '2026-06-04', '09:00', '18:00', '', '"20:00-21:00 meal unpaid"', ''),
      row(id, '', '2026-06-05', '09:00', '18:00', '', 'обед в час', ''),
      row(id, '', '2026-06-06', '09:00', '18:00', '', '', ''),
      row(id, '', '06.06.2026', '10:00', '19:00', '', '', ''),
    ].join('\n')
    const { problems, isApplied, rows } = await take(text)
    expect([isApplied, rows]).toEqual([false, 10])
    expect(problems.map(({ row: at, field }) => [at, field])).toEqual([
      [2, 'agentId'],
      [3, 'agent'],
      [4, 'day'],
      [5, 'day'],
      [6, 'start'],
      [6, 'end'],
      [7, 'template'],
      [8, 'breaks'],
      [9, 'breaks'],
      [11, 'day'],
    ])
    expect(problems.every(({ reason }) => reason.length > 10)).toBe(true)
    expect((await take('Имя;Возраст\nАнна;30')).problems.map(({ field }) => field)).toEqual([
      'agentId',
      'day',
      'start',
      'end',
    ])
    expect((await take('')).isApplied).toBe(false)
    expect((await take(text.split('\n', 1)[0] ?? '')).problems).toMatchObject([{ row: 1, field: '', code: 'noRows' }])
    expect((await take('"a;b\n')).isApplied).toBe(false)
    const after = await read()
    expect([after.roster.version, after.shifts]).toEqual([version, made.shifts])
  })
})
