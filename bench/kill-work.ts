import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as rest } from 'node:timers/promises'

import type { BatchReply } from '@pult/contract/contacts'
import type { Import } from '@pult/contract/imports'
import { createQueueLogWriter, demoCenter, simulateDay } from '@pult/engine/demo'
import { addDays, createZone } from '@pult/engine/time'

import type { KilledPult } from './kill-server.ts'

export const phases = ['import', 'batches', 'rollUp', 'forecast', 'undo', 'channel'] as const
export type Phase = (typeof phases)[number]

/** Work that is under way. */
interface Begun {
  /** Waits for a share of its usual length. */
  until(share: number): Promise<void>
  /** Goes on after the kill as a client would; throws when the work does not come to its end. */
  end(): Promise<void>
}

export interface KillWork extends Readonly<Record<Phase, () => Promise<Begun>>> {
  readonly centers: Readonly<
    Record<'logs' | 'control' | 'batches' | 'spread' | 'forecast' | 'undo' | 'channel', number>
  >
  readonly logs: readonly string[]
  /** Contacts acknowledged of each kind. */
  readonly counts: { readonly batches: number; readonly spread: number; readonly channel: number }
  /** Imports the logs once more where nobody is killed, and waits until no hour is due. */
  settle(): Promise<void>
}

const BATCH = 500
const SENDERS = 3
const LOG_DAYS = 4
const HISTORY_DAYS = 42
const LINES_A_SECOND = 100
const LONGEST_MS = 150_000

/** The n-th contact of the batches: kill-checks.ts knows the same by heart, in SQL. */
const contactOf = (number: number): object => ({
  sourceKey: `c${number}`,
  channel: 'voice',
  queue: `Queue ${number % 3}`,
  agent: `Agent ${number % 120}`,
  offeredAt: new Date(Date.UTC(2026, 8, 1) + number * 3000).toISOString(),
  outcome: number % 10 === 0 ? 'abandoned' : 'answered',
  waitMs: (number * 7919) % 60_000,
  talkMs: number % 10 === 0 ? 0 : 180_000,
})

/** Every contact in another hour: one batch makes a thousand hours due. */
const spreadContact = (number: number): object => ({
  ...contactOf(number),
  offeredAt: new Date(
    Date.UTC(2026, 0, 1) + (number % 1000) * 5 * 3_600_000 + Math.floor(number / 1000) * 1000,
  ).toISOString(),
})

