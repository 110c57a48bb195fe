import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import type { Import, ImportKind, MappingInput } from '@pult/contract/imports'
import type { MeasureReply } from '@pult/contract/measures'
import { DAY_MS } from '@pult/engine/time'

import { machine, openPult, type BenchPult } from './open-pult.ts'

// Real records through the importers, end to end: what Pult's measures say beside a plain count of the file's rows.
// The files lie in ../shared/data or in the folder PULT_SHARED names.

const data = join(process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'), 'data')
const ZONE = 'Asia/Jerusalem'

/** The bank's call-by-call log: who hung up in the voice menu was never offered; PHANTOM and IN are no arrivals. */
const technion: MappingInput = {
  delimiter: '\t',
  timeZone: ZONE,
  key: ['vru+line', 'call_id', 'date'],
  offeredAt: {
    anyOf: [
      ['date', 'q_start'],
      ['date', 'ser_start'],
    ],
    format: 'yymmdd',
  },
  withoutTime: 'leaveOut',
  wait: { column: 'q_time' },
  talk: { column: 'ser_time' },
  queue: { column: 'type' },
  agent: { column: 'server' },
  customer: { column: 'customer_id', values: { 0: '' } },
  outcome: { column: 'outcome', values: { AGENT: 'answered', HANG: 'abandoned' } },
  emptyValues: ['0:00:00', '00:00:00', 'NO_SERVER'],
  filters: [
    { column: 'outcome', not: ['PHANTOM'] },
    { column: 'type', not: ['IN'] },
  ],
}

interface Counts {
  offered: number
  answered: number
  abandoned: number
}
type ByQueue = Record<string, Counts>

async function bringIn(
  pult: BenchPult,
  centerId: number,
  path: string,
  kind: ImportKind,
  mapping?: MappingInput,
): Promise<Import> {
  const uploaded = await fetch(`${pult.address}/api/v1/centers/${centerId}/uploads`, {
    method: 'POST',
    headers: { ...pult.headers, 'content-type': 'application/octet-stream' },
    body: readFileSync(path),
  })
  const { uploadId } = (await uploaded.json()) as { uploadId: string }
  const { importId } = await pult.post<{ importId: number }>(`/centers/${centerId}/imports`, {
    uploadId,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    kind,
    ...(mapping === undefined ? {} : { mapping }),
  })
  for (;;) {
    const one = await pult.get<Import>(`/centers/${centerId}/imports/${importId}`)
    if (one.status === 'done') return one
    if (one.status === 'failed') throw new Error(one.problem ?? 'failed')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

const DAYS_A_QUESTION = 1000

/** What the measures say, over whole days around the file. */
async function measured(pult: BenchPult, centerId: number, { report }: Import): Promise<ByQueue> {
  const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10)
  const last = Date.parse(report?.to ?? '') + 2 * DAY_MS
  const counts: ByQueue = {}
  for (let from = Date.parse(report?.from ?? '') - DAY_MS; from < last; from += DAYS_A_QUESTION * DAY_MS) {
    const reply = await pult.post<MeasureReply>(`/centers/${centerId}/measures/query`, {
      from: dayOf(from),
      to: dayOf(Math.min(last, from + DAYS_A_QUESTION * DAY_MS)),
      measures: ['offered', 'answered', 'abandoned'],
      splitBy: ['queue'],
    })
    for (const { keys, figures } of reply.rows) {
      const of = (counts[keys[0]?.label ?? ''] ??= { offered: 0, answered: 0, abandoned: 0 })
      const [offered = 0, answered = 0, abandoned = 0] = figures.map(({ value }) => value ?? 0)
      of.offered += offered
      of.answered += answered
      of.abandoned += abandoned
    }
  }
  return counts
}

/** A count of the file's own rows that shares no code with the importer. */
function countedByHand(path: string): ByQueue {
  const [head = '', ...lines] = gunzipSync(readFileSync(path)).toString().trim().split(/\r?\n/)
  const column = new Map(head.split('\t').map((name, index) => [name, index]))
  const counts: ByQueue = {}
  for (const line of lines) {
    const cells = line.split('\t')
    const cell = (name: string): string => cells[column.get(name) ?? -1] ?? ''
    const happened = (name: string): boolean => !/^0?0:00:00$/.test(cell(name))
    if (cell('outcome') === 'PHANTOM' || cell('type') === 'IN') continue
    if (!happened('q_start') && !happened('ser_start')) continue
    const of = (counts[cell('type')] ??= { offered: 0, answered: 0, abandoned: 0 })
    of.offered++
    if (cell('outcome') === 'AGENT') of.answered++
    else of.abandoned++
  }
  return counts
}

/** Lines of a queue_log by event, counted by themselves. */
function eventsOf(path: string): ByQueue {
  const bytes = readFileSync(path)
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString()
  const counts: ByQueue = {}
  for (const line of text.split('\n')) {
    const [, , queue = '', , event = ''] = line.split('|')
    if (!['ENTERQUEUE', 'CONNECT', 'ABANDON'].includes(event)) continue
    const of = (counts[queue] ??= { offered: 0, answered: 0, abandoned: 0 })
    if (event === 'ENTERQUEUE') of.offered++
    else if (event === 'CONNECT') of.answered++
    else of.abandoned++
  }
  return counts
}

function print(title: string, result: Import, measures: ByQueue, plain: ByQueue, plainName: string): void {
  const { report } = result
  console.log(`\n${title}: ${report?.read} rows, ${report?.accepted} facts, ${report?.leftOut} left out`)
  const doubts = { rejected: report?.rejected, repaired: report?.repaired, flagged: report?.flagged }
  console.log(`  ${JSON.stringify(doubts)}, ${report?.conflicts} conflicts, ${report?.gaps.length} gaps`)
  for (const gap of report?.gaps ?? []) console.log(`  no data ${gap.from} to ${gap.to}`)
  const total: Counts[] = [
    { offered: 0, answered: 0, abandoned: 0 },
    { offered: 0, answered: 0, abandoned: 0 },
  ]
  const say = (counts: Counts): string => `${counts.offered} / ${counts.answered} / ${counts.abandoned}`
  console.log(`  queue: offered / answered / abandoned by Pult · ${plainName}`)
  for (const queue of [...new Set([...Object.keys(measures), ...Object.keys(plain)])].toSorted()) {
    const both = [measures[queue], plain[queue]].map((counts) => counts ?? { offered: 0, answered: 0, abandoned: 0 })
    for (const [index, counts] of both.entries()) {
      const sum = total[index]
      if (sum !== undefined) for (const name of ['offered', 'answered', 'abandoned'] as const) sum[name] += counts[name]
    }
    console.log(`  ${queue}: ${both.map(say).join(' · ')}`)
  }
  console.log(`  all: ${total.map(say).join(' · ')}`)
}

if (!existsSync(data)) {
  console.log(`Skipped: there are no shared records at ${data}. PULT_SHARED may name their folder.`)
} else {
  const pult = await openPult()
  console.log(machine())
  const createCenter = async (name: string): Promise<number> =>
    (await pult.post<{ centerId: number }>('/centers', { name, timeZone: ZONE, calendar: 'none' })).centerId
  for (const name of readdirSync(join(data, 'pbx_samples')).filter((file) => file.startsWith('queue_log'))) {
    const path = join(data, 'pbx_samples', name)
    const centerId = await createCenter(name)
    const result = await bringIn(pult, centerId, path, 'queueLog')
    print(name, result, await measured(pult, centerId, result), eventsOf(path), 'ENTERQUEUE / CONNECT / ABANDON lines')
  }
  for (const month of ['january', 'february']) {
    const path = join(data, 'technion', `${month}_1999.txt.gz`)
    const centerId = await createCenter(month)
    const result = await bringIn(pult, centerId, path, 'csv', technion)
    print(month, result, await measured(pult, centerId, result), countedByHand(path), 'rows counted plainly')
  }
  await pult.close()
}
