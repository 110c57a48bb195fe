const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const MARK = new RegExp(`[ \u00A0]?([${DIGITS}]+)$`, 'u')

/** The numbers with which the notes below a résumé begin. */
export const marksOf = (notes: readonly string[]): ReadonlySet<string> =>
  new Set(notes.flatMap((note) => new RegExp(`^[${DIGITS}]+`, 'u').exec(note)?.[0] ?? []))

/** A result without the number of its note. A number that no note has belongs to the text. */
export function withoutMark(text: string, marks: ReadonlySet<string>): string {
  const found = MARK.exec(text)
  return found === null || !marks.has(found[1] ?? '') ? text : text.slice(0, found.index)
}