export async function openWork(pult: KilledPult): Promise<KillWork> {
  const made = async (name: string): Promise<number> => pult.createCenter(name)
  const centers = {
    logs: await made('Logs'),
    control: await made('Control'),
    batches: await made('Batches'),
    spread: await made('Spread'),
    forecast: await made('Forecast'),
    undo: await made('Undo'),
    channel: await made('Channel'),
  }
  const counts = { batches: 0, spread: 0, channel: 0 }
  const logs: string[] = []
  const log = createLogMaker()
  const followed = join(pult.folder, 'followed_log')

  const send = async (centerId: number, first: number, contact: (number: number) => object): Promise<void> => {
    const contacts = Array.from({ length: BATCH }, (_, index) => contact(first + index))
    const reply = await pult.insist(() =>
      pult.post<BatchReply>(`/centers/${centerId}/contacts/batch`, { source: 'bench', contacts }),
    )
    if (reply.accepted + reply.duplicates !== BATCH) throw new Error(JSON.stringify(reply).slice(0, 200))
  }

  const beginImport = async (centerId: number, text: string): Promise<number> => {
    const { uploadId } = await pult.insist(async () => {
      const response = await fetch(`${pult.address}/api/v1/centers/${centerId}/uploads`, {
        method: 'POST',
        headers: { ...pult.headers, 'content-type': 'application/octet-stream' },
        body: text,
      })
      if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`)
      return (await response.json()) as { uploadId: string }
    })
    const given = { uploadId, fileName: 'queue_log', kind: 'queueLog' }
    return (await pult.post<{ importId: number }>(`/centers/${centerId}/imports`, given)).importId
  }

  const untilImport = async (centerId: number, importId: number, wanted: Import['status']): Promise<void> => {
    const one = await waitFor(
      () => pult.insist(() => pult.get<Import>(`/centers/${centerId}/imports/${importId}`)),
      ({ status }) => status === wanted || status === 'failed' || status === 'cancelled',
      `import ${importId} to be ${wanted}`,
    )
    if (one.status !== wanted) throw new Error(`import ${importId} is ${one.status}: ${one.problem ?? ''}`)
  }

  const forecastDraft = {
    name: 'F',
    firstDay: '2026-10-13',
    lastDay: '2026-11-09',
    intervalMinutes: 30,
    intervalDays: 28,
  }
  interface Made {
    readonly forecast: { readonly status: string; readonly problem: string | null }
    readonly days: unknown
    readonly weeks: unknown
  }
  const untilForecast = async (forecastId: number): Promise<string> => {
    const made = await waitFor(
      () => pult.insist(() => pult.get<Made>(`/centers/${centers.forecast}/forecasts/${forecastId}`)),
      ({ forecast: { status } }) => status === 'draft' || status === 'failed',
      `forecast ${forecastId}`,
    )
    if (made.forecast.status !== 'draft') throw new Error(`forecast: ${made.forecast.problem}`)
    return JSON.stringify([made.days, made.weeks])
  }
  const beginForecast = async (): Promise<number> =>
    (await pult.post<{ forecastId: number }>(`/centers/${centers.forecast}/forecasts`, forecastDraft)).forecastId

  // What undisturbed work looks like, and how long it takes.
  const firstLog = log()
  logs.push(firstLog)
  const importMs = await timed(async () => untilImport(centers.logs, await beginImport(centers.logs, firstLog), 'done'))
  for (let first = 0; first < HISTORY_DAYS * 250; first += BATCH)
    await send(centers.forecast, first, (number) => ({
      ...contactOf(number),
      offeredAt: new Date(
        Date.UTC(2026, 7, 31, 6) + Math.floor(number / 250) * 86_400_000 + (number % 250) * 150_000,
      ).toISOString(),
    }))
  await rest(4000)
  let undisturbed = ''
  const forecastMs = await timed(async () => void (undisturbed = await untilForecast(await beginForecast())))
  await writeFile(followed, '')
  await pult.post(`/centers/${centers.channel}/connectors`, {
    draft: { kind: 'queueLog', name: 'Log', source: 'Asterisk', settings: { path: followed, begin: 'start' } },
  })
  console.log(
    `undisturbed: an import ${(importMs / 1000).toFixed(1)} s, a forecast ${(forecastMs / 1000).toFixed(1)} s`,
  )

  const after =
    (ms: number): Begun['until'] =>
    (share) =>
      rest(share * ms)

  return {
    centers,
    logs,
    counts,
    async import() {
      const text = log()
      logs.push(text)
      const importId = await beginImport(centers.logs, text)
      return { until: after(importMs), end: () => untilImport(centers.logs, importId, 'done') }
    },
    async undo() {
      const importId = await beginImport(centers.undo, logs[0] ?? '')
      await untilImport(centers.undo, importId, 'done')
      await pult.post(`/centers/${centers.undo}/imports/${importId}/undo`, {})
      return { until: after(importMs / 2), end: () => untilImport(centers.undo, importId, 'undone') }
    },
    async batches() {
      let isOver = false
      const senders = Promise.all(
        Array.from({ length: SENDERS }, async () => {
          while (!isOver) {
            const first = counts.batches
            counts.batches += BATCH
            await send(centers.batches, first, contactOf)
          }
        }),
      )
      senders.catch(() => undefined)
      return {
        until: after(3000),
        async end() {
          await rest(1000)
          isOver = true
          await senders
        },
      }
    },
    async rollUp() {
      for (let turn = 0; turn < 2; turn++) {
        await send(centers.spread, counts.spread, spreadContact)
        counts.spread += BATCH
      }
      return { until: after(2000), end: async () => undefined }
    },
    async forecast() {
      const forecastId = await beginForecast()
      return {
        until: after(forecastMs),
        async end() {
          if ((await untilForecast(forecastId)) !== undisturbed) throw new Error('another forecast than undisturbed')
        },
      }
    },
    async channel() {
      let isOver = false
      const writing = (async () => {
        while (!isOver) {
          const at = Math.floor(Date.now() / 1000)
          let text = ''
          for (let line = 0; line < LINES_A_SECOND / 10; line++) {
            const number = counts.channel++
            text += `${at}|${number}.1|sales|NONE|ENTERQUEUE||+7900${number}|1\n${at}|${number}.1|sales|NONE|ABANDON|1|1|0\n`
          }
          await appendFile(followed, text)
          await rest(100)
        }
      })()
      return {
        until: after(2500),
        async end() {
          await rest(1000)
          isOver = true
          await writing
        },
      }
    },
    async settle() {
      for (const text of logs) await untilImport(centers.control, await beginImport(centers.control, text), 'done')
    },
  }
}

/** Days of the demonstration, each log going on where the one before ended. */
function createLogMaker(): () => string {
  const center = demoCenter({ anchorDate: '2016-02-01' })
  const zone = createZone(center.timeZone)
  const writer = createQueueLogWriter()
  let date = '2015-01-05'
  return () => {
    let text = ''
    for (let day = 0; day < LOG_DAYS; day++) {
      const lines = writer.day(simulateDay({ seed: 'kill', date, center }), zone.startOfDay(addDays(date, 1)))
      text += `${lines.join('\n')}\n`
      date = addDays(date, 1)
    }
    return text
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

async function waitFor<Seen>(look: () => Promise<Seen>, isThere: (seen: Seen) => boolean, what: string): Promise<Seen> {
  const until = performance.now() + LONGEST_MS
  for (;;) {
    const seen = await look()
    if (isThere(seen)) return seen
    if (performance.now() > until) throw new Error(`waited in vain for ${what}`)
    await rest(150)
  }
}
