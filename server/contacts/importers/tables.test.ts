import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'

import excel from 'exceljs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { Mapping, type MappingInput } from '@pult/contract/imports'
import type { ContactRecord } from '@pult/engine/contacts'
import { createZone } from '@pult/engine/time'

import { zipOf } from '../../testing/zip.ts'
import { createCollector } from '../imports/collector.ts'
import { builtInTemplates } from './built-in-templates.ts'
import { csvRows, guessDelimiter, type TableRow } from './csv-rows.ts'
import { guessMapping } from './guess-mapping.ts'
import type { Finding } from './reading.ts'
import { createRowMapper } from './table-mapping.ts'
import { xlsxRows } from './xlsx-rows.ts'
import { sheetNames } from './xlsx-sheets.ts'

const NOW = Date.UTC(2026, 10, 23)

async function rowsOf(text: string, delimiter = ','): Promise<TableRow[]> {
  const rows: TableRow[] = []
  for await (const row of csvRows(Readable.from([Buffer.from(text)]), 'utf8', delimiter)) rows.push(row)
  return rows
}

function map(
  input: MappingInput,
  lines: readonly string[],
): { contacts: ContactRecord[]; findings: Finding[]; leftOut: number } {
  const collector = createCollector()
  const [head = '', ...body] = lines
  const mapping = Mapping.parse(input)
  const mapper = createRowMapper(mapping, head.split(','), createZone(mapping.timeZone ?? 'UTC'), NOW, collector)
  for (const [index, line] of body.entries()) mapper.row({ number: index + 2, cells: line.split(',') })
  mapper.end()
  for (const parts of collector.takeParts()) collector.join(parts)
  return { ...collector.take(), leftOut: collector.counts.leftOut }
}

describe('CSV', () => {
  it('has its delimiter told from the first lines', () => {
    expect(guessDelimiter('a,b,c\n1,2,3\n')).toBe(',')
    expect(guessDelimiter('a;b;c\n1,5;2,5;3\n')).toBe(';')
    expect(guessDelimiter('a\tb\n1\t2\n')).toBe('\t')
    expect(guessDelimiter('name;text\n"x, y, z, w";1\n')).toBe(';')
  })

  it('may quote delimiters, quotes and line breaks', async () => {
    const rows = await rowsOf('a,b\n"x, ""y""\nz",2\n3,4\n')
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['x, "y"\nz', '2'],
      ['3', '4'],
    ])
  })

  it('reads on after rows with too few and too many cells', async () => {
    expect((await rowsOf('a,b\n1\n1,2,3\n4,5\n')).map(({ cells }) => cells.length)).toEqual([2, 1, 3, 2])
  })

  it('says which record is beyond all bounds, and gives every other', async () => {
    const broken: unknown[] = []
    const read = async (text: string): Promise<unknown[]> => {
      broken.length = 0
      // In small pieces too, as they come from a disk.
      const pieces = text.match(/[^]{1,65536}/g) ?? []
      const rows: unknown[] = []
      const stream = Readable.from(pieces.map((piece) => Buffer.from(piece)))
      for await (const { number, cells } of csvRows(stream, 'utf8', ',', (row, why) => broken.push([row, why])))
        rows.push([number, cells.join('/')])
      return rows
    }
    expect(await read(`a,b\n1,2\n${'x'.repeat(3_000_000)},3\n4,5\n6,7`)).toEqual([
      [1, 'a/b'],
      [2, '1/2'],
      [4, '4/5'],
      [5, '6/7'],
    ])
    expect(broken).toEqual([[3, 'lineTooLong']])
    // Of a mark that is never closed only its own line is lost.
    const rows = await read(`a,b\n"1,2\n${'x,y\n'.repeat(600_000)}"3",4\n5" disk,6\n`)
    expect(rows.length).toBe(1 + 600_000 + 2)
    expect(rows.slice(0, 2)).toEqual([
      [1, 'a/b'],
      [3, 'x/y'],
    ])
    expect(rows.slice(-2).map((row) => (row as unknown[])[1])).toEqual(['3/4', '5" disk/6'])
    expect(broken).toEqual([[2, 'quoteNotClosed']])
    expect(await read('a,b\n"x\ny",1\n\n"2,3\n4,5')).toEqual([
      [1, 'a/b'],
      [2, 'x\ny/1'],
      [4, '4/5'],
    ])
    expect(broken).toEqual([[3, 'quoteNotClosed']])
    expect(await read('a,b\r1,2\r3,4')).toHaveLength(3)
    await expect(read('x","\n'.repeat(600_000))).rejects.toThrow(/Quotation marks/)
  })
})

