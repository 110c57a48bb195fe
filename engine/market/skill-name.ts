/** A skill's name may be this long at hh.ru; what is longer is no name of a skill. */
export const LONGEST_SKILL = 100

const NO_BREAK_SPACES = /[\u00A0\u2007\u202F\s]+/g
const EDGES = /^[\s"«»„“”'.,;:!?•·*–—-]+|[\s"«»„“”'.,;:!?•·*–—-]+$/g

/** Latin letters that look like Cyrillic ones, in lower case. */
const CYRILLIC_BY_LATIN: Readonly<Record<string, string>> = {
  a: 'а',
  c: 'с',
  e: 'е',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
  h: 'н',
  b: 'в',
}
const LATIN_BY_CYRILLIC: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(CYRILLIC_BY_LATIN).map(([latin, cyrillic]) => [cyrillic, latin]),
)

/**
 * The key under which the same skill written differently is one: lower case, ё as е, one plain space, no marks at its ends,
 * and letters of the other alphabet that only look right put back. Null for what is no name: empty, or too long.
 */
export function skillKey(name: string): string | null {
  const plain = plainText(name).replace(EDGES, '')
  if (plain === '' || plain.length > LONGEST_SKILL) return null
  return plain.split(' ').map(oneAlphabet).join(' ')
}

/** Lower case, ё as е, every kind of space as one. */
export function plainText(text: string): string {
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(NO_BREAK_SPACES, ' ').trim()
}

/** A word of two alphabets is one where all letters of the rarer have a twin in the other: `cервис`, `СRM`. */
function oneAlphabet(word: string): string {
  // The program is written with a Cyrillic letter; alone, no other letter of the word tells.
  if (/^1[cс]$/.test(word)) return '1с'
  const latin = word.match(/[a-z]/g) ?? []
  const cyrillic = word.match(/[а-я]/g) ?? []
  if (latin.length === 0 || cyrillic.length === 0) return word
  const twins = latin.length < cyrillic.length ? CYRILLIC_BY_LATIN : LATIN_BY_CYRILLIC
  const rarer = latin.length < cyrillic.length ? latin : cyrillic
  if (!rarer.every((letter) => letter in twins)) return word
  const isRarer = new Set(rarer)
  return Array.from(word, (letter) => (isRarer.has(letter) ? (twins[letter] ?? letter) : letter)).join('')
}
