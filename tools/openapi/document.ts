import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import type { AnyRoute } from '@pult/contract/route'
import { Problem } from '@pult/contract/route'
import type { z } from 'zod'

import { routes, type NamedRoute } from '../rooms.ts'
import { createComponents, type Components } from './components.ts'
import { describeShapes } from './descriptions.ts'
import { exampleOf, type Example } from './examples.ts'
import type { JsonSchema } from './json-schema.ts'
import { about, roomsInOrder, roomWords } from './words.ts'

const root = join(import.meta.dirname, '../..')

interface Media {
  readonly schema: JsonSchema
  readonly example?: unknown
}
type Content = Readonly<Record<string, Media>>

interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly schema: JsonSchema
  readonly example?: unknown
}

export interface Operation {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly summary: string
  readonly deprecated?: true
  readonly 'x-pult-right': string
  readonly security: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: { readonly required: boolean; readonly content: Content }
  readonly responses: Readonly<Record<string, unknown>>
}

export interface OpenApi {
  readonly openapi: string
  readonly info: Readonly<Record<string, unknown>> & { readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonSchema>> }
}

/** The whole API as an OpenAPI 3.1 document, from the routes themselves. */
export function openApiDocument(): OpenApi {
  const components = createComponents()
  const paths: Record<string, Record<string, Operation>> = {}
  for (const one of routes) {
    const path = one.route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [one.route.method.toLowerCase()]: operation(one, components) }
  }
  const problem = components.output(Problem)
  const used = components.used()
  describeShapes(used)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Pult',
      version: version(),
      summary: 'The system with which the head of a contact centre runs it.',
      description: about,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: roomsInOrder.map((name) => ({ name, description: roomWords[name] ?? '' })),
    paths,
    components: { schemas: used, ...common(problem) },
  } as OpenApi
}

/** The document as it is kept and served. */
export const openApiText = (): string => `${JSON.stringify(openApiDocument(), null, 1)}\n`

const version = (): string =>
  (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version

function operation(one: NamedRoute, components: Components): Operation {
  const { room, operationId, route } = one
  const example = exampleOf(operationId)
  const parameters = [
    ...parametersOf(route.params, 'path', components, example?.params),
    ...parametersOf(route.query, 'query', components, example?.query),
    ...(operationId === WEBHOOK ? signatureHeaders : []),
  ]
  const body = requestBody(one, components, example)
  return {
    operationId,
    tags: [room],
    summary: route.summary,
    ...(route.deprecated === undefined ? {} : { deprecated: true }),
    'x-pult-right': route.may,
    security: securityOf(operationId, route.may),
    ...(parameters.length === 0 ? {} : { parameters }),
    ...(body === undefined ? {} : { requestBody: body }),
    responses: {
      '200': reply(one, components, example),
      '4XX': { $ref: '#/components/responses/Problem' },
      '429': { $ref: '#/components/responses/SlowDown' },
      '5XX': { $ref: '#/components/responses/Broken' },
    },
  }
}

const WEBHOOK = 'connectors_webhook'

const signatureHeaders: readonly Parameter[] = [
  { name: 'Pult-Timestamp', in: 'header', required: true, schema: { type: 'string', pattern: '^\\d{1,12}$' } },
]

/** Roles of a scheme are the right that a caller must have (OpenAPI 3.1 lets any scheme name them). */
function securityOf(operationId: string, may: AnyRoute['may']): Operation['security'] {
  if (operationId === WEBHOOK) return [{ webhookSignature: [] }]
  if (may === 'anyone') return [{}]
  const rights = may === 'signedIn' ? [] : [may]
  return [{ token: rights }, { session: rights }]
}

function parametersOf(
  type: z.ZodType,
  place: 'path' | 'query',
  components: Components,
  example: Readonly<Record<string, unknown>> = {},
): Parameter[] {
  const { properties = {}, required = [] } = components.fields(type)
  return Object.entries(properties).map(([name, inside]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: inside,
    ...(name in example ? { example: example[name] } : {}),
  }))
}

function requestBody(
  { route }: NamedRoute,
  components: Components,
  example: Example | undefined,
): Operation['requestBody'] {
  if (route.transport === 'upload')
    return { required: true, content: { 'application/octet-stream': { schema: { format: 'binary' } } } }
  if (route.method === 'GET') return undefined
  const schema = components.input(route.described?.body ?? route.body)
  if (route.described?.body === undefined && isNothing(schema)) return undefined
  return {
    required: !route.body.safeParse({}).success,
    content: {
      'application/json': { schema, ...(example?.body === undefined ? {} : { example: example.body }) },
    },
  }
}

const isNothing = (schema: JsonSchema): boolean => Object.keys(schema).length === 0

const replyTypes: Readonly<Record<AnyRoute['transport'], string>> = {
  json: 'application/json',
  upload: 'application/json',
  file: '*/*',
  events: 'text/event-stream',
}

function reply({ route }: NamedRoute, components: Components, example: Example | undefined): object {
  if (route.transport === 'file')
    return {
      description: 'The file.',
      headers: { 'Content-Disposition': { description: 'Its name.', schema: { type: 'string' } } },
      content: { [replyTypes.file]: { schema: { format: 'binary' } } },
    }
  if (route.transport === 'events')
    return {
      description: 'A stream that stays open.',
      content: { [replyTypes.events]: { schema: { type: 'string' } } },
    }
  const type = route.described?.replyType ?? replyTypes[route.transport]
  const media: Media = {
    schema: route.described?.replyType === undefined ? components.output(route.reply) : { type: 'string' },
    ...(example?.reply === undefined ? {} : { example: example.reply }),
  }
  return { description: 'Done.', content: { [type]: media } }
}

/** What every operation shares. */
function common(problem: JsonSchema): object {
  const content = { 'application/problem+json': { schema: problem } }
  return {
    responses: {
      Problem: { description: 'Refused: what was wrong and where, as a problem document (RFC 9457).', content },
      SlowDown: {
        description: 'Too many requests in a minute.',
        headers: { 'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer' } } },
        content,
      },
      Broken: { description: 'Pult itself broke, or is starting. The log has the details.', content },
    },
    securitySchemes: {
      token: {
        type: 'http',
        scheme: 'bearer',
        description: 'A token for scripts (Settings → Tokens): one centre, one role or chosen acts of it, with an end.',
      },
      session: {
        type: 'apiKey',
        in: 'cookie',
        name: 'pult.session_token',
        description: 'A person who is signed in; behind HTTPS the name begins with `__Secure-`.',
      },
      webhookSignature: {
        type: 'apiKey',
        in: 'header',
        name: 'Pult-Signature',
        description:
          '`sha256=` and the HMAC-SHA256, in hex, of the header `Pult-Timestamp` (seconds), a full stop and the body as it is sent; the key is the channel’s secret.',
      },
    },
  }
}
