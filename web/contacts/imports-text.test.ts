import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { qualityFlags } from '@pult/engine/contacts'

import { findingWord } from './imports-text.ts'

const importers = join(import.meta.dirname, '../../server/contacts/importers')

/** Codes as the readers write them: `code: 'noTime'` and `reject(context, 'offeredAt', 'noTime', …)`. */
function codesOfReaders(): string[] {
  const sources = readdirSync(importers, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
    .map((name) => readFileSync(join(importers, name), 'utf8'))
  return sources.flatMap((source) =>
    [...source.matchAll(/code: '(\w+)'|reject\(context, [\w']+, '(\w+)'/g)].map((match) => match[1] ?? match[2] ?? ''),
  )
}

describe('what readers find', () => {
  it('has words for every code and flag', () => {
    const codes = [...codesOfReaders(), ...qualityFlags, 'conflict', 'lineTooLong', 'quoteNotClosed']
    expect(codes.length).toBeGreaterThan(15)
    expect(codes.filter((code) => findingWord(code) === 'code_other')).toEqual([])
  })
})
