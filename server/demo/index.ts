import { setTimeout as rest } from 'node:timers/promises'

import { demo } from '@pult/contract/demo'
import { demoCenter, intervalOf } from '@pult/engine/demo'
import { addDays, createZone, datesBetween, type LocalDate } from '@pult/engine/time'

import { createCenter } from '../center/index.ts'
import { ensureSource, keepGaps, type Intake } from '../contacts/index.ts'
import type { Platform } from '../platform/index.ts'
import {
  administratorsOf,
  createState,
  findDemoCenter,
  keepProgress,
  noteFurnished,
  readState,
  type DemoState,
} from './demo-store.ts'
import { simulateDays } from './fill.ts'
import { furnish } from './furnish.ts'
import { furnishMissingWork, furnishWork } from './furnish-work.ts'
import { createLiveDay, type LiveDay, type News } from './live-day.ts'

/** The living demonstration: made on the first start, filled backwards, going on while somebody looks. */
export interface Demo {
  /** Makes the centre on a first start; afterwards goes on from where it was. Resolves when the centre stands; filling goes on. */
  start(): Promise<void>
  stop(): Promise<void>
  /** Gives its administrators what each has of her own: a résumé begun with made-up facts. */
  furnishAdministrators(): Promise<void>
}

export interface DemoPorts {
  readonly intake: Intake
  /** Gives the centre made-up vacancies; the market room gives it. */
  readonly keepMadeUpMarket?: (centerId: number, today: LocalDate) => Promise<void>
  /** Gives a person a made-up résumé; the career room gives it. */
  readonly keepMadeUpResume?: (person: { readonly centerId: number; readonly userId: string }) => Promise<void>
}

const MONTHS_DAYS = 396
const TICK_MS = 2000
/** Nobody waits for the market on the first page, and nobody finds it empty while a year of contacts is still being made. */
const MARKET_AFTER_DAYS = 14
const ZONE = 'Europe/Moscow'
const SEED = 'лукошко'
const SYSTEM = { userId: 'system', name: 'Пульт' }

