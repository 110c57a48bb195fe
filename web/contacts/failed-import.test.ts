import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { BROKEN_IMPORT, BROKEN_UNDO } from '@pult/contract/imports'

import { failureWords } from './failed-import.ts'

const room = join(import.meta.dirname, '../../server/contacts')

/** The sentences as the readers write them, without what is filled in. */
function sentencesOfReaders(): string[] {
  const sources = ['importers', 'imports'].flatMap((folder) =>
    readdirSync(join(room, folder))
      .filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
      .map((name) => readFileSync(join(room, folder, name), 'utf8')),
  )
  return sources.flatMap((source) =>
    [...source.matchAll(/new UnreadableFile\(\s*'\w+',\s*['`]([^\n]*?)['`],?\s*\)/g)].map((match) => match[1] ?? ''),
  )
}

describe('why an import failed', () => {
  it('is said in Russian for every sentence of the readers', () => {
    const sentences = [...sentencesOfReaders(), BROKEN_IMPORT, BROKEN_UNDO]
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.filter((sentence) => !/[а-яё]/i.test(failureWords(sentence, 'ru')))).toEqual([])
    expect(failureWords('Something new.', 'ru')).toBe('Something new.')
  })
})
