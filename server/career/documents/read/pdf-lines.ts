import { lineOf, type Line } from './line.ts'
import { pageLines, wrapsJoined, type PdfItem, type PdfLine } from './pdf-layout.ts'
import { refuse, type ResumeRefusal } from './refusal.ts'

const MOST_PAGES = 40

export interface PdfLines {
  readonly lines: readonly Line[]
  /** Numbers of pages that are pictures. */
  readonly pagesWithoutText: readonly number[]
}

/** Lines of a PDF with text. Refuses a damaged or locked one, and one of pictures. */
export async function pdfLines(bytes: Buffer): Promise<PdfLines> {
  const { getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), {
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    verbosity: 0,
  }).catch((error: unknown) => {
    throw error instanceof Error && error.name === 'PasswordException' ? locked() : damaged()
  })
  try {
    if (document.numPages > MOST_PAGES) throw tooManyPages(document.numPages)
    const lines: PdfLine[] = []
    const pagesWithoutText: number[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      const found = pageLines(items.flatMap(itemOf), number)
      if (found.length === 0) pagesWithoutText.push(number)
      lines.push(...found)
    }
    if (lines.length === 0) throw scanned()
    return { lines: looksOf(wrapsJoined(lines)), pagesWithoutText }
  } finally {
    await document.loadingTask.destroy()
  }
}

/** Marks of structure have no text. */
function itemOf(item: object): PdfItem[] {
  if (!('str' in item) || !('transform' in item)) return []
  const { str, transform, width, fontName } = item as {
    str: string
    transform: number[]
    width: number
    fontName: string
  }
  const [a = 0, b = 0, , , x = 0, y = 0] = transform
  return [{ text: str, x, y, width, size: Math.hypot(a, b), font: fontName }]
}

/** The largest line of the first page's head is the title. */
function looksOf(lines: readonly PdfLine[]): Line[] {
  const head = lines.slice(0, 12).filter(({ page }) => page === 1)
  const largest = Math.max(...head.map(({ size }) => size))
  const isOne = head.filter(({ size }) => size === largest).length === 1
  return lines
    .map(({ text, size, page }, at) =>
      lineOf(text, at, isOne && page === 1 && size === largest && at < 12 ? 'title' : 'plain'),
    )
    .filter(({ text }) => text !== '')
}

const damaged = (): ResumeRefusal =>
  refuse('resumeDamaged', 'The PDF is damaged or cut short, and could not be read. Save it once more.')

const locked = (): Error => refuse('resumeLocked', 'The PDF is locked with a password. Save it without one.')

const scanned = (): ResumeRefusal =>
  refuse(
    'resumeOfPictures',
    'The PDF holds pictures of pages (a scan) and no text. Bring the résumé as it was written: DOCX, PDF with text, or plain text.',
  )

const tooManyPages = (pages: number): ResumeRefusal =>
  refuse('resumeTooManyPages', `The PDF has ${pages} pages, and a résumé has at most ${MOST_PAGES}. It was not read.`, {
    pages,
    most: MOST_PAGES,
  })
