import type { AlertPreview, AlertRuleDraft } from '@pult/contract/alert-rules'
import type { Bilingual } from '@pult/contract/alert-words'
import { stepAlert, type AlertState } from '@pult/engine/alerts'
import { DAY_MS, isOpen, MINUTE_MS } from '@pult/engine/time'

import { readHoursOfQueues } from '../center/index.ts'
import { readPastFigures } from '../measures/index.ts'
import type { Tx } from '../platform/index.ts'
import { lookAt, windowOf, type Seen } from './looked-at.ts'
import { paceOf } from './pace.ts'
import { watchedMeasure } from './watchables.ts'
import { zoneFor } from './zone-for.ts'

const DAYS = 7
const LATEST = 5
/** The past is seen once a quarter of an hour. */
const LONGEST_GAP_MS = 16 * MINUTE_MS

interface Episode {
  readonly words: Bilingual
  readonly raisedAt: number
  clearedAt: number | null
}

/**
 * What a rule would have done in the last seven days: the same looks and the same steps as live, at the end of each quarter of an
 * hour that is kept. A hold of less than that is as good as none.
 */
export async function previewRule(tx: Tx, centerId: number, draft: AlertRuleDraft, now: number): Promise<AlertPreview> {
  const { watch } = draft
  const definition = watch.kind === 'measure' ? watchedMeasure(watch.measure) : null
  if (watch.kind !== 'measure' || definition === null) return { days: DAYS, raised: null, openMinutes: 0, latest: [] }
  const span = { from: now - DAYS * DAY_MS, to: now }
  const past = await readPastFigures(tx, centerId, span, { definition, window: windowOf(watch.window) })
  const hours = await readHoursOfQueues(tx, centerId)
  const zone = await zoneFor(tx, centerId)
  const seenAt = (at: number): Seen => ({
    now: at,
    figures: past.figuresAt(at),
    conditions: [],
    agentsOf: () => null,
    isOpen(queueId) {
      const own = hours.get(queueId)
      return own === undefined || isOpen(own, at, zone)
    },
  })
  return summedUp(live(draft, past.instants, seenAt), now)
}

/** Lives through the looks, subject by subject; resolves to every alert there would have been. */
function live(draft: AlertRuleDraft, instants: readonly number[], seenAt: (at: number) => Seen): Episode[] {
  const pace = paceOf(draft, LONGEST_GAP_MS)
  const states = new Map<string, AlertState>()
  const open = new Map<string, Episode>()
  const episodes: Episode[] = []
  for (const at of instants)
    for (const { subject, reading, words } of lookAt(draft, seenAt(at))) {
      const { state, event } = stepAlert(states.get(subject), reading, { now: at, isAnswered: false }, pace)
      states.set(subject, state)
      if (event === 'raised') {
        const episode: Episode = { words: words(), raisedAt: at, clearedAt: null }
        open.set(subject, episode)
        episodes.push(episode)
      }
      const known = open.get(subject)
      if (event === 'cleared' && known !== undefined) known.clearedAt = at
    }
  return episodes
}

const iso = (at: number): string => new Date(at).toISOString()

function summedUp(episodes: readonly Episode[], now: number): AlertPreview {
  const openMs = episodes.reduce((sum, { raisedAt, clearedAt }) => sum + (clearedAt ?? now) - raisedAt, 0)
  const latest = episodes.slice(-LATEST).toReversed()
  return {
    days: DAYS,
    raised: episodes.length,
    openMinutes: Math.round(openMs / MINUTE_MS),
    latest: latest.map(({ words, raisedAt, clearedAt }) => ({
      words,
      raisedAt: iso(raisedAt),
      clearedAt: clearedAt === null ? null : iso(clearedAt),
    })),
  }
}