describe('a workbook', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pult-xlsx-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('gives dates, times, formulas and rich text as one sees them, with the numbers of rows', async () => {
    const book = new excel.Workbook()
    book.addWorksheet('Другой').addRow(['не этот'])
    const sheet = book.addWorksheet('Звонки')
    sheet.addRow(['Начало', 'Сумма', 'Текст'])
    sheet.addRow([])
    sheet.addRow([
      new Date(Date.UTC(2025, 9, 1, 9, 5, 7)),
      { formula: '1+1', result: 2 },
      { richText: [{ text: 'Зака' }, { text: 'зы' }] },
    ])
    const long = sheet.addRow([new Date(Date.UTC(1899, 11, 31, 2, 30)), new Date(Date.UTC(1899, 11, 30, 9, 5))])
    long.getCell(1).numFmt = '[h]:mm:ss'
    long.getCell(2).numFmt = 'hh:mm:ss'
    const path = join(folder, 'book.xlsx')
    await book.xlsx.writeFile(path)
    const rows: TableRow[] = []
    for await (const row of xlsxRows(path, 'Звонки')) rows.push(row)
    book.addWorksheet(`A & B "c"`)
    await book.xlsx.writeFile(path)
    expect(await sheetNames(path)).toEqual(['Другой', 'Звонки', `A & B "c"`])
    expect(rows.filter(({ cells }) => cells.length > 0)).toEqual([
      { number: 1, cells: ['Начало', 'Сумма', 'Текст'] },
      { number: 3, cells: ['2025-10-01 09:05:07', '2', 'Заказы'] },
      { number: 4, cells: ['26:30:00', '09:05:00'] },
    ])
  })

  it('that is a bomb is refused by its list, before anything is unpacked, and so is a file cut short', async () => {
    const path = join(folder, 'bomb.xlsx')
    const read = async (): Promise<void> => {
      for await (const row of xlsxRows(path, undefined)) expect(row).toBeUndefined()
    }
    await writeFile(path, zipOfZeros(200_000_000))
    await expect(read()).rejects.toMatchObject({ code: 'zipBomb', message: /250 times/ })
    // The list says a thousand bytes.
    await writeFile(path, zipOfZeros(50_000_000, 1000))
    await expect(read()).rejects.toMatchObject({ code: 'zipBomb' })
    await writeFile(path, zipOfZeros(1000).subarray(0, 60))
    await expect(read()).rejects.toMatchObject({ code: 'notWorkbook' })
  })

  it('is read by its list alone: a part that the list hides was not measured and could unpack to anything', async () => {
    const path = join(folder, 'hidden.xlsx')
    const sheet = (text: string): string =>
      `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row></sheetData></worksheet>`
    await writeFile(
      path,
      zipOf([
        { name: 'xl/worksheets/sheet1.xml', content: sheet('скрыт'), unlisted: true },
        { name: 'xl/worksheets/sheet2.xml', content: sheet('назван') },
      ]),
    )
    const rows: TableRow[] = []
    for await (const row of xlsxRows(path, undefined)) rows.push(row)
    expect(rows.map(({ cells }) => cells)).toEqual([['назван']])
  })
})

const base: MappingInput = {
  key: ['id'],
  offeredAt: { anyOf: [['date', 'time']], format: 'yymmdd' },
  wait: { column: 'wait' },
  talk: { column: 'talk' },
  queue: { column: 'type' },
}

/** A zip with one sheet of nothing but zeros, and how many of them its list states. */
const zipOfZeros = (length: number, stated = length): Buffer =>
  zipOf([{ name: 'xl/worksheets/sheet1.xml', content: Buffer.alloc(length), saidSize: stated }])

