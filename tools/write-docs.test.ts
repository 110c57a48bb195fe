import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { clientTypes } from '../client/write-types.ts'
import { openApiText } from './openapi/document.ts'
import { apiText, glossaryText, labourText } from './write-docs.ts'

const root = join(import.meta.dirname, '..')

it('the glossary says what the definitions say (otherwise: npm run docs)', async () => {
  expect(await readFile(join(root, 'GLOSSARY.md'), 'utf8')).toBe(glossaryText())
})

it('the API reference says what the routes say (otherwise: npm run docs)', async () => {
  expect(await readFile(join(root, 'docs/reference/api.md'), 'utf8')).toBe(apiText())
})

it('the table of labour rules says what the presets say (otherwise: npm run docs)', async () => {
  expect(await readFile(join(root, 'docs/reference/labour-rules.md'), 'utf8')).toBe(labourText())
})

it('the OpenAPI document says what the routes say (otherwise: npm run docs)', async () => {
  expect(await readFile(join(root, 'docs/reference/openapi.json'), 'utf8')).toBe(openApiText())
})

it('the client’s types say what the document says (otherwise: npm run docs)', async () => {
  expect(await readFile(join(root, 'client/openapi.d.ts'), 'utf8')).toBe(await clientTypes(openApiText()))
})
