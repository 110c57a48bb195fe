import type {
  AgentChoice,
  AgentGroupModel,
  CenterModel,
  ContactTypeModel,
  DurationModel,
  PatienceModel,
  Routing,
  ShiftModel,
} from './center-model.ts'

/** A stretch of the day, in seconds from the beginning of the model: periods that begin inside it. Without it the whole day. */
export interface ChangeSpan {
  readonly fromSeconds: number
  readonly toSeconds: number
}

/** What one scenario does differently. A type or group of null is every one; factors are of what the base has. */
export type CenterChange =
  | { readonly kind: 'load'; readonly type: string | null; readonly factor: number; readonly span?: ChangeSpan }
  | { readonly kind: 'handling'; readonly type: string | null; readonly factor: number }
  | { readonly kind: 'patience'; readonly type: string | null; readonly factor: number }
  /** Agents more or fewer (never below none) wherever the group works at all. */
  | { readonly kind: 'agents'; readonly group: string; readonly more: number; readonly span?: ChangeSpan }
  /** This share of the agents is not there. */
  | { readonly kind: 'absence'; readonly group: string | null; readonly share: number; readonly span?: ChangeSpan }
  /** So many agents of the group, counted where it is largest, also take this type. */
  | { readonly kind: 'crossTrain'; readonly group: string; readonly agents: number; readonly type: string }
  /** These types before all others, in this order. */
  | { readonly kind: 'priority'; readonly types: readonly string[] }
  | { readonly kind: 'routing'; readonly routing: Routing; readonly agentChoice: AgentChoice }
  /** A shift of so many agents of the group more, to the minute, away together in its pauses. */
  | ({ readonly kind: 'shift'; readonly group: string } & ShiftModel)
  /** Contacts in the centre at once, waiting or served; null: as many as come. */
  | { readonly kind: 'lines'; readonly lines: number | null }
  /** Days differ: the standard deviation of a day's load as a share of its mean; 0: all are alike. */
  | { readonly kind: 'busyness'; readonly spread: number }
  /** This share of the customers hangs up at once unless somebody is free. */
  | { readonly kind: 'leaveAtOnce'; readonly type: string | null; readonly share: number }
  /** The group helps with the type once a contact has waited so long. */
  | { readonly kind: 'overflow'; readonly type: string; readonly group: string; readonly afterSeconds: number }

/**
 * A copy of the centre with the changes made one after the other. Contact types stay the same, so that the two can be compared on the
 * same days.
 *
 * @throws RangeError for a type or group that the centre does not have, and for numbers that make no sense.
 */
export function changeCenter(base: CenterModel, changes: readonly CenterChange[]): CenterModel {
  return changes.reduce(changed, base)
}

function changed(model: CenterModel, change: CenterChange): CenterModel {
  switch (change.kind) {
    case 'load': {
      const inSpan = periodsIn(model, change.span)
      const factor = requireFactor(change.factor)
      return changeTypes(model, change.type, (type) => ({
        ...type,
        arrivalsPerHour: type.arrivalsPerHour.map((rate, period) => (inSpan(period) ? rate * factor : rate)),
      }))
    }
    case 'handling':
      return changeTypes(model, change.type, (type) => ({
        ...type,
        handling: type.handling.map((one) => stretched(one, requireLength(change.factor))),
      }))
    case 'patience':
      return changeTypes(model, change.type, (type) =>
        type.patience === undefined
          ? type
          : { ...type, patience: type.patience.map((one) => stretchedPatience(one, requireLength(change.factor))) },
      )
    case 'agents': {
      const inSpan = periodsIn(model, change.span)
      if (!Number.isSafeInteger(change.more)) throw new RangeError(`more must be a whole number, not ${change.more}`)
      // Nobody is called in for hours in which the group does not work, unless these hours were asked for.
      const works = (agents: number): boolean => agents > 0 || change.span !== undefined
      return changeGroups(model, change.group, (group) => ({
        ...group,
        agents: group.agents.map((agents, period) =>
          inSpan(period) && works(agents) ? Math.max(0, agents + change.more) : agents,
        ),
      }))
    }
    case 'absence': {
      const inSpan = periodsIn(model, change.span)
      const share = requireShare(change.share)
      return changeGroups(model, change.group, (group) => ({
        ...group,
        agents: wholeAgents(group.agents.map((agents, period) => (inSpan(period) ? agents * (1 - share) : agents))),
      }))
    }
    case 'crossTrain':
      return crossTrained(model, change)
    case 'priority':
      return prioritized(model, change.types)
    case 'routing':
      return { ...model, routing: change.routing, agentChoice: change.agentChoice }
    case 'overflow':
      return overflowing(model, change)
    case 'shift':
      return withShift(model, change)
    case 'lines':
      return withLines(model, change.lines)
    case 'busyness':
      return withBusyness(model, change.spread)
    case 'leaveAtOnce': {
      const probabilityZero = requireShare(change.share)
      return changeTypes(model, change.type, (type) => ({
        ...type,
        patience: (type.patience ?? model.periods.map(() => ENDLESS)).map((one) => ({ ...one, probabilityZero })),
      }))
    }
  }
}

