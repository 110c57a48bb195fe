import { z } from 'zod'

// What a route asks for, filled in: so that a test reaches past the door of every route, whoever adds one.

export interface SampleOptions {
  /** Goes wherever free text is asked for, cut to what fits. */
  readonly text: string
  /** What a field that names something by its id gets: `queueId`. Undefined leaves the smallest number. */
  readonly idOf: (field: string) => number | undefined
}

interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly default?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  readonly format?: string
  readonly minimum?: number
  readonly exclusiveMinimum?: number
}

/** A value that the schema most likely takes: every field filled, also those that may be left out. */
export function sampleOf(type: z.ZodType, options: SampleOptions): unknown {
  const schema = z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' }) as Schema
  return sample(schema, '', schema.$defs ?? {}, options)
}

function sample(
  schema: Schema,
  field: string,
  defs: Readonly<Record<string, Schema>>,
  options: SampleOptions,
): unknown {
  const within = (inner: Schema, name = field): unknown => sample(inner, name, defs, options)
  if (schema.$ref !== undefined) return within(defs[schema.$ref.replace('#/$defs/', '')] ?? {})
  if ('const' in schema) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== 'null')
  if (choice !== undefined) return within(choice)
  if (schema.allOf !== undefined)
    return Object.assign({}, ...schema.allOf.map((one) => within(one) as object)) as unknown
  if (schema.type === 'object')
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, inner]) => [name, within(inner, name)]),
    )
  if (schema.type === 'array') return sampleArray(schema, within, field)
  if (schema.type === 'string') return sampleText(schema, options.text)
  if (schema.type === 'integer' || schema.type === 'number') return sampleNumber(schema, field, options)
  if (schema.type === 'boolean') return true
  return options.text
}

function sampleArray(schema: Schema, within: (inner: Schema, name: string) => unknown, field: string): unknown[] {
  // `queueIds` holds what `queueId` names.
  const name = field.replace(/s$/, '')
  if (schema.prefixItems !== undefined) return schema.prefixItems.map((item) => within(item, name))
  const count = Math.max(1, schema.minItems ?? 1)
  return Array.from({ length: count }, () => within(schema.items ?? {}, name))
}

const byFormat: Readonly<Record<string, string>> = {
  date: '2026-10-05',
  'date-time': '2026-10-05T08:00:00Z',
  time: '08:00:00',
  email: 'somebody@example.com',
  uri: 'https://example.com/',
  uuid: '0b8f0c9e-5a50-4f3e-9d3e-2f6f3a0c1d2e',
}

/** What our own patterns ask for: the first that fits. */
const byPattern = ['2026-10-05', '2026-10', '2026', '08:00', '08:00:00', 'abc', 'a@1', '1', '#112233']

function sampleText(schema: Schema, text: string): string {
  const known = schema.format === undefined ? undefined : byFormat[schema.format]
  if (known !== undefined) return known
  if (schema.pattern !== undefined) {
    const pattern = new RegExp(schema.pattern, 'u')
    return byPattern.find((one) => pattern.test(one)) ?? text
  }
  return text.padEnd(schema.minLength ?? 0, 'x').slice(0, schema.maxLength ?? text.length)
}

function sampleNumber(schema: Schema, field: string, { idOf }: SampleOptions): number {
  const id = field.endsWith('Id') ? idOf(field) : undefined
  if (id !== undefined) return id
  const least = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 1 : schema.exclusiveMinimum + 1)
  return Math.max(1, least < -1e6 ? 1 : least)
}