export function openDemo(
  platform: Platform,
  { intake, keepMadeUpMarket, keepMadeUpResume }: DemoPorts,
  clock: () => number = Date.now,
  { days = MONTHS_DAYS, tickMs = TICK_MS }: { readonly days?: number; readonly tickMs?: number } = {},
): Demo {
  const { database, http, live, log, settings } = platform
  const zone = createZone(ZONE)
  const today = (): LocalDate => zone.localDate(clock())
  const stopping = new AbortController()
  let running: Promise<unknown> = Promise.resolve()

  http.serve(demo.readDemo, async ({ caller, readCenter }) => {
    const state = await readCenter((tx) => readState(tx, caller.centerId))
    if (state === null) return { filling: null }
    const first = addDays(state.anchorDate, -days)
    const fraction = fractionOf(state.filledFrom, first, today())
    return { filling: fraction >= 1 ? null : { fraction, filledFrom: state.filledFrom } }
  })

  async function ensureCenter(): Promise<DemoState | null> {
    // As the owner: on a first start there is no centre and nobody yet whose it could be.
    const { demoCenterId, centers } = await database.asOwner(findDemoCenter)
    if (!settings.demo || (demoCenterId === null && centers > 0)) return null
    if (demoCenterId !== null) {
      const known = await database.inCenter({ centerId: demoCenterId }, (tx) => readState(tx, demoCenterId))
      if (known !== null) return furnishOnce(known)
    }
    const plan = demoCenter({ anchorDate: today() })
    const centerId =
      demoCenterId ??
      (await createCenter(database, { name: plan.name.ru, timeZone: ZONE, calendar: 'ru', kind: 'demo' }, SYSTEM))
    return database.inCenter({ centerId }, async (tx) => {
      await furnish(tx, centerId, plan)
      await furnishWork(tx, centerId, plan)
      const sourceId = await ensureSource(tx, centerId, 'Демонстрация', 'demo')
      const gap = intervalOf(plan.recordingGap, zone)
      const stretch = { from: gap.start, to: gap.end }
      // What was not recorded is missing, not zero.
      await keepGaps(tx, centerId, sourceId, stretch, [stretch])
      await createState(tx, centerId, sourceId, SEED, plan.anchorDate)
      return readState(tx, centerId)
    })
  }

  /** A demonstration that is older than rosters is given what they are made from, once. */
  async function furnishOnce(state: DemoState): Promise<DemoState> {
    const { centerId, anchorDate, isFurnishedForWork } = state
    if (isFurnishedForWork) return state
    await database.inCenter({ centerId }, async (tx) => {
      await furnishMissingWork(tx, centerId, demoCenter({ anchorDate }), today())
      await noteFurnished(tx, state)
    })
    return { ...state, isFurnishedForWork: true }
  }

  /** Lets the day pass: who enters, waits, is served, leaves. */
  async function goOn(state: DemoState): Promise<void> {
    const begin = (): LiveDay =>
      createLiveDay(state.seed, demoCenter({ anchorDate: state.anchorDate }), (now) => zone.localDate(now))
    let day = begin()
    while (!stopping.signal.aborted) {
      try {
        await tell(state, day.until(clock()))
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ err: error }, 'the demonstration could not tell its news; telling its day anew')
        day = begin()
      }
      await rest(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }

  async function tell(state: DemoState, news: News): Promise<void> {
    if (news.contacts.length + news.states.length === 0) return
    await intake.add({ centerId: state.centerId }, targetOf(state), news)
    await database.inCenter({ centerId: state.centerId }, (tx) =>
      live.announce(tx, { centerId: state.centerId, topic: 'contacts' }),
    )
  }

  /** Fills until it is done: what is filled is kept, and after a failure the rest goes on from there. */
  async function fillAll(begun: DemoState): Promise<void> {
    let state = begun
    while (!stopping.signal.aborted) {
      try {
        await fill(state)
        if (!stopping.signal.aborted) await keepMadeUpMarket?.(state.centerId, today())
        return
      } catch (error) {
        if (stopping.signal.aborted) return
        log.warn({ err: error }, 'the demonstration’s history could not be filled; going on in a moment')
        await rest(tickMs, undefined, { signal: stopping.signal }).catch(() => undefined)
        const kept = database.inCenter({ centerId: state.centerId }, (tx) => readState(tx, state.centerId))
        state = (await kept.catch(() => null)) ?? state
      }
    }
  }

  /** Days that passed while the server did not run, then history backwards. */
  async function fill(state: DemoState): Promise<void> {
    const yesterday = addDays(today(), -1)
    const first = addDays(state.anchorDate, -days)
    let { filledFrom, filledTo } = state
    const missed = filledTo === null || filledTo >= yesterday ? [] : datesBetween(filledTo, today())
    const before = datesBetween(first, filledFrom ?? today()).toReversed()
    let rows = 0
    let daysFilled = 0
    await simulateDays(
      state,
      [...missed, ...before],
      async ({ date, contacts, states }) => {
        await intake.add({ centerId: state.centerId }, targetOf(state), { contacts, states })
        rows += contacts.length
        filledFrom = filledFrom === null || date < filledFrom ? date : filledFrom
        filledTo = filledTo === null || date > filledTo ? date : filledTo
        const filled = { filledFrom, filledTo, fraction: fractionOf(filledFrom, first, today()), rows }
        await database.inCenter({ centerId: state.centerId }, async (tx) => {
          await keepProgress(tx, state, filled)
          await live.announce(tx, { centerId: state.centerId, topic: 'demo' })
        })
        daysFilled++
        if (daysFilled === MARKET_AFTER_DAYS) await keepMadeUpMarket?.(state.centerId, today())
      },
      () => stopping.signal.aborted,
    )
  }

  return {
    async start() {
      const state = await ensureCenter()
      if (state === null) return
      const report = (error: unknown): void => {
        if (!stopping.signal.aborted) log.error({ err: error }, 'the demonstration stopped')
      }
      running = Promise.all([goOn(state).catch(report), fillAll(state).catch(report)])
    },
    async stop() {
      stopping.abort()
      await running
    },
    async furnishAdministrators() {
      const { demoCenterId: centerId } = await database.asOwner(findDemoCenter)
      if (centerId === null || !settings.demo) return
      const userIds = await database.inCenter({ centerId }, (tx) => administratorsOf(tx, centerId))
      for (const userId of userIds) await keepMadeUpResume?.({ centerId, userId })
    },
  }
}

const targetOf = ({
  importId,
  sourceId,
}: DemoState): { importId: number; sourceId: number; onConflict: 'replace' } => ({
  importId,
  sourceId,
  onConflict: 'replace',
})

function fractionOf(filledFrom: LocalDate | null, first: LocalDate, today: LocalDate): number {
  if (filledFrom === null) return 0
  if (filledFrom <= first) return 1
  const all = datesBetween(first, today).length
  return Math.max(0, Math.min(0.999, datesBetween(filledFrom, today).length / all))
}
