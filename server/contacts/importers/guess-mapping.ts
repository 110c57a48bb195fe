import { knownWord, unitOfColumn, type WordField } from '@pult/contract/import-words'
import { LONGEST_COLUMN, Mapping, type MappingInput } from '@pult/contract/imports'

import { readDuration, readMoment, type TimeFormat } from './moments.ts'

/** Why a field was given a column. */
export interface GuessReason {
  readonly field: string
  readonly column: string
  readonly reason: 'name' | 'content' | 'template'
}

export interface Guess {
  readonly mapping: Mapping | null
  readonly reasons: readonly GuessReason[]
}

/** Names that systems give their columns, in the order of preference. */
const NAMES: Readonly<Record<string, RegExp>> = {
  date: /^(date|дата|день|day|calldate)$/i,
  offeredAt:
    /(offered|queue.?(start|entry|enter)|q_start|start.?time|^start$|start.?date|calldate|created|initiat|поступ|начал|время звонка|дата и время|timestamp|^time$|^время$)/i,
  answeredAt:
    /(answer(ed)?.?(at|time|date)?$|connect(ed)?.?(at|time)?$|ser_start|ответ(ил|а)? ?(в|время)?$|время ответа|принят)/i,
  endedAt: /(end(ed)?.?(at|time|date)?$|hang.?up|finish|ser_exit|окончан|заверш|конец)/i,
  wait: /(wait|q_time|queue.?time|hold.?time|speed.?of.?answer|ожидан|в очереди)/i,
  talk: /(talk|billsec|ser_time|conversation|duration|разговор|длительн)/i,
  acw: /(acw|wrap|after.?(call|contact)|постобр|поствызыв)/i,
  queue: /(queue.?(name)?$|^queue|skill|service|group|^type$|очеред|линия|групп|услуг|направлени|тема)/i,
  agent: /(agent|operator|server$|user|employee|оператор|сотрудник|агент)/i,
  customer: /(caller|customer.?(number|phone|id)?|client|phone|^from$|^src$|ani|номер|телефон|клиент|абонент)/i,
  outcome: /(outcome|disposition|result|status|state|исход(?!ящ)|результат|статус)/i,
  channel: /(channel|media|канал|(тип|вид) (обращени|контакт))/i,
  direction: /(direction|направлени|call.?type|^type$|^тип$|(тип|вид) (звонк|вызов))/i,
  joinBy: /^linked.?id$/i,
  key: /(^id$|call.?id|unique.?id|uuid|ticket|interaction|contact.?id|^код$|идентификатор|номер обращения)/i,
}

const EMPTY_TIMES = ['0:00:00', '00:00:00']

/**
 * Guesses a mapping from the names of columns in Russian and English and from what the first rows hold; tells why. Null where no
 * column holds a time.
 */