describe('a mapping', () => {
  it('joins date and time of two columns, in the zone it names', () => {
    const head = 'id,date,time,wait,talk,type'
    const { contacts } = map({ ...base, timeZone: 'Asia/Jerusalem' }, [head, 'x,990101,6:55:26,17,54,PS'])
    expect(contacts).toMatchObject([
      { sourceKey: 'x', queue: 'PS', offeredAt: Date.UTC(1999, 0, 1, 4, 55, 26), waitMs: 17_000, talkMs: 54_000 },
    ])
  })

  it('takes the first moment that is there, where 0:00:00 means empty, and keys of several columns', () => {
    const input: MappingInput = {
      ...base,
      key: ['line', 'id'],
      offeredAt: {
        anyOf: [
          ['date', 'queued'],
          ['date', 'served'],
        ],
        format: 'yymmdd',
      },
      emptyValues: ['0:00:00'],
      timeZone: 'UTC',
    }
    const { contacts, findings } = map(input, [
      'line,id,date,queued,served,wait,talk,type',
      'A1,7,990101,6:55:26,6:55:43,17,54,PS',
      'A2,7,990101,0:00:00,7:41:25,0,208,PS',
      'A3,7,990101,0:00:00,0:00:00,0,0,PS',
    ])
    expect(contacts.map(({ sourceKey, offeredAt }) => [sourceKey, new Date(offeredAt).toISOString()])).toEqual([
      ['A1|7', '1999-01-01T06:55:26.000Z'],
      ['A2|7', '1999-01-01T07:41:25.000Z'],
    ])
    expect(findings).toMatchObject([{ kind: 'rejected', rowNumber: 4, field: 'offeredAt', code: 'timeMissing' }])
  })

  it('may leave out rows never offered, but not rows whose time is damaged', () => {
    const { findings, leftOut } = map({ ...base, emptyValues: ['0:00:00'], withoutTime: 'leaveOut' }, [
      'id,date,time,wait,talk,type',
      'a,990101,0:00:00,1,54,PS',
      'b,990101,6:xx,1,54,PS',
    ])
    expect(leftOut).toBe(1)
    expect(findings).toMatchObject([{ kind: 'rejected', rowNumber: 3, code: 'noTime' }])
  })

  it('leaves rows out by value, also by one that means empty elsewhere', () => {
    const { contacts, leftOut } = map(
      {
        ...base,
        filters: [
          { column: 'type', not: ['IN'] },
          { column: 'talk', only: ['54', '55'] },
        ],
      },
      [
        'id,date,time,wait,talk,type',
        'a,990101,6:00:00,1,54,PS',
        'b,990101,6:00:00,1,54,IN',
        'c,990101,6:00:00,1,9,PS',
      ],
    )
    expect([contacts.map(({ sourceKey }) => sourceKey), leftOut]).toEqual([['a'], 2])
  })

  const WORDS = 'id,date,time,wait,talk,type,how,which way,end'
  const worded: MappingInput = {
    ...base,
    channel: { column: 'how' },
    direction: { column: 'which way' },
    outcome: { column: 'end', values: { constructive: 'answered' } },
  }

  it('reads channel, direction and outcome in the words of files, and whom nobody reached as such', () => {
    const { contacts, findings } = map(worded, [
      WORDS,
      'a,990101,6:00:00,1,54,PS,Телефон,Входящий,Обслужен',
      'b,990101,6:10:00,1,0,PS,WhatsApp,in,NO_ANSWER',
      'c,990101,6:20:00,1,0,PS,e-mail,Исходящие,нет ответа',
      'd,990101,6:30:00,1,9,PS,CALL,outgoing call,transferred',
      'e,990101,6:40:00,1,9,PS,Онлайн-чат,INBOUND,constructive',
    ])
    expect(findings).toEqual([])
    expect(contacts.map(({ channel, direction, outcome }) => [channel, direction, outcome])).toEqual([
      ['voice', 'inbound', 'answered'],
      ['messenger', 'inbound', 'abandoned'],
      ['email', 'outbound', 'unreached'],
      ['voice', 'outbound', 'answered'],
      ['chat', 'inbound', 'answered'],
    ])
  })

  it('rejects a row with a word nobody knows, or none, and says which', () => {
    const { contacts, findings } = map(worded, [
      WORDS,
      'a,990101,6:00:00,1,54,PS,voice,внутренний,answered',
      'b,990101,6:10:00,1,54,PS,голубь,inbound,answered',
      'c,990101,6:20:00,1,54,PS,voice,inbound,constructor',
      'd,990101,6:30:00,1,54,PS,voice,,answered',
      'e,990101,6:40:00,1,54,PS,constructor,inbound,answered',
    ])
    expect(contacts).toEqual([])
    expect(
      findings.map(({ kind, rowNumber, field, code, details }) => [kind, rowNumber, field, code, details]),
    ).toEqual([
      ['rejected', 2, 'direction', 'unknownValue', { value: 'внутренний' }],
      ['rejected', 3, 'channel', 'unknownValue', { value: 'голубь' }],
      ['rejected', 4, 'outcome', 'unknownValue', { value: 'constructor' }],
      ['rejected', 5, 'direction', 'unknownValue', { value: '' }],
      ['rejected', 6, 'channel', 'unknownValue', { value: 'constructor' }],
    ])
    const told = map({ ...worded, direction: { column: 'which way', values: { '': 'inbound' } } }, [
      WORDS,
      'd,990101,6:30:00,1,54,PS,voice,,answered',
    ])
    expect(told.contacts).toMatchObject([{ direction: 'inbound' }])
  })

  it('names queues and agents as the file does, whatever they are called', () => {
    const table = { ...base, queue: { column: 'type', values: { PS: 'Sales' } }, agent: { column: 'id' } }
    const { contacts } = map(table, [
      'id,date,time,wait,talk,type',
      'constructor,990101,6:00:00,1,54,constructor',
      'b,990101,6:10:00,1,54,__proto__',
      'c,990101,6:20:00,1,54,PS',
    ])
    expect(contacts.map(({ queue, agent }) => [queue, agent])).toEqual([
      ['constructor', 'constructor'],
      ['__proto__', 'b'],
      ['Sales', 'c'],
    ])
  })

  it('shows a customer’s number neither in keys nor in references', () => {
    const head = 'id,date,time,wait,talk,type,phone'
    const row = 'a,990101,6:00:00,1,54,PS,+79001112233'
    const tables: Partial<MappingInput>[] = [
      { key: [] },
      { key: ['phone', 'time'] },
      { key: ['id'], contactRef: ['phone', 'date'] },
      { key: [], joinBy: ['phone'] },
    ]
    for (const table of tables) {
      const { contacts } = map({ ...base, customer: { column: 'phone' }, ...table }, [head, row])
      const [{ sourceKey, contactRef, customer } = { sourceKey: '', contactRef: '' }] = contacts
      expect([table, customer, sourceKey.includes('9001112233'), contactRef.includes('9001112233')]).toEqual([
        table,
        '+79001112233',
        false,
        false,
      ])
      expect(contactRef.length).toBeGreaterThan(0)
      expect(map({ ...base, customer: { column: 'phone' }, ...table }, [head, row]).contacts).toEqual(contacts)
    }
  })

  it('without a key knows a row by its content, and a repeated row by its count', () => {
    const row = 'a,990101,6:00:00,1,54,PS'
    const { contacts } = map({ ...base, key: [] }, ['id,date,time,wait,talk,type', row, row])
    expect(contacts[0]?.sourceKey).not.toBe(contacts[1]?.sourceKey)
  })

  it('knows long rows and rows with an empty key by all they hold', () => {
    const head = 'id,date,time,wait,talk,type'
    const long = `a,990101,6:00:00,1,54,${'x'.repeat(500)}`
    const contents = map({ ...base, key: [] }, [head, `${long}1`, `${long}2`]).contacts
    expect(contents.map(({ sourceKey }) => sourceKey.length < 40)).toEqual([true, true])
    expect(contents[0]?.sourceKey).not.toBe(contents[1]?.sourceKey)
    expect(new Set(contents.map(({ contactRef }) => contactRef.slice(0, 300))).size).toBe(2)
    const nameless = map({ ...base, contactRef: ['id', 'id'] }, [
      head,
      ',990101,6:00:00,1,54,PS',
      ',990101,7:00:00,1,54,PS',
    ]).contacts
    expect(new Set(nameless.map(({ sourceKey }) => sourceKey)).size).toBe(2)
    expect(new Set(nameless.map(({ contactRef }) => contactRef)).size).toBe(2)
  })

  it('rejects what cannot be, with row, field and value, and reads on', () => {
    const { contacts, findings } = map(base, [
      'id,date,time,wait,talk,type',
      'a,991399,6:00:00,1,54,PS',
      'b,890101,6:00:00,1,54,PS',
      'c,270101,6:00:00,1,54,PS',
      'd,990101,6:00:00,soon,54,PS',
      'e,990101,6:00:00,99999999,54,PS',
      'f,990101,6:00:00,-5,54,PS',
      'g,990231,6:00:00,1,54,PS',
    ])
    expect(findings.map(({ kind, rowNumber, field, code }) => [kind, rowNumber, field, code])).toEqual([
      ['rejected', 2, 'offeredAt', 'noTime'],
      ['rejected', 3, 'offeredAt', 'impossibleTime'],
      ['rejected', 4, 'offeredAt', 'impossibleTime'],
      ['rejected', 5, 'wait', 'notDuration'],
      ['rejected', 6, 'wait', 'impossibleDuration'],
      ['repaired', 7, 'wait', 'negativeDuration'],
      ['rejected', 8, 'offeredAt', 'noTime'],
    ])
    expect(contacts).toMatchObject([{ sourceKey: 'f', waitMs: 0, flags: ['negativeDuration'] }])
  })

  it('tells the two comings of autumn’s doubled hour apart by the order of rows', () => {
    const { contacts } = map({ ...base, timeZone: 'Europe/Berlin' }, [
      'id,date,time,wait,talk,type',
      'a,251026,2:10:00,1,5,PS',
      'b,251026,2:50:00,1,5,PS',
      'c,251026,2:05:00,1,5,PS',
      'd,251026,3:05:00,1,5,PS',
    ])
    expect(
      contacts.map(({ offeredAt, flags }) => [new Date(offeredAt).toISOString().slice(11, 16), flags?.[0]]),
    ).toEqual([
      ['00:10', 'doubledHour'],
      ['00:50', 'doubledHour'],
      ['01:05', 'doubledHour'],
      ['02:05', undefined],
    ])
  })

  it('lets nobody be answered before she called where the clock goes back in between', () => {
    const answered: MappingInput = {
      key: ['id'],
      timeZone: 'Europe/Berlin',
      offeredAt: { anyOf: [['date', 'start']], format: 'yymmdd' },
      answeredAt: { anyOf: [['date', 'answer']], format: 'yymmdd' },
      endedAt: { anyOf: [['date', 'end']], format: 'yymmdd' },
    }
    const { contacts, findings } = map(answered, [
      'id,date,start,answer,end',
      'a,251026,1:40:00,1:40:10,1:50:00',
      'b,251026,2:59:30,2:00:10,2:05:00',
      'c,251026,2:10:00,2:10:30,3:01:00',
    ])
    expect(contacts.map(({ waitMs, talkMs = 0 }) => [waitMs / 1000, talkMs / 1000])).toEqual([
      [10, 590],
      [40, 290],
      [30, 3030],
    ])
    expect(findings.map(({ code }) => code)).toEqual(['doubledHour'])
  })

  it('keeps formulas and markup as the text they are', () => {
    const { contacts } = map(base, ['id,date,time,wait,talk,type', `a,990101,6:00:00,1,54,=HYPERLINK("x")<script>`])
    expect(contacts[0]?.queue).toBe('=HYPERLINK("x")<script>')
  })

  it('that names a column the file has not says which there are', () => {
    expect(() => map({ ...base, key: ['nope'] }, ['id,date,time,wait,talk,type'])).toThrow(/"nope".*id, date, time/)
  })
})

