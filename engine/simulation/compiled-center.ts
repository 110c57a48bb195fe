import type { CenterModel } from './center-model.ts'

/** The stretch of time in which rates and numbers of agents stay what they are. The last one has no end. */
export interface Segment {
  readonly startSeconds: number
  readonly endSeconds: number
  /** Whose arrival rates hold; −1: nobody arrives. */
  readonly arrivalPeriod: number
  /** The period that the work of the agents is counted in. */
  readonly workPeriod: number
  /** Agents of each group. */
  readonly agents: Int32Array
}

const USUAL_SHORT_SECONDS = 5

/** A model flattened to numbers, so that the event loop looks nothing up by name. */
export interface CompiledCenter {
  readonly types: number
  readonly groups: number
  readonly periods: number
  readonly segments: readonly Segment[]
  /** Arrivals a second of all types, by period. */
  readonly ratePerSecond: Float64Array
  /** By period and type: chance that an arrival is of this type or one before. */
  readonly typeShares: Float64Array
  readonly withinSeconds: Float64Array
  /** An abandon up to this is short; never more than `withinSeconds`. */
  readonly shortSeconds: Float64Array
  /** For each type the groups that an arrival tries at once. */
  readonly groupsOfType: readonly Int32Array[]
  /** For each type the groups that may help after a while, with that while. */
  readonly laterGroupsOfType: readonly (readonly { readonly group: number; readonly afterSeconds: number }[])[]
  /** For each group its types in the order of priority. */
  readonly typesOfGroup: readonly Int32Array[]
  /** By group and type: how long a contact must have waited before this group takes it. */
  readonly afterSeconds: Float64Array
  /** When the work of each period ends; the last one's at the horizon. */
  readonly workPeriodEnds: Float64Array
  /** By group and period. */
  readonly staffedSeconds: Float64Array
}

export function compileCenter(model: CenterModel): CompiledCenter {
  const { contactTypes, groups, periods, horizonSeconds } = model
  const typeAt = new Map(contactTypes.map(({ id }, index) => [id, index]))
  const groupAt = new Map(groups.map(({ id }, index) => [id, index]))
  const indexOf = (names: Map<string, number>, id: string): number => names.get(id) ?? 0
  const afterSeconds = new Float64Array(groups.length * contactTypes.length)
  for (const [type, { groups: choices }] of contactTypes.entries())
    for (const { group, afterSeconds: after } of choices)
      afterSeconds[indexOf(groupAt, group) * contactTypes.length + type] = after
  const segments = segmentsOf(model)
  return {
    types: contactTypes.length,
    groups: groups.length,
    periods: periods.length,
    segments,
    ...arrivalsOf(model),
    withinSeconds: Float64Array.from(contactTypes, (type) => type.withinSeconds),
    shortSeconds: Float64Array.from(contactTypes, ({ withinSeconds, shortSeconds = USUAL_SHORT_SECONDS }) =>
      Math.min(withinSeconds, shortSeconds),
    ),
    groupsOfType: contactTypes.map((type) =>
      Int32Array.from(
        type.groups.filter((choice) => choice.afterSeconds === 0),
        (choice) => indexOf(groupAt, choice.group),
      ),
    ),
    laterGroupsOfType: contactTypes.map((type) =>
      type.groups
        .filter((choice) => choice.afterSeconds > 0)
        .map((choice) => ({ group: indexOf(groupAt, choice.group), afterSeconds: choice.afterSeconds })),
    ),
    typesOfGroup: groups.map((group) => Int32Array.from(group.types, (id) => indexOf(typeAt, id))),
    afterSeconds,
    workPeriodEnds: Float64Array.from(periods, (_, period) => periods[period + 1]?.startSeconds ?? horizonSeconds),
    staffedSeconds: staffedOf(segments, groups.length, periods.length),
  }
}

function arrivalsOf({ contactTypes, periods }: CenterModel) {
  const ratePerSecond = new Float64Array(periods.length)
  const typeShares = new Float64Array(periods.length * contactTypes.length)
  for (const period of periods.keys()) {
    let sum = 0
    for (const [type, { arrivalsPerHour }] of contactTypes.entries())
      typeShares[period * contactTypes.length + type] = sum += arrivalsPerHour[period] ?? 0
    ratePerSecond[period] = sum / 3600
    if (sum === 0) continue
    for (const type of contactTypes.keys()) {
      const at = period * contactTypes.length + type
      // The last type that arrives at all closes the list, whatever the rounding.
      typeShares[at] = typeShares[at] === sum ? 1 : (typeShares[at] as number) / sum
    }
  }
  return { ratePerSecond, typeShares }
}

function segmentsOf({ periods, groups, horizonSeconds }: CenterModel): readonly Segment[] {
  const times = new Set([0, horizonSeconds])
  for (const { startSeconds, lengthSeconds } of periods) times.add(startSeconds).add(startSeconds + lengthSeconds)
  for (const { shifts } of groups)
    for (const shift of shifts)
      for (const span of [shift, ...shift.pauses]) times.add(span.startSeconds).add(span.endSeconds)
  const starts = [...times].toSorted((left, right) => left - right)
  const segments: Segment[] = []
  for (const [index, startSeconds] of starts.entries()) {
    const isAfterEnd = startSeconds === horizonSeconds
    const period = periods.findLastIndex((other) => other.startSeconds <= startSeconds)
    const last = segments.at(-1)
    const { startSeconds: from, lengthSeconds } = periods[period] ?? { startSeconds: 0, lengthSeconds: 0 }
    segments.push({
      startSeconds,
      endSeconds: isAfterEnd ? Infinity : (starts[index + 1] ?? Infinity),
      arrivalPeriod: !isAfterEnd && startSeconds < from + lengthSeconds ? period : -1,
      workPeriod: Math.max(0, period),
      agents:
        isAfterEnd && last ? last.agents : Int32Array.from(groups, (group) => agentsAt(group, period, startSeconds)),
    })
  }
  return segments
}

function agentsAt({ agents, shifts }: CenterModel['groups'][number], period: number, seconds: number): number {
  const covers = (span: { readonly startSeconds: number; readonly endSeconds: number }): boolean =>
    span.startSeconds <= seconds && seconds < span.endSeconds
  let present = agents[period] ?? 0
  for (const shift of shifts) if (covers(shift) && !shift.pauses.some(covers)) present += shift.agents
  return present
}

function staffedOf(segments: readonly Segment[], groups: number, periods: number): Float64Array {
  const staffed = new Float64Array(groups * periods)
  for (const { startSeconds, endSeconds, workPeriod, agents } of segments) {
    if (endSeconds === Infinity) continue
    for (const [group, present] of agents.entries())
      staffed[group * periods + workPeriod] =
        (staffed[group * periods + workPeriod] as number) + present * (endSeconds - startSeconds)
  }
  return staffed
}
