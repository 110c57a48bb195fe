import { hash } from 'node:crypto'

import { knownWord, type WordField } from '@pult/contract/import-words'
import type { Mapping, MomentField, TextField } from '@pult/contract/imports'
import type { ContactRecord, Direction, Outcome, QualityFlag } from '@pult/engine/contacts'
import { HOUR_MS, type Zone } from '@pult/engine/time'

import { digestOf } from '../digest.ts'
import { createAgentPlaces } from './agent-places.ts'
import { locate, readDuration, readMoment } from './moments.ts'
import { createJoinedRows } from './joined-rows.ts'
import { createOccurrences, type Occurrences } from './occurrences.ts'
import { isPossibleInstant, UnreadableFile, type Sink } from './reading.ts'
import type { TableRow } from './csv-rows.ts'

/** Leaves room for the number of the leg in a key. */
const LONGEST_JOIN = 280
const LONGEST_DURATION_SECONDS = 7 * 86_400

/** Turns rows into contacts as a mapping says. */
export interface RowMapper {
  row(row: TableRow): void
  /** No more rows come: what waited for more of its contact is told. */
  end(): void
}

/**
 * Checks the mapping against the columns there are, once, and returns the function for rows. Throws an Error that names the first column
 * the file does not have.
 */
export function createRowMapper(
  mapping: Mapping,
  columns: readonly string[],
  zone: Zone,
  now: number,
  sink: Sink,
): RowMapper {
  const indexByColumn = new Map(columns.map((column, index) => [column, index]))
  for (const column of mappedColumns(mapping)) {
    if (!indexByColumn.has(column))
      throw new UnreadableFile(
        'columnMissing',
        `The mapping names a column "${column}" that the file does not have. It has: ${columns.join(', ')}.`,
      )
  }
  const empty = new Set(mapping.emptyValues)
  const occurrences = createOccurrences()
  const places = createAgentPlaces()
  const tell = (record: ContactRecord, rowNumber: number | null = null): void => {
    sink.event(record.outcome)
    if (!places.isTaken(record)) {
      sink.contact(record)
      return
    }
    const details = { agent: record.agent ?? '' }
    sink.finding({ kind: 'flagged', rowNumber, field: 'agent', code: 'agentInTwoPlaces', details })
    sink.contact({ ...record, flags: [...(record.flags ?? []), 'agentInTwoPlaces'] })
  }
  const joined = createJoinedRows(sink, mapping.agent !== undefined, tell)
  let lastInstant = 0
  let doubledAt = 0

  return {
    row({ number, cells }) {
      const read = (column: string): string => {
        const value = (cells[indexByColumn.get(column) ?? -1] ?? '').trim()
        return empty.has(value) ? '' : value
      }
      if (!passes(mapping, (column) => (cells[indexByColumn.get(column) ?? -1] ?? '').trim())) {
        sink.leftOut()
        return
      }
      const context = { mapping, read, cells, number, zone, now, lastInstant, occurrences, sink }
      const record = mapRow(context)
      if (record === undefined) return
      if (record.flags?.includes('doubledHour') === true && Math.abs(record.offeredAt - doubledAt) > 3 * HOUR_MS) {
        // Said once for the night, not for every row of it.
        doubledAt = record.offeredAt
        sink.finding({ kind: 'flagged', rowNumber: number, field: 'offeredAt', code: 'doubledHour', details: {} })
      }
      lastInstant = record.offeredAt
      const ref = joinedText(context, mapping.joinBy ?? []).slice(0, LONGEST_JOIN)
      if (ref === '') tell(record, number)
      else joined.add(ref, { ...record, reached: textOf(context, mapping.agent) }, number)
    },
    end: () => joined.end(),
  }
}

/** Whether anything tells the answered from the abandoned: without it every caller would count as lost. */
export const tellsOutcome = ({ outcome, talk, answeredAt, agent }: Mapping): boolean =>
  (outcome ?? talk ?? answeredAt ?? agent) !== undefined

/** Every column that a mapping names. */
export function mappedColumns(mapping: Mapping): string[] {
  const moments = [mapping.offeredAt, mapping.answeredAt, mapping.endedAt].flatMap((field) => field?.anyOf.flat() ?? [])
  const durations = [mapping.wait, mapping.talk, mapping.hold, mapping.acw].flatMap((field) => field?.column ?? [])
  const texts = [
    mapping.queue,
    mapping.agent,
    mapping.customer,
    mapping.topic,
    mapping.outcome,
    mapping.channel,
    mapping.direction,
  ].flatMap((field) => field?.column ?? [])
  return [
    ...mapping.key,
    ...(mapping.contactRef ?? []),
    ...(mapping.joinBy ?? []),
    ...moments,
    ...durations,
    ...texts,
    ...mapping.filters.map((filter) => filter.column),
  ]
}

