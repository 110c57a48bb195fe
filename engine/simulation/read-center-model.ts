import type {
  AgentChoice,
  AgentGroupModel,
  CenterModel,
  ContactTypeModel,
  GroupChoice,
  PeriodModel,
  Routing,
  ShiftModel,
} from './center-model.ts'
import { createFieldReader, type FieldReader } from './field-reader.ts'
import { readPerPeriod, readDuration, readPatience } from './read-duration.ts'

const routings = ['longestWaiting', 'priority'] as const satisfies readonly Routing[]
const agentChoices = ['groupOrder', 'longestIdle', 'leastOccupied'] as const satisfies readonly AgentChoice[]

const MOST_AGENTS = 1_000_000
const MOST_SECONDS = 1e9
const MOST_ARRIVALS = 1e8
const LEAST_BUSYNESS_SHAPE = 0.05

export interface ReadCenterModel {
  readonly model: CenterModel
  /** Fields that mean nothing here, by their place: perhaps misspelt. */
  readonly unused: readonly string[]
}

/**
 * Reads the model of a centre from parsed JSON. Where one distribution or number stands for all periods it is repeated; what may be
 * left out: `routing` (longestWaiting), `agentChoice` (groupOrder), `withinSeconds` (20), `shortSeconds` (5), `drainAfterEnd` (true).
 *
 * @throws RangeError that names the place, as in `contactTypes[1].handling.meanSeconds`.
 */
export function readCenterModel(input: unknown): ReadCenterModel {
  const reader = createFieldReader(input, 'the model')
  const horizonSeconds = reader.number('horizonSeconds', { above: 0, most: MOST_SECONDS })
  const periods = readPeriods(reader, horizonSeconds)
  const busyness = reader.has('busyness') ? reader.object('busyness') : undefined
  const contactTypes = reader.list('contactTypes').map((type) => readContactType(type, periods.length))
  const groups = reader.list('groups').map((group) => readGroup(group, periods.length, horizonSeconds))
  const model: CenterModel = {
    horizonSeconds,
    periods,
    ...(busyness === undefined
      ? {}
      : { busyness: { gammaShape: busyness.number('gammaShape', { least: LEAST_BUSYNESS_SHAPE, most: 1e9 }) } }),
    contactTypes,
    groups,
    routing: reader.oneOf('routing', routings, 'longestWaiting'),
    agentChoice: reader.oneOf('agentChoice', agentChoices, 'groupOrder'),
    ...(reader.has('lines') ? { lines: reader.number('lines', { least: 1, most: 1e9, whole: true }) } : {}),
    drainAfterEnd: reader.flag('drainAfterEnd', true),
  }
  checkNames(model)
  checkSize(model)
  return { model, unused: reader.unused() }
}

function readPeriods(reader: FieldReader, horizonSeconds: number): readonly PeriodModel[] {
  let endSeconds = 0
  return reader.list('periods').map((period) => {
    const startSeconds = period.number('startSeconds', { least: 0, most: horizonSeconds })
    const lengthSeconds = period.number('lengthSeconds', { above: 0, most: MOST_SECONDS })
    if (startSeconds < endSeconds)
      throw new RangeError(
        `${period.place}.startSeconds is ${startSeconds}, before the end of the period before it (${endSeconds})`,
      )
    endSeconds = startSeconds + lengthSeconds
    if (endSeconds > horizonSeconds)
      throw new RangeError(`${period.place} ends at ${endSeconds} seconds, after horizonSeconds (${horizonSeconds})`)
    return { startSeconds, lengthSeconds }
  })
}

function readContactType(reader: FieldReader, periods: number): ContactTypeModel {
  return {
    id: reader.text('id'),
    arrivalsPerHour: reader.numbers('arrivalsPerHour', periods, { least: 0, most: 1e9 }),
    ...(reader.has('patience') ? { patience: readPerPeriod(reader, 'patience', periods, readPatience) } : {}),
    handling: readPerPeriod(reader, 'handling', periods, readDuration),
    withinSeconds: reader.has('withinSeconds') ? reader.number('withinSeconds', { least: 0, most: MOST_SECONDS }) : 20,
    ...(reader.has('shortSeconds')
      ? { shortSeconds: reader.number('shortSeconds', { least: 0, most: MOST_SECONDS }) }
      : {}),
    groups: readGroupChoices(reader),
  }
}

