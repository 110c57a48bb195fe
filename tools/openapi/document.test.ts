import { readFile } from 'node:fs/promises'

import { Validator } from '@seriousme/openapi-schema-validator'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'

import { routes } from '../rooms.ts'
import { sentences } from './descriptions.ts'
import { openApiDocument, openApiText, type Operation } from './document.ts'
import { EXAMPLES, type Example } from './examples.ts'
import { roomsInOrder, roomWords } from './words.ts'

const document = openApiDocument()
const operations: readonly Operation[] = Object.values(document.paths).flatMap((methods) => Object.values(methods))

describe('the OpenAPI document', () => {
  it('is one by the rules of OpenAPI 3.1', async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(openApiText()) as Record<string, unknown>)
    expect(errors ?? []).toEqual([])
    expect(valid).toBe(true)
  })

  it('has every route under a name of its own, with a summary', () => {
    expect(operations).toHaveLength(routes.length)
    expect(new Set(operations.map(({ operationId }) => operationId)).size).toBe(routes.length)
    expect(operations.filter(({ summary }) => !/^.+[.…]$/.test(summary)).map(({ operationId }) => operationId)).toEqual(
      [],
    )
  })

  it('says of every room what it is about', () => {
    expect(roomsInOrder.filter((room) => (roomWords[room] ?? '') === '')).toEqual([])
  })

  it('refers to shapes that it has, and has none that nothing refers to', () => {
    const told = JSON.stringify(document)
    const referred = new Set([...told.matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name))
    expect([...referred].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted())
  })

  it('gives shapes and fields the sentences of the contract', () => {
    const { Batch, BatchContent } = document.components.schemas
    expect((BatchContent ?? Batch)?.properties?.['source']?.description).toMatch(/name of the system/)
    const described = Object.values(document.components.schemas).filter(({ description }) => description !== undefined)
    expect(described.length).toBeGreaterThan(20)
  })
})

it('reads sentences with the place at which they stand', () => {
  const text = `/** A thing. */
export const Thing = z
  .object({
    /**
     * How many,
     * at most.
     */
    count: z.number(),
    inside: z.object({
      /** Deep. */
      name: z.string(),
    }),
  })
  .strict()
`
  expect(sentences(text)).toEqual([
    { path: ['Thing'], sentence: 'A thing.' },
    { path: ['Thing', 'count'], sentence: 'How many, at most.' },
    { path: ['Thing', 'inside', 'name'], sentence: 'Deep.' },
  ])
})

describe('examples', () => {
  const ajv = new Ajv2020({ strict: false })
  addFormats.default(ajv)
  // A field that replies have gained since an example was recorded is missing in it, as for any reader of then.
  const withoutNeeded = (schema: unknown): object =>
    JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
      key === 'required' && Array.isArray(value) ? undefined : value,
    ) as object
  ajv.addSchema({ $id: 'pult', components: document.components })
  ajv.addSchema({ $id: 'gained', components: withoutNeeded(document.components) })
  const absolute = (schema: unknown, id: 'pult' | 'gained'): object => {
    const text = JSON.stringify(id === 'pult' ? schema : withoutNeeded(schema))
    return JSON.parse(text.replaceAll('"#/components', `"${id}#/components`)) as object
  }

  it('fit the shapes beside which they stand, and are of the doors that scripts use', async () => {
    const examples = JSON.parse(await readFile(EXAMPLES, 'utf8')) as Record<string, Example>
    const wrong: string[] = []
    for (const [operationId, example] of Object.entries(examples)) {
      const operation = operations.find((one) => one.operationId === operationId)
      if (operation === undefined) {
        wrong.push(`${operationId}: no such operation`)
        continue
      }
      const reply = operation.responses['200'] as NonNullable<Operation['requestBody']>
      for (const [part, content, value] of [
        ['body', operation.requestBody?.content, example.body],
        ['reply', reply.content, example.reply],
      ] as const) {
        if (value === undefined) continue
        const schema = content?.['application/json']?.schema
        if (schema === undefined) wrong.push(`${operationId} ${part}: is not told`)
        else if (!ajv.validate(absolute(schema, part === 'body' ? 'pult' : 'gained'), value))
          wrong.push(`${operationId} ${part}: ${ajv.errorsText()}`)
      }
    }
    expect(wrong).toEqual([])
    expect(Object.keys(examples).length).toBeGreaterThanOrEqual(12)
  })
})
