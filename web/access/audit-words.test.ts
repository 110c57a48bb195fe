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

  it('has words for everything that acts are about', () => {
    const subjects = globSync('**/*.ts', { cwd: server })
      .filter((path) => !path.includes('.test.') && !path.includes('node_modules') && !path.includes('testing'))
      .map((path) => readFileSync(join(server, path), 'utf8'))
      // Subjects of letters are no acts.
      .flatMap((text) => [...text.matchAll(/act: '[^']+',\s*subject: (?:'([^']+)'|`([a-z][a-z -]*) \$)/g)])
      .map(([, whole, kind]) => whole ?? `${kind} 7`)
    expect(subjects.length).toBeGreaterThan(40)
    expect(subjects.filter((subject) => detailWords({ act: '', subject, detail: {} }, 'ru') === subject)).toEqual([])
  })

  it('says signs of settings in words', () => {
    const line = { act: 'alerts.rule.create', subject: 'alert rule 7', detail: { language: 'ru', severity: 'serious' } }
    expect(detailWords(line, 'ru')).toBe('правило тревоги 7 · по-русски · серьёзная')
    const channel = { act: '', subject: 'connector 1', detail: { kind: 'follow', begin: 'end', name: 'end' } }
    expect(detailWords(channel, 'en')).toBe('channel 1 · queue_log on another machine · from now on · end')
  })

  it('says in the reader’s language how somebody came in', () => {
    const line = { act: 'access.signIn', subject: 'user x', detail: { address: '127.0.0.1', by: 'link' } }
    expect(detailWords(line, 'ru')).toBe('человек · 127.0.0.1 · одноразовая ссылка')
    expect(detailWords({ ...line, detail: { by: 'later way' } }, 'en')).toBe('person · later way')
  })
})
