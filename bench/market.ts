// What Pult promises about the labour market: a refresh against a stand-in of hh.ru with all its faults loses nothing, and the tables of
// two hundred thousand vacancies answer within 200 ms. With the counts of the source table (read from PULT_SHARED) the printed shares must
// come out, and suggested near-synonyms stand beside the judged groups; without it counts are made up.
//
//   node bin/with-node.mjs bench/market.ts [--vacancies 200000] [--refresh 3326, 0: none] [--rounds 40] [--json]

import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import type { SkillsReply } from '@pult/contract/market'
import type { SnapshotSummary } from '@pult/contract/market-words'
import { suggestionQuality, suggestSynonyms } from '@pult/engine/market'

import { keptSecret } from '../server/access/secrets.ts'
import { createApp, type App } from '../server/app.ts'
import { recountFrom } from '../server/market/count-snapshot.ts'
import { openHhStandIn } from '../server/market/testing/hh-stand-in.ts'
import { vacanciesFromCounts } from '../server/market/testing/vacancies-from-counts.ts'
import { createLog, migrate, readSettings } from '../server/platform/index.ts'
import { startEmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { benchFolder } from './bench-folder.ts'
import { fillMarket } from './market-fill.ts'
import { machine } from './open-pult.ts'

const { values: flags } = parseArgs({
  options: {
    vacancies: { type: 'string', default: '200000' },
    refresh: { type: 'string', default: '3326' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})
const TOKEN = 'APPLICATION-TOKEN-OF-THE-STAND-IN'

interface Facts {
  readonly skillShares: readonly { readonly skill: string; readonly share: number; readonly inferredCount: number }[]
  readonly synonymGroupsInTable: readonly { readonly members: readonly string[] }[]
}
const factsPath = join(
  process.env['PULT_SHARED'] ?? join(import.meta.dirname, '../../shared'),
  'reference/source-facts.json',
)
const facts = existsSync(factsPath) ? (JSON.parse(readFileSync(factsPath, 'utf8')) as Facts) : null

const folder = await benchFolder()
const log = createLog('error')
const postgres = await startEmbeddedPostgres({ dataFolder: folder })
const hh = await openHhStandIn([])
try {
  await migrate(postgres.connectionString, log)
  const settings = readSettings(
    { dataFolder: folder, port: 0, demo: false, logLevel: 'error', hhUrl: hh.address, marketRate: 10_000 },
    {},
  )
  const app = await createApp({ settings, log, connectionString: postgres.connectionString })
  const { address } = await app.start()
  const ask = asker(address, keptSecret(folder, 'cli-token'))
  const refreshed = Number(flags.refresh) > 0 ? await measureRefresh(ask) : null
  const filled = await fill(app, ask)
  const answers = await measureAnswers(ask, filled)
  await app.stop()
  const { fillSeconds, countNewestSeconds, countAllSeconds } = filled
  const result = {
    machine: machine(),
    vacancies: Number(flags.vacancies),
    refreshed,
    synonyms: synonymQuality(),
    fillSeconds,
    countNewestSeconds,
    countAllSeconds,
    answers,
  }
  console.log(flags.json ? JSON.stringify(result) : JSON.stringify(result, null, 2))
} finally {
  await hh.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** Precision and recall of suggested pairs against the judged groups; null without them. */
function synonymQuality(): object | null {
  if (facts === null) return null
  const suggested = suggestSynonyms(facts.skillShares.map(({ skill, inferredCount: naming }) => ({ skill, naming })))
  return suggestionQuality(
    suggested.map(({ skills }) => skills),
    facts.synonymGroupsInTable.map(({ members }) => members),
  )
}

type Ask = <Reply>(method: string, path: string, body?: object) => Promise<Reply>

function asker(address: string, token: string): Ask {
  return async (method, path, body) => {
    const response = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    })
    if (!response.ok) throw new Error(`${method} ${path}: ${await response.text()}`)
    return (await response.json()) as never
  }
}

async function begin(ask: Ask): Promise<{ centerId: number; specialisationId: number }> {
  const { centerId } = await ask<{ centerId: number }>('POST', '/centers', {
    name: 'Bench',
    timeZone: 'Europe/Moscow',
    calendar: 'ru',
  })
  const draft = {
    name: 'Head',
    titles: ['руководитель контактного центра', 'руководитель колл-центра'],
    isWeekly: false,
  }
  const made = await ask<{ specialisationId: number }>('POST', `/centers/${centerId}/market/specialisations`, draft)
  return { centerId, ...made }
}

/** Time and requests of a refresh against the stand-in with its faults, and what was lost: nothing may be. */
async function measureRefresh(ask: Ask): Promise<object> {
  const named = Number(flags.refresh)
  const counts =
    facts?.skillShares.map(({ skill, inferredCount: naming }) => ({ skill, naming })) ??
    Array.from({ length: 100 }, (_, place) => ({
      skill: `навык ${place}`,
      naming: Math.ceil((named * 0.36) / (1 + place / 4)),
    }))
  hh.vacancies = vacanciesFromCounts(counts, { named, unnamed: 0, until: Date.now() })
  const { centerId, specialisationId } = await begin(ask)
  const path = `/centers/${centerId}/market`
  await ask('PUT', `${path}/sources/hh`, { isOn: true, userAgent: 'Pult/1.0 (bench@example.com)', token: TOKEN })
  const first = await takeSnapshot(ask, path, specialisationId)
  const again = await takeSnapshot(ask, path, specialisationId)
  const { skills } = await ask<SkillsReply>('GET', `${path}/specialisations/${specialisationId}/skills`)
  const wrong = counts.filter(
    ({ skill, naming }) => skills.find(({ name }) => name === skill)?.naming !== naming,
  ).length
  const shown = new Map(skills.map(({ name, share }) => [name, (share * 100).toFixed(2)]))
  const equal = facts?.skillShares.filter(({ skill, share }) => shown.get(skill) === share.toFixed(2)).length ?? null
  return {
    first,
    again,
    wrongShares: wrong,
    printedSharesEqual: equal,
    lost: named - first.read,
    secondsAtFiveARequest: Math.round(first.requests / 5),
  }
}

interface Taken {
  readonly seconds: number
  readonly requests: number
  readonly retries: number
  readonly read: number
  readonly status: string
}

async function takeSnapshot(ask: Ask, path: string, specialisationId: number): Promise<Taken> {
  const began = performance.now()
  const { snapshotId } = await ask<{ snapshotId: number }>(
    'POST',
    `${path}/specialisations/${specialisationId}/refresh`,
  )
  for (;;) {
    const { snapshots } = await ask<{ snapshots: SnapshotSummary[] }>(
      'GET',
      `${path}/specialisations/${specialisationId}/snapshots`,
    )
    const own = snapshots.find((one) => one.snapshotId === snapshotId)
    if (own !== undefined && own.status !== 'waiting' && own.status !== 'running') {
      const { requests = 0, retries = 0, read = 0 } = own.counts[0] ?? {}
      return { seconds: round((performance.now() - began) / 1000), requests, retries, read, status: own.status }
    }
    await rest(50)
  }
}

interface Filled {
  readonly path: string
  readonly specialisationId: number
  readonly fillSeconds: number
  /** What a refresh costs at its end: the newest snapshot counted. */
  readonly countNewestSeconds: number
  /** What a file of a former day costs: it and all after it. */
  readonly countAllSeconds: number
}

async function fill(app: App, ask: Ask): Promise<Filled> {
  const place = await begin(ask)
  const { centerId, specialisationId } = place
  const filling = performance.now()
  const days = await fillMarket(app.database, place, Number(flags.vacancies))
  const fillSeconds = secondsSince(filling)
  const count = async (day: string | undefined): Promise<number> => {
    const began = performance.now()
    await app.database.inCenter({ centerId }, (tx) => recountFrom(tx, centerId, specialisationId, day ?? ''))
    return secondsSince(began)
  }
  const countAllSeconds = await count(days[0])
  const countNewestSeconds = await count(days.at(-1))
  return { path: `/centers/${centerId}/market`, specialisationId, fillSeconds, countNewestSeconds, countAllSeconds }
}

/** What the pages ask, over HTTP: p50 and p95 in milliseconds. */
async function measureAnswers(ask: Ask, { path, specialisationId }: Filled): Promise<object> {
  const own = `${path}/specialisations/${specialisationId}`
  const { skills } = await ask<SkillsReply>('GET', `${own}/skills?limit=2`)
  const named = encodeURIComponent(skills[0]?.name ?? '')
  const questions = {
    skills: `${own}/skills`,
    extended: `${own}/skills?limit=5000`,
    search: `${own}/skills?search=${encodeURIComponent('навык 7')}`,
    trend: `${own}/skills?sort=trend`,
    seen: `${own}/skills?scope=seen`,
    vacancies: `${own}/vacancies`,
    vacanciesNaming: `${own}/vacancies?skill=${named}`,
    vacanciesNamingSeldom: `${own}/vacancies?skill=${encodeURIComponent('навык 100')}`,
    vacanciesNamingSought: `${own}/vacancies?skill=${named}&search=${encodeURIComponent('город 7')}`,
    vacanciesSought: `${own}/vacancies?search=${encodeURIComponent('город 7')}`,
    pay: `${own}/pay`,
    compare: `${path}/compare`,
    synonyms: `${own}/synonyms`,
  }
  const answers: Record<string, object> = {}
  for (const [name, address] of Object.entries(questions)) {
    const rounds = Number(flags.rounds)
    const times: number[] = []
    for (let place = 0; place < rounds; place++) {
      const began = performance.now()
      await ask('GET', address)
      times.push(performance.now() - began)
    }
    const sorted = times.toSorted((a, b) => a - b)
    answers[name] = {
      p50: round(sorted[Math.floor(rounds / 2)] ?? 0),
      p95: round(sorted[Math.ceil(rounds * 0.95) - 1] ?? 0),
      rounds,
    }
  }
  return answers
}

function secondsSince(began: number): number {
  return round((performance.now() - began) / 1000)
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