export function guessMapping(all: readonly string[], rows: readonly (readonly string[])[], header: boolean): Guess {
  const reasons: GuessReason[] = []
  // No mapping can name a longer one: it is text that stands where names should.
  const columns = all.filter((name) => name.length <= LONGEST_COLUMN)
  const sample = (column: string): string[] =>
    rows.map((row) => (row[all.indexOf(column)] ?? '').trim()).filter((value) => value !== '')
  const named = (field: string, fits: (values: string[]) => boolean): string | undefined => {
    const column = columns.find(
      (name) => NAMES[field]?.test(name) === true && !taken(reasons, name) && fits(sample(name)),
    )
    if (column !== undefined) reasons.push({ field, column, reason: 'name' })
    return column
  }
  const times = guessTimes(columns, sample, named, reasons)
  if (times === undefined) return { mapping: null, reasons }
  const duration = (values: string[]): boolean =>
    share(values, (value) => readDuration(value, 'seconds') !== undefined) > 0.9
  const anything = (values: string[]): boolean => values.length > 0
  const wait = named('wait', duration)
  const talk = named('talk', duration)
  const acw = named('acw', duration)
  const outcome = named('outcome', (values) => new Set(values).size <= 30)
  const channel = named('channel', (values) => speaksOf('channel', values))
  const direction =
    named('direction', (values) => speaksOf('direction', values)) ?? byWords('direction', columns, sample, reasons)
  const key = columns.filter((name) => NAMES['key']?.test(name) === true).slice(0, 1)
  for (const column of key) reasons.push({ field: 'key', column, reason: 'name' })
  const joinBy = columns.filter((name) => NAMES['joinBy']?.test(name) === true).slice(0, 1)
  for (const column of joinBy) reasons.push({ field: 'joinBy', column, reason: 'name' })
  const draft: MappingInput = {
    header,
    key: withTimes(key, times),
    ...(joinBy.length === 0 ? {} : { joinBy }),
    ...times,
    ...durationField('wait', wait),
    ...durationField('talk', talk),
    ...durationField('acw', acw),
    ...textField(
      'queue',
      named('queue', (values) => new Set(values).size <= Math.max(60, values.length / 4)),
    ),
    ...textField('agent', named('agent', anything)),
    ...textField('customer', named('customer', anything)),
    ...wordField('outcome', outcome, sample),
    ...wordField('channel', channel, sample),
    ...wordField('direction', direction, sample),
    emptyValues: columns.some((column) => sample(column).some((value) => EMPTY_TIMES.includes(value)))
      ? EMPTY_TIMES
      : [],
  }
  return { mapping: Mapping.parse(draft), reasons }
}

const taken = (reasons: readonly GuessReason[], column: string): boolean =>
  reasons.some((reason) => reason.column === column)

