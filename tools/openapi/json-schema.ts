/** JSON Schema (2020-12) as far as our shapes use it. */
export interface JsonSchema {
  $ref?: string
  type?: string | readonly string[]
  description?: string
  const?: unknown
  enum?: readonly unknown[]
  default?: unknown
  format?: string
  pattern?: string
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  additionalProperties?: boolean | JsonSchema
  propertyNames?: JsonSchema
  /** False: none, beyond those of `prefixItems`. */
  items?: boolean | JsonSchema
  prefixItems?: readonly JsonSchema[]
  anyOf?: readonly JsonSchema[]
  oneOf?: readonly JsonSchema[]
  allOf?: readonly JsonSchema[]
  minimum?: number
  maximum?: number
  exclusiveMinimum?: number
  exclusiveMaximum?: number
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
}

/** The shapes right inside one. */
export function inner(schema: JsonSchema): JsonSchema[] {
  return [
    ...Object.values(schema.properties ?? {}),
    ...(typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []),
    ...(schema.propertyNames === undefined ? [] : [schema.propertyNames]),
    ...(typeof schema.items === 'object' ? [schema.items] : []),
    ...(schema.prefixItems ?? []),
    ...(schema.anyOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.allOf ?? []),
  ]
}

/** A shape and all shapes inside it. */
export function* everyShape(schema: JsonSchema): Generator<JsonSchema> {
  yield schema
  for (const one of inner(schema)) yield* everyShape(one)
}

const PREFIX = '#/components/schemas/'

export const refTo = (name: string): string => PREFIX + name
/** The name that a reference leads to. */
export const nameOf = (ref: string): string => ref.slice(PREFIX.length)
