// Three questions about a year of contacts, asked of the HTTP API over loopback: cold, warm, and how much faster than the
// same questions asked of the raw facts.
//
//   node bin/with-node.mjs bench/measures-api.ts [--contacts 5000000] [--data FOLDER] [--rounds 40] [--json]
//
// With --data the filled database stays and the next run asks at once.

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import pg from 'pg'

import { keptSecret } from '../server/access/secrets.ts'
import { createApp, type App } from '../server/app.ts'
import { createLog, migrate, readSettings } from '../server/platform/index.ts'
import { startEmbeddedPostgres, type EmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { benchFolder } from './bench-folder.ts'
import { fillYear, type YearOfContacts } from './fill-year.ts'

const { values: flags } = parseArgs({
  options: {
    contacts: { type: 'string', default: '5000000' },
    data: { type: 'string' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})

const YEAR = { firstDay: '2025-01-01', days: 365, queues: 20, agents: 300 } as const
const PERIOD = { from: '2025-01-01', to: '2026-01-01' }
const RAW_ROUNDS = 3

interface Question {
  readonly name: string
  readonly body: object
  /** The same asked of the facts, as directly as SQL allows: grouped first, moved to local time after. */
  readonly raw: string
}

const LOCAL = `at time zone 'UTC' + interval '3 hours'`
const within = (from: string, to: string): string =>
  `center_id = $1 and direction = 'inbound' and offered_at >= '${from}T00:00+03' and offered_at < '${to}T00:00+03'`
const COUNTS = `count(*) as offered, count(*) filter (where outcome = 'answered' and wait_ms <= 20000) as within,
  count(*) filter (where outcome = 'abandoned' and wait_ms <= 20000) as lost_within, count(*) filter (where outcome = 'abandoned') as lost,
  sum(wait_ms) filter (where outcome = 'answered') as wait_ms, sum(talk_ms + hold_ms + acw_ms) filter (where outcome = 'answered') as handle_ms`
const summed = ['offered', 'within', 'lost_within', 'lost', 'wait_ms', 'handle_ms']
  .map((name) => `sum(${name})`)
  .join(', ')
const SHARES = ['offered', 'serviceLevelNeutral', 'abandonRate', 'asaSeconds', 'ahtSeconds']

const questions: readonly Question[] = [
  {
    name: 'heat map of the year (weekday × half-hour)',
    body: { ...PERIOD, measures: SHARES, splitBy: ['weekday', 'slot'] },
    raw: `select extract(isodow from at ${LOCAL}), extract(hour from at ${LOCAL}) * 2 + floor(extract(minute from at ${LOCAL}) / 30), ${summed}
      from (select date_bin('30 minutes', offered_at, '2000-01-01Z') as at, ${COUNTS} from contact_leg where ${within('2025-01-01', '2026-01-01')} group by 1) b group by 1, 2`,
  },
  {
    name: 'agents of a month',
    body: {
      from: '2025-10-01',
      to: '2025-11-01',
      measures: ['answered', 'ahtSeconds', 'occupancy', 'transferRate'],
      splitBy: ['agent'],
    },
    raw: `select agent_id, ${COUNTS} from contact_leg where ${within('2025-10-01', '2025-11-01')} and agent_id is not null group by 1`,
  },
  {
    name: 'agents × months of the year',
    body: { ...PERIOD, measures: ['answered', 'ahtSeconds'], splitBy: ['agent', 'month'] },
    raw: `select agent_id, date_trunc('month', offered_at ${LOCAL}), ${COUNTS} from contact_leg where ${within('2025-01-01', '2026-01-01')} and agent_id is not null group by 1, 2`,
  },
  {
    name: 'queues × 30 min of a day',
    body: { from: '2025-10-14', to: '2025-10-15', measures: SHARES, splitBy: ['queue', 'interval'] },
    raw: `select queue_id, date_bin('30 minutes', offered_at, '2000-01-01Z'), ${COUNTS} from contact_leg where ${within('2025-10-14', '2025-10-15')} group by 1, 2`,
  },
]

interface Opened {
  readonly app: App
  readonly postgres: EmbeddedPostgres
  ask(centerId: number, question: Question): Promise<number>
  api(path: string, body: object): Promise<unknown>
}

async function open(dataFolder: string): Promise<Opened> {
  const settings = readSettings({ dataFolder, port: 0, demo: false, logLevel: 'silent' }, {})
  const log = createLog(settings.logLevel)
  const postgres = await startEmbeddedPostgres({ dataFolder })
  await migrate(postgres.connectionString, log)
  const app = await createApp({ settings, log, connectionString: postgres.connectionString })
  const address = await app.http.app.listen({ host: '127.0.0.1', port: 0 })
  const headers = {
    authorization: `Bearer ${keptSecret(dataFolder, 'cli-token')}`,
    'content-type': 'application/json',
  }
  const api = async (path: string, body: object): Promise<unknown> => {
    const reply = await fetch(`${address}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) })
    const answer = await reply.json()
    if (!reply.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`)
    return answer
  }
  return {
    app,
    postgres,
    api,
    async ask(centerId, question) {
      const began = performance.now()
      const reply = (await api(`/centers/${centerId}/measures/query`, question.body)) as { rows: unknown[] }
      if (reply.rows.length === 0) throw new Error(`${question.name}: no rows`)
      return performance.now() - began
    },
  }
}

async function close({ app, postgres }: Opened): Promise<void> {
  await app.stop()
  // Connections that were told to end say goodbye to the database first.
  await setTimeout(300)
  await postgres.stop()
}

async function fill(opened: Opened, contacts: number): Promise<number> {
  const made = (await opened.api('/centers', { name: 'Bench', timeZone: 'Europe/Moscow', calendar: 'ru' })) as {
    centerId: number
  }
  const year: YearOfContacts = { ...YEAR, centerId: made.centerId, contacts }
  const client = new pg.Client({ connectionString: opened.postgres.connectionString })
  await client.connect()
  const began = performance.now()
  await fillYear(client, year)
  const filled = performance.now()
  say(`${contacts} contacts in ${seconds(filled - began)}`)
  await opened.app.measures.settle(made.centerId)
  say(`rolled up in ${seconds(performance.now() - filled)}`)
  await client.query('vacuum analyze')
  await client.query('checkpoint')
  await client.end()
  return made.centerId
}

/** Drops the files of the database from the machine's cache, where it has `dd` that can. */
function evict(folder: string): boolean {
  try {
    for (const entry of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const path = join(folder, entry)
      if (statSync(path).isFile()) execFileSync('dd', [`if=${path}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' })
    }
    return true
  } catch {
    return false
  }
}

async function rawTimes(opened: Opened, centerId: number, question: Question): Promise<number[]> {
  const client = new pg.Client({ connectionString: opened.postgres.connectionString })
  await client.connect()
  const times: number[] = []
  for (let round = 0; round < RAW_ROUNDS; round++) {
    const began = performance.now()
    await client.query(question.raw, [centerId])
    times.push(performance.now() - began)
  }
  await client.end()
  return times
}

const quantile = (times: readonly number[], share: number): number => {
  const sorted = times.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
const say = (words: string): void => console.error(words)

const contacts = Number(flags.contacts)
const rounds = Number(flags.rounds)
const dataFolder = flags.data ?? (await benchFolder())
const isFilled = existsSync(join(dataFolder, 'postgres'))

let opened = await open(dataFolder)
try {
  const centerId = isFilled ? 1 : await fill(opened, contacts)
  const results: { name: string; cold: number; p50: number; p95: number; raw: number; ratio: number }[] = []
  let evicted = true
  for (const question of questions) {
    await close(opened)
    evicted = evict(join(dataFolder, 'postgres', 'base')) && evicted
    opened = await open(dataFolder)
    const cold = await opened.ask(centerId, question)
    for (let round = 0; round < 5; round++) await opened.ask(centerId, question)
    const times: number[] = []
    for (let round = 0; round < rounds; round++) times.push(await opened.ask(centerId, question))
    const raw = quantile(await rawTimes(opened, centerId, question), 0.5)
    const p50 = quantile(times, 0.5)
    results.push({ name: question.name, cold, p50, p95: quantile(times, 0.95), raw, ratio: raw / p50 })
  }
  const machine = {
    cores: cpus().length,
    cpu: cpus()[0]?.model,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    load: loadavg(),
  }
  if (flags.json) console.log(JSON.stringify({ contacts, machine, evicted, results }, undefined, 2))
  else {
    const said = evicted ? 'database restarted, its files dropped from the cache' : 'database restarted'
    console.log(
      `${machine.cores} cores ${machine.cpu}, ${machine.memoryGiB} GiB, load ${machine.load.map((one) => one.toFixed(1)).join(' ')}`,
    )
    console.log(`cold: ${said}; ${rounds} rounds; raw: median of ${RAW_ROUNDS}, in the database alone`)
    for (const { name, cold, p50, p95, raw, ratio } of results)
      console.log(
        `${name.padEnd(44)} cold ${cold.toFixed(0)} ms, warm p50 ${p50.toFixed(0)} ms, p95 ${p95.toFixed(0)} ms; raw ${raw.toFixed(0)} ms (${ratio.toFixed(1)}×)`,
      )
  }
} finally {
  await close(opened)
  if (flags.data === undefined) rmSync(dataFolder, { recursive: true, force: true })
}
