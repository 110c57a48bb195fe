import { sql } from 'kysely'

import { forecastReaches } from '@pult/contract/forecast'
import type { LayerAccuracy } from '@pult/contract/forecast-layers'
import { createRandom, type Random } from '@pult/engine/numeric'
import type { LocalDate, Zone } from '@pult/engine/time'

import type { Tx } from '../platform/index.ts'
import { comparedCells, reachOf, type ComparedDays } from './compared-cells.ts'

/** A day of a queue of a published forecast, layers over it: what came, and what was expected with the layers and without. */
interface LayeredDay {
  readonly queueId: number
  readonly day: LocalDate
  readonly reach: Reach
  readonly came: number
  readonly expected: number
  readonly base: number
  readonly absolute: number
  readonly baseAbsolute: number
  /** Null where a gap cuts the day. */
  readonly isIn: boolean | null
  readonly isInBase: boolean | null
  /** Kinds of the layers that it was published with; null where they are not known. */
  readonly kinds: readonly string[] | null
}

type Reach = (typeof forecastReaches)[number]

/** Whether layers helped: all queues first, then each, and of both first all days, then by how far ahead they lay; of all queues events apart from corrections as well. Empty where no day with a layer has passed. */
export async function readLayerAccuracy(
  tx: Tx,
  centerId: number,
  zone: Zone,
  days: ComparedDays,
): Promise<LayerAccuracy[]> {
  const { rows } = await sql<LayeredDay>`
    ${comparedCells(centerId, zone, days)},
    daily as (
      select forecast_id, queue_id, day, min(lead) as lead, sum(came) as came, sum(expected) as expected, sum(base) as base,
        sum(abs(expected - came)) as absolute, sum(abs(base - came)) as base_absolute
      from scored group by 1, 2, 3 having bool_or(is_layered)
    )
    select s.queue_id as "queueId", s.day, ${reachOf('s.lead')} as reach, s.came, s.expected, s.base, s.absolute, s.base_absolute as "baseAbsolute",
      case when abs(s.expected - d.offered) < 1e-6 then s.came between d.p10 and d.p90 end as "isIn",
      case when abs(s.expected - d.offered) < 1e-6 then s.came between coalesce(d.base_p10, d.p10) and coalesce(d.base_p90, d.p90) end as "isInBase", laid.kinds
    from daily s
    join forecast_day d on d.center_id = ${centerId} and d.forecast_id = s.forecast_id and d.queue_id = s.queue_id and d.day = s.day
    cross join lateral (
      select array_agg(distinct one ->> 'kind') as kinds from forecast f cross join jsonb_array_elements(f.layers) one
      where f.center_id = ${centerId} and f.forecast_id = s.forecast_id and coalesce((one ->> 'queueId')::integer, s.queue_id) = s.queue_id
        and (one ->> 'firstDay')::date <= s.day and (one ->> 'lastDay')::date >= s.day
    ) laid
    order by s.day, s.queue_id, s.forecast_id
  `.execute(tx)
  if (rows.length === 0) return []
  const queues = [...new Set(rows.map(({ queueId }) => queueId))].toSorted((left, right) => left - right)
  return [null, ...queues].flatMap((queueId) => {
    const ofQueue = rows.filter((one) => queueId === null || one.queueId === queueId)
    const byReach = forecastReaches.map((reach) => ({ reach, days: ofQueue.filter((one) => one.reach === reach) }))
    return [
      summed({ queueId, reach: null, laid: null }, ofQueue),
      ...(queueId === null ? byLaid(ofQueue) : []),
      ...byReach
        .filter(({ days: some }) => some.length > 0)
        .map(({ reach, days: some }) => summed({ queueId, reach, laid: null }, some)),
    ]
  })
}

/** Events and corrections each on days of their own: on a day of both nobody can tell which of them helped. */
function byLaid(days: readonly LayeredDay[]): LayerAccuracy[] {
  const isCorrection = (kind: string): boolean => kind === 'correction'
  const told = days.flatMap((one) => (one.kinds === null ? [] : [{ one, kinds: one.kinds }]))
  return (['events', 'corrections'] as const).flatMap((laid) => {
    const alone = told.filter(({ kinds }) => kinds.every((kind) => isCorrection(kind) === (laid === 'corrections')))
    const some = alone.map(({ one }) => one)
    return some.length === 0 ? [] : [summed({ queueId: null, reach: null, laid }, some)]
  })
}

function summed(key: Pick<LayerAccuracy, 'queueId' | 'reach' | 'laid'>, days: readonly LayeredDay[]): LayerAccuracy {
  const came = total(days, (one) => one.came)
  const over = (value: number): number | null => (came > 0 ? value / came : null)
  const covered = (pick: (one: LayeredDay) => boolean | null): number | null => {
    const tried = days.map(pick).filter((inside) => inside !== null)
    return tried.length === 0 ? null : tried.filter(Boolean).length / tried.length
  }
  const { difference, low, high } = differenceOf(days, `layers ${key.queueId} ${key.reach}${key.laid ?? ''}`)
  return {
    ...key,
    queueDays: days.length,
    came,
    dayWape: over(total(days, withLayers)),
    dayWapeWithout: over(total(days, without)),
    intervalWape: over(total(days, (one) => one.absolute)),
    intervalWapeWithout: over(total(days, (one) => one.baseAbsolute)),
    bias: over(total(days, (one) => one.expected - one.came)),
    biasWithout: over(total(days, (one) => one.base - one.came)),
    dayCovered80: covered((one) => one.isIn),
    dayCovered80Without: covered((one) => one.isInBase),
    difference,
    differenceLow: low,
    differenceHigh: high,
  }
}

const total = (days: readonly LayeredDay[], of: (one: LayeredDay) => number): number =>
  days.reduce((sum, one) => sum + of(one), 0)
const withLayers = ({ expected, came }: LayeredDay): number => Math.abs(expected - came)
const without = ({ base, came }: LayeredDay): number => Math.abs(base - came)

const FEWEST_DAYS = 4
const DRAWS = 2000

/** Whole calendar days are drawn, since what moves one queue of a day moves the others: Efron's percentile interval. */
function differenceOf(
  days: readonly LayeredDay[],
  seed: string,
): { readonly difference: number | null; readonly low: number | null; readonly high: number | null } {
  const dates = [...Map.groupBy(days, ({ day }) => day).values()].map((members) => ({
    came: total(members, (one) => one.came),
    apart: total(members, (one) => withLayers(one) - without(one)),
  }))
  const ratio = (drawn: readonly { readonly came: number; readonly apart: number }[]): number => {
    const came = drawn.reduce((sum, one) => sum + one.came, 0)
    return came > 0 ? drawn.reduce((sum, one) => sum + one.apart, 0) / came : 0
  }
  if (!dates.some(({ came }) => came > 0)) return { difference: null, low: null, high: null }
  if (dates.length < FEWEST_DAYS) return { difference: ratio(dates), low: null, high: null }
  const random = createRandom(seed)
  const drawn = Array.from({ length: DRAWS }, () => ratio(drawAnew(dates, random))).toSorted((a, b) => a - b)
  return {
    difference: ratio(dates),
    low: drawn[Math.floor(DRAWS * 0.025)] ?? null,
    high: drawn[Math.floor(DRAWS * 0.975)] ?? null,
  }
}

const drawAnew = <One>(list: readonly One[], random: Random): One[] =>
  list.map(() => list[random.integer(0, list.length)] as One)
