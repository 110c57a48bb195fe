import type { Forecast } from '@pult/contract/forecast'
import type { Requirement, Shrinkage } from '@pult/contract/staffing'

import { layersChangedAt, readForecasts } from '../forecast/index.ts'
import type { Tx } from '../platform/index.ts'
import { rulesChanged } from './applied-rules.ts'
import type { KeptRequirement } from './requirement-store.ts'
import { listRules, listShrinkage } from './rule-store.ts'

/** Which forecast each was counted from, and what has changed since. */
export async function withSource(tx: Tx, centerId: number, kept: readonly KeptRequirement[]): Promise<Requirement[]> {
  const forecasts = await readForecasts(tx, centerId)
  const rules = await listRules(tx, centerId)
  const shrinkage = await listShrinkage(tx, centerId)
  const relaid = new Set<number>()
  for (const one of kept) if (await hasNewLayers(tx, centerId, one, forecasts)) relaid.add(one.requirementId)
  return kept.map((requirement) => {
    const { forecastId, assumptions, status } = requirement
    const used = forecasts.find((one) => one.forecastId === forecastId)
    const newest = newestFor(forecasts, requirement)
    const isCounted = status === 'draft' || status === 'published'
    const reasons = [
      newest !== undefined && newest.forecastId !== forecastId && 'newerForecast',
      relaid.has(requirement.requirementId) && 'layers',
      rulesChanged(assumptions.rules, rules) && 'rules',
      !sameShrinkage(assumptions.shrinkage, shrinkage) && 'shrinkage',
    ] as const
    return {
      ...requirement,
      source:
        used === undefined
          ? null
          : { name: used.name, publishedAt: used.publishedAt, publishedByName: used.publishedByName },
      stale: isCounted ? reasons.filter((reason) => reason !== false) : [],
    }
  })
}

/** A published forecast keeps its layers; what was counted from a draft is of the layers of then. */
async function hasNewLayers(
  tx: Tx,
  centerId: number,
  { forecastId, firstDay, lastDay, madeAt }: KeptRequirement,
  forecasts: readonly Forecast[],
): Promise<boolean> {
  const used = forecasts.find((one) => one.forecastId === forecastId)
  if (used?.status !== 'draft') return false
  const changedAt = await layersChangedAt(tx, centerId, { firstDay, lastDay })
  return changedAt !== null && changedAt > madeAt
}

/** The forecast published last among those that cover all the days; a draft that was counted from is newer than those published before. */
export function newestFor(
  forecasts: readonly Forecast[],
  { firstDay, lastDay, forecastId }: Pick<KeptRequirement, 'firstDay' | 'lastDay' | 'forecastId'>,
): Forecast | undefined {
  const used = forecasts.find((one) => one.forecastId === forecastId)
  const since = used === undefined ? '' : (used.publishedAt ?? used.createdAt)
  return forecasts
    .filter((one) => one.status === 'published' && one.firstDay <= firstDay && one.lastDay >= lastDay)
    .filter(({ publishedAt }) => (publishedAt ?? '') > since)
    .toSorted((left, right) => ((left.publishedAt ?? '') < (right.publishedAt ?? '') ? 1 : -1))[0]
}

function sameShrinkage(was: readonly Shrinkage[], now: readonly Shrinkage[]): boolean {
  const written = (kinds: readonly Shrinkage[]): string =>
    JSON.stringify(
      kinds
        .map(({ kind, planned, paid, share, hours }) => [kind, planned, paid, share, hoursOf(hours)])
        .toSorted((left, right) => (String(left[0]) < String(right[0]) ? -1 : 1)),
    )
  return written(was) === written(now)
}

const hoursOf = (hours: Shrinkage['hours']): string =>
  hours
    .map(({ weekday, hour, share }) => `${weekday}/${hour}/${share}`)
    .toSorted((left, right) => (left < right ? -1 : 1))
    .join(' ')
