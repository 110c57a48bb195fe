import { docxParts } from './docx-parts.ts'
import { lineOf, type Line } from './line.ts'

/** Lines of a Word document: paragraphs, those in tables and text boxes too; headers of pages first, notes and footers last. */
export async function docxLines(bytes: Buffer): Promise<Line[]> {
  const parts = await docxParts(bytes)
  const styles = stylesOf(parts.get('word/styles.xml') ?? '')
  const names = [...parts.keys()]
  const some = (kind: string): string[] => names.filter((name) => name.startsWith(`word/${kind}`)).toSorted()
  const ordered = ['header', 'document', 'footnotes', 'endnotes', 'footer'].flatMap(some)
  const seen = new Set<string>()
  return ordered.flatMap((name, place) => {
    const isBody = name === 'word/document.xml'
    return paragraphsOf(parts.get(name) ?? '', styles)
      .map(({ text, look, isListed }, at) => lineOf(text, place * 1_000_000 + at, look, isListed))
      .filter(({ text }) => {
        // The first page's header and the others' are often the same.
        const isNew = text !== '' && (isBody || !seen.has(text))
        if (!isBody) seen.add(text)
        return isNew
      })
  })
}

type Look = Line['look']
interface Style {
  readonly look: Look
  readonly isListed: boolean
}

/** What paragraph styles say of their paragraphs, by the styles' ids. */
function stylesOf(xml: string): ReadonlyMap<string, Style> {
  const styles = new Map<string, Style>()
  for (const [whole = '', id = ''] of xml.matchAll(/<w:style\s[^>]*?w:styleId="([^"]*)"[^>]*>[\s\S]*?<\/w:style>/g)) {
    const name = /<w:name\s[^>]*?w:val="([^"]*)"/.exec(whole)?.[1]?.toLowerCase() ?? ''
    styles.set(id, { look: lookOf(name), isListed: name.startsWith('list bullet') || /<w:numId\s/.test(whole) })
  }
  return styles
}

const lookOf = (name: string): Look =>
  name === 'title' ? 'title' : name === 'heading 1' ? 'heading' : /^heading [2-9]$/.test(name) ? 'subheading' : 'plain'

interface Paragraph {
  text: string
  look: Look
  isListed: boolean
  /** Letters in bold, and in all. */
  bold: number
  letters: number
}

const TAGS = /<(\/?)(?:(?:w|mc|wps|v):)?([A-Za-z]+)\b([^>]*?)(\/?)>([^<]*)/g

/** Paragraphs in their order. A paragraph of a text box stands where its box does. */
function paragraphsOf(xml: string, styles: ReadonlyMap<string, Style>): Paragraph[] {
  const done: Paragraph[] = []
  const open: Paragraph[] = []
  let isBold = false
  let fallbacks = 0
  for (const [, slash, tag = '', attributes = '', selfClosed, text = ''] of xml.matchAll(TAGS)) {
    const isEnd = slash === '/'
    if (tag === 'Fallback' && selfClosed === '') fallbacks += isEnd ? -1 : 1
    if (fallbacks > 0) continue
    if (tag === 'p' && selfClosed === '') {
      if (isEnd) finish(open.pop(), done)
      else open.push({ text: '', look: 'plain', isListed: false, bold: 0, letters: 0 })
      continue
    }
    const paragraph = open.at(-1)
    if (paragraph === undefined) continue
    if (tag === 'r' && !isEnd) isBold = false
    if (!isEnd) isBold = takeTag(paragraph, { tag, attributes, text, styles, isBold })
  }
  return done
}

interface Tag {
  readonly tag: string
  readonly attributes: string
  readonly text: string
  readonly styles: ReadonlyMap<string, Style>
  readonly isBold: boolean
}

function takeTag(paragraph: Paragraph, { tag, attributes, text, styles, isBold }: Tag): boolean {
  const value = /\bw:val="([^"]*)"/.exec(attributes)?.[1]
  switch (tag) {
    case 'b':
      return value !== '0' && value !== 'false'
    case 'pStyle': {
      const style = styles.get(value ?? '')
      paragraph.look = style?.look ?? 'plain'
      paragraph.isListed ||= style?.isListed ?? false
      return isBold
    }
    case 'numId':
      paragraph.isListed = value !== '0'
      return isBold
    case 't': {
      const told = unescaped(text)
      paragraph.text += told
      paragraph.letters += told.length
      if (isBold) paragraph.bold += told.length
      return isBold
    }
    case 'tab':
      // A tab stop is declared by the same name, with a position.
      if (!/\bw:pos=/.test(attributes)) paragraph.text += '\t'
      return isBold
    case 'br':
    case 'cr':
      paragraph.text += '\n'
      return isBold
    case 'noBreakHyphen':
      paragraph.text += '-'
      return isBold
    default:
      return isBold
  }
}

/** A line break inside a paragraph makes two lines. */
function finish(paragraph: Paragraph | undefined, done: Paragraph[]): void {
  if (paragraph === undefined) return
  const isBold = paragraph.bold > 0 && paragraph.bold >= paragraph.letters * 0.9
  const look = paragraph.look === 'plain' && isBold ? 'bold' : paragraph.look
  for (const text of paragraph.text.split('\n')) done.push({ ...paragraph, text, look })
}

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Only the five marks and numbers: entities of the document's own are not expanded. */
const unescaped = (xml: string): string =>
  xml.replaceAll(/&(#x?[\da-f]{1,7}|\w{1,8});/gi, (all, mark: string) => {
    if (!mark.startsWith('#')) return MARKS[mark] ?? all
    const code = Number(mark.toLowerCase().startsWith('#x') ? `0${mark.slice(1)}` : mark.slice(1))
    return code >= 1 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : all
  })