const share = (values: readonly string[], test: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter((value) => test(value)).length / values.length

const textField = (field: string, column: string | undefined): Record<string, { column: string }> =>
  column === undefined ? {} : { [field]: { column } }

/** Longest list of values that is shown and corrected. */
const MOST_VALUES = 40

/** What the values mean, as far as that is clear: rows with another one say so. */
function wordField(
  field: WordField,
  column: string | undefined,
  sample: (column: string) => string[],
): Partial<Pick<MappingInput, WordField>> {
  if (column === undefined) return {}
  const known = [...new Set(sample(column))].flatMap((value) => {
    const meaning = knownWord(field, value)
    return meaning === undefined ? [] : [[value, meaning] as const]
  })
  return { [field]: { column, values: Object.fromEntries(known.slice(0, MOST_VALUES)) } }
}

const shareKnown = (field: WordField, values: readonly string[]): number =>
  share([...new Set(values)], (value) => knownWord(field, value) !== undefined)

/** Half of the words may be the file's own. A telephone exchange's "channel" is a cable: `SIP/301-00000004`. */
const speaksOf = (field: WordField, values: readonly string[]): boolean => shareKnown(field, values) >= 0.5

/** A column of nothing but words for a field under a name that says nothing; short ones, such as IN, may be another thing's. */
function byWords(
  field: WordField,
  columns: readonly string[],
  sample: (column: string) => string[],
  reasons: GuessReason[],
): string | undefined {
  const column = columns.find(
    (name) =>
      !Object.values(NAMES).some((names) => names.test(name)) &&
      shareKnown(field, sample(name)) === 1 &&
      sample(name).every((value) => value.length > 4),
  )
  if (column !== undefined) reasons.push({ field, column, reason: 'content' })
  return column
}

const durationField = (field: 'wait' | 'talk' | 'acw', column: string | undefined): Partial<MappingInput> =>
  column === undefined ? {} : { [field]: { column, unit: unitOfColumn(column) } }

/** In the order of preference among those that fit equally well. */
const FORMATS: readonly TimeFormat[] = ['ymd', 'dmy', 'mdy', 'yymmdd', 'epochSeconds', 'epochMs']

/** The format in which nearly all values are moments, with the clock required or forbidden. */
function formatOf(values: readonly string[], clock: boolean): TimeFormat | undefined {
  const filled = values.filter((value) => !EMPTY_TIMES.includes(value))
  const withClock = share(filled, (value) => /\d:\d{2}/.test(value) || /^\d{10,13}(\.\d+)?$/.test(value))
  if (clock ? withClock < 0.9 : withClock > 0.1) return undefined
  // Days above twelve tell the day from the month; one wrong row must not.
  const fits = FORMATS.map((format) => ({
    format,
    share: share(filled, (value) => couldBe(value, format)),
  }))
  const [best] = fits.toSorted((left, right) => right.share - left.share)
  return best !== undefined && best.share > 0.9 ? best.format : undefined
}

/** Any number is an epoch to the reader; to a guess only one of the right length is. */
function couldBe(value: string, format: TimeFormat): boolean {
  const digits = { epochSeconds: /^\d{10}(\.\d+)?$/, epochMs: /^\d{13}$/ }
  if (format === 'epochSeconds' || format === 'epochMs') return digits[format].test(value)
  return readMoment(value, format) !== undefined
}

const isClock = (values: readonly string[]): boolean =>
  share(values, (value) => /^\d{1,2}:\d{2}(:\d{2})?$/.test(value)) > 0.9

type Times = Pick<MappingInput, 'offeredAt' | 'answeredAt' | 'endedAt'>
type Named = (field: string, fits: (values: string[]) => boolean) => string | undefined

function guessTimes(
  columns: readonly string[],
  sample: (column: string) => string[],
  named: Named,
  reasons: GuessReason[],
): Times | undefined {
  const whole = named('offeredAt', (values) => formatOf(values, true) !== undefined)
  if (whole !== undefined) return wholeTimes(whole, sample, named)
  const date = named('date', (values) => formatOf(values, false) !== undefined)
  if (date !== undefined) {
    const format = formatOf(sample(date), false) ?? 'auto'
    const start = named('offeredAt', isClock) ?? columns.find((column) => isClock(sample(column)))
    if (start !== undefined) {
      if (!taken(reasons, start)) reasons.push({ field: 'offeredAt', column: start, reason: 'content' })
      return splitTimes(date, start, format, sample, named)
    }
  }
  const byContent = columns.find((column) => formatOf(sample(column), true) !== undefined)
  if (byContent === undefined) return undefined
  reasons.push({ field: 'offeredAt', column: byContent, reason: 'content' })
  return wholeTimes(byContent, sample, named)
}

function wholeTimes(offered: string, sample: (column: string) => string[], named: Named): Times {
  const format = formatOf(sample(offered), true) ?? 'auto'
  const moment = (column: string): NonNullable<Times['answeredAt']> => ({ anyOf: [[column]], format })
  const answered = named('answeredAt', (values) => formatOf(values, true) === format)
  const ended = named('endedAt', (values) => formatOf(values, true) === format)
  return {
    offeredAt: moment(offered),
    ...(answered === undefined ? {} : { answeredAt: moment(answered) }),
    ...(ended === undefined ? {} : { endedAt: moment(ended) }),
  }
}

function splitTimes(
  date: string,
  start: string,
  format: TimeFormat,
  sample: (column: string) => string[],
  named: Named,
): Times {
  const moment = (column: string): NonNullable<Times['answeredAt']> => ({ anyOf: [[date, column]], format })
  const answered = named('answeredAt', isClock)
  const ended = named('endedAt', isClock)
  const isOftenEmpty = share(sample(start), (value) => EMPTY_TIMES.includes(value)) > 0.05
  return {
    // Who never queued has the time of service only.
    offeredAt:
      answered !== undefined && isOftenEmpty
        ? {
            anyOf: [
              [date, start],
              [date, answered],
            ],
            format,
          }
        : moment(start),
    ...(answered === undefined ? {} : { answeredAt: moment(answered) }),
    ...(ended === undefined ? {} : { endedAt: moment(ended) }),
  }
}

/** Where day and clock stand apart, ids are often counters that begin again: only with its times is such a one a key. */
function withTimes(key: readonly string[], { offeredAt }: Times): string[] {
  const columns = offeredAt.anyOf.filter((list) => list.length > 1).flat()
  return key.length === 0 ? [] : [...new Set([...key, ...columns])].slice(0, 8)
}