/**
 * Whole agents for numbers with parts: what rounding takes from one period the next one gets back, so that the hours of the day are right.
 * Where nobody is, nobody comes.
 */
export function wholeAgents(agents: readonly number[]): readonly number[] {
  let owed = 0
  return agents.map((wanted) => {
    if (!(wanted > 0)) return 0
    const whole = Math.max(0, Math.round(wanted + owed))
    owed += wanted - whole
    return whole
  })
}

function changeTypes(
  model: CenterModel,
  id: string | null,
  change: (type: ContactTypeModel) => ContactTypeModel,
): CenterModel {
  if (id !== null) findType(model, id)
  return {
    ...model,
    contactTypes: model.contactTypes.map((type) => (id === null || type.id === id ? change(type) : type)),
  }
}

function changeGroups(
  model: CenterModel,
  id: string | null,
  change: (group: AgentGroupModel) => AgentGroupModel,
): CenterModel {
  if (id !== null) findGroup(model, id)
  return { ...model, groups: model.groups.map((group) => (id === null || group.id === id ? change(group) : group)) }
}

function crossTrained(
  model: CenterModel,
  { group: id, agents, type: typeId }: Extract<CenterChange, { kind: 'crossTrain' }>,
): CenterModel {
  const group = findGroup(model, id)
  findType(model, typeId)
  if (!Number.isSafeInteger(agents) || agents < 1)
    throw new RangeError(`agents must be a whole number from 1, not ${agents}`)
  if (group.types.includes(typeId)) return model
  const most = Math.max(...group.agents)
  if (most === 0) return model
  const share = Math.min(1, agents / most)
  const trained = wholeAgents(group.agents.map((present) => present * share)).map((wanted, period) =>
    Math.min(wanted, group.agents[period] ?? 0),
  )
  const newId = freeId(model, `${id}+${typeId}`)
  const more = { ...group, id: newId, types: [...group.types, typeId], agents: trained, shifts: [] }
  const left = { ...group, agents: group.agents.map((present, period) => present - (trained[period] ?? 0)) }
  return {
    ...model,
    groups: [...model.groups.map((one) => (one.id === id ? left : one)), more],
    contactTypes: model.contactTypes.map((type) => {
      if (type.id === typeId) return { ...type, groups: [...type.groups, { group: newId, afterSeconds: 0 }] }
      // Those who can do more are asked after those who cannot.
      return {
        ...type,
        groups: type.groups.flatMap((choice) =>
          choice.group === id ? [choice, { ...choice, group: newId }] : [choice],
        ),
      }
    }),
  }
}

function freeId({ groups }: CenterModel, wanted: string): string {
  let id = wanted
  for (let copy = 2; groups.some((group) => group.id === id); copy++) id = `${wanted} ${copy}`
  return id
}

function prioritized(model: CenterModel, first: readonly string[]): CenterModel {
  for (const id of first) findType(model, id)
  const rank = (id: string): number => {
    const place = first.indexOf(id)
    return place < 0 ? first.length : place
  }
  return {
    ...model,
    routing: 'priority',
    groups: model.groups.map((group) => ({
      ...group,
      types: group.types.toSorted((left, right) => rank(left) - rank(right)),
    })),
  }
}

function overflowing(
  model: CenterModel,
  { type: typeId, group: id, afterSeconds }: Extract<CenterChange, { kind: 'overflow' }>,
): CenterModel {
  findGroup(model, id)
  if (!(afterSeconds >= 0 && Number.isFinite(afterSeconds)))
    throw new RangeError(`afterSeconds must be zero or more, not ${afterSeconds}`)
  const withChoice = changeTypes(model, typeId, (type) => ({
    ...type,
    groups: [...type.groups.filter(({ group }) => group !== id), { group: id, afterSeconds }],
  }))
  return changeGroups(withChoice, id, (group) =>
    group.types.includes(typeId) ? group : { ...group, types: [...group.types, typeId] },
  )
}

