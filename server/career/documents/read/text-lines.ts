import { lineOf, type Line } from './line.ts'

/** Text of a file in UTF-8, Windows-1251 or UTF-16, whichever it is. */
export function decodeText(bytes: Buffer): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes)
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, 4096)
  // Letters of UTF-16 share their upper byte: 0 of Latin, 4 of Cyrillic.
  const shared = (offset: number): number =>
    sample.filter((byte, at) => at % 2 === offset && (byte === 0 || byte === 4)).length
  if (shared(1) > sample.length * 0.4) return 'utf-16le'
  if (shared(0) > sample.length * 0.4) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1251'
  }
}

/** Lines of a plain text. */
export const textLines = (text: string): Line[] =>
  text
    .split(/\r\n|[\n\r\u2028\u2029\f\v]/)
    .map((line, at) => lineOf(line, at))
    .filter((line) => line.text !== '')

const LOOKS = ['title', 'heading', 'subheading'] as const

/** Lines of Markdown: headings and bold lines keep their look; a paragraph over several lines is one. */
export function markdownLines(text: string): Line[] {
  const lines: Line[] = []
  let isOpen = false
  for (const [at, raw] of text.split(/\r\n|[\n\r]/).entries()) {
    const [, marks, title] = /^ {0,3}(#{1,6})\s+(.*?)(?:\s+#+)?\s*$/.exec(raw) ?? []
    const [, item] = /^\s*[-*+]\s+(.*)$/.exec(raw) ?? []
    const isRule = /^ {0,3}([-*_])(?:\s*\1){2,}\s*$/.test(raw)
    if (raw.trim() === '' || isRule) isOpen = false
    else if (title !== undefined) {
      lines.push(lineOf(withoutMarkup(title), at, LOOKS[Math.min(marks?.length ?? 1, 3) - 1]))
      isOpen = false
    } else if (item !== undefined) {
      lines.push(lineOf(withoutMarkup(item), at, 'plain', true))
      isOpen = !raw.endsWith('\\')
    } else {
      const last = lines.at(-1)
      const bold = /^\*\*(.+?)\*\*\\?\s*$/.exec(raw.trim())?.[1]
      const told = withoutMarkup((bold ?? raw).replace(/\\\s*$/, ''))
      if (isOpen && last !== undefined && bold === undefined)
        lines[lines.length - 1] = { ...last, text: `${last.text} ${told.trim()}` }
      else lines.push(lineOf(told, at, bold === undefined ? 'plain' : 'bold'))
      isOpen = bold === undefined && !/(?:\\| {2})$/.test(raw)
    }
  }
  return lines.filter((line) => line.text !== '')
}

/** A text as Markdown shows it. An escaped sign is kept from being markup. */
function withoutMarkup(text: string): string {
  const kept: string[] = []
  const hidden = text.replaceAll(
    /\\([!-/:-@[-`{-~])/g,
    (_, sign: string) => `\uE000${String.fromCharCode(0xe1_00 + kept.push(sign) - 1)}`,
  )
  return hidden
    .replaceAll(/!?\[([^\]]*)\]\(([^)\s]*)[^)]*\)/g, '$1 $2')
    .replaceAll(/(\*\*|__)(?=\S)(.+?)\1/g, '$2')
    .replaceAll(/(?<![\p{L}\d])([*_])(?=\S)([^*_]+)\1(?![\p{L}\d])/gu, '$2')
    .replaceAll(/`([^`]+)`/g, '$1')
    .replaceAll(/\uE000(.)/g, (_, place: string) => kept[place.charCodeAt(0) - 0xe1_00] ?? '')
}