function passes(mapping: Mapping, raw: (column: string) => string): boolean {
  return mapping.filters.every(({ column, not, only }) => {
    const value = raw(column)
    return not?.includes(value) !== true && (only === undefined || only.includes(value))
  })
}

interface RowContext {
  readonly mapping: Mapping
  readonly read: (column: string) => string
  readonly cells: readonly string[]
  readonly number: number
  readonly zone: Zone
  readonly now: number
  readonly lastInstant: number
  readonly occurrences: Occurrences
  readonly sink: Sink
}

function mapRow(context: RowContext): ContactRecord | undefined {
  const { mapping, number, now, sink } = context
  const flags: QualityFlag[] = []
  const offeredAt = momentOf(context, mapping.offeredAt, flags)
  if (offeredAt === undefined) {
    if (mapping.withoutTime === 'leaveOut' && isEmpty(context, mapping.offeredAt)) {
      sink.leftOut()
      return undefined
    }
    if (isEmpty(context, mapping.offeredAt)) return reject(context, 'offeredAt', 'timeMissing', '')
    return reject(context, 'offeredAt', 'noTime', firstText(context, mapping.offeredAt))
  }
  if (!isPossibleInstant(offeredAt, now))
    return reject(context, 'offeredAt', 'impossibleTime', firstText(context, mapping.offeredAt))
  const answeredAt = momentAfter(context, mapping.answeredAt, offeredAt)
  const endedAt = momentAfter(context, mapping.endedAt, answeredAt ?? offeredAt)
  const durations = durationsOf(context, flags)
  if (durations === undefined) return undefined
  const channel = wordOf(context, 'channel')
  const direction = wordOf(context, 'direction')
  if (channel === undefined || direction === undefined) return undefined
  const wasAnswered = answeredAt !== undefined || (durations.talk ?? 0) > 0 || isAnsweredByAgent(context)
  const outcome = outcomeOf(context, direction, wasAnswered)
  if (outcome === undefined) return undefined
  // Some exchanges write an answer also where only the exchange itself answered: who was not answered waited to the end.
  const settledAt = outcome === 'answered' ? answeredAt : (endedAt ?? answeredAt)
  const wait = durations.wait ?? (settledAt === undefined ? 0 : (settledAt - offeredAt) / 1000)
  const talk =
    outcome === 'answered'
      ? (durations.talk ?? (endedAt === undefined || answeredAt === undefined ? 0 : (endedAt - answeredAt) / 1000))
      : 0
  if (wait < 0 || talk < 0) {
    flags.push('negativeDuration')
    sink.finding({
      kind: 'repaired',
      rowNumber: number,
      field: wait < 0 ? 'wait' : 'talk',
      code: 'negativeDuration',
      details: { seconds: Math.min(wait, talk) },
    })
  }
  const key = keyOf(context, offeredAt)
  const ref = joinedText(context, mapping.contactRef ?? [])
  return {
    sourceKey: key,
    contactRef: ref === '' ? ownRef(key) : ref,
    leg: 1,
    channel,
    direction,
    offeredAt,
    outcome,
    waitMs: Math.round(Math.max(0, wait) * 1000),
    talkMs: Math.round(Math.max(0, talk) * 1000),
    ...(durations.hold === undefined ? {} : { holdMs: Math.round(durations.hold * 1000) }),
    ...(durations.acw === undefined ? {} : { acwMs: Math.round(durations.acw * 1000) }),
    ...optional('queue', textOf(context, mapping.queue)),
    ...(outcome === 'answered' ? optional('agent', textOf(context, mapping.agent)) : {}),
    ...optional('customer', textOf(context, mapping.customer)),
    ...optional('topic', textOf(context, mapping.topic)),
    ...(flags.length === 0 ? {} : { flags }),
  }
}

/** References are kept to this length: a longer key is told apart by its digest. */
const LONGEST_REF = 300
const ownRef = (key: string): string =>
  key.length <= LONGEST_REF ? key : `${key.slice(0, LONGEST_REF - 20)}~${digestOf(key).toString(36)}`

const optional = (name: string, value: string): Record<string, string> =>
  value === '' ? {} : { [name]: value.slice(0, 200) }

function reject({ sink, number }: RowContext, field: string, code: string, value: string): undefined {
  sink.finding({ kind: 'rejected', rowNumber: number, field, code, details: { value: value.slice(0, 60) } })
  return undefined
}

const firstText = ({ read }: RowContext, field: MomentField): string =>
  (field.anyOf[0] ?? []).map((column) => read(column)).join(' ')

