import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { z } from 'zod'
import { describe, expect, it } from 'vitest'

import { faultOf } from '../../server/platform/fault.ts'
import { ownSentences } from './fault-words.ts'
import { ApiProblem } from './problem.ts'
import { wordsOf } from './problem-words.ts'

const told = (schema: z.ZodType, input: unknown, at = 'body.draft.name'): ApiProblem => {
  const issue = schema.safeParse(input).error?.issues[0]
  const detail = `${at}: ${issue?.message ?? ''}`
  return new ApiProblem({ code: 'invalid', status: 400, detail, at, values: faultOf(issue) })
}

describe('a value that is not as expected', () => {
  it('is told by the field and what is wrong with it, in the reader’s language', () => {
    const empty = told(z.string().trim().min(1), ' ')
    expect(wordsOf(empty, 'ru')).toBe('Название или имя: не заполнено.')
    expect(wordsOf(empty, 'en')).toBe('Name: must not be empty.')
    expect(wordsOf(told(z.number(), null), 'ru')).toBe('Название или имя: не заполнено.')
    expect(wordsOf(told(z.number().int(), 2.5, 'body.maxAgeDays'), 'ru')).toBe(
      'Сколько суток может быть последней копии: нужно целое число.',
    )
    expect(wordsOf(told(z.number().max(365), 999, 'body.days'), 'en')).toBe('Days: not more than 365.')
    expect(wordsOf(told(z.email(), 'a@b', 'body.mails.2'), 'ru')).toBe(
      'Почтовые адреса: это не адрес почты, как name@example.com.',
    )
    expect(wordsOf(told(z.string().max(3), 'abcd'), 'ru')).toBe('Название или имя: не длиннее 3 знаков.')
  })
  it('is told by the contract’s own sentence where it has one', () => {
    const path = z.string().regex(/^\//, 'write the whole path, as /var/log/asterisk/queue_log')
    expect(wordsOf(told(path, 'x', 'body.draft.settings.path'), 'ru')).toBe(
      'Файл или папка: напишите полный путь, как /var/log/asterisk/queue_log.',
    )
  })
  it('falls back on the server’s English where nothing more is known', () => {
    expect(wordsOf(told(z.enum(['a']), 'b'), 'ru')).toContain('Что-то в запросе не так')
  })
  it('has every own sentence of the contract in Russian', () => {
    const folder = join(import.meta.dirname, '..', '..', 'contract')
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
    const sentences = sources.flatMap((source) =>
      [...source.matchAll(/\b(?:error|message): '([^']+)'|(?:\/[a-z]*|\d), '([a-z][^']+)'\)/g)].map(
        ([, named, last]) => named ?? last ?? '',
      ),
    )
    expect(sentences.length).toBeGreaterThan(25)
    expect(sentences.filter((sentence) => !(sentence in ownSentences))).toEqual([])
  })
})