describe('a guess', () => {
  const guess = (lines: readonly string[]): Mapping | null => {
    const [head = '', ...body] = lines
    return guessMapping(
      head.split(';'),
      body.map((line) => line.split(';')),
      true,
    ).mapping
  }

  it('knows Russian headers', () => {
    expect(
      guess([
        'Дата и время;Очередь;Оператор;Номер телефона;Ожидание;Длительность разговора;Результат',
        '31.10.2025 09:00:00;Заказы;Анна;+79001112233;0:00:12;0:02:30;Отвечен',
        '31.10.2025 09:05:00;Заказы;;+79001112234;0:01:12;0:00:00;Потерян',
      ]),
    ).toMatchObject({
      offeredAt: { anyOf: [['Дата и время']], format: 'dmy' },
      queue: { column: 'Очередь' },
      agent: { column: 'Оператор' },
      customer: { column: 'Номер телефона' },
      wait: { column: 'Ожидание' },
      talk: { column: 'Длительность разговора' },
      outcome: { column: 'Результат', values: { Отвечен: 'answered', Потерян: 'abandoned' } },
    })
  })

  it('knows English headers, and American dates by their days', () => {
    expect(
      guess([
        'Contact ID;Start Time;Queue Name;Agent;Caller;Wait Time;Talk Time;Disposition',
        '17;10/31/2025 9:00 AM;Sales;Ann;+1555;12;150;Answered',
        '18;10/31/2025 1:05 PM;Sales;;+1556;72;0;Abandoned',
      ]),
    ).toMatchObject({
      key: ['Contact ID'],
      offeredAt: { anyOf: [['Start Time']], format: 'mdy' },
      queue: { column: 'Queue Name' },
      agent: { column: 'Agent' },
      customer: { column: 'Caller' },
      wait: { column: 'Wait Time' },
      talk: { column: 'Talk Time' },
      outcome: { column: 'Disposition' },
    })
  })

  it('knows dates of six digits beside a clock, and epochs', () => {
    expect(guess(['date;q_start;q_time', '990131;6:55:26;17', '990201;7:00:00;3'])).toMatchObject({
      offeredAt: { anyOf: [['date', 'q_start']], format: 'yymmdd' },
      wait: { column: 'q_time' },
    })
    expect(guess(['start;wait', '1700000000;17'])).toMatchObject({ offeredAt: { format: 'epochSeconds' } })
    expect(guess(['start;wait', '1700000000000;17'])).toMatchObject({ offeredAt: { format: 'epochMs' } })
  })

  it('takes the time of service where a call never queued, and a counter of calls only together with its times', () => {
    expect(
      guess([
        'call_id;date;q_start;q_time;outcome;ser_start;ser_time',
        '17;990131;6:55:26;17;AGENT;6:55:43;60',
        '18;990131;0:00:00;0;AGENT;6:56:10;40',
        '19;990131;0:00:00;0;HANG;0:00:00;0',
      ]),
    ).toMatchObject({
      key: ['call_id', 'date', 'q_start', 'ser_start'],
      offeredAt: {
        anyOf: [
          ['date', 'q_start'],
          ['date', 'ser_start'],
        ],
        format: 'yymmdd',
      },
      emptyValues: ['0:00:00', '00:00:00'],
    })
  })

  it('is not misled by one wrong row', () => {
    const rows = Array.from({ length: 12 }, (_, index) => `0${1 + (index % 9)}.10.2025 09:00:00;3`)
    expect(guess(['start;wait', ...rows, '99.99.2025 09:00:00;3'])).toMatchObject({ offeredAt: { format: 'dmy' } })
  })

  it('leaves out what an unknown outcome may mean, and knows the common ones', () => {
    const ends = ['completed', 'успешно', 'transferred', 'Обслужен', 'Пропущенный', 'archived', 'constructor']
    expect(guess(['start;result;talk', ...ends.map((end) => `2025-10-31 09:00:00;${end};12`)])?.outcome).toEqual({
      column: 'result',
      values: {
        completed: 'answered',
        успешно: 'answered',
        transferred: 'answered',
        Обслужен: 'answered',
        Пропущенный: 'abandoned',
      },
    })
  })

  it('knows which way a call went, and by which channel', () => {
    const rows = (words: readonly string[]): string[] => words.map((word) => `2025-10-31 09:00:00;${word}`)
    expect(
      guess(['Начало;Направление;Канал', ...rows(['входящий;Телефон', 'исходящий;Чат', 'внутренний;Иное'])]),
    ).toMatchObject({
      direction: { column: 'Направление', values: { входящий: 'inbound', исходящий: 'outbound' } },
      channel: { column: 'Канал', values: { Телефон: 'voice', Чат: 'chat' } },
    })
    expect(guess(['start;type;media', ...rows(['IN;email', 'OUT;voice'])])).toMatchObject({
      direction: { column: 'type', values: { IN: 'inbound', OUT: 'outbound' } },
      channel: { column: 'media', values: { email: 'email', voice: 'voice' } },
    })
    expect(guess(['start;Way', ...rows(['outbound', 'inbound'])])).toMatchObject({ direction: { column: 'Way' } })
    // A queue called so, a telephone exchange's cables, and a name that only begins alike.
    expect(guess(['Начало;Направление;Исходящий номер', ...rows(['Продажи;102', 'Сервис;103'])])).toMatchObject({
      direction: { constant: 'inbound' },
      channel: { constant: 'voice' },
      queue: { column: 'Направление' },
      customer: { column: 'Исходящий номер' },
    })
    expect(guess(['start;channel', ...rows(['SIP/301-04', 'SIP/302-05'])])).toMatchObject({
      channel: { constant: 'voice' },
    })
    expect(guess(['start;queue', ...rows(['Входящие', 'Входящие'])])).toMatchObject({
      direction: { constant: 'inbound' },
      queue: { column: 'queue' },
    })
  })

  it('knows milliseconds by the name', () => {
    const unitOf = (name: string): string | undefined =>
      guess([`start;${name}`, '2025-10-31 09:00:00;12000'])?.wait?.unit
    expect(['wait_ms', 'waitMs', 'Ожидание, мс', 'wait (ms)'].map(unitOf)).toEqual(Array(4).fill('milliseconds'))
    expect(['wait', 'Ожидание', 'wait of teams', 'wait items'].map(unitOf)).toEqual(Array(4).fill('seconds'))
  })

  it('gives up where no column holds a time', () => {
    expect(guess(['Имя;Город', 'Анна;Москва'])).toBeNull()
  })
})

