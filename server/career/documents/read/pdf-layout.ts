import { findPeriod } from './periods.ts'

/** A piece of text where a PDF puts it; lengths in points, from the page's lower left corner. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly font: string
}

export interface PdfLine {
  readonly text: string
  readonly page: number
  readonly x: number
  readonly y: number
  /** Where the text behind a bullet begins. */
  readonly textX: number
  readonly right: number
  readonly size: number
  readonly font: string
  /** Of its first word: whether that had fitted on the line above. */
  readonly firstWordWidth: number
  readonly isBullet: boolean
}

const BULLET = /^[•▪▫◦·‣●○➢\uF0B7\uF0A7-]$/

/** Lines of a page in the order of the file; a wide gap becomes a tab. */
export function pageLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const rows: PdfItem[][] = []
  for (const item of items) {
    if (item.text.trim() === '') continue
    const row = rows.at(-1)
    const last = row?.at(-1)
    if (row !== undefined && last !== undefined && isBeside(item, last) && !isNextColumn(item, last)) row.push(item)
    else rows.push([item])
  }
  return besidePeriods(rows.map((row) => lineOfRow(row, page)))
}

const isBeside = (item: PdfItem, last: PdfItem): boolean =>
  Math.abs(item.y - last.y) < Math.max(item.size, last.size) * 0.4 && item.x >= last.x + last.width - last.size * 0.6

/** A bullet after a gap begins an item of the next column. */
const isNextColumn = (item: PdfItem, last: PdfItem): boolean =>
  item.text.trim() !== '-' && BULLET.test(item.text.trim()) && item.x - last.x - last.width > item.size

const WIDE_GAP = 2
const WORD_GAP = 0.12

function lineOfRow(row: readonly PdfItem[], page: number): PdfLine {
  const [first] = row
  if (first === undefined) throw new RangeError('a line has no text')
  const isBullet = BULLET.test(first.text.trim()) && row.length > 1
  const main = (isBullet ? row[1] : first) ?? first
  let text = ''
  let right = first.x
  for (const item of row) {
    const gap = text === '' ? 0 : (item.x - right) / item.size
    const isApart = gap > WORD_GAP && !/\s$/.test(text) && !/^\s/.test(item.text)
    text += gap > WIDE_GAP && !(isBullet && item === main) ? `\t${item.text}` : isApart ? ` ${item.text}` : item.text
    right = item.x + item.width
  }
  const word = /^\s*\S+/.exec(main.text)?.[0] ?? ''
  const { x, y } = first
  const firstWordWidth = main.text === '' ? 0 : (main.width * word.length) / main.text.length
  return {
    text: text.trim(),
    page,
    x,
    y,
    textX: main.x,
    right,
    size: main.size,
    font: main.font,
    firstWordWidth,
    isBullet,
  }
}

/** A period at the right edge belongs to the company on its height, though a file may write it after the company's second line. */
function besidePeriods(lines: readonly PdfLine[]): PdfLine[] {
  const put: PdfLine[] = []
  for (const line of lines) {
    const at = isPeriod(line.text)
      ? put.findLastIndex((other, place) => place >= put.length - 6 && isLeftOf(other, line))
      : -1
    const beside = put[at]
    if (beside === undefined) put.push(line)
    else put[at] = { ...beside, text: `${beside.text}\t${line.text}` }
  }
  return put
}

function isPeriod(text: string): boolean {
  const period = findPeriod(text)
  return period !== undefined && period.before === '' && period.after === ''
}

const isLeftOf = (other: PdfLine, line: PdfLine): boolean =>
  Math.abs(other.y - line.y) < line.size * 0.6 && other.right < line.x && !other.text.includes('\t')

/** Lines that a page's width broke become one again. */
export function wrapsJoined(lines: readonly PdfLine[]): PdfLine[] {
  const edges = edgesOf(lines)
  const pitches = pitchesOf(lines)
  const joined: PdfLine[] = []
  let above: PdfLine | undefined
  for (const line of lines) {
    const last = joined.at(-1)
    if (above !== undefined && last !== undefined && continues(line, above, last, { edges, pitches })) {
      joined[joined.length - 1] = { ...last, text: joinText(last.text, above, line) }
      above = { ...line, textX: last.textX }
    } else {
      joined.push(line)
      above = line
    }
  }
  return joined
}

interface Measures {
  /** The furthest right end of lines, by where they begin. */
  readonly edges: ReadonlyMap<number, number>
  /** The smallest step from line to line, by type size. */
  readonly pitches: ReadonlyMap<number, number>
}

const NARROWEST_TEXT = 180

function continues(line: PdfLine, above: PdfLine, whole: PdfLine, { edges, pitches }: Measures): boolean {
  if (line.isBullet || Math.abs(line.size - above.size) > 0.2 || Math.abs(line.x - whole.textX) > 2) return false
  const isNextPage = line.page === above.page + 1
  const pitch = above.y - line.y
  if (!isNextPage && (line.page !== above.page || pitch <= 0)) return false
  const isTight = isNextPage || pitch <= (pitches.get(Math.round(line.size * 2)) ?? line.size * 1.3) + 1.2
  if (whole.isBullet && whole.textX - whole.x > 3) return isTight || pitch < line.size * 2
  if (line.font !== above.font || !isTight) return false
  const edge = edges.get(Math.round(line.x)) ?? above.right
  return edge - line.x > NARROWEST_TEXT && above.right + line.firstWordWidth + line.size * 0.25 > edge
}

const edgesOf = (lines: readonly PdfLine[]): ReadonlyMap<number, number> => {
  const edges = new Map<number, number>()
  for (const { x, right } of lines) edges.set(Math.round(x), Math.max(edges.get(Math.round(x)) ?? 0, right))
  return edges
}

function pitchesOf(lines: readonly PdfLine[]): ReadonlyMap<number, number> {
  const pitches = new Map<number, number>()
  for (const [place, line] of lines.entries()) {
    const above = lines[place - 1]
    if (above === undefined || above.page !== line.page || Math.abs(above.size - line.size) > 0.2) continue
    const pitch = above.y - line.y
    const key = Math.round(line.size * 2)
    if (pitch > line.size * 0.9) pitches.set(key, Math.min(pitches.get(key) ?? Infinity, pitch))
  }
  return pitches
}

const LONG_WORD = 40

/** A hyphen at the end, or a word too long for a line, is carried on without a space. */
function joinText(text: string, above: PdfLine, line: PdfLine): string {
  const isCut = /\p{L}-$/u.test(text) || (above.text.length > LONG_WORD && !/\s/.test(above.text))
  return isCut ? text + line.text : `${text} ${line.text}`
}
