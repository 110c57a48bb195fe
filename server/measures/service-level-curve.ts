import { sql } from 'kysely'

import type { CurveQuery, CurveReply } from '@pult/contract/measures'
import { evaluate, neededCounters, registry, stamp, waitBounds, type CounterValues } from '@pult/engine/measures'

import { readCenter } from '../center/index.ts'
import type { Caller, Tx } from '../platform/index.ts'
import { columnOf, usesThreshold } from './columns.ts'
import { distinctCounters } from './counter-sql.ts'
import { readGroups } from './groups.ts'
import { periodOf } from './period.ts'
import { reachOf } from './reach.ts'
import { targetOf, targetsOn, withinSecondsOf } from './thresholds.ts'
import { zoneOf } from './zone-sql.ts'

const LAST_SECONDS = 300

/** Service level over the threshold, by every rule that has one. */
export async function serviceLevelCurve(tx: Tx, caller: Caller, query: CurveQuery): Promise<CurveReply> {
  const center = await readCenter(tx, caller.centerId)
  const zone = zoneOf(center.timeZone)
  const period = periodOf(zone, query.from, query.to)
  const shortAbandonSeconds = query.shortAbandonSeconds ?? center.policy.shortAbandonSeconds
  const thresholds = waitBounds.filter((bound) => bound <= LAST_SECONDS)
  const filters = await reachOf(tx, caller, [], query.filters)
  const rules = registry.current.filter(
    (definition) => definition.group === 'serviceLevel' && definition.kind === 'share' && usesThreshold(definition),
  )
  const known = filters.agentIds === undefined ? rules : rules.filter((rule) => !columnOf(rule, null).notByAgent)
  const wanted = distinctCounters([
    { counter: 'offered', threshold: undefined },
    ...known.flatMap((rule) =>
      thresholds.flatMap((withinSeconds) => neededCounters(rule, { withinSeconds, shortAbandonSeconds })),
    ),
  ])
  await sql`set local max_parallel_workers_per_gather = 0`.execute(tx)
  const groups = await readGroups(tx, {
    centerId: caller.centerId,
    zone,
    period,
    splitBy: [],
    intervalMinutes: 30,
    filters: { ...filters, directions: filters.agentIds === undefined ? ['inbound'] : filters.directions },
    wanted,
  })
  const values: CounterValues = groups[0]?.values ?? {}
  const targets = await targetsOn(tx, caller.centerId, zone.localDate(period.to - 1))
  const queueId = query.filters.queueIds?.length === 1 ? (query.filters.queueIds[0] ?? 0) : 0
  const target = targetOf(targets, 'serviceLevelNeutral', queueId)
  return {
    thresholds,
    curves: known.map((rule) => ({
      reference: stamp(rule),
      name: rule.name,
      values: thresholds.map((withinSeconds) => evaluate(rule, values, { withinSeconds, shortAbandonSeconds }).value),
    })),
    contacts: values['offered'] ?? values['answered'] ?? 0,
    target: target === undefined ? null : { value: target.value, withinSeconds: withinSecondsOf(targets, queueId) },
  }
}
