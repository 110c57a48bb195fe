import type { TodayReply } from '@pult/contract/measures-today'
import {
  changeable,
  liveServiceLevel,
  publishedOwn,
  publishedReference,
  sumsOf,
  versionOn,
  type CounterValues,
  type LiveLevel,
  type MeasureParameters,
  type OwnDefinition,
} from '@pult/engine/measures'

import { ownReference, type KnownVersion } from '../center/index.ts'
import { withinSecondsOf, type TargetInForce } from './thresholds.ts'

const onToday = ['serviceLevel', 'abandonRate', 'asaSeconds', 'ahtSeconds'] as const
type OnToday = (typeof onToday)[number]

/** The definitions that hold today, of what Today shows. */
export type TodayDefinitions = Readonly<Record<OnToday, OwnDefinition>>

/** The centre's own definitions of a day, else Pult's; and what is told of them. */
export function definitionsOfDay(
  versions: readonly KnownVersion[],
  day: string,
): { readonly held: TodayDefinitions; readonly told: TodayReply['definitions'] } {
  const on = (id: OnToday): KnownVersion | null => versionOn(versions, id, day)
  const heldOf = (id: OnToday): OwnDefinition => {
    const version = on(id)
    return version === null ? publishedOwn(id) : (changeable(id)?.define(version.parameters) ?? publishedOwn(id))
  }
  const held: TodayDefinitions = {
    serviceLevel: heldOf('serviceLevel'),
    abandonRate: heldOf('abandonRate'),
    asaSeconds: heldOf('asaSeconds'),
    ahtSeconds: heldOf('ahtSeconds'),
  }
  const told = onToday.map((id) => {
    const version = on(id)
    return {
      id,
      reference: version === null ? publishedReference(id) : ownReference(id, version.version),
      formula: held[id].definition.formula,
      isOwn: version !== null,
      validFrom: version?.validFrom ?? null,
      createdByName: version?.createdByName ?? null,
      reason: version?.reason ?? null,
    }
  })
  return { held, told }
}

/** The threshold of the service level of a queue (0: of the whole centre). */
export const levelSeconds = (
  { serviceLevel }: TodayDefinitions,
  targets: readonly TargetInForce[],
  queueId: number,
): number => serviceLevel.withinSeconds ?? withinSecondsOf(targets, queueId)

/** Every threshold that the definitions ask the roll-ups for. */
export function thresholdsOfDay(
  held: TodayDefinitions,
  targets: readonly TargetInForce[],
  queueIds: readonly number[],
  shortAbandonSeconds: number,
): number[] {
  const shorts = onToday.map((id) => held[id].shortSeconds ?? shortAbandonSeconds)
  return [...new Set([...[0, ...queueIds].map((queueId) => levelSeconds(held, targets, queueId)), ...shorts])]
}

/** A ratio by a definition; null where there is nothing to divide by. */
export function ratioOf(
  { definition, shortSeconds }: OwnDefinition,
  counts: CounterValues,
  shortAbandonSeconds: number,
): LiveLevel {
  const parameters = { withinSeconds: 0, shortAbandonSeconds: shortSeconds ?? shortAbandonSeconds }
  const { numerator, denominator } = sumsOf(definition, counts, parameters)
  return { numerator, denominator, value: denominator > 0 ? numerator / denominator : null }
}

/** The running service level of a queue, or of all. */
export function liveLevel(
  { serviceLevel }: TodayDefinitions,
  counts: CounterValues,
  within: MeasureParameters & { readonly waitingLate: number },
): LiveLevel {
  const parameters = { ...within, shortAbandonSeconds: serviceLevel.shortSeconds ?? within.shortAbandonSeconds }
  return liveServiceLevel(serviceLevel.definition, counts, parameters, within.waitingLate)
}