/** Cut to the day that the model holds. */
function withShift(
  model: CenterModel,
  { group: id, agents, startSeconds, endSeconds, pauses }: Extract<CenterChange, { kind: 'shift' }>,
): CenterModel {
  if (!Number.isSafeInteger(agents) || agents < 1)
    throw new RangeError(`agents must be a whole number from 1, not ${agents}`)
  const end = Math.min(endSeconds, model.horizonSeconds)
  if (!(startSeconds >= 0 && startSeconds < end))
    throw new RangeError(
      `the shift from ${startSeconds} to ${endSeconds} seconds has nothing of the day, which ends at ${model.horizonSeconds}`,
    )
  const within = pauses
    .map((pause) => ({
      startSeconds: Math.max(startSeconds, pause.startSeconds),
      endSeconds: Math.min(end, pause.endSeconds),
    }))
    .filter((pause) => pause.startSeconds < pause.endSeconds)
  const shift = { agents, startSeconds, endSeconds: end, pauses: within }
  return changeGroups(model, id, (group) => ({ ...group, shifts: [...group.shifts, shift] }))
}

function withLines({ lines: _former, ...model }: CenterModel, lines: number | null): CenterModel {
  if (lines === null) return model
  if (!Number.isSafeInteger(lines) || lines < 1)
    throw new RangeError(`lines must be a whole number from 1, not ${lines}`)
  return { ...model, lines }
}

function withBusyness({ busyness: _former, ...model }: CenterModel, spread: number): CenterModel {
  if (spread === 0) return model
  if (!(spread > 0 && spread <= MOST_SPREAD))
    throw new RangeError(`spread must lie between 0 and ${MOST_SPREAD}, not ${spread}`)
  return { ...model, busyness: { gammaShape: 1 / spread ** 2 } }
}

/** Days of a wider gamma are nearly all but empty, with a mad one now and then: those of no centre. */
const MOST_SPREAD = 2
/** Whoever is not said to have a patience has one without end. */
const ENDLESS: PatienceModel = { kind: 'deterministic', seconds: 1e9 }

function stretched(duration: DurationModel, factor: number): DurationModel {
  switch (duration.kind) {
    case 'exponential':
    case 'gamma':
      return { ...duration, meanSeconds: duration.meanSeconds * factor }
    case 'lognormal':
      return { ...duration, meanSeconds: duration.meanSeconds * factor, sdSeconds: duration.sdSeconds * factor }
    case 'uniform':
      return { ...duration, fromSeconds: duration.fromSeconds * factor, toSeconds: duration.toSeconds * factor }
    case 'deterministic':
      return { ...duration, seconds: duration.seconds * factor }
    case 'empirical':
      return { ...duration, seconds: duration.seconds.map((seconds) => seconds * factor) }
  }
}

function stretchedPatience(patience: PatienceModel, factor: number): PatienceModel {
  const { probabilityZero, ...duration } = patience
  return { ...stretched(duration, factor), ...(probabilityZero === undefined ? {} : { probabilityZero }) }
}

function periodsIn({ periods }: CenterModel, span: ChangeSpan | undefined): (period: number) => boolean {
  if (span === undefined) return () => true
  return (period) => {
    const start = periods[period]?.startSeconds ?? -1
    return start >= span.fromSeconds && start < span.toSeconds
  }
}

function findType({ contactTypes }: CenterModel, id: string): ContactTypeModel {
  const found = contactTypes.find((type) => type.id === id)
  if (found === undefined) throw new RangeError(`type is "${id}", which the centre does not have`)
  return found
}

function findGroup({ groups }: CenterModel, id: string): AgentGroupModel {
  const found = groups.find((group) => group.id === id)
  if (found === undefined) throw new RangeError(`group is "${id}", which the centre does not have`)
  return found
}

const MOST_FACTOR = 100

function requireFactor(factor: number): number {
  if (!(factor >= 0 && factor <= MOST_FACTOR))
    throw new RangeError(`factor must lie between 0 and ${MOST_FACTOR}, not ${factor}`)
  return factor
}

function requireShare(share: number): number {
  if (!(share >= 0 && share <= 1)) throw new RangeError(`share must lie between 0 and 1, not ${share}`)
  return share
}

function requireLength(factor: number): number {
  if (!(factor > 0)) throw new RangeError(`factor must be more than zero, not ${factor}`)
  return requireFactor(factor)
}
