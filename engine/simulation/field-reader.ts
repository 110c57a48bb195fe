/** Bounds of a number; all that are given must hold. */
export interface NumberBounds {
  readonly least?: number
  readonly above?: number
  readonly most?: number
  readonly whole?: boolean
}

/** Reads one object of a parsed document field by field; every complaint names its place. */
export interface FieldReader {
  readonly place: string
  /** The object itself, for a complaint about the whole. */
  readonly source: unknown
  readonly has: (field: string) => boolean
  readonly number: (field: string, bounds: NumberBounds) => number
  /** So many numbers, or one that stands for all. */
  readonly numbers: (field: string, count: number, bounds: NumberBounds) => readonly number[]
  readonly text: (field: string) => string
  readonly texts: (field: string) => readonly string[]
  readonly flag: (field: string, otherwise: boolean) => boolean
  readonly oneOf: <Value extends string>(field: string, values: readonly Value[], otherwise: Value) => Value
  readonly object: (field: string) => FieldReader
  /** Objects; at least one. */
  readonly list: (field: string) => readonly FieldReader[]
  /** Objects; none where the field is left out. */
  readonly listOrNone: (field: string) => readonly FieldReader[]
  readonly values: (field: string) => readonly { readonly value: unknown; readonly place: string }[]
  readonly raw: (field: string) => unknown
  readonly placeOf: (field: string) => string
  /** Fields nobody asked for, here and in all objects below. */
  readonly unused: () => readonly string[]
  /** A reader of another object at a place below this one. */
  readonly child: (value: unknown, place: string) => FieldReader
}

/** @throws RangeError when `input` is no object. The fields of the root are named without its place. */
export function createFieldReader(input: unknown, place: string, isRoot = true): FieldReader {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new RangeError(`${place} must be an object, not ${write(input)}`)
  const fields = new Map<string, unknown>(Object.entries(input))
  const asked = new Set<string>()
  const children: FieldReader[] = []
  const placeOf = (field: string): string => (isRoot ? field : `${place}.${field}`)
  const objects = new Map<string, FieldReader>()
  const child = (value: unknown, childPlace: string): FieldReader => {
    const reader = createFieldReader(value, childPlace, false)
    children.push(reader)
    return reader
  }

  function raw(field: string): unknown {
    asked.add(field)
    return fields.get(field)
  }

  function values(field: string) {
    const value = raw(field)
    if (!Array.isArray(value) || value.length === 0)
      throw new RangeError(`${placeOf(field)} must be a list with at least one entry, not ${write(value)}`)
    return value.map((entry: unknown, index) => ({ value: entry, place: `${placeOf(field)}[${index}]` }))
  }

  function numbers(field: string, count: number, bounds: NumberBounds): readonly number[] {
    const value = raw(field)
    if (typeof value === 'number')
      return Array.from({ length: count }, () => checkNumber(value, placeOf(field), bounds))
    const entries = values(field)
    requireCount(entries.length, count, placeOf(field))
    return entries.map((entry) => checkNumber(entry.value, entry.place, bounds))
  }

  function oneOf<Value extends string>(field: string, allowed: readonly Value[], otherwise: Value): Value {
    const value = raw(field) ?? otherwise
    const found = allowed.find((name) => name === value)
    if (found === undefined)
      throw new RangeError(`${placeOf(field)} must be one of ${allowed.join(', ')}, not ${write(value)}`)
    return found
  }

  return {
    place,
    source: input,
    child,
    has: (field) => fields.get(field) !== undefined && fields.get(field) !== null,
    number: (field, bounds) => checkNumber(raw(field), placeOf(field), bounds),
    numbers,
    text: (field) => checkText(raw(field), placeOf(field)),
    texts: (field) => values(field).map((entry) => checkText(entry.value, entry.place)),
    flag: (field, otherwise) => {
      const value = raw(field) ?? otherwise
      if (typeof value !== 'boolean')
        throw new RangeError(`${placeOf(field)} must be true or false, not ${write(value)}`)
      return value
    },
    oneOf,
    object: (field) => {
      const reader = objects.get(field) ?? child(raw(field), placeOf(field))
      objects.set(field, reader)
      return reader
    },
    list: (field) => values(field).map((entry) => child(entry.value, entry.place)),
    listOrNone: (field) => {
      const value = raw(field) ?? []
      if (Array.isArray(value) && value.length === 0) return []
      return values(field).map((entry) => child(entry.value, entry.place))
    },
    values,
    raw,
    placeOf,
    unused: () => [
      ...[...fields.keys()].filter((field) => !asked.has(field)).map(placeOf),
      ...children.flatMap((reader) => reader.unused()),
    ],
  }
}

/** @throws RangeError when a list is not one entry for each period. */
export function requireCount(length: number, count: number, place: string): void {
  if (length !== count)
    throw new RangeError(`${place} must have one entry for each of the ${count} periods, not ${length}`)
}

export function checkNumber(value: unknown, place: string, { least, above, most, whole }: NumberBounds): number {
  const isRight =
    typeof value === 'number' &&
    Number.isFinite(value) &&
    value >= (least ?? -Infinity) &&
    value > (above ?? -Infinity) &&
    value <= (most ?? Infinity) &&
    (whole !== true || Number.isInteger(value))
  if (isRight) return value
  const wanted = [
    whole === true ? 'a whole number' : 'a number',
    ...(least === undefined ? [] : [`of at least ${least}`]),
    ...(above === undefined ? [] : [`above ${above}`]),
    ...(most === undefined || most >= 1e6 ? [] : [`and at most ${most}`]),
  ].join(' ')
  const tooMuch = typeof value === 'number' && most !== undefined && value > most ? ` (${most} is the most)` : ''
  throw new RangeError(`${place} must be ${wanted}, not ${write(value)}${tooMuch}`)
}

function checkText(value: unknown, place: string): string {
  if (typeof value === 'string' && value !== '') return value
  throw new RangeError(`${place} must be a text that is not empty, not ${write(value)}`)
}

/** A value as the document has it, in a few letters. */
export function write(value: unknown): string {
  if (value === undefined) return 'missing'
  const text = typeof value === 'number' ? String(value) : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
