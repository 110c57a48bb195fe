import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, it } from 'vitest'

import { glossaryText } from './write-docs.ts'

it('the glossary says what the definitions say (otherwise: npm run docs)', async () => {
  expect(await readFile(join(import.meta.dirname, '..', 'GLOSSARY.md'), 'utf8')).toBe(glossaryText())
})
