import { demoCenter, type DemoCenter } from '@pult/engine/demo'
import { addDays, createZone, datesBetween, HOUR_MS, MINUTE_MS } from '@pult/engine/time'

import type { App } from '../server/app.ts'
import { createCenter } from '../server/center/index.ts'
import { ensureSource } from '../server/contacts/index.ts'
import { createState, keepProgress, readState } from '../server/demo/demo-store.ts'
import { simulateDays } from '../server/demo/fill.ts'
import { furnish } from '../server/demo/furnish.ts'
import { createLiveDay, type News } from '../server/demo/live-day.ts'

export const ZONE = 'Europe/Moscow'
const SEED = 'страницы'
/** Further back than the demonstration reaches: it counts as filled. */
const YEAR_DAYS = 400
const PAST_DAYS = 3
const SYSTEM = { userId: 'system', name: 'Пульт' }

export interface Furnished {
  readonly centerId: number
  /** The day that was running then. */
  readonly today: string
  readonly target: { readonly importId: number; readonly sourceId: number; readonly onConflict: 'replace' }
}

/** A centre like the demonstration's, with the last few days of contacts before the running one, rolled up. */
export async function furnishCenter(app: App, today: string): Promise<Furnished> {
  const plan = demoCenter({ anchorDate: today })
  const { database } = app
  const centerId = await createCenter(
    database,
    { name: plan.name.ru, timeZone: ZONE, calendar: 'ru', kind: 'demo' },
    SYSTEM,
  )
  const first = addDays(today, -PAST_DAYS)
  const state = await database.inCenter({ centerId }, async (tx) => {
    await furnish(tx, centerId, plan)
    const sourceId = await ensureSource(tx, centerId, 'Демонстрация', 'demo')
    await createState(tx, centerId, sourceId, SEED, today)
    const made = await readState(tx, centerId)
    if (made === null) throw new Error('The demonstration was made and cannot be found.')
    await keepProgress(tx, made, { filledFrom: addDays(today, -YEAR_DAYS), filledTo: today, fraction: 1, rows: 0 })
    return made
  })
  const target = { importId: state.importId, sourceId: state.sourceId, onConflict: 'replace' as const }
  await simulateDays(
    { seed: SEED, anchorDate: today },
    datesBetween(first, today),
    async ({ contacts, states }) => {
      await app.contacts.intake.add({ centerId }, target, { contacts, states })
    },
    () => false,
  )
  await app.measures.settle(centerId)
  return { centerId, today, target }
}

/** The running day as it stands: who waits, who talks, who is signed in. */
export async function addRunningDay(app: App, { centerId, today, target }: Furnished): Promise<void> {
  const plan = demoCenter({ anchorDate: today })
  const zone = createZone(ZONE)
  const now = Date.now()
  const news = createLiveDay(SEED, plan, (at) => zone.localDate(at)).until(now)
  await app.contacts.intake.add({ centerId }, target, news)
  const midnight = zone.startOfDay(today)
  if (now < midnight + AFTER_LUNCH_MS)
    await app.contacts.intake.add({ centerId }, target, earlyNews(plan, midnight, now))
  await app.measures.settle(centerId)
}

/** Nobody has lunch before noon, and just after midnight nobody may have called yet: a test sees the same at every hour. */
const AFTER_LUNCH_MS = 14 * HOUR_MS

function earlyNews({ agents: [somebody], queues: [queue] }: DemoCenter, midnight: number, now: number): News {
  if (somebody === undefined || queue === undefined) throw new Error('The demonstration has agents and queues.')
  const since = (minutes: number): number => Math.max(midnight, now - minutes * MINUTE_MS)
  const state = { agent: somebody.code, startedAt: since(20) }
  const lunch = { ...state, sourceKey: 'early-lunch', state: 'pause', reason: 'Обед', startedAt: since(10) } as const
  const call = { channel: 'voice', direction: 'inbound', queue: queue.code, outcome: 'abandoned', leg: 1 } as const
  return {
    contacts: [{ ...call, sourceKey: 'early', contactRef: 'early', offeredAt: since(15), waitMs: 30_000 }],
    states: [{ ...state, sourceKey: 'early-session', state: 'session' }, lunch],
  }
}