const isEmpty = ({ read }: RowContext, field: MomentField): boolean =>
  field.anyOf.every((columns) => columns.some((column) => read(column) === ''))

/** The first of the field's lists that has a value in every column. */
function momentOf(context: RowContext, field: MomentField, flags: QualityFlag[]): number | undefined {
  for (const columns of field.anyOf) {
    const texts = columns.map((column) => context.read(column))
    if (texts.includes('')) continue
    const told = readMoment(texts.join(' '), field.format)
    if (told === undefined) continue
    const first = locate(told, context.zone, 'earlier')
    if (!first.doubled) return first.instant
    // Autumn's hour comes twice: rows are in order, so a time before the former row's is the second coming.
    flags.push('doubledHour')
    return first.instant >= context.lastInstant ? first.instant : locate(told, context.zone, 'later').instant
  }
  return undefined
}

/** A later moment of the same contact: in the doubled hour the coming that does not lie before `earliest`. */
const momentAfter = (context: RowContext, field: MomentField | undefined, earliest: number): number | undefined =>
  field === undefined ? undefined : momentOf({ ...context, lastInstant: earliest }, field, [])

interface Durations {
  wait?: number
  talk?: number
  hold?: number
  acw?: number
}

function durationsOf(context: RowContext, flags: QualityFlag[]): Durations | undefined {
  const found: Durations = {}
  for (const name of ['wait', 'talk', 'hold', 'acw'] as const) {
    const field = context.mapping[name]
    if (field === undefined) continue
    const text = context.read(field.column)
    if (text === '') continue
    const seconds = readDuration(text, field.unit)
    if (seconds === undefined) {
      reject(context, name, 'notDuration', text)
      return undefined
    }
    if (Math.abs(seconds) > LONGEST_DURATION_SECONDS) {
      reject(context, name, 'impossibleDuration', text)
      return undefined
    }
    if (seconds < 0 && name !== 'wait' && name !== 'talk') flags.push('negativeDuration')
    found[name] = name === 'wait' || name === 'talk' ? seconds : Math.max(0, seconds)
  }
  return found
}

function textOf({ read }: RowContext, field: TextField | undefined): string {
  if (field === undefined) return ''
  if (field.column === undefined) return field.constant ?? ''
  const value = shortened(read(field.column), field.beforeLast)
  const { values = {} } = field
  return Object.hasOwn(values, value) ? (values[value] ?? value) : value
}

function shortened(value: string, beforeLast: string | undefined): string {
  const end = beforeLast === undefined ? -1 : value.lastIndexOf(beforeLast)
  return end > 0 ? value.slice(0, end) : value
}

/** What the row's word in a field means; a word nobody knows, and none at all, reject the row. */
function wordOf<Field extends WordField>(context: RowContext, field: Field): ReturnType<typeof knownWord<Field>> {
  const text = textOf(context, context.mapping[field])
  return knownWord(field, text) ?? reject(context, field, 'unknownValue', text)
}

function outcomeOf(context: RowContext, direction: Direction, wasAnswered: boolean): Outcome | undefined {
  const untold = wasAnswered ? 'answered' : 'abandoned'
  const outcome = context.mapping.outcome === undefined ? untold : wordOf(context, 'outcome')
  // Whoever was called waited in no queue that could be left.
  return outcome === 'abandoned' && direction === 'outbound' ? 'unreached' : outcome
}

/** Where nothing else tells, whoever has an agent was answered. */
const isAnsweredByAgent = (context: RowContext): boolean =>
  context.mapping.talk === undefined &&
  context.mapping.answeredAt === undefined &&
  textOf(context, context.mapping.agent) !== ''

/**
 * Composite of the key's columns; without any value in them, the row's content and which time it occurs. What holds the customer's
 * number becomes a hash: keys and references are shown to those who may not see numbers.
 */
function keyOf(context: RowContext, offeredAt: number): string {
  const { mapping, cells, occurrences } = context
  const key = joinedText(context, mapping.key)
  if (key !== '') return key
  const content = cells.join('|')
  const occurrence = occurrences.count(offeredAt, digestOf(content))
  return hashed(occurrence === 1 ? content : `${content}#${occurrence}`)
}

/** What columns hold together; empty where all are. */
function joinedText({ mapping, read }: RowContext, columns: readonly string[]): string {
  const parts = columns.map((column) => read(column))
  if (parts.every((part) => part === '')) return ''
  const { column: customer = '' } = mapping.customer ?? {}
  return columns.includes(customer) ? hashed(parts.join('|')) : parts.join('|')
}

/** So many characters of base64, six bits each: no two rows of the world share them. */
const HASH_LENGTH = 24
const hashed = (text: string): string => `row-${hash('sha256', text, 'base64url').slice(0, HASH_LENGTH)}`
