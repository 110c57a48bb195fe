import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

import { describe, expect, it } from 'vitest'

import { actWords, detailWords } from './audit-words.ts'

const server = join(import.meta.dirname, '../../server')

describe('the audit log', () => {
  it('has words for every act that the server writes', () => {
    const acts = globSync('**/*.ts', { cwd: server })
      .filter((path) => !path.includes('.test.') && !path.includes('node_modules'))
      .flatMap((path) => [...readFileSync(join(server, path), 'utf8').matchAll(/act: '([a-zA-Z.]+)'/g)])
      .map((match) => match[1] ?? '')
    expect(acts.length).toBeGreaterThan(30)
    expect(acts.filter((act) => actWords(act, 'ru') === act)).toEqual([])
  })

  it('says in the reader’s language how somebody came in', () => {
    const line = { act: 'access.signIn', subject: 'user x', detail: { address: '127.0.0.1', by: 'link' } }
    expect(detailWords(line, 'ru')).toBe('человек · 127.0.0.1 · одноразовая ссылка')
    expect(detailWords({ ...line, detail: { by: 'later way' } }, 'en')).toBe('person · later way')
  })
})
