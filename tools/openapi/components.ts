import { z } from 'zod'

import { routes, schemas } from '../rooms.ts'
import { everyShape, nameOf, refTo, type JsonSchema } from './json-schema.ts'

type Direction = 'input' | 'output'

/** Shapes of the contract as JSON Schema, those that it gives a name to by reference. */
export interface Components {
  /** What a request must hold. */
  input(schema: z.ZodType): JsonSchema
  /** What a reply holds. */
  output(schema: z.ZodType): JsonSchema
  /** The same of an address or a query, whose fields stand one by one. */
  fields(schema: z.ZodType): JsonSchema
  /** Every named shape that was referred to so far, and those they refer to. */
  used(): Record<string, JsonSchema>
}

/** Written by their format alone: its pattern says the same in ten times the length. */
const KNOWN_FORMATS = new Set(['date', 'date-time', 'time', 'email', 'uri', 'uuid'])

const nameOfSchema = new Map<z.ZodType, string>(named())

/** Names of shapes; one that two rooms give gets the room's name before it. */
function named(): [z.ZodType, string][] {
  const worth = schemas.filter(({ schema }) => !['string', 'number', 'boolean', 'unknown'].includes(schema.def.type))
  return worth.map(({ room, name, schema }) => {
    const twice = worth.filter((one) => one.name === name).length > 1
    return [schema, twice ? (room[0] ?? '').toUpperCase() + room.slice(1) + name : name]
  })
}

/** Before the number of a shape that has no name and stands where it is used. */
const NAMELESS = '~'
const isNameless = (name: string): boolean => name.startsWith(NAMELESS)

export function createComponents(): Components {
  const registry = z.registry<{ id: string }>()
  for (const [schema, id] of nameOfSchema) registry.add(schema, { id })
  const roots = routes.flatMap(({ route }) => [
    route.params,
    route.query,
    route.described?.body ?? route.body,
    route.reply,
  ])
  for (const [index, schema] of [...new Set(roots)].entries())
    if (!registry.has(schema)) registry.add(schema, { id: `${NAMELESS}${index}` })
  const input = converted(registry, 'input')
  const output = converted(registry, 'output')
  const differ = differing(input, output)
  const replied = reached(
    routes.map(({ route }) => registry.get(route.reply)?.id ?? ''),
    output,
  )
  const used = new Set<string>()

  /** In requests a shape that looks otherwise in replies goes by another name: there what has a default may be left out. */
  const place = (name: string, direction: Direction): string =>
    direction === 'input' && differ.has(name) && replied.has(name) ? `${name}Input` : name
  const shapeOf = (name: string, direction: Direction): JsonSchema =>
    placed((direction === 'input' ? input : output)[name] ?? {}, direction)
  const placed = (schema: JsonSchema, direction: Direction): JsonSchema => {
    const copy = structuredClone(schema)
    for (const shape of everyShape(copy)) {
      if (shape.$ref === undefined) continue
      const name = nameOf(shape.$ref)
      if (isNameless(name)) {
        delete shape.$ref
        Object.assign(shape, { ...shapeOf(name, direction), ...shape })
      } else {
        shape.$ref = refTo(place(name, direction))
        use(name, direction)
      }
    }
    return copy
  }
  const shapes: Record<string, JsonSchema> = {}
  const use = (name: string, direction: Direction): void => {
    const key = place(name, direction)
    if (used.has(key)) return
    used.add(key)
    shapes[key] = shapeOf(name, direction)
  }
  const of = (schema: z.ZodType, direction: Direction): JsonSchema => {
    const id = registry.get(schema)?.id
    if (id === undefined) throw new Error('a shape that no route has')
    if (isNameless(id)) return shapeOf(id, direction)
    use(id, direction)
    return { $ref: refTo(place(id, direction)) }
  }
  return {
    input: (schema) => of(schema, 'input'),
    output: (schema) => of(schema, 'output'),
    fields: (schema) => placed(input[registry.get(schema)?.id ?? ''] ?? {}, 'input'),
    used: () => Object.fromEntries(Object.entries(shapes).toSorted(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function converted(registry: z.core.$ZodRegistry<{ id: string }>, io: Direction): Record<string, JsonSchema> {
  const { schemas: found } = z.toJSONSchema(registry, {
    io,
    uri: refTo,
    unrepresentable: 'any',
    override: ({ jsonSchema }) => tidy(jsonSchema as JsonSchema, io),
  })
  if ('__shared' in found) throw new Error('A shape of the contract holds itself and has no name: export it.')
  return Object.fromEntries(
    Object.entries(found).map(([id, schema]) => {
      const { $schema: _version, $id: _address, id: _name, ...rest } = schema as JsonSchema & Record<string, unknown>
      return [id, rest]
    }),
  )
}

/** Leaves out what says nothing, and of replies that they are closed: a later Pult may tell more. */
function tidy(schema: JsonSchema, io: Direction): void {
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties
  if (schema.format !== undefined && KNOWN_FORMATS.has(schema.format)) delete schema.pattern
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (typeof schema.additionalProperties === 'object' && Object.keys(schema.additionalProperties).length === 0)
    schema.additionalProperties = true
}

/** Every name that is come to from some names. */
function reached(from: readonly string[], shapes: Record<string, JsonSchema>): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (name: string): void => {
    if (found.has(name)) return
    found.add(name)
    for (const { $ref } of everyShape(shapes[name] ?? {})) if ($ref !== undefined) visit(nameOf($ref))
  }
  for (const name of from) visit(name)
  return found
}

/** Names whose shape in requests is not their shape in replies, by themselves or by what they refer to. */
function differing(input: Record<string, JsonSchema>, output: Record<string, JsonSchema>): ReadonlySet<string> {
  const found = new Set(
    Object.keys(output).filter((name) => JSON.stringify(input[name]) !== JSON.stringify(output[name])),
  )
  const grows = (name: string): boolean =>
    !found.has(name) &&
    [...everyShape(output[name] ?? {})].some(({ $ref }) => $ref !== undefined && found.has(nameOf($ref)))
  for (let more = true; more;) {
    const next = Object.keys(output).filter(grows)
    for (const name of next) found.add(name)
    more = next.length > 0
  }
  return found
}
