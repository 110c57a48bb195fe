// What Pult promises about the labour market: a refresh against a stand-in of hh.ru with all its faults loses nothing, and the tables of
// two hundred thousand vacancies answer within 200 ms.
//
//   node bin/with-node.mjs bench/market.ts [--vacancies 200000] [--refresh 3326] [--rounds 40] [--json]

import { rmSync } from 'node:fs'
import { setTimeout as rest } from 'node:timers/promises'
import { parseArgs } from 'node:util'

import type { SkillsReply } from '@pult/contract/market'
import type { SnapshotSummary } from '@pult/contract/market-words'
import { createRandom } from '@pult/engine/numeric'

import { keptSecret } from '../server/access/secrets.ts'
import { createApp, type App } from '../server/app.ts'
import { recountFrom } from '../server/market/count-snapshot.ts'
import { changeSnapshot, createSnapshot, linkVacancies } from '../server/market/snapshot-store.ts'
import { openHhStandIn } from '../server/market/testing/hh-stand-in.ts'
import { vacanciesFromCounts } from '../server/market/testing/vacancies-from-counts.ts'
import type { VacancyRecord } from '../server/market/vacancy-record.ts'
import { keepVacancies } from '../server/market/vacancy-store.ts'
import { createLog, migrate, readSettings } from '../server/platform/index.ts'
import { startEmbeddedPostgres } from '../server/platform/postgres/index.ts'
import { benchFolder } from './bench-folder.ts'

const { values: flags } = parseArgs({
  options: {
    vacancies: { type: 'string', default: '200000' },
    refresh: { type: 'string', default: '3326' },
    rounds: { type: 'string', default: '40' },
    json: { type: 'boolean', default: false },
  },
})
const TOKEN = 'APPLICATION-TOKEN-OF-THE-STAND-IN'
const SKILLS = 1070

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
  const refreshed = await measureRefresh(ask)
  const filled = await fill(app, ask)
  const answers = await measureAnswers(ask, filled)
  await app.stop()
  const result = { refreshed, fillSeconds: filled.seconds, countSeconds: filled.countSeconds, answers }
  console.log(flags.json ? JSON.stringify(result) : JSON.stringify(result, null, 2))
} finally {
  await hh.close()
  await postgres.stop()
  rmSync(folder, { recursive: true, force: true })
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
  const counts = Array.from({ length: 100 }, (_, place) => ({
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
  return {
    first,
    again,
    wrongShares: wrong,
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
  readonly seconds: number
  readonly countSeconds: number
}

/** So many vacancies over twelve weekly snapshots, each active in four of them. */
async function fill(app: App, ask: Ask): Promise<Filled> {
  const { centerId, specialisationId } = await begin(ask)
  const random = createRandom('market')
  const total = Number(flags.vacancies)
  const weights = Array.from({ length: SKILLS }, (_, place) => 1 / (place + 2))
  const began = performance.now()
  const weeks = Array.from({ length: 12 }, (_, week) =>
    new Date(Date.UTC(2026, 8, 1 + 7 * week)).toISOString().slice(0, 10),
  )
  const idsByWeek: number[][] = weeks.map(() => [])
  for (let start = 0; start < total; start += 5000) {
    const records = Array.from({ length: Math.min(5000, total - start) }, (_, place) =>
      recordOf(start + place, random, weights),
    )
    const { vacancyIds } = await app.database.inCenter({ centerId }, (tx) =>
      keepVacancies(tx, centerId, records, weeks[0] ?? ''),
    )
    for (const id of vacancyIds) {
      const first = random.integer(0, 12)
      // The latest snapshot holds them all: the hardest table there can be.
      for (let week = first; week < Math.min(11, first + 4); week++) idsByWeek[week]?.push(id)
      idsByWeek[11]?.push(id)
    }
  }
  const seconds = round((performance.now() - began) / 1000)
  const counting = performance.now()
  await app.database.inCenter({ centerId }, async (tx) => {
    for (const [week, takenOn] of weeks.entries()) {
      const snapshotId = await createSnapshot(tx, centerId, {
        specialisationId,
        takenOn,
        cause: 'file',
        madeByName: 'bench',
      })
      await linkVacancies(tx, centerId, snapshotId, idsByWeek[week] ?? [], takenOn)
      await changeSnapshot(tx, centerId, snapshotId, { status: 'done', progress: 1 })
    }
    await recountFrom(tx, centerId, specialisationId, weeks[0] ?? '')
  })
  return {
    path: `/centers/${centerId}/market`,
    specialisationId,
    seconds,
    countSeconds: round((performance.now() - counting) / 1000),
  }
}

function recordOf(number: number, random: ReturnType<typeof createRandom>, weights: readonly number[]): VacancyRecord {
  const skills = Array.from({ length: random.integer(1, 12) }, () => `навык ${random.weighted(weights)}`)
  return {
    source: 'hh',
    externalId: String(number),
    link: null,
    title: 'Руководитель контактного центра',
    employer: `Работодатель ${number}`,
    areaId: '1',
    city: 'Москва',
    publishedAt: '2026-09-01T09:00:00.000Z',
    pay: { from: random.integer(50, 200) * 1000, to: null, currency: 'RUB', isGross: null, per: 'month' },
    experience: 'between1And3',
    schedule: 'fullDay',
    skills,
    isDerived: false,
    raw: {},
  }
}

/** Skill table and trend over HTTP: p50 and p95 in milliseconds. */
async function measureAnswers(ask: Ask, { path, specialisationId }: Filled): Promise<object> {
  const own = `${path}/specialisations/${specialisationId}`
  const questions = {
    skills: `${own}/skills`,
    extended: `${own}/skills?limit=5000`,
    search: `${own}/skills?search=${encodeURIComponent('навык 7')}`,
    trend: `${own}/skills?sort=trend`,
    vacancies: `${own}/vacancies`,
    pay: `${own}/pay`,
  }
  const answers: Record<string, object> = {}
  for (const [name, address] of Object.entries(questions)) {
    const rounds = name === 'pay' ? 3 : Number(flags.rounds)
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

function round(value: number): number {
  return Math.round(value * 10) / 10
}