function readGroupChoices(reader: FieldReader): readonly GroupChoice[] {
  return reader.values('groups').map(({ value, place }) => {
    if (typeof value === 'string') return { group: value, afterSeconds: 0 }
    const choice = reader.child(value, place)
    return {
      group: choice.text('group'),
      afterSeconds: choice.number('afterSeconds', { least: 0, most: MOST_SECONDS }),
    }
  })
}

function readGroup(reader: FieldReader, periods: number, horizonSeconds: number): AgentGroupModel {
  const shifts = reader.listOrNone('shifts').map((shift) => readShift(shift, horizonSeconds))
  const agents =
    shifts.length > 0 && !reader.has('agents')
      ? Array.from({ length: periods }, () => 0)
      : reader.numbers('agents', periods, { least: 0, most: MOST_AGENTS, whole: true })
  return { id: reader.text('id'), types: reader.texts('types'), agents, shifts }
}

function readShift(reader: FieldReader, horizonSeconds: number): ShiftModel {
  const span = readSpan(reader, 0, horizonSeconds)
  const pauses = reader.listOrNone('pauses').map((pause) => readSpan(pause, span.startSeconds, span.endSeconds))
  return {
    agents: reader.number('agents', { least: 0, most: MOST_AGENTS, whole: true }),
    ...span,
    pauses: apart(pauses, reader),
  }
}

function readSpan(reader: FieldReader, from: number, to: number) {
  const startSeconds = reader.number('startSeconds', { least: from, most: to })
  return { startSeconds, endSeconds: reader.number('endSeconds', { above: startSeconds, most: to }) }
}

/** Two pauses at once would take the same agents away twice. */
function apart(pauses: ShiftModel['pauses'], reader: FieldReader): ShiftModel['pauses'] {
  const inOrder = pauses.toSorted((left, right) => left.startSeconds - right.startSeconds)
  for (const [index, pause] of inOrder.entries())
    if (pause.startSeconds < (inOrder[index - 1]?.endSeconds ?? 0))
      throw new RangeError(`${reader.place}.pauses overlap at ${pause.startSeconds} seconds`)
  return inOrder
}

function checkNames({ contactTypes, groups }: CenterModel): void {
  const typeIds = requireDifferent('contactTypes', contactTypes)
  const groupIds = requireDifferent('groups', groups)
  for (const [index, type] of contactTypes.entries())
    requireKnown(
      `contactTypes[${index}].groups`,
      type.groups.map(({ group }) => group),
      groupIds,
    )
  for (const [index, group] of groups.entries()) requireKnown(`groups[${index}].types`, group.types, typeIds)
}

function requireDifferent(place: string, items: readonly { readonly id: string }[]): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [index, { id }] of items.entries()) {
    if (ids.has(id)) throw new RangeError(`${place}[${index}].id repeats "${id}"`)
    ids.add(id)
  }
  return ids
}

function requireKnown(place: string, names: readonly string[], known: ReadonlySet<string>): void {
  for (const [index, name] of names.entries()) {
    if (!known.has(name)) throw new RangeError(`${place}[${index}] is "${name}", which the model does not have`)
    if (names.indexOf(name) < index) throw new RangeError(`${place}[${index}] repeats "${name}"`)
  }
}

function checkSize({ periods, contactTypes }: CenterModel): void {
  let arrivals = 0
  for (const { arrivalsPerHour } of contactTypes)
    for (const [period, { lengthSeconds }] of periods.entries())
      arrivals += ((arrivalsPerHour[period] ?? 0) * lengthSeconds) / 3600
  if (arrivals > MOST_ARRIVALS)
    throw new RangeError(
      `contactTypes together expect ${arrivals} arrivals in one replication; more than ${MOST_ARRIVALS} are not simulated`,
    )
}
