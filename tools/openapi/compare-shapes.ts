import { nameOf, type JsonSchema } from './json-schema.ts'

/** Named shapes of a document. */
export type Shapes = Readonly<Record<string, JsonSchema>>

export interface Side {
  readonly schema: JsonSchema
  readonly shapes: Shapes
  /** Names on the way here: a shape that holds itself is compared once. */
  readonly within?: ReadonlySet<string>
}

/** Told as `at: what`; empty where every caller of before is still served. */
export type Breakages = readonly string[]

/** Whether everything that could be sent before is still taken. */
export function requestBreakages(before: Side, after: Side, at: string): Breakages {
  const [was, is] = [resolved(before), resolved(after)]
  const alternatives = eachAlternative(was, is, at, (one, other) => requestBreakages(one, other, at))
  if (alternatives !== null) return alternatives
  return [
    ...typeBreakages(was.schema, is.schema, at, 'no longer takes'),
    ...allowedBreakages(was.schema, is.schema, at),
    ...boundBreakages(was.schema, is.schema, at),
    ...requiredBreakages(was.schema, is.schema, at),
    ...inside(was, is, at, requestBreakages, (name) =>
      takesAnyName(is.schema) ? [] : [`${at}.${name}: is no longer taken`],
    ),
  ]
}

/** A shape that only lists its fields lets others in and drops them: whoever sent one is not refused, and what she sent is lost. */
const takesAnyName = ({ properties, additionalProperties }: JsonSchema): boolean =>
  properties === undefined || additionalProperties === true || typeof additionalProperties === 'object'

/** Whether everything that a reader of before relies on still comes. More fields, and more words in an enumeration, may. */
export function replyBreakages(before: Side, after: Side, at: string): Breakages {
  const [was, is] = [resolved(before), resolved(after)]
  const alternatives = eachAlternative(is, was, at, (one, other) => replyBreakages(other, one, at))
  if (alternatives !== null) return alternatives
  const mayMiss = (was.schema.required ?? []).filter(
    (name) => name in (is.schema.properties ?? {}) && !(is.schema.required ?? []).includes(name),
  )
  return [
    ...typeBreakages(is.schema, was.schema, at, 'may now be'),
    ...mayMiss.map((name) => `${at}.${name}: may now be missing`),
    ...inside(was, is, at, replyBreakages, (name) => [`${at}.${name}: is gone`]),
  ]
}

function resolved({ schema, shapes, within = new Set() }: Side): Side {
  if (schema.$ref === undefined) return { schema, shapes, within }
  const name = nameOf(schema.$ref)
  const target = within.has(name) ? {} : (shapes[name] ?? {})
  return resolved({ schema: target, shapes, within: new Set([...within, name]) })
}

const alternativesOf = ({ schema }: Side): readonly JsonSchema[] | undefined => schema.anyOf ?? schema.oneOf

/** Each alternative of the one must find one in the other that serves it; null where neither has any. */
function eachAlternative(
  one: Side,
  other: Side,
  at: string,
  compare: (one: Side, other: Side) => Breakages,
): Breakages | null {
  if (alternativesOf(one) === undefined && alternativesOf(other) === undefined) return null
  const [left, right] = [one, other].map((side) => alternativesOf(side) ?? [side.schema])
  return (left ?? []).flatMap((schema, index) => {
    const tries = (right ?? []).map((counterpart) => compare({ ...one, schema }, { ...other, schema: counterpart }))
    if (tries.some((found) => found.length === 0)) return []
    // The same place is most likely the counterpart, and says best what is wrong.
    return tries[index] ?? tries[0] ?? [`${at}: another kind`]
  })
}

function typesOf({ type, const: only, enum: words }: JsonSchema): ReadonlySet<string> | null {
  if (type !== undefined) return new Set<string>([type].flat())
  const values = only === undefined ? words : [only]
  return values === undefined ? null : new Set(values.map((value) => (value === null ? 'null' : typeof value)))
}

/** Types of the narrow one that the wide one does not have. */
function typeBreakages(narrow: JsonSchema, wide: JsonSchema, at: string, words: string): string[] {
  const [left, right] = [typesOf(narrow), typesOf(wide)]
  if (right === null) return []
  if (left === null) return [`${at}: ${words} anything`]
  const covered = (type: string): boolean => right.has(type) || (type === 'integer' && right.has('number'))
  return [...left].filter((type) => !covered(type)).map((type) => `${at}: ${words} ${type}`)
}

function allowedBreakages(was: JsonSchema, is: JsonSchema, at: string): string[] {
  const [before, after] = [was, is].map((one) => ('const' in one ? [one.const] : one.enum))
  if (after === undefined) return []
  if (before === undefined) return [`${at}: takes only ${after.map(String).join(', ')}`]
  const gone = before.filter((value) => !after.includes(value))
  return gone.length === 0 ? [] : [`${at}: no longer takes ${gone.map(String).join(', ')}`]
}

const least = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const
const most = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const

function boundBreakages(was: JsonSchema, is: JsonSchema, at: string): string[] {
  const raised = least.filter(
    (key) =>
      (is[key] ?? Number.NEGATIVE_INFINITY) >
      (was[key] ?? (key.startsWith('min') && key !== 'minimum' ? 0 : Number.NEGATIVE_INFINITY)),
  )
  const lowered = most.filter((key) => (is[key] ?? Number.POSITIVE_INFINITY) < (was[key] ?? Number.POSITIVE_INFINITY))
  const narrower = (['format', 'pattern'] as const).filter((key) => is[key] !== undefined && is[key] !== was[key])
  return [...raised, ...lowered, ...narrower].map((key) => `${at}: ${key} is now ${String(is[key])}`)
}

function requiredBreakages(was: JsonSchema, is: JsonSchema, at: string): string[] {
  const fresh = (is.required ?? []).filter((name) => !(was.required ?? []).includes(name))
  return fresh.map((name) => `${at}.${name}: is now needed`)
}

/** Fields, items and parts one by one. */
function inside(
  was: Side,
  is: Side,
  at: string,
  compare: (before: Side, after: Side, at: string) => Breakages,
  gone: (name: string) => Breakages,
): Breakages {
  const pair = (
    before: boolean | JsonSchema | undefined,
    after: boolean | JsonSchema | undefined,
    place: string,
  ): Breakages =>
    typeof before !== 'object' || typeof after !== 'object'
      ? []
      : compare({ ...was, schema: before }, { ...is, schema: after }, place)
  return [
    ...Object.entries(was.schema.properties ?? {}).flatMap(([name, before]) => {
      const after = is.schema.properties?.[name]
      return after === undefined ? gone(name) : pair(before, after, `${at}.${name}`)
    }),
    ...pair(was.schema.items, is.schema.items, `${at}[]`),
    ...pair(was.schema.additionalProperties, is.schema.additionalProperties, `${at}.*`),
    ...(was.schema.prefixItems ?? []).flatMap((before, index) =>
      pair(before, is.schema.prefixItems?.[index], `${at}[${index}]`),
    ),
    ...(was.schema.allOf ?? []).flatMap((before, index) => pair(before, is.schema.allOf?.[index], at)),
  ]
}
