import type {
  AgentChoice,
  AgentGroupModel,
  CenterModel,
  ContactTypeModel,
  DurationModel,
  PatienceModel,
  Routing,
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
      if (!(change.share >= 0 && change.share <= 1))
        throw new RangeError(`share must lie between 0 and 1, not ${change.share}`)
      return changeGroups(model, change.group, (group) => ({
        ...group,
        agents: wholeAgents(
          group.agents.map((agents, period) => (inSpan(period) ? agents * (1 - change.share) : agents)),
        ),
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
  const more = { ...group, id: newId, types: [...group.types, typeId], agents: trained }
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

function requireLength(factor: number): number {
  if (!(factor > 0)) throw new RangeError(`factor must be more than zero, not ${factor}`)
  return requireFactor(factor)
}
