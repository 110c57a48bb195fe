import type { Translate, TextValues } from '../ui/text.ts'
import { reasonText } from './reason-text.ts'

interface Coded {
  readonly code: string
  readonly values: TextValues
}

type Key = keyof typeof reasonText.en
const keys = new Set(Object.keys(reasonText.en))

/** A limit of law or agreement in words; one without words of its own is shown as it is, so that it is missed. */
export function limitWords(limit: string, t: Translate<Key>): string {
  const key = `reason_${limit}`
  return keys.has(key) ? t(key as Key) : limit
}

const NAMES_SHOWN = 5

/** Warnings, a sentence for each kind: how many it is about and the first of their names. */
export function warningWords(warnings: readonly Coded[], t: Translate<Key>): string[] {
  return [...Map.groupBy(warnings, ({ code }) => code)].map(([code, alike]) => {
    const key = `warning_${code}`
    if (!keys.has(key)) return code
    const names = alike.flatMap(({ values }) => (values['name'] === undefined ? [] : [String(values['name'])]))
    const shown = names.slice(0, NAMES_SHOWN)
    if (names.length > shown.length) shown.push(t('andMore', { count: names.length - shown.length }))
    return t(key as Key, { ...alike[0]?.values, count: alike.length, names: shown.join(', ') })
  })
}

const FAULTY = 'faulty: '

/** Why a roster failed; the server names the reason, and says what is faulty in its own words. */
export function failureWords(problem: string | null, t: Translate<Key>): string {
  if (problem === 'nobody') return t('failed_nobody')
  if (problem?.startsWith(FAULTY) === true) return t('failed_faulty', { words: problem.slice(FAULTY.length) })
  return t('failed_broken')
}
