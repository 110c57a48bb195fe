import { plainText } from './skill-name.ts'

/** From long to short: the first that fits is cut off. */
const ENDINGS =
  'иями ями ами ией иям иях ого его ому ему ыми ими ием ах ях ам ям ов ев ей ой ый ий ая яя ое ее ые ие ым им ых их ую юю ом ем ия ью ии ию а я о е ы и у ю ь й'.split(
    ' ',
  )
const SHORTEST_STEM = 4

/** The part of a Russian word that its forms share: rough, and enough to tell a phrase in another case. */
export function stem(word: string): string {
  for (const ending of ENDINGS) {
    const length = word.length - ending.length
    if (length >= SHORTEST_STEM && word.endsWith(ending)) return word.slice(0, length)
  }
  return word
}

/** The words of a text, without marks; a hyphen parts words. */
export function words(text: string): string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}+#]+/u)
    .filter((word) => word !== '')
}
