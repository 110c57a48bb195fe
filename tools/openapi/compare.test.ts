import { expect, it } from 'vitest'

import { breakingChanges, unaccepted } from './compare.ts'
import { openApiDocument, type OpenApi } from './document.ts'
import type { JsonSchema } from './json-schema.ts'

const number: JsonSchema = { type: 'number' }
const text: JsonSchema = { type: 'string', maxLength: 200 }

interface Shape {
  readonly body?: JsonSchema
  readonly reply?: JsonSchema
  readonly query?: Record<string, JsonSchema>
  readonly needed?: readonly string[]
  readonly shapes?: Record<string, JsonSchema>
}

/** A document of one operation. */
function api({ body = {}, reply = {}, query = {}, needed = [], shapes = {} }: Shape): OpenApi {
  return {
    openapi: '3.1.0',
    info: { version: '1.0.0' },
    paths: {
      '/things': {
        post: {
          operationId: 'room_makeThing',
          tags: ['room'],
          summary: 'Makes a thing.',
          'x-pult-right': 'editCenter',
          security: [],
          parameters: Object.entries(query).map(([name, schema]) => ({
            name,
            in: 'query',
            required: needed.includes(name),
            schema,
          })),
          requestBody: { required: true, content: { 'application/json': { schema: body } } },
          responses: { '200': { description: 'Done.', content: { 'application/json': { schema: reply } } } },
        },
      },
    },
    components: { schemas: shapes },
  }
}

const thing = (properties: Record<string, JsonSchema>, required: readonly string[] = []): JsonSchema => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
})

const ref = { $ref: '#/components/schemas/Thing' }

it.each<[string, Shape, Shape, string]>([
  ['a field of a reply is gone', { reply: thing({ a: number }) }, { reply: thing({}) }, 'reply.a: is gone'],
  [
    'a field of a reply may be missing',
    { reply: thing({ a: number }, ['a']) },
    { reply: thing({ a: number }) },
    'reply.a: may now be missing',
  ],
  [
    'a field of a reply may be null',
    { reply: thing({ a: number }) },
    { reply: thing({ a: { type: ['number', 'null'] } }) },
    'reply.a: may now be null',
  ],
  [
    'the same by alternatives',
    { reply: thing({ a: number }) },
    { reply: thing({ a: { anyOf: [number, { type: 'null' }] } }) },
    'reply.a: may now be null',
  ],
  [
    'a field of a reply has another type',
    { reply: thing({ a: number }) },
    { reply: thing({ a: text }) },
    'reply.a: may now be string',
  ],
  [
    'deep in a list, by reference',
    { reply: { type: 'array', items: ref }, shapes: { Thing: thing({ a: number }) } },
    { reply: { type: 'array', items: ref }, shapes: { Thing: thing({}) } },
    'reply[].a: is gone',
  ],
  [
    'a request needs something new',
    { body: thing({ a: text }) },
    { body: thing({ a: text, b: text }, ['b']) },
    'body.b: is now needed',
  ],
  [
    'a request may no longer hold something',
    { body: thing({ a: text }) },
    { body: thing({}) },
    'body.a: is no longer taken',
  ],
  [
    'a request may hold something and nothing of it is kept any more',
    { body: { type: 'object', properties: { a: text } } },
    { body: { type: 'object', properties: {} } },
    'body.a: is no longer taken',
  ],
  [
    'a word is no longer taken',
    { body: thing({ a: { type: 'string', enum: ['x', 'y'] } }) },
    { body: thing({ a: { type: 'string', enum: ['x'] } }) },
    'body.a: no longer takes y',
  ],
  [
    'less text is taken',
    { body: thing({ a: text }) },
    { body: thing({ a: { type: 'string', maxLength: 100 } }) },
    'body.a: maxLength is now 100',
  ],
  [
    'fewer numbers are taken',
    { body: thing({ a: number }) },
    { body: thing({ a: { type: 'integer' } }) },
    'body.a: no longer takes number',
  ],
  [
    'null is no longer taken',
    { body: thing({ a: { type: ['string', 'null'] } }) },
    { body: thing({ a: { type: 'string' } }) },
    'body.a: no longer takes null',
  ],
  ['a query is needed', { query: { q: text } }, { query: { q: text }, needed: ['q'] }, 'query.q: is now needed'],
  ['a query is gone', { query: { q: text } }, {}, 'query.q: is no longer taken'],
])('tells that %s', (_what, before, after, told) => {
  expect(breakingChanges(api(before), api(after))).toEqual([`POST /things ${told}`])
})

it.each<[string, Shape, Shape]>([
  [
    'more fields and words in a reply',
    { reply: thing({ a: { type: 'string', enum: ['x'] } }) },
    { reply: thing({ a: { type: 'string', enum: ['x', 'y'] }, b: text }) },
  ],
  [
    'a reply that is never null any more',
    { reply: thing({ a: { anyOf: [number, { type: 'null' }] } }) },
    { reply: thing({ a: number }) },
  ],
  [
    'more that may be sent',
    { body: thing({ a: { type: 'string', enum: ['x'] } }) },
    { body: thing({ a: { type: 'string', enum: ['x', 'y'] }, b: text }), query: { q: text } },
  ],
  [
    'another name for the same shape',
    { reply: thing({ a: number }) },
    { reply: ref, shapes: { Thing: thing({ a: number }) } },
  ],
  [
    'fields that become names of one’s own choice',
    { body: thing({ a: number }) },
    { body: { type: 'object', additionalProperties: number } },
  ],
  ['an alternative more that may be sent', { body: { anyOf: [number] } }, { body: { anyOf: [text, number] } }],
])('lets pass %s', (_what, before, after) => {
  expect(breakingChanges(api(before), api(after))).toEqual([])
})

it('tells of an operation that is gone, of one that needs another right, and of one that takes no body any more', () => {
  const before = api({})
  const operation = before.paths['/things']?.['post']
  if (operation === undefined) throw new Error('there is one')
  expect(breakingChanges(before, { ...before, paths: {} })).toEqual(['POST /things: is gone'])
  const guarded = { ...before, paths: { '/things': { post: { ...operation, 'x-pult-right': 'administer' } } } }
  expect(breakingChanges(before, guarded)).toEqual(['POST /things right: is now administer'])
  const { requestBody: _body, ...bodiless } = operation
  const now = { ...before, paths: { '/things': { post: bodiless } } }
  expect(breakingChanges(before, now)).toEqual(['POST /things body: is no longer taken'])
})

it('lets pass what somebody has accepted with a reason, and nothing without one', () => {
  const changes = ['POST /things: is gone']
  expect(unaccepted(changes, [{ change: 'POST /things: is gone', why: 'nobody has things any more' }])).toEqual([])
  expect(unaccepted(changes, [{ change: 'POST /things: is gone', why: ' ' }])).toEqual(changes)
})

it('finds nothing between the document of now and itself', () => {
  const now = openApiDocument()
  expect(breakingChanges(now, now)).toEqual([])
})
