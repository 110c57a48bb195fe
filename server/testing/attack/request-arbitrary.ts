import fc from 'fast-check'

import { days, evil, evilTexts, instants } from './values.ts'
import type { Schema } from './schema.ts'

/** Ids worth naming, by the field that would name them: `queueId`. */
export type IdsOf = (field: string) => readonly number[]

/** Values that a schema takes, most of them; the rest break a rule that it cannot tell. */
export function arbitraryOf(schema: Schema, idsOf: IdsOf): fc.Arbitrary<unknown> {
  return make(schema, '', schema.$defs ?? {}, idsOf)
}

function make(
  schema: Schema,
  field: string,
  defs: Readonly<Record<string, Schema>>,
  idsOf: IdsOf,
): fc.Arbitrary<unknown> {
  const within = (inner: Schema, name = field): fc.Arbitrary<unknown> => make(inner, name, defs, idsOf)
  // What refers to itself is a value of JSON: once round is enough.
  const { $ref = '' } = schema
  if ($ref !== '') {
    const { [$ref.replace('#/$defs/', '')]: target = {}, ...others } = defs
    return make(target, field, others, idsOf)
  }
  if ('const' in schema) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => within(one)))
  if (schema.allOf !== undefined)
    return fc.tuple(...schema.allOf.map((one) => within(one))).map((parts) => Object.assign({}, ...parts) as unknown)
  if (Array.isArray(schema.type))
    return fc.oneof(...(schema.type as readonly string[]).map((type) => within({ ...schema, type })))
  switch (String(schema.type)) {
    case 'object':
      return objectOf(schema, within)
    case 'array':
      return arrayOf(schema, within, field.replace(/s$/, ''))
    case 'string':
      return nearby[field] ?? textOf(schema)
    case 'integer':
      return integerOf(schema, field, idsOf)
    case 'number':
      return numberOf(schema, field, idsOf)
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}

/** Where a request would make Pult ask other machines or look at files, it looks at this machine and at nothing. */
const nearby: Readonly<Record<string, fc.Arbitrary<string>>> = {
  host: fc.constantFrom('127.0.0.1', 'nowhere.invalid'),
  url: fc.constantFrom('https://127.0.0.1:1/x', 'http://127.0.0.1:1/', 'https://nowhere.invalid/x'),
  path: fc.constantFrom('/nowhere/at/all', '/nowhere/queue_log'),
}

type Within = (inner: Schema, name?: string) => fc.Arbitrary<unknown>

function objectOf(
  { properties = {}, required = [], additionalProperties }: Schema,
  within: Within,
): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, within(inner, name)]))
  if (Object.keys(fields).length === 0 && typeof additionalProperties === 'object')
    return fc.dictionary(fc.constantFrom('a', 'queue', '1', 'ё'), within(additionalProperties), { maxKeys: 3 })
  return fc.record(fields, { requiredKeys: required.filter((name) => name in fields), noNullPrototype: true })
}

function arrayOf(schema: Schema, within: Within, name: string): fc.Arbitrary<unknown> {
  if (schema.prefixItems !== undefined) return fc.tuple(...schema.prefixItems.map((one) => within(one, name)))
  if (schema.items === false) return fc.constant([])
  const minLength = schema.minItems ?? 0
  const maxLength = Math.max(minLength, Math.min(schema.maxItems ?? 3, 3))
  return fc.array(within(typeof schema.items === 'object' ? schema.items : {}, name), { minLength, maxLength })
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  if (schema.format === 'date') return fc.constantFrom(...days)
  if (schema.format === 'date-time') return fc.constantFrom(...instants)
  if (schema.format === 'email') return fc.constantFrom('somebody@example.com', 'x+y@example.org')
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'uri') return fc.constant('https://example.invalid/x')
  const patterned = byPattern(schema.pattern)
  if (patterned !== undefined) return patterned
  const [least, most] = [schema.minLength ?? 0, schema.maxLength ?? 300]
  const fit = (text: string): string => text.slice(0, most).padEnd(least, 'x')
  return fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('Заказы', 'Справка', 'Агент 1', 'c1', 'АТС', 'ru', '2026-10-05', 'offered').map(fit),
    },
    { weight: 2, arbitrary: fc.constantFrom(...evilTexts).map(fit) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }).map(fit) },
  )
}

