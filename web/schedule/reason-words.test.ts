import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { ownLimits } from '../../engine/schedule/own-limits.ts'
import { translator } from '../ui/text.ts'
import { reasonText } from './reason-text.ts'
import { failureWords, limitWords, warningWords } from './reason-words.ts'

const inEnglish = translator(reasonText, 'en')

/** Codes that the server gives with a roster, as its sources name them. */
function codesOfServer(): string[] {
  const folder = join(import.meta.dirname, '../../server/schedule')
  const sources = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('.test.'))
  return sources.flatMap((name) =>
    [...readFileSync(join(folder, name), 'utf8').matchAll(/(?:\bcode: |leaveOut\()'(\w+)'/g)].map(
      ([, code]) => code ?? '',
    ),
  )
}

describe('limits', () => {
  it('have words for every code that the server gives', () => {
    const known = Object.keys(reasonText.en)
    const missing = codesOfServer().filter(
      (code) => !known.includes(`reason_${code}`) && !known.includes(`warning_${code}`),
    )
    expect(missing).toEqual([])
  })

  it('have words for every limit of a shift', () => {
    expect(ownLimits.filter((limit) => !Object.keys(reasonText.en).includes(`reason_${limit}`))).toEqual([])
  })

  it('are shown as they are where they have no words', () => {
    expect(limitWords('fromTheFuture', inEnglish)).toBe('fromTheFuture')
  })
})

describe('warnings', () => {
  it('of one kind become one sentence with the first names', () => {
    const warnings = ['Ada', 'Bea', 'Cora', 'Dina', 'Eve', 'Flo', 'Gia'].map((name) => ({
      code: 'noAgreement',
      values: { name },
    }))
    expect(warningWords(warnings, inEnglish)).toEqual([
      '7 agents are left out: no work agreement on these days (Ada, Bea, Cora, Dina, Eve, and 2 more).',
    ])
  })
})

describe('a failure', () => {
  it('is told by its reason, and with the words of what is faulty', () => {
    expect(failureWords('nobody', inEnglish)).toContain('nobody')
    expect(failureWords('faulty: 31 queues', inEnglish)).toBe('It could not be made from what was given: 31 queues.')
    expect(failureWords(null, inEnglish)).toBe(failureWords('broken', inEnglish))
  })
})
