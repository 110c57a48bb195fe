import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '@pult/contract/access'

import { invalid, type RequestProblem } from '../platform/index.ts'

/** What is known of whoever chooses a password: nothing of it should be most of the password. */
export interface Chooser {
  readonly name: string
  readonly email: string
}

const KEYBOARD_AND_ALPHABET = [
  '01234567890',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'йцукенгшщзхъ',
  'фывапролджэ',
  'ячсмитьбю.',
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  '1qaz2wsx3edc4rfv',
  '1q2w3e4r5t6y7u8i9o0p',
].flatMap((row) => [row, row.split('').toReversed().join('')])

// The list of the package is of the English internet; these are what people type here.
const RUSSIAN_WORDS = `
  пароль привет любовь солнышко наташа максим марина спартак зенит россия москва сергей андрей админ администратор оператор колцентр
  контакт центр parol privet ghbdtn gfhjkm rjynfrn natasha marina spartak zenit moskva rossiya lubov`
  .trim()
  .split(/\s+/)
const PULT_WORDS = ['пульт', 'pult', 'pult.ru']

/**
 * Fewer different things than this and a guesser's program finds the password early. A known word counts two, a loose character one, and
 * the chooser's own name nothing.
 */
const LEAST_DIFFERENCE = 7
const SHORTEST_RUN = 3
const SHORTEST_WORD = 4
const LONGEST_WORD = 20

/**
 * Why a password may not be used; null when it may (NIST SP 800-63B-4 §3.1.1.2): its length, and whether it is made of what is
 * guessed first. Nothing is asked of capitals, digits or signs, and nothing ever runs out.
 */
export async function refusePassword(password: string, chooser: Chooser): Promise<RequestProblem | null> {
  const length = Array.from(password).length
  if (length < SHORTEST_PASSWORD) {
    return invalid('passwordTooShort', `A password has at least ${SHORTEST_PASSWORD} characters.`, {
      at: 'body.password',
      values: { least: SHORTEST_PASSWORD },
    })
  }
  if (length > LONGEST_PASSWORD) {
    return invalid('passwordTooLong', `A password has at most ${LONGEST_PASSWORD} characters.`, {
      at: 'body.password',
      values: { most: LONGEST_PASSWORD },
    })
  }
  if (differenceOf(password, await knownWords(), personalWords(chooser)) >= LEAST_DIFFERENCE) return null
  return invalid(
    'passwordCommon',
    'This password is one that is guessed early: a known password, a row of keys, a repetition, or one’s own name or address. Four words that have nothing to do with each other are better.',
    { at: 'body.password' },
  )
}

let known: Promise<ReadonlySet<string>> | undefined

/** Forty-nine thousand passwords that leaked most often, loaded when the first password is chosen. */
function knownWords(): Promise<ReadonlySet<string>> {
  known ??= import('@zxcvbn-ts/language-common').then(({ dictionary }) => {
    const words = [...dictionary['passwords-common'], ...RUSSIAN_WORDS, ...PULT_WORDS]
    return new Set(words.map((word) => word.toLowerCase()).filter((word) => word.length >= SHORTEST_WORD))
  })
  return known
}

const personalWords = ({ name, email }: Chooser): ReadonlySet<string> =>
  new Set(
    `${name} ${email}`
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length >= SHORTEST_RUN),
  )

/** How many different things a password is made of, read from the left with the longest known piece first. */
function differenceOf(password: string, words: ReadonlySet<string>, personal: ReadonlySet<string>): number {
  const text = password.normalize('NFKC').toLowerCase()
  const pieces = new Set<string>()
  let place = 0
  while (place < text.length) {
    const length = pieceAt(text, place, words, personal)
    pieces.add(text.slice(place, place + length))
    place += length
  }
  let difference = 0
  for (const piece of pieces) difference += personal.has(piece) ? 0 : piece.length > 1 ? 2 : 1
  return difference
}

function pieceAt(text: string, place: number, words: ReadonlySet<string>, personal: ReadonlySet<string>): number {
  for (let length = Math.min(LONGEST_WORD, text.length - place); length >= SHORTEST_RUN; length--) {
    const piece = text.slice(place, place + length)
    if (personal.has(piece) || words.has(piece) || isRun(piece)) return length
  }
  return 1
}

const isRun = (piece: string): boolean =>
  piece === piece.charAt(0).repeat(piece.length) || KEYBOARD_AND_ALPHABET.some((row) => row.includes(piece))