/** What our own patterns ask for, first; else made from the pattern, where that can be. */
const usual = [...days, '2026-10', '2026', '08:00', '08:00:00', '24:00', 'abc', 'offered@1', '1', '#112233', '1,2']

function byPattern(pattern: string | undefined): fc.Arbitrary<string> | undefined {
  if (pattern === undefined) return undefined
  const shape = new RegExp(pattern, 'u')
  const fitting = usual.filter((one) => shape.test(one))
  if (fitting.length > 0) return fc.constantFrom(...fitting)
  try {
    return fc.stringMatching(shape)
  } catch {
    // A pattern that looks around: its place gets text like any other.
    return undefined
  }
}

function bounds(schema: Schema): { min: number; max: number } {
  const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? -1e6 : schema.exclusiveMinimum + 1)
  const max = schema.maximum ?? (schema.exclusiveMaximum === undefined ? 1e9 : schema.exclusiveMaximum - 1)
  return { min: Math.max(min, Number.MIN_SAFE_INTEGER), max: Math.max(min, Math.min(max, Number.MAX_SAFE_INTEGER)) }
}

function integerOf(schema: Schema, field: string, idsOf: IdsOf): fc.Arbitrary<number> {
  const told = bounds(schema)
  const min = Math.ceil(told.min)
  const max = Math.max(min, Math.floor(told.max))
  const ids = field.endsWith('Id') || field === 'id' ? idsOf(field) : []
  const small = fc.integer({ min, max: Math.min(max, Math.max(min, 0) + 40) })
  const any = fc.oneof(
    small,
    small,
    fc.maxSafeInteger().map((value) => Math.min(max, Math.max(min, value))),
    fc.constantFrom(min, max),
  )
  return ids.length === 0
    ? any
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...ids) }, { weight: 1, arbitrary: any })
}

function numberOf(schema: Schema, field: string, idsOf: IdsOf): fc.Arbitrary<number> {
  const { min, max } = bounds(schema)
  return fc.oneof(integerOf(schema, field, idsOf), fc.double({ min, max, noNaN: true }), fc.constantFrom(min, max))
}

/** The same value with one to three of its places broken: another type, a bound passed, a field gone or added. */
export function nearly(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const breach = fc.record({
    at: fc.nat(10_000),
    how: fc.constantFrom('replace', 'replace', 'replace', 'drop', 'add'),
    by: evil,
  })
  return fc
    .tuple(value, fc.array(breach, { minLength: 1, maxLength: 3 }))
    .map(([whole, breaks]) => breaks.reduce<unknown>((now, { at, how, by }) => broken(now, at, how, by), whole))
}

type Path = readonly (string | number)[]

function broken(whole: unknown, at: number, how: string, by: unknown): unknown {
  const paths = [...placesOf(whole, [])]
  const path = paths[at % paths.length] ?? []
  if (path.length === 0) return how === 'replace' ? by : whole
  const copy = structuredClone(whole)
  const [last] = path.slice(-1)
  let place = copy as Record<string | number, unknown>
  for (const step of path.slice(0, -1)) place = place[step] as Record<string | number, unknown>
  if (how === 'drop') delete place[last ?? '']
  else if (how === 'add')
    Object.defineProperty(place, Array.isArray(place) ? place.length : 'surplus', {
      value: by,
      enumerable: true,
      writable: true,
      configurable: true,
    })
  else place[last ?? ''] = by
  return copy
}

function* placesOf(value: unknown, path: Path): Generator<Path> {
  yield path
  if (path.length > 6 || typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value).slice(0, 60))
    yield* placesOf(inner, [...path, Array.isArray(value) ? Number(key) : key])
}