describe('call records of Asterisk', () => {
  const read = async (
    line: string,
  ): Promise<{ name: string | undefined; contacts: ContactRecord[]; findings: Finding[] }> => {
    const rows = await rowsOf(line)
    const template = builtInTemplates.find(({ fits }) => fits(rows[0]?.cells ?? []))
    if (template === undefined) return { name: undefined, contacts: [], findings: [] }
    const collector = createCollector()
    const names = rows[0]?.cells.map((_cell, index) => String(index + 1)) ?? []
    const mapper = createRowMapper(template.mapping, names, createZone('UTC'), NOW, collector)
    for (const row of rows) mapper.row(row)
    mapper.end()
    for (const parts of collector.takeParts()) collector.join(parts)
    const { contacts, findings } = collector.take()
    return { name: template.name, contacts, findings }
  }

  it('are known with the account code first, and a linked id at the end', async () => {
    const { name, contacts, findings } = await read(
      '"","892","211553","in","""892"" <892>","SIP/2-03","SIP/301-04","Dial","SIP/301","2024-01-27 15:33:20","2024-01-27 15:33:24","2024-01-27 15:34:20",60,56,"ANSWERED","DOCUMENTATION","1706369600.6","","","1706369600.6",3\n',
    )
    expect([name, findings]).toEqual(['Asterisk CDR with linked ids', []])
    expect(contacts).toMatchObject([
      { outcome: 'answered', waitMs: 4000, talkMs: 56_000, queue: '211553', customer: '892', agent: 'SIP/301' },
    ])
  })

  it('let whom only the exchange answered wait to the end', async () => {
    const { contacts } = await read(
      '"","892","211553","in","""892"" <892>","SIP/2-03","SIP/301-04","Dial","SIP/301","2024-01-27 15:33:20","2024-01-27 15:33:20","2024-01-27 15:34:20",60,60,"NO ANSWER","DOCUMENTATION","1706369600.6","","","1706369600.6",3\n',
    )
    expect(contacts).toMatchObject([{ outcome: 'abandoned', waitMs: 60_000, talkMs: 0 }])
  })

  it('are known with the caller’s name first and the account code late', async () => {
    const line = (answer: string, billed: number, disposition: string): string =>
      `""""" <client1>","client1","6789","default","PJSIP/client1-02","PJSIP/client2-03","Dial","PJSIP/client2","2023-07-26 01:51:32","${answer}","2023-07-26 01:52:04","32","${billed}","${disposition}","DOCUMENTATION","","1690325492.2","",2\n`
    const answered = await read(line('2023-07-26 01:51:50', 14, 'ANSWERED'))
    expect([answered.name, answered.findings]).toEqual(['Asterisk CDR, account code last', []])
    expect(answered.contacts).toMatchObject([
      { outcome: 'answered', waitMs: 18_000, talkMs: 14_000, queue: '6789', agent: 'PJSIP/client2' },
    ])
    const lost = await read(line('', 0, 'NO ANSWER'))
    expect(lost.contacts).toMatchObject([{ outcome: 'abandoned', waitMs: 32_000, contactRef: '1690325492.2' }])
  })

  const row = (
    [channel, reached, uniqueId, linkedId]: readonly string[],
    [start, answer, end]: readonly string[],
    disposition: string,
    dialled = '211553',
  ): string => {
    const [from = 0, to = 0] = [answer, end].map((clock) => Date.parse(`2024-01-27T${clock}Z`))
    const at = (clock = ''): string => (clock === '' ? '' : `2024-01-27 ${clock}`)
    const billed = disposition === 'ANSWERED' ? (to - from) / 1000 : 0
    return `"","892","${dialled}","in","x","${channel}","${reached}","Dial","SIP/301","${at(start)}","${at(answer)}","${at(end)}",60,${billed},"${disposition}","DOCUMENTATION","${uniqueId}","","","${linkedId}",3\n`
  }
  const caller = 'SIP/2-03'
  const [id, other] = ['1706369600.6', '1706369600.8']

  it('make one call of every telephone that rang', async () => {
    const { contacts } = await read(
      row([caller, 'SIP/301-04', id, id], ['15:33:20', '15:33:20', '15:34:20'], 'NO ANSWER') +
        row([caller, 'SIP/302-05', id, id], ['15:33:20', '15:33:20', '15:33:50'], 'NO ANSWER') +
        row([caller, '', id, id], ['15:34:20', '15:34:20', '15:34:20'], 'ANSWERED'),
    )
    expect(contacts).toEqual([
      expect.objectContaining({ outcome: 'abandoned', waitMs: 60_000, talkMs: 0, agentNoAnswers: 2, contactRef: id }),
    ])
  })

  it('take the one who spoke, and not the way there, for the agent', async () => {
    const { contacts } = await read(
      row(['Local/ch1@x-06;2', 'SIP/301-12', other, id], ['02:04:06', '02:04:12', '02:04:12'], 'ANSWERED', 'ch1') +
        row([caller, 'Local/ch1@x-06;1', id, id], ['02:04:06', '02:04:12', '02:04:12'], 'ANSWERED') +
        row([caller, 'SIP/301-12', id, id], ['02:04:12', '02:04:12', '02:04:29'], 'ANSWERED'),
    )
    expect(contacts).toEqual([
      expect.objectContaining({ outcome: 'answered', waitMs: 6000, talkMs: 17_000, agent: 'SIP/301', queue: '211553' }),
    ])
  })

  it('make a leg of every conversation one after the other', async () => {
    const { contacts } = await read(
      row([caller, 'SIP/301-04', id, id], ['10:00:00', '10:00:05', '10:01:00'], 'ANSWERED') +
        row([caller, 'SIP/302-05', id, id], ['10:01:00', '10:01:10', '10:05:00'], 'ANSWERED'),
    )
    expect(contacts).toMatchObject([
      {
        sourceKey: id,
        contactRef: id,
        leg: 1,
        agent: 'SIP/301',
        waitMs: 5000,
        talkMs: 55_000,
        transferredTo: 'SIP/302',
      },
      { sourceKey: `${id}#2`, contactRef: id, leg: 2, agent: 'SIP/302', waitMs: 10_000, talkMs: 230_000 },
    ])
  })

  it('do not count a greeting of the exchange as an answer', async () => {
    const { contacts } = await read(row([caller, '', id, id], ['15:07:24', '15:07:24', '15:07:51'], 'ANSWERED'))
    expect(contacts).toMatchObject([{ outcome: 'abandoned', waitMs: 27_000, talkMs: 0 }])
  })

  const sample = join(
    process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../../../shared'),
    'data/pbx_samples/asterisk_cdr_forked_dial_masked.csv',
  )
  it.skipIf(!existsSync(sample))('tell ten rows of a real exchange as the five calls they are', async () => {
    const { name, contacts, findings } = await read(readFileSync(sample, 'utf8'))
    expect([name, findings]).toEqual(['Asterisk CDR with linked ids', []])
    expect(
      contacts.map(({ outcome, waitMs, talkMs, agent }) => [outcome, waitMs / 1000, (talkMs ?? 0) / 1000, agent]),
    ).toEqual([
      ['abandoned', 27, 0, undefined],
      ['abandoned', 60, 0, undefined],
      ['abandoned', 15, 0, undefined],
      ['answered', 6, 17, 'SIP/301'],
      ['answered', 4, 16, 'SIP/301'],
    ])
  })
})
